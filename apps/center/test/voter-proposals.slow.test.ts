import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIdentities } from '../src/voters/identity/identities.ts';
import { personOf } from '../src/voters/identity/voter-row.ts';
import { ELECTION, VILLAGE } from './small-regency.ts';
import { upload, voterAt, withSmallList } from './small-voter-lists.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
  await withSmallList(center);
});
afterAll(() => center.close());

/** Calls an act that must be carried out. */
async function done<Value>(account: string, name: string, input: object): Promise<Value> {
  const { body } = await center.act(account, name, { election: ELECTION, ...input });
  expect(body, name).toMatchObject({ ok: true });
  return body.value as Value;
}

/** Calls an act that must be refused. @returns the refusal's name */
async function refused(account: string, name: string, input: object): Promise<string | undefined> {
  const { status, body } = await center.act(account, name, { election: ELECTION, ...input });
  expect(status, JSON.stringify(body)).toBe(409);
  return body.error?.type;
}

const voters = () =>
  center.store.owner.selectFrom('voter').selectAll().where('area', '=', VILLAGE).orderBy('id').execute();

test('a correction leaves numbers that nobody typed; evidence is a picture or a PDF and is opened under a name', async () => {
  const sentFile = async (bytes: Uint8Array, name: string) => {
    await upload(center, 'committee', bytes, name);
    return createHash('sha256').update(bytes).digest('hex');
  };
  const voter = await voterAt(center, 10);
  const identities = openIdentities(center.parts.keys);
  const listed = async () => {
    const row = (await voters()).find(({ id }) => id === voter);
    if (row === undefined) throw new Error('nobody');
    return personOf(identities, row);
  };
  const before = await listed();
  const shared = { village: VILLAGE, origin: 'objection', evidence: 'kartu keluarga asli', voter };
  const person = { ...before, nik: null, familyCard: 'unchanged', name: 'Nama Buatan Dibetulkan' };
  const correction = { ...shared, kind: 'correct', person };
  expect(
    await refused('committee', 'voters.propose', {
      ...correction,
      evidenceFile: await sentFile(Buffer.from('<html>bukan surat</html>'), 'surat.pdf'),
    }),
  ).toBe('evidence-not-a-document');
  expect(await refused('committee', 'voters.propose', { ...correction, evidenceFile: 'f'.repeat(64) })).toBe(
    'evidence-unknown',
  );
  const pdf = Buffer.from('%PDF-1.7 surat buatan');
  const { id } = await done<{ id: number }>('committee', 'voters.propose', {
    ...correction,
    evidenceFile: await sentFile(pdf, 'kartu.pdf'),
  });
  // another correction of the same person is decided in between: a new family card
  const other = await done<{ id: number }>('committee', 'voters.propose', {
    ...shared,
    kind: 'correct',
    person: { ...before, nik: null, familyCard: '1607010101260099' },
  });
  await done('regency', 'voters.proposal-decide', { proposal: other.id, approve: true, why: 'kartu baru' });
  const shown = await done<object>('regency', 'voters.proposal', { proposal: id });
  expect(shown).toMatchObject({
    ...{ isSameNik: true, origin: 'objection', evidenceType: 'application/pdf' },
    after: { name: 'Nama Buatan Dibetulkan', familyCard: '160701••••••••99' },
  });
  const question = { election: ELECTION, proposal: id };
  // the hash of the evidence names a file that not all who see the list may open
  const listing = await done<readonly object[]>('committee', 'voters.proposals', {
    ...{ area: VILLAGE, state: 'waiting', after: null },
  });
  expect(listing.length).toBeGreaterThan(0);
  expect(JSON.stringify([shown, listing])).not.toContain(createHash('sha256').update(pdf).digest('hex'));
  const { type, bytes } = await center.paper('regency', 'voters.proposal-evidence', question);
  expect([type, bytes.equals(pdf)]).toEqual(['application/pdf', true]);
  const looks = await center.store.owner
    .selectFrom('voter_look')
    .select('why')
    .where('account', '=', 'regency')
    .where('voter', '=', voter)
    .execute();
  expect(looks.map(({ why }) => why)).toContain(`bukti usulan ${id}`);
  await done('regency', 'voters.proposal-decide', { proposal: id, approve: true, why: 'kartu cocok' });
  expect(await listed()).toEqual({
    ...{ ...before, name: 'Nama Buatan Dibetulkan', familyCard: '1607010101260099' },
  });
});

test('one household moves from an RT to another polling place, whole; the others stay', async () => {
  const inVillage = { village: VILLAGE };
  const divided = await done<{ places: { parts: { hamlet: string; rw: string; rt: string }[] }[] }>(
    'committee',
    'voters.divide',
    { ...inVillage, votersCap: 80 },
  );
  const part = divided.places[0]?.parts[0];
  if (part === undefined) throw new Error('an empty place');
  const neighbourhood = { hamlet: part.hamlet, rw: part.rw, rt: part.rt };
  const households = () =>
    done<{ voter: number; names: string[]; place: number }[]>('committee', 'voters.households', {
      ...{ ...inVillage, neighbourhood },
    });
  const before = await households();
  expect(before.length).toBeGreaterThan(2);
  const family = before.find(({ names }) => names.length > 1);
  if (family === undefined) throw new Error('everybody lives alone');
  const move = { ...inVillage, votersCap: 110, householdOf: family.voter, to: 2 };
  await done('committee', 'voters.division-move', move);
  expect(await households()).toEqual(
    before.map((one) => (one.voter === family.voter ? { ...one, place: 2 } : one)),
  );
  const moved = (await voters()).filter(({ place_number, hamlet, rt, rw }) => {
    return place_number === 2 && hamlet === part.hamlet && rt === part.rt && rw === part.rw;
  });
  expect(moved.map(({ name }) => name)).toEqual(expect.arrayContaining(family.names));
  expect(await refused('committee', 'voters.division-move', move)).toBe('already-there');
  const nobody = { ...move, householdOf: 999_999_999 };
  expect(await refused('committee', 'voters.division-move', nobody)).toBe('no-such-household');
  expect(await refused('committee', 'voters.division-move', { ...move, votersCap: 50, to: 1 })).toBe(
    'over-cap',
  );
});

test('of one person one proposal to mark waits, and five to correct; one that is decided or withdrawn makes room', async () => {
  const voter = await voterAt(center, 12);
  const identities = openIdentities(center.parts.keys);
  const row = (await voters()).find(({ id }) => id === voter);
  if (row === undefined) throw new Error('nobody');
  const shared = { village: VILLAGE, origin: 'committee', evidence: 'surat kematian', voter };
  const mark = { ...shared, kind: 'mark-ineligible', reason: 'dead' };
  // also at the same moment
  const atOnce = await Promise.all(
    Array.from({ length: 4 }, () =>
      center.act('committee', 'voters.propose', { election: ELECTION, ...mark }),
    ),
  );
  expect(atOnce.map(({ body }) => body.error?.type ?? 'noted').toSorted()).toEqual([
    'noted',
    ...Array<string>(3).fill('proposal-waits-already'),
  ]);
  expect(await refused('registrar', 'voters.propose', mark)).toBe('proposal-waits-already');
  // somebody else is marked all the same
  await done('committee', 'voters.propose', { ...mark, voter: await voterAt(center, 13) });
  const person = { ...personOf(identities, row), nik: null, familyCard: 'unchanged' };
  for (let number = 0; number < 5; number += 1) {
    await done('committee', 'voters.propose', { ...shared, kind: 'correct', person });
  }
  const correction = { ...shared, kind: 'correct', person };
  expect(await refused('committee', 'voters.propose', correction)).toBe('proposal-waits-already');
  const noted = atOnce.find(({ body }) => body.ok)?.body.value as { readonly id: number };
  await done('committee', 'voters.proposal-withdraw', { proposal: noted.id });
  await done('committee', 'voters.propose', mark);
});
