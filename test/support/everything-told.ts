import { createHash } from 'node:crypto';
import { headersTold } from './headers-told.ts';
import type { StationOnLan } from './station-http.ts';

/**
 * Every question of a station's door, asked as every role that it admits.
 * @returns what was asked, as `GET /path as role`, with the status, the headers and every byte of the answer; the nonce of this start and
 *   what a device hears of its own session, both drawn, are taken out
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
      const own = lan.sessionOf(`${role}-1`);
      // a process shows it as its authority, a browser as its cookie
      const token = /[ =]([A-Za-z0-9_-]{43})$/m.exec(Object.values(own).join('\n'))?.[1] ?? '';
      const session = createHash('sha256').update(token).digest('hex');
      const drawn = (text: string) => text.replaceAll(nonce, 'nonce').replaceAll(session, 'session');
      const answer = await fetch(address, { headers: { ...own } });
      const bytes = Buffer.from(await answer.arrayBuffer()).toString('latin1');
      told.set(
        `GET ${url} as ${role}`,
        `${answer.status} ${drawn(headersTold(answer.headers))} ${drawn(bytes)}`,
      );
    }
  }
  return told;
}
