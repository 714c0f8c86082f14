import { BOARD_CODE_HEADER, ROUNDS, type Round } from '@bilik/transfer';
import { z } from 'zod';
import { type Answer, accept, refuse, type TrusteeRefusal } from '../api/refusal.ts';
import type { DurableFile } from '../store/durable-file.ts';
import { type KeyRing, roundsUpTo, stepOfSitting } from './key-ring.ts';

/** Where the office posts messages, and this trustee's code for it. The code lets a message in; it opens nothing. */
export const BoardFile = z.strictObject({
  format: z.literal('bilik/notice-board/1'),
  address: z.url({ protocol: /^https?$/ }).max(300),
  code: z.string().regex(/^[1-9A-HJ-NP-Za-km-z]{24}$/),
});
export type BoardFile = z.output<typeof BoardFile>;

const Envelope = z.discriminatedUnion('ok', [
  z.looseObject({ ok: z.literal(true), value: z.unknown() }),
  z.looseObject({ ok: z.literal(false), error: z.looseObject({ type: z.string().max(100) }) }),
]);
const Posted = z.looseObject({ bundles: z.array(z.string()).max(ROUNDS.length * 15) });

/** Largest answer of a board: three bundles of fifteen trustees. */
const ANSWER_LIMIT_BYTES = 256 * 1024 * 1024;
const TIMEOUT_MS = 120_000;

/** What an exchange with the board came to. */
export interface Exchange {
  /** Steps whose messages of this device lie on the board now. */
  readonly given: readonly Round[];
  /** Trustees and steps whose messages are here now. */
  readonly taken: readonly { readonly name: string; readonly round: Round }[];
  /** What of the board was refused here, and why; the others were taken. */
  readonly refused: readonly TrusteeRefusal[];
}

/**
 * Gives this device's messages to the office's notice board and takes all others' from it. The board is a messenger like a stick: it is
 * believed in nothing. A changed message is refused by arithmetic, a second version of one that was used is named, and another person's
 * certificate is found when fingerprints are read aloud.
 */
export async function exchangeWithBoard(
  ring: KeyRing,
  { address, code }: BoardFile,
): Promise<Answer<Exchange>> {
  const sitting = ring.sitting();
  if (sitting === undefined) return refuse({ type: 'not-started' });
  const rounds = roundsUpTo(stepOfSitting(sitting));
  const given: Round[] = [];
  for (const round of rounds) {
    const own = ring.ownBundle(round);
    if (!own.ok) continue;
    const posted = await ask({ address, code }, 'post', { text: own.value.text });
    if (!posted.ok) {
      // the others have not come so far: this one is given at the next exchange
      if (posted.error.type === 'board-refused' && posted.error.reason === 'bundles-missing') break;
      return posted;
    }
    given.push(round);
  }
  const listed = await ask({ address, code }, 'read', {});
  if (!listed.ok) return listed;
  const read = Posted.safeParse(listed.value);
  if (!read.success) return refuse({ type: 'board-refused', reason: 'malformed' });
  const taken: { name: string; round: Round }[] = [];
  const refused: TrusteeRefusal[] = [];
  for (const text of read.data.bundles) {
    const added = ring.add(text);
    if (added.ok) taken.push(added.value);
    else if (added.error.type !== 'message-own' && added.error.type !== 'message-too-early')
      refused.push(added.error);
  }
  return accept({ given, taken, refused });
}

async function ask(
  { address, code }: Pick<BoardFile, 'address' | 'code'>,
  act: 'post' | 'read',
  body: object,
): Promise<Answer<unknown>> {
  let text: string;
  try {
    const response = await fetch(new URL(`/api/ceremony-board/${act}`, address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [BOARD_CODE_HEADER]: code },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await limitedText(response);
  } catch {
    return refuse({ type: 'board-unreachable' });
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refuse({ type: 'board-refused', reason: 'not JSON' });
  }
  const answer = Envelope.safeParse(content);
  if (!answer.success) return refuse({ type: 'board-refused', reason: 'malformed' });
  if (answer.data.ok) return accept(answer.data.value);
  const { type: reason } = answer.data.error;
  return refuse(reason === 'board-busy' ? { type: reason } : { type: 'board-refused', reason });
}

async function limitedText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > ANSWER_LIMIT_BYTES) throw new Error('the board says too much');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Keeps where the board is. */
export function setBoard(
  file: DurableFile<BoardFile | null>,
  board: { address: string; code: string },
): Answer<void> {
  const written = file.replace({ format: 'bilik/notice-board/1', ...board });
  return written.ok ? accept(undefined) : written;
}
