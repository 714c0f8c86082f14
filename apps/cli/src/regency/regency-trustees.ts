import { join } from 'node:path';
import { z } from 'zod';
import { type Device, startDevice, stopDevices } from '../exercise/processes.ts';
import { askDevice, tellDevice } from '../rehearse/device-calls.ts';
import type { Rehearsal } from './rehearsed-regency.ts';

const Anything = z.unknown();
const Planned = z.looseObject({ codes: z.array(z.strictObject({ member: z.string(), code: z.string() })) });
const Words = z.looseObject({ words: z.array(z.string()) });
const Sitting = z.looseObject({
  sitting: z.looseObject({
    members: z.array(z.looseObject({ name: z.string(), certificates: Words.nullable() })),
    keys: Words.nullable(),
  }),
});
const OwnShare = z.strictObject({ owner: z.int(), share: z.string() });
const Uploaded = z.discriminatedUnion('ok', [
  z.looseObject({ ok: z.literal(true) }),
  z.looseObject({ ok: z.literal(false), error: z.unknown() }),
]);

/** No interest holds more than n − k. */
export const SITTING_MEMBERS = [
  { id: 'pemegang-1', name: 'Orang Buatan Kartini', interest: 'panitia kabupaten' },
  { id: 'pemegang-2', name: 'Orang Buatan Ridwan', interest: 'dukcapil' },
  { id: 'pemegang-3', name: 'Orang Buatan Suhartini', interest: 'universitas' },
  { id: 'pemegang-4', name: 'Orang Buatan Hamid', interest: 'saksi bersama' },
  { id: 'pemegang-5', name: 'Orang Buatan Rosmala', interest: 'forum BPD' },
] as const;
const THRESHOLD = 3;
const SITTING = 'latihan-kunci';
/** An exercise's passphrase guards nothing. */
const PASSPHRASE = 'padi kuning di sawah latihan';

/** The trustees of a regency, each with a device of their own that holds a key for every electronic polling place. */
export interface RegencyTrustees {
  /** Shows all devices the election that a place's keys now belong to. */
  readonly showElection: (place: string, election: string, trustees: string) => Promise<void>;
  /** As many as suffice check the sealed record on their own devices. @returns their shares, as they leave the devices */
  readonly open: (
    place: string,
    sealed: { readonly record: Uint8Array; readonly voidList: Uint8Array; readonly casts: number },
  ) => Promise<readonly z.output<typeof OwnShare>[]>;
  readonly stop: () => Promise<void>;
}

/** Starts the devices of five people, who make the keys of all electronic polling places in one sitting at the office's notice board. */
export async function holdRegencySitting(
  { office, people, election }: Rehearsal,
  area: string,
  folder: string,
  say: (line: string) => void,
): Promise<RegencyTrustees> {
  const { regency } = people;
  const asked = { id: SITTING, election, area, name: 'Latihan sidang kunci', threshold: THRESHOLD };
  const { codes } = await office.act(
    regency,
    'ceremony.plan',
    { ...asked, members: SITTING_MEMBERS, places: [] },
    Planned,
  );
  const plan = Buffer.from(await office.paper(regency, 'ceremony.plan-file', { sitting: SITTING })).toString(
    'utf8',
  );
  const devices: Device[] = [];
  try {
    for (const { id } of SITTING_MEMBERS) {
      const words = ['--home', join(folder, id), '--port', '0', '--exercise', '--workers', '1'];
      devices.push(await startDevice('trustee', words, say));
    }
    await makeKeys({ office, regency, devices, codes, plan });
  } catch (error) {
    await stopDevices(devices);
    throw error;
  }
  const at = (place: string, path: string) => `/api/keys/${place}${path}`;
  return {
    async showElection(place, text, trustees) {
      for (const { url } of devices)
        await tellDevice(url, at(place, '/election'), { election: text, trustees }, Anything);
    },
    async open(place, { record, voidList, casts }) {
      return Promise.all(
        devices.slice(0, THRESHOLD).map(async ({ url }) => {
          await upload(url, at(place, '/opening/record'), record);
          await upload(url, at(place, '/opening/void'), voidList);
          await tellDevice(url, at(place, '/opening/check'), {}, Anything);
          await tellDevice(
            url,
            at(place, '/opening/share'),
            { passphrase: PASSPHRASE, ballotCount: casts },
            Anything,
          );
          return tellDevice(url, at(place, '/opening/own-share'), {}, OwnShare);
        }),
      );
    },
    stop: () => stopDevices(devices),
  };
}

/** One file from a stick, as the page hands it in. */
async function upload(device: string, path: string, bytes: Uint8Array): Promise<void> {
  const response = await fetch(new URL(path, device), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  });
  const answer = Uploaded.parse(await response.json());
  if (!answer.ok) throw new Error(`${path} was refused: ${JSON.stringify(answer.error)}`);
}

/** Three rounds at the notice board; fingerprints are compared as people read them aloud. */
async function makeKeys(input: {
  readonly office: Rehearsal['office'];
  readonly regency: Rehearsal['people']['regency'];
  readonly devices: readonly Device[];
  readonly codes: z.output<typeof Planned>['codes'];
  readonly plan: string;
}): Promise<void> {
  const { office, regency, devices, codes, plan } = input;
  const codeOf = (member: string) => codes.find((one) => one.member === member)?.code;
  const exchange = async () => {
    // whoever came early takes what the others gave after
    for (const round of ['give', 'take']) {
      for (const [index, { url }] of devices.entries()) {
        const code = codeOf(SITTING_MEMBERS[index]?.id ?? '');
        const board = round === 'give' ? { address: office.url, code } : {};
        await tellDevice(url, '/api/ring/exchange', board, Anything);
      }
    }
  };
  const advance = (round: 'certificate' | 'polynomial' | 'share') =>
    Promise.all(
      devices.map(({ url }) =>
        tellDevice(url, '/api/ring/advance', { round, passphrase: PASSPHRASE }, Anything),
      ),
    );
  const states = () =>
    Promise.all(devices.map(async ({ url }) => (await askDevice(url, '/api/ring/state', Sitting)).sitting));
  const readAloud = (what: string, spoken: readonly string[]) => {
    if (new Set(spoken).size !== 1) throw new Error(`${what}: the devices do not show the same words`);
  };
  await Promise.all(
    devices.map(({ url }, index) =>
      tellDevice(
        url,
        '/api/ring/begin',
        { plan, member: SITTING_MEMBERS[index]?.id, passphrase: PASSPHRASE },
        Anything,
      ),
    ),
  );
  await exchange();
  for (const { name } of SITTING_MEMBERS) {
    const spoken = (await states()).map(
      ({ members }) => members.find((member) => member.name === name)?.certificates?.words.join(' ') ?? '',
    );
    readAloud(name, spoken);
  }
  const present = SITTING_MEMBERS.map(({ id }) => id);
  await office.act(regency, 'ceremony.compared', { sitting: SITTING, present }, Anything);
  for (const round of ['certificate', 'polynomial', 'share'] as const) {
    await advance(round);
    if (round !== 'share') await exchange();
  }
  readAloud(
    'keys',
    (await states()).map(({ keys }) => keys?.words.join(' ') ?? ''),
  );
  for (const { id: member } of SITTING_MEMBERS) {
    await office.act(regency, 'ceremony.confirmed', { sitting: SITTING, member }, Anything);
  }
  await office.act(
    regency,
    'ceremony.posted',
    { sitting: SITTING, where: 'Papan kantor (latihan)' },
    Anything,
  );
}
