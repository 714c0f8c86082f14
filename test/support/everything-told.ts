import { headersTold } from './headers-told.ts';
import type { StationOnLan } from './station-http.ts';

/**
 * Every question of a station's door, asked as every role that it admits.
 * @returns what was asked, as `GET /path as role`, with the status, the headers and every byte of the answer; the nonce of this start is taken out
 */
export async function everythingTold(lan: StationOnLan): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>();
  const nonce = lan.station.pollingPlace.cardQuestions.nonce;
  for (const { method, url, admits } of lan.station.routes()) {
    if (method !== 'GET' || admits === 'everybody' || admits === undefined) continue;
    // a stream has no end, and pictures are the same for ever
    if (url === '/api/live' || url.includes(':')) continue;
    const address = new URL(url.endsWith('mulai-ulang.pdf') ? `${url}?nomor=1` : url, lan.station.url);
    for (const role of admits) {
      // a spare has no session of its own
      if (role === 'spare') continue;
      const answer = await fetch(address, { headers: { ...lan.sessionOf(`${role}-1`) } });
      const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
      const headers = headersTold(answer.headers);
      told.set(
        `GET ${url} as ${role}`,
        `${answer.status} ${headers.replaceAll(nonce, 'nonce')} ${bytes.replaceAll(nonce, 'nonce')}`,
      );
    }
  }
  return told;
}
