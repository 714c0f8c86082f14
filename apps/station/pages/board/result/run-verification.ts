import type { VerificationReport } from '@bilik/ballot';
import * as z from 'zod/mini';
import type { VerifyMessage, VerifyRequest } from './verify-messages.ts';

const voidFile = z.object({ credentials: z.array(z.object({ credential: z.string() })) });

/** How far it is: ballots checked of all; `total` is 0 while the files are fetched. */
export interface VerifyProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Fetches the record and the void list as anybody downloads them, and has a worker verify them.
 * @throws TypeError when the station does not give them
 */
export async function runVerification(
  onProgress: (progress: VerifyProgress) => void,
): Promise<VerificationReport> {
  const [record, voidText] = await Promise.all([
    fetchWhole('/api/record/record.bel').then((response) => response.arrayBuffer()),
    fetchWhole('/api/record/void').then((response) => response.text()),
  ]);
  const read = voidFile.safeParse(JSON.parse(voidText));
  if (!read.success) throw new TypeError('the void list is not one');
  const request: VerifyRequest = {
    record,
    voidCredentials: read.data.credentials.map(({ credential }) => credential),
  };
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<VerifyMessage>) => {
        if (data.type === 'report') resolve(data.report);
        else onProgress(data);
      });
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.postMessage(request, [record]);
    });
  } finally {
    worker.terminate();
  }
}

async function fetchWhole(path: string): Promise<Response> {
  const response = await fetch(path, { cache: 'no-store' });
  if (response.status !== 200) throw new TypeError(`${path} answered ${response.status}`);
  return response;
}
