import { createHash } from 'node:crypto';
import { openDoor } from '@bilik/server';
import { commitmentText, type PlaceContest } from '@bilik/tabulation';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inScope } from '../src/database/scope.ts';
import { openEvidenceDoor, WAITING_TOGETHER } from '../src/lanes/public-evidence.ts';
import { type NewChange, recordChange } from '../src/tabulation/record-change.ts';
import { addAccount, ELECTION } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const PLACE = '16.07.05.2003-001';
const OTHER = '16.07.05.2004-001';
const CONTEST = 'kepala-desa';

let center: TestCenter;
let number = 0;
beforeAll(async () => {
  center = await openTestCenter();
});
afterAll(() => center.close());

const figures = (c1: number, c2: number, c3: number) => ({
  ...{ users: c1 + c2 + c3 + 4, votes: { c1, c2, c3 }, valid: c1 + c2 + c3, invalid: 4 },
});
const commit = (place: string, given: object, sentAs?: string, acknowledged?: readonly string[]) => {
  number += 1;
  const id = sentAs ?? String(number).padStart(32, 'd');
  return center.act('desk', 'lanes.commit', {
    election: ELECTION,
    place,
    contest: CONTEST,
    figures: given,
    sentAs: id,
    ...(acknowledged === undefined ? {} : { acknowledged }),
  });
};
/** The committee's result, as a definitive sheet hands it over. */
const announce = (place: string, c1: number, c2: number, c3: number) =>
  inScope(center.store.database, { area: '*', account: null }, (transaction) =>
    recordChange(transaction, {
      ...{ election: ELECTION, place, contest: CONTEST, lane: 'official', part: 'whole', at: new Date(0) },
      ...{ sourceKind: 'sheet', source: `${place}/1`, account: null, reason: null },
      figures: { users: c1 + c2 + c3 + 4, women: c2, votes: { c1, c2, c3 }, valid: c1 + c2 + c3, invalid: 4 },
    }),
  );
interface Comparison {
  readonly places: readonly {
    readonly place: string;
    readonly opens: boolean;
    readonly isLater: boolean;
    readonly nonce: string;
    readonly commitment: string;
    readonly internal: PlaceContest;
  }[];
  readonly differences: readonly { readonly place: string; readonly exceedsMargin: boolean }[];
}
const compare = async (account: string): Promise<Comparison> => {
  const { body } = await center.act(account, 'lanes.compare', { election: ELECTION, area: '16.07' });
  return body.value as Comparison;
};
const countAs = async (account: string, table: 'internal_figures' | 'result_change') => {
  const { rows } = await inScope(center.store.database, { area: '16.07', account }, (transaction) =>
    sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(transaction),
  );
  return rows[0]?.count;
};

describe('the Desk’s own lane', () => {
  test('before the official result is in, nobody but the Desk reads a figure: not by an act, not in the database', async () => {
    expect((await commit(PLACE, figures(120, 84, 31))).status).toBe(200);
    for (const other of ['regency', 'auditor']) {
      expect(await compare(other)).toEqual({ places: [], differences: [] });
      const { body } = await center.act(other, 'lanes.commitments', { election: ELECTION });
      expect(body.value).toMatchObject([{ place: PLACE, contest: CONTEST }]);
      expect(JSON.stringify(body)).not.toMatch(/nonce|"votes"|120/);
      expect(await countAs(other, 'internal_figures')).toBe(0);
    }
    expect(await countAs('desk', 'internal_figures')).toBe(1);
  });

  test('before its own figures are fixed, the Desk reads no official one: the database hides them', async () => {
    expect((await announce(OTHER, 10, 9, 8)).ok).toBe(true);
    expect(await countAs('desk', 'result_change')).toBe(0);
    expect(await countAs('regency', 'result_change')).toBe(1);
    expect(await compare('desk')).toEqual({ places: [], differences: [] });
    for (const act of ['tabulation.area', 'sheets.list'])
      expect((await center.act('desk', act)).status).toBe(403);
  });

  test('once both sides are in, both see both, and the hash opens with the figures that were fixed', async () => {
    await announce(PLACE, 121, 84, 31);
    for (const account of ['desk', 'regency', 'auditor']) {
      const { places, differences } = await compare(account);
      expect(places).toMatchObject([{ place: PLACE, opens: true }]);
      const [met] = places;
      if (met === undefined) throw new Error('one place met');
      const text = commitmentText({ place: PLACE, contest: CONTEST, result: met.internal }, met.nonce);
      expect(createHash('sha256').update(text).digest('hex')).toBe(met.commitment);
      expect(differences).toMatchObject([{ place: PLACE, exceedsMargin: false }]);
    }
    expect((await commit(PLACE, figures(121, 84, 31))).body.error).toEqual({ type: 'lanes-met-already' });
  });

  test('what the Desk has seen it cannot copy after the official result was withdrawn', async () => {
    const withdraw: Omit<NewChange, 'figures'> = {
      ...{ election: ELECTION, place: PLACE, contest: CONTEST, lane: 'official', part: 'whole' },
      ...{ sourceKind: 'sheet', source: `${PLACE}/1`, account: null, reason: 'ditarik', at: new Date(0) },
    };
    const change = (figures: NewChange['figures']) =>
      inScope(center.store.database, { area: '*', account: null }, (transaction) =>
        recordChange(transaction, { ...withdraw, figures }),
      );
    expect((await change(null)).ok).toBe(true);
    expect((await compare('desk')).places).toEqual([]);
    expect((await commit(PLACE, figures(121, 84, 31))).body.error).toEqual({ type: 'lanes-met-already' });
    const again = { users: 240, women: 84, votes: { c1: 121, c2: 84, c3: 31 }, valid: 236, invalid: 4 };
    expect((await change(again)).ok).toBe(true);
    expect((await compare('auditor')).differences).toMatchObject([{ place: PLACE }]);
  });

  test('why lanes differ is noted from a list; it holds for those figures only, and the stream of events tells no figure', async () => {
    const explain = async (account: string, place: string, note: string | null = null) => {
      const given = { election: ELECTION, place, contest: CONTEST, reason: 'desk-slip', note };
      const { body } = await center.act(account, 'lanes.explain', given);
      return body.ok ? 'done' : body.error?.type;
    };
    const given = async (account: string) => {
      const { differences } = await compare(account);
      return differences.map((one) => ('given' in one ? one.given : undefined));
    };
    expect(await explain('desk', OTHER)).toBe('no-difference');
    expect(await given('auditor')).toEqual([null]);
    expect(await explain('regency', PLACE, 'angka 120 dibaca dari foto')).toBe('done');
    expect(await given('desk')).toMatchObject([{ reason: 'desk-slip', account: 'regency', isCurrent: true }]);
    const event = await center.store.owner
      .selectFrom('event')
      .select('after')
      .where('act', '=', 'lanes.explain')
      .executeTakeFirstOrThrow();
    expect(event.after).toEqual({ contest: CONTEST, reason: 'desk-slip' });
    await inScope(center.store.database, { area: '*', account: null }, (transaction) =>
      recordChange(transaction, {
        ...{ election: ELECTION, place: PLACE, contest: CONTEST, lane: 'official', part: 'whole' },
        ...{
          sourceKind: 'sheet',
          source: `${PLACE}/2`,
          account: null,
          reason: 'salah ketik',
          at: new Date(0),
        },
        figures: { users: 241, women: 84, votes: { c1: 122, c2: 84, c3: 31 }, valid: 237, invalid: 4 },
      }),
    );
    expect(await given('desk')).toMatchObject([{ reason: 'desk-slip', isCurrent: false }]);
  });

  test('a difference that reaches its village’s margin comes first; a stored figure that was changed opens no more', async () => {
    expect((await commit(OTHER, figures(9, 10, 8))).status).toBe(200);
    expect(
      (await compare('desk')).differences.map(({ place, exceedsMargin }) => [place, exceedsMargin]),
    ).toEqual([
      [OTHER, true],
      [PLACE, false],
    ]);
    await center.store.owner
      .updateTable('internal_figures')
      .set({ figures: sql`jsonb_set(figures, '{users}', '1')` })
      .where('place', '=', OTHER)
      .execute();
    const { places } = await compare('auditor');
    expect(places.map(({ place, opens }) => [place, opens])).toEqual([
      [PLACE, true],
      [OTHER, false],
    ]);
  });

  test('the margin is the village’s for whoever may see it; the Desk’s is of places that met, and says of how many', async () => {
    const beside = PLACE.replace('-001', '-002');
    await center.store.owner
      .insertInto('place')
      .values({
        ...{ election: ELECTION, id: beside, area: PLACE.slice(0, 13), number: 2, name: null, mode: 'paper' },
        ...{ registered_l: 100, registered_p: 100 },
      })
      .execute();
    expect((await announce(beside, 5, 90, 4)).ok).toBe(true);
    const weighed = async (account: string) =>
      (await compare(account)).differences.find(({ place }) => place === PLACE);
    expect(await weighed('desk')).toMatchObject({ margin: 122 - 84, marginOf: 1 });
    expect(await weighed('regency')).toMatchObject({ margin: 84 + 90 - (122 + 5), marginOf: 2 });
  });

  test('figures that were fixed when the official result was here are named as such', async () => {
    const { places } = await compare('regency');
    expect(places.map(({ isLater }) => isLater)).toEqual(places.map(() => true));
  });

  test('a code that somebody scanned from the board is compared as evidence', async () => {
    const scanned = await inScope(center.store.database, { area: '*', account: null }, (transaction) =>
      recordChange(transaction, {
        ...{
          election: ELECTION,
          place: OTHER,
          contest: CONTEST,
          lane: 'evidence',
          part: 'whole',
          at: new Date(0),
        },
        ...{ sourceKind: 'evidence', source: 'code', account: null, reason: null },
        figures: { users: 31, women: null, votes: { c1: 10, c2: 9, c3: 8 }, valid: 27, invalid: 4 },
      }),
    );
    expect(scanned.ok).toBe(true);
    const { places } = await compare('auditor');
    expect(places.find(({ place }) => place === OTHER)).toMatchObject({
      evidence: { users: 31, valid: 27, options: [{ key: 'c1', votes: 10 }, { votes: 9 }, { votes: 8 }] },
    });
  });

  test('figures that do not fit the ballot are refused; the same figures sent again are one', async () => {
    const place = '16.07.01.2002-001';
    for (const wrong of [
      { ...figures(1, 2, 3), votes: { c1: 1, c2: 2 } },
      { ...figures(1, 2, 3), votes: { c1: 1, c2: 2, c3: 3, c4: 0 } },
    ]) {
      expect((await commit(place, wrong)).body.error).toEqual({ type: 'figures-do-not-fit' });
    }
    expect((await commit('16.07.09.2001-001', figures(1, 2, 3))).body.error).toEqual({
      type: 'place-unknown',
    });
    const first = await commit(place, figures(1, 2, 3), 'a'.repeat(32));
    expect((await commit(place, figures(1, 2, 3), 'a'.repeat(32))).body).toEqual(first.body);
  });
});

describe('figures of the Desk that contradict each other', () => {
  const place = '16.07.01.2001-001';
  const sent = 'c'.repeat(32);
  const fixed = () =>
    center.store.owner.selectFrom('internal_figures').select('figures').where('place', '=', place).execute();
  /** Votes that are not the valid ones, fewer papers than votes, more voters than the list has. */
  const reported = { ...figures(200, 100, 30), valid: 329, users: 331 };

  test('are not fixed without a word: the rules they break are said, each with its calculation', async () => {
    for (const acknowledged of [undefined, [], ['E02'], ['E02', 'E05', 'E03']]) {
      const { status, body } = await commit(place, reported, sent, acknowledged);
      expect([status, body.error]).toMatchObject([409, { type: 'figures-contradict' }]);
      expect((body.error as unknown as { contradictions: readonly object[] }).contradictions).toMatchObject([
        {
          code: 'E02',
          calculation: { id: '200 + 100 + 30 = 330, lembar menyatakan 329 (nomor 3), selisih 1' },
        },
        { code: 'E05', fields: ['users', 'valid', 'invalid'] },
        { code: 'E06', fields: ['users'] },
      ]);
    }
    // one ballot paper fewer than votes: the smallest contradiction is said as well
    const { body } = await commit(place, { ...figures(10, 9, 8), users: 30 }, sent);
    expect(body.error).toMatchObject({ contradictions: [{ code: 'E05' }] });
    expect(await fixed()).toEqual([]);
  });

  test('are fixed as reported once each rule is acknowledged, and the stream says which, without a figure', async () => {
    expect((await commit(place, reported, sent, ['E02', 'E05', 'E06'])).status).toBe(200);
    expect(await fixed()).toMatchObject([{ figures: { valid: 329, users: 331 } }]);
    const events = await center.store.owner
      .selectFrom('event')
      .select('after')
      .where('act', '=', 'lanes.commit')
      .where('subject', '=', place)
      .execute();
    expect(events).toMatchObject([{ after: { contradicts: ['E02', 'E05', 'E06'] } }]);
    expect(JSON.stringify(events)).not.toMatch(/329|331/);
  });
});

describe('what the public sends', () => {
  const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(300, 'x')]);
  const photo = (seed: string) => Buffer.concat([JPEG, Buffer.from(seed)]).toString('base64');
  const send = (seed: string, place = PLACE, address = '10.0.0.9') =>
    center.post('/api/evidence', { kind: 'photo', election: ELECTION, place, photo: photo(seed) }, address);

  test('comes in without an account and is seen by nobody before a moderator has looked', async () => {
    expect((await send('a')).body).toMatchObject({ ok: true });
    expect((await send('a')).body).toEqual({ ok: true, value: { number: 0 } });
    expect((await compare('regency')).places[0]).toMatchObject({ place: PLACE, evidence: null });
    const { body } = await center.act('sub-district', 'lanes.evidence', { election: ELECTION });
    // that account's sub-district is another one
    expect(body.value).toEqual([]);
    await addAccount(center.store.database, { id: 'camat', role: 'sub-district', area: '16.07.05' });
    const listed = await center.act('camat', 'lanes.evidence', { election: ELECTION });
    expect(listed.body.value).toMatchObject([{ place: PLACE, kind: 'photo', verdict: null }]);
    const [line] = listed.body.value as readonly { readonly id: number }[];
    const shown = await center.paper('camat', 'lanes.evidence-photo', { evidence: line?.id });
    expect([shown.type, shown.bytes.toString('base64')]).toEqual(['image/jpeg', photo('a')]);
    const judge = (more: object) =>
      center.act('camat', 'lanes.moderate', {
        evidence: line?.id,
        verdict: 'accepted',
        reason: 'Foto lembar yang sama',
        ...more,
      });
    expect(
      (await judge({ figures: { [CONTEST]: { ...figures(1, 1, 1), valid: 9 } } })).body.error,
    ).toMatchObject({
      type: 'figures-do-not-fit',
    });
    expect((await judge({ figures: { [CONTEST]: figures(121, 84, 30) } })).status).toBe(200);
    expect((await compare('regency')).places[0]).toMatchObject({ evidence: { users: 239 } });
  });

  test('is limited by where it comes from and by place, and keeps no address', async () => {
    // at once: each is counted, none slips by while another is kept
    const atOnce = await Promise.all(
      Array.from({ length: 16 }, (_, sent) => send(`b${sent}`, OTHER, '10.9.9.9')),
    );
    expect(atOnce.filter(({ status }) => status === 200)).toHaveLength(10);
    // a stranger with four addresses leaves room for everybody else
    for (const address of ['10.9.9.10', '10.9.9.11', '10.9.9.12'])
      for (let sent = 0; sent < 10; sent += 1) await send(`c${address}${sent}`, OTHER, address);
    expect((await send('d', OTHER, '10.9.9.10')).body.error).toEqual({ type: 'enough-of-this-place' });
    const witness: number[] = [];
    for (let sent = 0; sent < 4; sent += 1) witness.push((await send(`e${sent}`, OTHER, '10.9.9.13')).status);
    expect(witness).toEqual([200, 200, 200, 409]);
    // were all of it of that one sender, it would be more than thirty in an hour, at other places too
    await sql`update evidence set place = ${'16.07.01.2002-001'},
      sender = (select sender from evidence order by id desc limit 1) where place = ${OTHER}`.execute(
      center.store.owner,
    );
    expect((await send('f', OTHER, '10.9.9.13')).body.error).toEqual({
      ...{ type: 'too-many-from-here', minutes: 60 },
    });
    expect((await send('f', OTHER, '10.9.9.9')).status).toBe(200);
    const rows = await center.store.owner.selectFrom('evidence').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('10.9.9');
  });

  test('of all places together no more waits than people can look at, and no photo takes the last of the disk', async () => {
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    const fill = (waiting: number) =>
      sql`insert into evidence (election, place, area, kind, code, sender, at)
        select ${ELECTION}, ${PLACE}, area, 'code', 'isi ' || n, ${hash('orang lain')}, ${center.parts.now()}
        from generate_series(1, ${waiting}::int) as n, place where place.election = ${ELECTION} and place.id = ${PLACE}`.execute(
        center.store.owner,
      );
    const lookedAt = () =>
      sql`delete from evidence where sender = ${hash('orang lain')}`.execute(center.store.owner);
    await fill(WAITING_TOGETHER.shared);
    const little: number[] = [];
    for (let sent = 0; sent < 4; sent += 1) little.push((await send(`g${sent}`, OTHER, '10.8.8.8')).status);
    expect(little, 'of whom little waits is heard').toEqual([200, 200, 200, 409]);
    await lookedAt();
    await fill(WAITING_TOGETHER.all);
    expect((await send('h', OTHER, '10.8.8.9')).body.error).toEqual({ type: 'too-much-waits' });
    await lookedAt();
    expect((await send('h', OTHER, '10.8.8.9')).status).toBe(200);

    const door = openDoor({ bodyLimitBytes: 1024 * 1024, hostNames: ['localhost'], onBroken: () => {} });
    await openEvidenceDoor(door, center.parts, async () => false);
    const refused = await door.inject({
      ...{ method: 'POST', url: '/api/evidence', headers: { host: 'localhost' } },
      payload: { kind: 'photo', election: ELECTION, place: OTHER, photo: photo('i') },
    });
    expect(refused.json()).toEqual({ ok: false, error: { type: 'disk-nearly-full' } });
    await door.close();
  });

  test('no picture, no place, a forged code, a body of 30 MB: each is refused by its name, and nothing of it is kept', async () => {
    const before = await center.store.owner.selectFrom('evidence').select('id').execute();
    const post = (input: object) =>
      center.post('/api/evidence', { election: ELECTION, place: PLACE, ...input }, '10.1.1.1');
    const text = Buffer.from('<svg onload="x">').toString('base64');
    expect((await post({ kind: 'photo', photo: text })).body.error).toEqual({ type: 'photo-not-a-picture' });
    expect((await send('x', '16.07.09.2001-001')).body.error).toEqual({ type: 'place-unknown' });
    expect((await post({ kind: 'code', code: 'BILIK1/HASIL/LATIHAN' })).body.error).toMatchObject({
      type: 'code-not-believed',
    });
    const huge = 'A'.repeat(30 * 1024 * 1024);
    expect((await post({ kind: 'photo', photo: huge })).body.error).toMatchObject({ type: 'too-large' });
    expect(await center.store.owner.selectFrom('evidence').select('id').execute()).toEqual(before);
  });
});
