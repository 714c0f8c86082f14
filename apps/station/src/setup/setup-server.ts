import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Group, RandomSource } from '@bilik/ballot';
import { command, NoInput, openDoor, openOneByOne, question, servePage } from '@bilik/server';
import { explainPackageRefusal, LANGUAGES } from '@bilik/words';
import { z } from 'zod';
import { newPairingCode } from '../devices/pairing-code.ts';
import { isSpare } from '../media/take-over.ts';
import { ConfirmationsSchema } from '../people/pin-check.ts';
import { type LoadAnswer, type LoadProblem, loadPackage, tryPackage } from '../place/load-package.ts';
import { isPlaceEmpty } from '../place/place-swap.ts';
import { DevicesSchema, PLACE_FILES } from '../place/prepared-files.ts';
import { originOf } from '../place/transport.ts';
import { type FoundFile, findPackages } from './find-packages.ts';
import { lookAtPackage } from './package-list.ts';
import { openSpareAtSetup, type TakeOverOffer } from './take-over-offer.ts';

export interface SetupOptions {
  /** The station's root: its `place/` is empty, or it is a spare with a place and no store. */
  readonly home: string;
  /** Where the second medium is. */
  readonly second: string;
  /** 0 = any free port. */
  readonly port: number;
  /** How the station will be opened, on the same port: its board is there. */
  readonly opensAs: { readonly host: string; readonly https: boolean };
  readonly kind: 'exercise' | 'real';
  /** Folders in which media appear, with commas between them. */
  readonly sticks: string;
  readonly group: Group;
  readonly random: RandomSource;
  readonly now: () => number;
  readonly elapsedMs: () => number;
  readonly onBroken: (error: Error, route: string) => void;
}

export interface Setup {
  readonly url: string;
  /** Settles when a package is in its place, a spare has taken over, and the page has been told. @returns the start code that it was told */
  readonly loaded: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** A passphrase is typed on this page: it never leaves this machine, whatever address the station will have. */
const LOOPBACK = '127.0.0.1';

const Chosen = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  passphrase: z.string().min(1).max(400),
});

/** A refusal with its sentences, so that page and command line say the same. */
function told(error: LoadProblem) {
  const sentences = Object.fromEntries(
    LANGUAGES.map((language) => [language, explainPackageRefusal(language, error)]),
  );
  return { type: error.type, sentences };
}

/** Name and secret of the first board, as the page for pairing takes them. */
function firstBoardKeys(home: string): string {
  const text = readFileSync(join(home, 'place', PLACE_FILES.devices), 'utf8');
  const board = DevicesSchema.parse(JSON.parse(text)).find(({ device }) => device === 'board-1');
  if (board === undefined) throw new Error('A package without board-1 was loaded');
  return `${board.device}.${board.secret}`;
}

/** Opens the setup page of a station without a package, or of a spare. */
export async function startSetup(options: SetupOptions): Promise<Setup> {
  const { home, kind, group, random } = options;
  const door = openDoor({ bodyLimitBytes: 4_096, hostNames: [LOOPBACK], onBroken: options.onBroken });
  const spare = openSpareAtSetup(options);
  const oneByOne = openOneByOne({ mostWaiting: 2, pauseMs: 0 });
  let finish: (startCode: string) => void = () => undefined;
  const loaded = new Promise<string>((resolve) => {
    finish = resolve;
  });

  const look = () =>
    findPackages(options.sticks).map((found) => ({ found, looked: lookAtPackage(found, kind) }));
  const fileOf = (fingerprint: string): FoundFile | undefined =>
    look().find(({ looked }) => looked.ok && looked.value.fingerprint === fingerprint)?.found;
  const withChosen = async <Value>(
    { fingerprint, passphrase }: z.output<typeof Chosen>,
    act: typeof loadPackage,
    done: () => Value,
  ) =>
    oneByOne.run(async () => {
      const path = fileOf(fingerprint)?.path;
      const answer: LoadAnswer<unknown> =
        path === undefined
          ? { ok: false, error: { type: 'package-not-the-shown-one' } }
          : await act({ home, path, passphrase, expected: { kind, fingerprint }, group, random });
      return answer.ok ? { ok: true, value: done() } : { ok: false, error: told(answer.error) };
    });

  /** A medium that cannot be taken over from is said when people try: until then the page offers what it can see. */
  const takeOverOffer = (): { readonly offer: TakeOverOffer | null; readonly refusal: object | null } => {
    const offered = spare.offer();
    return offered.ok ? { offer: offered.value, refusal: null } : { offer: null, refusal: offered.error };
  };
  question(door, '/api/setup', () => {
    const all = look();
    return {
      kind,
      lookedIn: options.sticks.split(',').map((folder) => folder.trim()),
      packages: all.flatMap(({ found: { file, medium }, looked }) =>
        looked.ok ? [{ file, medium, ...looked.value }] : [],
      ),
      takeOver: takeOverOffer(),
      refused: all.flatMap(({ found: { file, medium }, looked }) =>
        looked.ok ? [] : [{ file, medium, ...told(looked.error) }],
      ),
    };
  });
  command(door, '/api/setup/try', Chosen, (chosen) => withChosen(chosen, tryPackage, () => null));
  let isLoaded = !isPlaceEmpty(home);
  command(door, '/api/setup/load', Chosen, (chosen) =>
    withChosen(chosen, loadPackage, () => {
      isLoaded = true;
      return null;
    }),
  );
  command(
    door,
    '/api/setup/take-over',
    z.strictObject({ confirmations: ConfirmationsSchema.length(2) }),
    ({ confirmations }) => oneByOne.run(() => spare.takeOver(confirmations)),
  );
  const startCode = newPairingCode(random);
  let url = '';
  /**
   * The page says that it heard: only then does this door close for the station's own. Whoever typed the letter's words at the machine
   * itself has its first board.
   */
  command(door, '/api/setup/go-on', NoInput, () => {
    if (!isLoaded) return { ok: false, error: { type: 'not-loaded' } };
    if (isSpare(options)) return { ok: false, error: { type: 'not-taken-over' } };
    setImmediate(() => finish(startCode));
    const stationCertificate = readFileSync(join(home, 'place', PLACE_FILES.stationCertificate), 'utf8');
    const origin = originOf(
      { kind, stationCertificate },
      { ...options.opensAs, port: Number(new URL(url).port) },
    );
    return { ok: true, value: { board: `${origin}/masuk/#${firstBoardKeys(home)}.${startCode}` } };
  });
  await servePage(door, '/siap/', join(dirname(fileURLToPath(import.meta.url)), '../../dist/pages/setup'));
  door.get('/', (_request, reply) => reply.redirect('/siap/'));
  url = await door.listen({ host: LOOPBACK, port: options.port });
  return {
    url,
    loaded,
    async stop() {
      spare.close();
      await door.close();
    },
  };
}
