import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  electionPublicKey,
  generateCardCode,
  generateTrustee,
  parseTrustees,
  writeElection,
  writeTrustees,
} from '@bilik/ballot';
import { nativeGroup, systemRandom } from '@bilik/ballot/native';
import { command, NoInput, openDoor, openLiveEvents, question, servePage } from '@bilik/server';
import { z } from 'zod';
import type { WaitsFor } from '../src/station/until-heard.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const UUID = 'BoothPageTest1';
/** The keys of every booth whose technician set no others. */
export const USUAL_KEYS = {
  next: ['ArrowRight', 'ArrowDown'],
  previous: ['ArrowLeft', 'ArrowUp'],
  select: ['Enter', ' '],
} as const;
const NO_SOUND = { speaker: 'none', headphones: false, keys: USUAL_KEYS };

export interface Ballot {
  readonly title: string;
  /** In the order of their numbers. The blank vote comes last by itself. */
  readonly names: readonly string[];
}

/**
 * Stands for the booth process below the booth page: the same door, policy and addresses, and states that go where the test
 * sends them. It prints nothing and knows no station; whole casts are proven by `test/whole-election.test.ts`.
 */
export interface ScriptedBooth {
  readonly url: string;
  /** A card of this election, as a scanner types it. */
  readonly card: () => string;
  /** What the page asks for next: other candidates, another question. A page that is open must be loaded again. */
  readonly setBallot: (ballot: Ballot) => void;
  readonly show: (state: { readonly name: string; readonly [more: string]: unknown }) => void;
  /** How the station thinks of every card. */
  readonly setStanding: (standing: string) => void;
  /** What the booth process says besides its state. */
  readonly setSaid: (said: Partial<Said>) => void;
  /** Every tracker slip is refused with the printer's trouble; `null` prints again. */
  readonly refuseTracker: (trouble: string | null) => void;
  /** Which slip hangs from now on. */
  readonly hang: (number: number) => void;
  /** Commands to `/api/reset` wait until the returned function is called. */
  readonly holdReset: () => () => void;
  /** What the device has for ears and hands, and its clips by file. A page that is open must be loaded again. */
  readonly setAccess: (access: object, voices: ReadonlyMap<string, Uint8Array>) => void;
  /** Clips that the page asked for, in order. */
  readonly voicesAsked: readonly string[];
  /** What the page told the board about help, in order. */
  readonly helpCalls: readonly boolean[];
  /** Paths of all commands so far. */
  readonly commands: readonly string[];
  readonly stop: () => Promise<void>;
}

interface Said {
  readonly trouble: string | null;
  readonly phase: string;
  readonly waitsFor: WaitsFor | null;
  readonly stationUnheard: boolean;
}

/** A slip as it hangs behind the glass, in the size of the real raster. A test knows it by its width, which is of no number else. */
const slipOf = (number: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${576 + number}" height="1100" viewBox="0 0 576 1100"><rect width="576" height="1100" fill="#fff"/><text x="288" y="420" font-size="240" text-anchor="middle">${number}</text><text x="288" y="620" font-size="56" text-anchor="middle">Calon Nomor ${number}</text></svg>`;

function writeTestElection(ballot: Ballot): string {
  const group = nativeGroup();
  const { key } = generateTrustee(group, systemRandom, 'Uji');
  const trustees = parseTrustees(group, writeTrustees(group, [{ kind: 'single', key }]));
  if (!trustees.ok) throw new Error('The test made wrong trustees');
  return writeElection({
    uuid: UUID,
    name: 'Uji halaman bilik',
    description: '',
    group: group.name,
    publicKey: electionPublicKey(group, trustees.value),
    questions: [
      { question: ballot.title, answers: [...ballot.names, 'Suara kosong'], blank: false, min: 1, max: 1 },
    ],
    bilik: { profile: 1, kind: 'exercise', pollingPlace: 'UJI', signingKey: `${'A'.repeat(43)}=` },
  });
}

export async function openScriptedBooth(first: Ballot): Promise<ScriptedBooth> {
  const commands: string[] = [];
  let ballot = first;
  let election = writeTestElection(ballot);
  let state: object = { name: 'idle' };
  let standing = 'ready';
  let said: Said = { trouble: 'jam', phase: 'open', waitsFor: null, stationUnheard: false };
  let trackerTrouble: string | null = null;
  let access: object = NO_SOUND;
  let voices: ReadonlyMap<string, Uint8Array> = new Map();
  const helpCalls: boolean[] = [];
  const voicesAsked: string[] = [];
  let resetMayAnswer: Promise<void> = Promise.resolve();

  const door = openDoor({
    bodyLimitBytes: 256 * 1024,
    hostNames: ['127.0.0.1'],
    onBroken: (error, route) => commands.push(`broken: ${route}: ${error.message}`),
  });
  const live = openLiveEvents(door, '/api/live', 15_000);
  const enter = (next: object) => {
    state = next;
    live.announce();
    return { ok: true as const, value: next };
  };
  question(door, '/api/place', () => ({
    kind: 'exercise',
    booth: 1,
    village: 'Merah Mata',
    pollingPlace: 'TPS 01 Melati',
    contests: [
      {
        id: 'kepala-desa',
        title: { id: ballot.title, en: ballot.title },
        options: [
          ...ballot.names.map((name, index) => ({
            key: `candidate-${index + 1}`,
            number: index + 1,
            name,
            photo: `person-${index + 1}.svg`,
          })),
          { key: 'blank', number: null, name: null, photo: null },
        ],
      },
    ],
    people: [
      { id: 'chair', name: 'Rahmat Hidayat', role: 'chair' },
      { id: 'member', name: 'Lina Sari', role: 'member' },
    ],
    election,
    windowPicture: '/slip.svg',
    access,
    voices: [...voices.keys()],
    helperAllowed: true,
    window: true,
    logicTest: null,
  }));
  question(door, '/api/state', () => ({ state, logicTest: null, ...said }));
  const hash = z.looseObject({ hash: z.string() });
  let voting = '';
  let hangs = 2;
  door.addHook('preHandler', async (request) => {
    if (request.method === 'POST') commands.push(request.url);
  });
  command(door, '/api/card-nonce', NoInput, () => ({ ok: true, value: { nonce: '0'.repeat(64) } }));
  command(door, '/api/token', z.unknown(), () => ({ ok: true, value: { standing } }));
  command(door, '/api/tracker', hash, (input) => {
    if (trackerTrouble !== null) {
      said = { ...said, trouble: trackerTrouble };
      live.announce();
      return { ok: false, error: { type: 'printer-not-ready', trouble: trackerTrouble } };
    }
    voting = input.hash;
    return enter({ name: 'tracker-printed', hash: voting });
  });
  command(door, '/api/cast', z.unknown(), () => enter({ name: 'slip-held', hash: voting }));
  for (const [path, outcome] of [
    ['/api/confirm', 'cast'],
    ['/api/reject', 'spoiled'],
  ] as const) {
    command(door, path, hash, (input) =>
      input.hash === voting
        ? enter({ name: 'finished', outcome, hash: voting })
        : { ok: false, error: { type: 'not-now' } },
    );
  }
  command(door, '/api/prove', z.unknown(), () =>
    enter({ name: 'finished', outcome: 'proved', hash: voting }),
  );
  command(door, '/api/answer', z.unknown(), () => ({
    ok: false,
    error: { type: 'station-refused', reason: 'pin-wrong', person: 'chair', waitSeconds: 0 },
  }));
  command(door, '/api/help', z.strictObject({ isWanted: z.boolean() }), ({ isWanted }) => {
    helpCalls.push(isWanted);
    return { ok: true, value: { isHeard: true } };
  });
  command(door, '/api/reset', NoInput, async () => {
    await resetMayAnswer;
    return enter({ name: 'idle' });
  });
  door.get('/slip.svg', (_, reply) => reply.header('content-type', 'image/svg+xml').send(slipOf(hangs)));
  const person = readFileSync(join(root, 'packages', 'ui', 'gallery', 'person.svg'), 'utf8');
  door.get('/photos/:file', (_, reply) => reply.header('content-type', 'image/svg+xml').send(person));
  door.get('/voices/:file', (request, reply) => {
    const { file } = z.object({ file: z.string() }).parse(request.params);
    voicesAsked.push(file);
    return reply.header('content-type', 'audio/wav').send(Buffer.from(voices.get(file) ?? []));
  });
  let metres = 4;
  const PERSON = z.looseObject({ confirmations: z.array(z.object({ person: z.string(), pin: z.string() })) });
  const isRight = ({ confirmations }: z.output<typeof PERSON>) => confirmations[0]?.pin === '246810';
  const wrongPin = (person: string | undefined) =>
    ({
      ok: false,
      error: { type: 'station-refused', reason: 'pin-wrong', person, waitSeconds: 0 },
    }) as const;
  question(door, '/api/paper', () => ({
    left: {
      millimetres: metres * 1_000,
      voters: Math.floor((metres * 1_000) / 305),
      slips: metres === 4 ? 249 : 0,
    },
    paper: metres === 4 ? 'low' : 'enough',
    trouble: null,
    state: 'idle',
    people: [
      { id: 'chair', name: 'Rahmat Hidayat', role: 'chair' },
      { id: 'technician', name: 'Agus Salim', role: 'technician' },
    ],
  }));
  command(door, '/api/change-roll', PERSON.extend({ metres: z.int() }), (input) => {
    if (!isRight(input)) return wrongPin(input.confirmations[0]?.person);
    metres = input.metres;
    return enter({ name: 'idle' });
  });
  command(door, '/api/test-print', PERSON, (input) =>
    isRight(input) ? enter({ name: 'idle' }) : wrongPin(input.confirmations[0]?.person),
  );
  await servePage(door, '/bilik/', join(root, 'apps', 'booth', 'dist', 'pages', 'booth'));
  await servePage(door, '/petugas/', join(root, 'apps', 'booth', 'dist', 'pages', 'officer'));
  const origin = await door.listen({ host: '127.0.0.1', port: 0 });

  return {
    url: `${origin}/bilik/`,
    card: () => generateCardCode(systemRandom),
    setBallot(next) {
      ballot = next;
      election = writeTestElection(next);
    },
    show: enter,
    setStanding(next) {
      standing = next;
    },
    setSaid(next) {
      said = { ...said, ...next };
      live.announce();
    },
    hang(number) {
      hangs = number;
    },
    refuseTracker(trouble) {
      trackerTrouble = trouble;
    },
    holdReset() {
      let release = () => {};
      resetMayAnswer = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    setAccess(next, clips) {
      access = next;
      voices = clips;
    },
    voicesAsked,
    helpCalls,
    commands,
    async stop() {
      live.end();
      await door.close();
    },
  };
}
