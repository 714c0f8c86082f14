import { fail, type Result, succeed } from '@bilik/election';
import { equalBytes, readBase64, writeBase64 } from './base64.ts';
import { type Checkpoint, openCheckpoint, readCheckpoint, type TreeHead } from './checkpoint.ts';
import { HASH_BYTES, type Hash, isConsistent } from './merkle-tree.ts';
import type { NoteKey } from './note-key.ts';

/** C2SP tlog-witness: more lines than 63 are never sent. */
const PROOF_LIMIT = 63;
/** Characters of a request; a checkpoint with many cosignatures is some kilobytes. */
export const REQUEST_LIMIT_CHARACTERS = 64 * 1024;

/** What a log asks of a witness. */
export interface AddCheckpoint {
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  /** The checkpoint's note, as it was signed. */
  readonly checkpoint: string;
}

/** Why a witness does not cosign; `status` is the answer of C2SP tlog-witness. */
export type WitnessRefusal =
  | { readonly type: 'request-malformed'; readonly status: 400 }
  | { readonly type: 'log-unknown'; readonly status: 404; readonly origin: string }
  | { readonly type: 'checkpoint-not-signed'; readonly status: 403 }
  | { readonly type: 'old-size-above-size'; readonly status: 400 }
  /** The log is to begin at what this witness cosigned last. */
  | { readonly type: 'old-size-differs'; readonly status: 409; readonly latestSize: number }
  /** The log signed a smaller tree than one that was cosigned. */
  | { readonly type: 'rolled-back'; readonly status: 409; readonly latestSize: number; readonly size: number }
  /** Two trees of one size: the log shows different things to different people. */
  | { readonly type: 'split-view'; readonly status: 409; readonly latestSize: number }
  /** The larger tree does not begin with the one that was cosigned: something was changed or taken out. */
  | {
      readonly type: 'not-consistent';
      readonly status: 422;
      readonly latestSize: number;
      readonly size: number;
    };

/** Body of `add-checkpoint`. @source C2SP tlog-witness */
export function writeAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  return `old ${oldSize}\n${proof.map((hash) => `${writeBase64(hash)}\n`).join('')}\n${checkpoint}`;
}

/** @returns undefined when the text is no such body */
export function readAddCheckpoint(text: string): AddCheckpoint | undefined {
  if (text.length > REQUEST_LIMIT_CHARACTERS) return undefined;
  const cut = text.indexOf('\n\n');
  if (cut < 0) return undefined;
  const [first = '', ...lines] = text.slice(0, cut).split('\n');
  const oldSize = /^old (0|[1-9][0-9]{0,14})$/.exec(first)?.[1];
  const proof = lines.map(readBase64);
  const isWhole = oldSize !== undefined && lines.length <= PROOF_LIMIT;
  const hashes = proof.filter((hash): hash is Hash => hash?.length === HASH_BYTES);
  if (!isWhole || hashes.length !== proof.length) return undefined;
  return { oldSize: Number(oldSize), proof: hashes, checkpoint: text.slice(cut + 2) };
}

/**
 * What a witness does with a checkpoint; it writes the new one down before it cosigns.
 * @param latestOf a log's last checkpoint that this witness cosigned; undefined before the first
 * @returns the checkpoint to keep and to cosign
 */
export function judgeCheckpoint(
  request: AddCheckpoint,
  logKeys: readonly NoteKey[],
  latestOf: (origin: string) => TreeHead | undefined,
): Result<Checkpoint, WitnessRefusal> {
  const read = readCheckpoint(request.checkpoint);
  if (!read.ok) return fail({ type: 'request-malformed', status: 400 });
  const { origin } = read.value;
  const keys = logKeys.filter(({ name }) => name === origin);
  if (keys.length === 0) return fail({ type: 'log-unknown', status: 404, origin });
  const opened = keys.map((key) => openCheckpoint(request.checkpoint, key)).find((candidate) => candidate.ok);
  if (!opened?.ok) return fail({ type: 'checkpoint-not-signed', status: 403 });
  return judgeSigned(request, opened.value, latestOf(origin));
}

function judgeSigned(
  { oldSize, proof }: AddCheckpoint,
  checkpoint: Checkpoint,
  latest: TreeHead | undefined,
): Result<Checkpoint, WitnessRefusal> {
  const { size, root } = checkpoint;
  const latestSize = latest?.size ?? 0;
  if (oldSize > size) return fail({ type: 'old-size-above-size', status: 400 });
  if (size < latestSize) return fail({ type: 'rolled-back', status: 409, latestSize, size });
  if (latest !== undefined && size === latestSize && !equalBytes(root, latest.root)) {
    return fail({ type: 'split-view', status: 409, latestSize });
  }
  if (oldSize !== latestSize) return fail({ type: 'old-size-differs', status: 409, latestSize });
  const isBeginning =
    latest === undefined
      ? proof.length === 0
      : isConsistent({ oldSize, oldRoot: latest.root, size, root, proof });
  return isBeginning ? succeed(checkpoint) : fail({ type: 'not-consistent', status: 422, latestSize, size });
}
