import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBallotMaker, parseElection } from '@bilik/ballot';
import { type Bitmap, startVirtualPrinter, type VirtualPrinter } from '@bilik/devices';
import { z } from 'zod';
import { type BoothServer, startBooth } from '../../apps/booth/src/booth-server.ts';
import { must } from './answers.ts';
import { pointBooth } from './paired-devices.ts';
import { group, type PreparedHome, random } from './prepared-home.ts';

const Place = z.looseObject({ election: z.string(), logicTest: z.string().nullable() });

/** A booth's process with a printer, and hands at its page. */
export interface TestedBooth {
  readonly booth: BoothServer;
  /** Cut off so far. */
  readonly slips: readonly Bitmap[];
  /** Waits until the booth has heard what its station serves: a test, or the day. */
  readonly serves: (what: 'a-test' | 'the-day') => Promise<void>;
  /**
   * One ballot from card to reset, by the calls of the booth's page.
   * @param choices what is touched and printed
   * @param encrypts what is put into the ballot; left out: what is touched
   * @returns the hash, or the name of what refused
   */
  readonly cast: (code: string, choices: readonly number[], encrypts?: readonly number[]) => Promise<string>;
  /** The answer to one call. */
  readonly tell: (path: string, body: unknown) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

interface Answer {
  readonly ok: boolean;
  readonly value?: { readonly nonce?: string; readonly standing?: string } | null;
  readonly error?: { readonly type: string; readonly reason?: string };
}

/** Starts a prepared and paired booth whose printer is a virtual one. */
export async function openTestedBooth(
  prepared: PreparedHome,
  number: number,
  stationUrl: string,
  onBroken: (error: Error) => void,
): Promise<TestedBooth> {
  const slips: Bitmap[] = [];
  const printer: VirtualPrinter = await startVirtualPrinter({
    port: 0,
    onPaper: (piece) => slips.push(piece),
  });
  const path = join(prepared.home.booth(number), 'booth.json');
  const config = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...config, printer: { host: '127.0.0.1', port: printer.port } }));
  pointBooth(prepared, number, stationUrl);
  const home = prepared.home.booth(number);
  const booth = must(await startBooth({ home, host: '127.0.0.1', port: 0, onBroken }));
  const tell: TestedBooth['tell'] = async (at, body) => {
    const response = await fetch(new URL(at, booth.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  };
  const askPlace = async () => {
    const response = await fetch(new URL('/api/place', booth.url));
    const { value } = (await response.json()) as { value: unknown };
    return Place.parse(value);
  };
  return {
    booth,
    slips,
    tell,
    async serves(what) {
      for (let tries = 0; tries < 100; tries += 1) {
        // between the two it answers nobody
        const place = await askPlace().catch(() => undefined);
        if (place !== undefined && (place.logicTest !== null) === (what === 'a-test')) return;
        await new Promise((wake) => setTimeout(wake, 100));
      }
      throw new Error(`Booth ${number} never heard that ${what} is served`);
    },
    async cast(code, choices, encrypts = choices) {
      const { election } = await askPlace();
      const maker = openBallotMaker(must(parseElection(election, { groups: [group] })), random);
      const card = maker.readCard(code);
      if (!card.ok) return card.error.type;
      const { value } = await tell('/api/card-nonce', {});
      const standing = await tell('/api/token', maker.askToCast(value?.nonce ?? ''));
      if (standing.value?.standing !== 'ready') return standing.value?.standing ?? 'refused';
      const ballot = maker.make(encrypts);
      for (const [at, body] of [
        ['/api/tracker', { hash: ballot.hash }],
        ['/api/cast', { ballot: ballot.text, options: choices }],
        ['/api/confirm', { hash: ballot.hash }],
        ['/api/reset', {}],
      ] as const) {
        const answer = await tell(at, body);
        if (!answer.ok) return answer.error?.reason ?? answer.error?.type ?? 'refused';
      }
      return ballot.hash;
    },
    async stop() {
      await booth.stop();
      await printer.stop();
    },
  };
}
