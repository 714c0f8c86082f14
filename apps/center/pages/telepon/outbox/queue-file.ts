import { toBase64 } from '../../common/base64.ts';
import type { OutboxItem } from './outbox.ts';

/** What only this phone has, as one file that another way may carry: figures as they are, photos in Base64. */
export async function queueFile(items: readonly OutboxItem[]): Promise<Blob> {
  const waiting = items.filter(({ state }) => state === 'phone' || state === 'refused');
  const lines = await Promise.all(
    waiting.map(async (item) => {
      const { id, election, place, writtenAt } = item;
      const core = { id, election, place, writtenAt, kind: item.kind };
      return item.kind === 'entry'
        ? { ...core, figures: item.figures }
        : { ...core, photo: toBase64(new Uint8Array(await item.photo.arrayBuffer())) };
    }),
  );
  const text = JSON.stringify({ format: 'bilik/v1/phone-queue', items: lines });
  return new Blob([text], { type: 'application/json' });
}
