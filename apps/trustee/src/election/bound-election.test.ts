import { generateTrustee, writeTrustees } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { beforeAll, expect, test } from 'vitest';
import { openParty, runCeremony } from '../../test/ceremony-run.ts';
import { openTestDevice, testRandom } from '../../test/device.ts';
import { openPlace, type TestPlace } from '../../test/polling-place.ts';
import { at, succeeded } from '../../test/succeeded.ts';
import type { TrusteeDevice } from '../trustee-device.ts';

let party: readonly TrusteeDevice[];
let trusteesText: string;
let place: TestPlace;

beforeAll(async () => {
  party = openParty(3, 'election');
  await runCeremony(party, 2);
  trusteesText = at(party, 0).trusteesText() ?? '';
  place = openPlace({ trusteesText });
});

const textsOf = ({ election, trusteesText: trustees }: TestPlace) => ({ election: election.text, trustees });
const refusalOf = (answer: { readonly ok: boolean; readonly error?: unknown }) =>
  answer.ok ? 'accepted' : answer.error;

test('an election of this key is bound, again and again, and shows what to compare', () => {
  for (const [index, device] of party.entries()) {
    const bound = succeeded(device.electionRoom.bind(textsOf(place)));
    expect(bound.owner).toBe(index + 1);
    succeeded(device.electionRoom.bind(textsOf(place)));
    expect(device.state()).toMatchObject({
      step: 'election',
      isExercise: true,
      election: { fingerprint: place.election.fingerprint, owner: index + 1, threshold: 2, trusteeCount: 3 },
    });
  }
});

test('one key, one election: another one later is refused for ever', () => {
  const device = at(party, 0);
  succeeded(device.electionRoom.bind(textsOf(place)));
  const other = openPlace({ trusteesText, name: 'TPS 02 Mawar', uuid: 'TPSMawar222222' });
  const bound = { type: 'key-bound-to-other-election', fingerprint: place.election.fingerprint };
  expect(refusalOf(device.electionRoom.bind(textsOf(other)))).toEqual(bound);
  // Even the same election with another spelling of its trustees.
  const respelled = { ...textsOf(place), trustees: writeTrustees(nativeGroup(), []) };
  expect(refusalOf(device.electionRoom.bind(respelled))).toEqual(bound);
});

test('its owner number counts the trustees that stand before its ceremony', async () => {
  const [device] = openParty(2, 'mixed');
  if (device === undefined) throw new Error('no device');
  const [, second] = openParty(2, 'mixed');
  const { parameters } = await runCeremony([device, second ?? device], 2);
  const group = nativeGroup();
  const { key } = generateTrustee(group, testRandom('single trustee'), 'Pengadilan');
  const text = writeTrustees(group, [
    { kind: 'single', key },
    { kind: 'threshold', parameters },
  ]);
  const mixed = openPlace({ trusteesText: text });
  expect(succeeded(device.electionRoom.bind(textsOf(mixed))).owner).toBe(2);
});

test('elections that this key cannot open are refused by name, and nothing is bound', async () => {
  const strangers = openParty(3, 'strangers');
  await runCeremony(strangers, 2);
  const device = at(strangers, 0);
  const own = openPlace({ trusteesText: device.trusteesText() ?? '' });
  const { election, trustees } = textsOf(own);
  const cases: [string, { election: string; trustees: string }, object][] = [
    ['other trustees', textsOf(place), { type: 'key-not-among-trustees' }],
    [
      'other trustees beside the right election',
      { election, trustees: trusteesText },
      { type: 'election-key-wrong' },
    ],
    ['another y', { election: place.election.text, trustees }, { type: 'election-key-wrong' }],
    [
      'no JSON',
      { election: 'halo', trustees },
      { type: 'election-unreadable', path: '', problem: 'not-canonical' },
    ],
    [
      'a Belenios election',
      { election: election.replace(/,"bilik":.*\}$/, '}'), trustees },
      { type: 'election-of-other-profile' },
    ],
    [
      'a broken list',
      { election, trustees: trustees.replace('"threshold":2', '"threshold":3') },
      { type: 'trustees-unreadable' },
    ],
    ['an empty list', { election, trustees: '[]' }, { type: 'trustees-unreadable' }],
  ];
  for (const [what, input, refusal] of cases) {
    expect(refusalOf(device.electionRoom.bind(input)), what).toMatchObject(refusal);
  }
  expect(device.state()).toMatchObject({ step: 'key', election: null });
});

test('a device without a finished key, and an exercise device before a real election, refuse', async () => {
  const fresh = openTestDevice({ name: 'fresh' });
  expect(refusalOf(fresh.electionRoom.bind(textsOf(place)))).toEqual({
    type: 'step-too-early',
    needed: 'key',
  });
  const devices = ['exercise 1', 'exercise 2'].map((name) => openTestDevice({ name, isExercise: true }));
  await runCeremony(devices, 2);
  const device = at(devices, 0);
  expect(device.state().isExercise).toBe(true);
  const real = openPlace({ trusteesText: device.trusteesText() ?? '', kind: 'real' });
  expect(refusalOf(device.electionRoom.bind(textsOf(real)))).toEqual({ type: 'exercise-device' });
});
