import { verifyRecord } from '@bilik/ballot';
import type { VerifyMessage, VerifyRequest } from './verify-messages.ts';

/** Body of the worker: the page stays responsive while every ballot is recomputed. */
const say = (message: VerifyMessage) => postMessage(message);

addEventListener('message', async ({ data }: MessageEvent<VerifyRequest>) => {
  const bytes = new Uint8Array(data.record);
  const { report } = await verifyRecord(() => [bytes.slice()], {
    random: (byteCount) => crypto.getRandomValues(new Uint8Array(byteCount)),
    voidCredentials: data.voidCredentials,
    onProgress: ({ ballotsChecked, ballotCount }) =>
      say({ type: 'progress', done: ballotsChecked, total: ballotCount }),
  });
  say({ type: 'report', report });
});
