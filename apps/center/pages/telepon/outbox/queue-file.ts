import { CODE_LIMIT_CHARACTERS } from '@bilik/transfer/signed-code';
import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '../../common/base64.ts';
import type { OutboxItem } from './outbox.ts';

/** Some fifty photos of 600 KB as Base64. */
export const QUEUE_FILE_LIMIT_BYTES = 48 * 1024 * 1024;
const PHOTO_LIMIT_LETTERS = 1_200_000;

const core = {
  id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  place: z.string().check(z.regex(/^[0-9.]{13}-\d{3}$/)),
  writtenAt: z.number().check(z.int(), z.gte(0)),
};
const election = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(40));
const figure = z.nullable(z.number().check(z.int(), z.gte(0), z.lte(999_999)));
const queueSchema = z.strictObject({
  format: z.literal('bilik/v1/phone-queue'),
  /** Who wrote it: an entry counts as typed by whoever sends it, so nobody sends another's. */
  account: z.string().check(z.minLength(1), z.maxLength(60)),
  items: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          ...core,
          ...{ kind: z.literal('entry'), election },
          figures: z.record(z.string().check(z.maxLength(80)), figure),
        }),
        z.strictObject({
          ...core,
          ...{ kind: z.literal('photo'), election },
          photo: z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/), z.maxLength(PHOTO_LIMIT_LETTERS)),
        }),
        z.strictObject({
          ...core,
          kind: z.literal('code'),
          code: z.string().check(z.minLength(1), z.maxLength(CODE_LIMIT_CHARACTERS)),
        }),
      ]),
    )
    .check(z.maxLength(500)),
});

/**
 * What only this phone has of one account, as one file that another way may carry: figures and codes as they are, photos in Base64.
 */
export async function queueFile(items: readonly OutboxItem[], account: string): Promise<Blob> {
  const waiting = items.filter(
    (item) => item.account === account && (item.state === 'phone' || item.state === 'refused'),
  );
  const lines = await Promise.all(
    waiting.map(async (item) => {
      const { id, place, writtenAt } = item;
      const shared = { id, place, writtenAt, kind: item.kind };
      switch (item.kind) {
        case 'entry':
          return { ...shared, election: item.election, figures: item.figures };
        case 'code':
          return { ...shared, code: item.code };
        case 'photo': {
          const photo = toBase64(new Uint8Array(await item.photo.arrayBuffer()));
          return { ...shared, election: item.election, photo };
        }
      }
    }),
  );
  const text = JSON.stringify({ format: 'bilik/v1/phone-queue', account, items: lines });
  return new Blob([text], { type: 'application/json' });
}

export type ReadQueue =
  | { readonly ok: true; readonly items: readonly OutboxItem[] }
  /** `not-a-queue`: nothing was taken; `of-another`: somebody else wrote it. */
  | { readonly ok: false; readonly error: 'not-a-queue' | 'of-another' };

/**
 * Reads a queue that was saved as a file. Its items keep their ids: one that the center has already stays one.
 * @param account who is signed in here, or was last
 */
export function readQueue(text: string, account: string | null): ReadQueue {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { ok: false, error: 'not-a-queue' };
  }
  const queue = queueSchema.safeParse(content);
  if (!queue.success) return { ok: false, error: 'not-a-queue' };
  if (account === null || queue.data.account !== account) return { ok: false, error: 'of-another' };
  const fresh = { account, state: 'phone', tries: 0, nextTryAt: 0, refusal: null } as const;
  return {
    ok: true,
    items: queue.data.items.map((item) =>
      item.kind !== 'photo'
        ? { ...item, ...fresh }
        : { ...item, ...fresh, photo: new Blob([fromBase64(item.photo)], { type: 'image/jpeg' }) },
    ),
  };
}
