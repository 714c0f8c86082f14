import { type CodeContent, type CodeProblem, readCodeText } from '@bilik/transfer/signed-code';
import type { OutboxItem } from './outbox.ts';

/** What became of a scanned or typed text on the phone. */
export type TakenCode =
  /** Goes into the queue: new, or refused before and sent once more. */
  | { readonly type: 'to-queue'; readonly item: OutboxItem & { readonly kind: 'code' } }
  /** The same code of the same person is here, and needs nothing. */
  | { readonly type: 'here'; readonly item: OutboxItem }
  | { readonly type: 'not-taken'; readonly problem: CodeProblem | { readonly type: 'code-is-key' } };

/**
 * Looks at the form of a code, without a network: whose key signed it, only the center knows.
 * @param items what is on this phone @param facts of a new item; `id` is 32 hexadecimal digits, `now` milliseconds since 1970
 */
export function takeCode(
  text: string,
  items: readonly OutboxItem[],
  facts: {
    readonly account: string;
    readonly isExercise: boolean;
    readonly id: string;
    readonly now: number;
  },
): TakenCode {
  const { account, id, now } = facts;
  const read = readCodeText(text);
  if (!read.ok) return { type: 'not-taken', problem: read.error };
  const { origin, content } = read.value.code;
  if ((origin.kind === 'exercise') !== facts.isExercise) {
    return { type: 'not-taken', problem: { type: 'code-of-other-kind', kind: origin.kind } };
  }
  if (content.type === 'key') return { type: 'not-taken', problem: { type: 'code-is-key' } };
  const same = items.find((item) => item.kind === 'code' && item.code === text && item.account === account);
  if (same !== undefined && same.state !== 'refused') return { type: 'here', item: same };
  return {
    type: 'to-queue',
    item: {
      ...{ id: same?.id ?? id, account, place: origin.pollingPlace, kind: 'code', code: text },
      ...{ state: 'phone', writtenAt: now, tries: 0, nextTryAt: 0, refusal: null },
    },
  };
}

/** What a code in the queue says it is. Its form was looked at before it came in, here or where its file was written. */
export function contentOf(code: string): CodeContent | undefined {
  const read = readCodeText(code);
  return read.ok ? read.value.code.content : undefined;
}
