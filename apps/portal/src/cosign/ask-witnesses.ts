import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, type Result, succeed } from '@bilik/election';
import {
  addSignatureLine,
  CHECKPOINT_PATH,
  consistencyProof,
  cosignaturesOf,
  hashLeaf,
  type NoteKey,
  readCheckpoint,
  readNote,
  readSignatureLine,
  writeAddCheckpoint,
} from '@bilik/publication';
import type { PublishedSite } from '../write/published-site.ts';

/** Somebody outside who cosigns checkpoints. */
export interface Witness {
  readonly key: NoteKey;
  /** Submission prefix of C2SP tlog-witness, without a slash at its end. */
  readonly url: string;
}

/** What a witness answered. */
export type WitnessAnswer =
  | { readonly type: 'cosigned'; readonly time: number }
  /** It saw something else, or does not know this log: its words are kept as they came. */
  | { readonly type: 'refused'; readonly status: number; readonly said: string }
  | { readonly type: 'not-reached'; readonly why: string }
  /** It answered, and not with its own signature over this checkpoint. */
  | { readonly type: 'answer-wrong' };

const ANSWER_LIMIT_BYTES = 64 * 1024;
const TIMEOUT_MS = 15_000;
/** The first question tells what the witness saw last, the second begins there. */
const QUESTIONS = 2;

/**
 * Asks one witness to cosign the site's checkpoint. @source C2SP tlog-witness, add-checkpoint
 * @returns the signature line with the answer; nothing is written
 */
export async function askWitness(
  { key, url }: Witness,
  { checkpoint, entries }: PublishedSite,
  checkpointNote: string,
): Promise<{ readonly answer: WitnessAnswer; readonly line?: string }> {
  const leaves = entries.map(hashLeaf);
  let oldSize = 0;
  for (let question = 1; ; question += 1) {
    const body = writeAddCheckpoint({
      oldSize,
      proof: consistencyProof(leaves, oldSize),
      checkpoint: checkpointNote,
    });
    const heard = await post(`${url}/add-checkpoint`, body);
    if (!heard.ok) return { answer: { type: 'not-reached', why: heard.error } };
    const { status, said, isSize } = heard.value;
    const latest = isSize ? /^(0|[1-9][0-9]{0,14})\n$/.exec(said)?.[1] : undefined;
    if (status === 409 && latest !== undefined && question < QUESTIONS && Number(latest) <= checkpoint.size) {
      oldSize = Number(latest);
      continue;
    }
    return status === 200
      ? readAnswer(said, key, checkpoint.note.text)
      : { answer: { type: 'refused', status, said } };
  }
}

function readAnswer(
  said: string,
  key: NoteKey,
  text: string,
): { readonly answer: WitnessAnswer; readonly line?: string } {
  for (const candidate of said.split('\n')) {
    const signature = readSignatureLine(candidate);
    const [cosignature] =
      signature === undefined ? [] : cosignaturesOf({ text, signatures: [signature] }, key);
    if (signature !== undefined && cosignature !== undefined) {
      return { answer: { type: 'cosigned', time: cosignature.time }, line: signature.line };
    }
  }
  return { answer: { type: 'answer-wrong' } };
}

interface Heard {
  readonly status: number;
  readonly said: string;
  /** The answer is the size of the tree that the witness saw last. */
  readonly isSize: boolean;
}

async function post(address: string, body: string): Promise<Result<Heard, string>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (bytes.length > ANSWER_LIMIT_BYTES) return fail('the answer is too long');
    const isSize = response.headers.get('content-type')?.startsWith('text/x.tlog.size') === true;
    return succeed({ status: response.status, said: bytes.toString('utf8'), isSize });
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'no answer');
  }
}

/** Puts a witness's line into the checkpoint that is published, in one step. */
export function addCosignature(out: string, key: NoteKey, line: string): void {
  const path = join(out, CHECKPOINT_PATH);
  const note = readNote(readFileSync(path, 'utf8'));
  if (!note.ok || !readCheckpoint(readFileSync(path, 'utf8')).ok)
    throw new Error('the checkpoint was read before');
  // beside the site: a writing that is cut leaves nothing in public
  const beside = `${out}.checkpoint`;
  writeFileSync(beside, addSignatureLine(note.value, key, line), { flush: true });
  renameSync(beside, path);
}
