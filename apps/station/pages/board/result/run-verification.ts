import type { VerificationReport } from '@bilik/ballot';
import { verifyBlob } from '@bilik/ballot/browser';
import { asDevice } from '@bilik/ui/call';
import * as z from 'zod/mini';

const voidFile = z.object({ credentials: z.array(z.object({ credential: z.string() })) });

/** How far it is: ballots checked of all; `total` is 0 while the files are fetched. */
export interface VerifyProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Fetches the record and the void list as anybody downloads them, and verifies them with a web worker per core. The
 * signatures of the files beside the record are not checked here: a page on a plain LAN has no Ed25519.
 * @throws TypeError when the station does not give them
 */
export async function runVerification(
  onProgress: (progress: VerifyProgress) => void,
): Promise<VerificationReport> {
  const [record, voidText] = await Promise.all([
    fetchWhole(asDevice('/api/record/record.bel')).then((response) => response.blob()),
    fetchWhole(asDevice('/api/record/void')).then((response) => response.text()),
  ]);
  const read = voidFile.safeParse(JSON.parse(voidText));
  if (!read.success) throw new TypeError('the void list is not one');
  const { report } = await verifyBlob(record, {
    voidCredentials: read.data.credentials.map(({ credential }) => credential),
    onProgress: ({ ballotsChecked, ballotCount }) => onProgress({ done: ballotsChecked, total: ballotCount }),
  });
  return report;
}

async function fetchWhole(path: string): Promise<Response> {
  const response = await fetch(path, { cache: 'no-store' });
  if (response.status !== 200) throw new TypeError(`${path} answered ${response.status}`);
  return response;
}
