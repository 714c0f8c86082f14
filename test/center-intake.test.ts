import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicKeyOf, writeDeliveryManifest } from '@bilik/transfer';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { inScope, OWN_WORK } from '../apps/center/src/database/scope.ts';
import { openFileStore } from '../apps/center/src/files/file-store.ts';
import { countHeldDelivery } from '../apps/center/src/intake/count-held-delivery.ts';
import { decideDelivery } from '../apps/center/src/intake/decide-delivery.ts';
import {
  type Deliveries,
  MOST_BEGUN,
  OTHER_BYTES,
  openDeliveries,
} from '../apps/center/src/intake/deliveries.ts';
import { takeCode } from '../apps/center/src/intake/scanned-codes.ts';
import { openJobs } from '../apps/center/src/jobs/jobs.ts';
import { areaPage } from '../apps/center/src/tabulation/area-page.ts';
import { foldChanges } from '../apps/center/src/tabulation/fold.ts';
import { recountSums } from '../apps/center/src/tabulation/recount.ts';
import { openTestDatabase, type TestDatabase } from '../apps/center/test/test-database.ts';
import { receiverHome } from '../apps/cli/src/exercise/exercise-package.ts';
import { receiverKey } from '../apps/cli/src/receive/receiver-key.ts';
import { type SealedDelivery, sealedDelivery } from '../apps/station/src/delivery/sealed-delivery.ts';
import { openStationCodes } from '../apps/station/src/outgoing/station-codes.ts';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must, refusalOf } from './support/answers.ts';
import { expectPlace } from './support/center-place.ts';
import { prepareClosedDay } from './support/closed-day.ts';
import { countAndSeal } from './support/day-end.ts';
import { openPlace } from './support/polling-place.ts';

const NOW = new Date('2026-12-12T06:40:00Z');
const PIECE_BYTES = 16_000;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a real sealed result at the center', () => {
  let store: TestDatabase;
  let place: PollingPlace;
  let sealed: SealedDelivery;
  let key: string;
  let home: string;
  let deliveries: Deliveries;
  let closeJobs: () => Promise<void>;
  beforeAll(async () => {
    const { closed } = await prepareClosedDay();
    key = receiverKey(receiverHome(closed.home));
    place = openPlace(closed);
    await countAndSeal(closed, place);
    const { counting, board } = place;
    sealed = must(sealedDelivery({ place: place.place, counting, signedResult: board.signedResult }));
    store = await openTestDatabase();
    await expectPlace(store.database, place.place.definition, closed.home.station, NOW);
  });
  beforeEach(async () => {
    await sql`truncate delivery, result_change, place_result, change_to_fold, area_sum, area_votes, scanned_code, event`.execute(
      store.owner,
    );
    await sql`update expected_record set retired_at = null`.execute(store.owner);
    home = mkdtempSync(join(tmpdir(), 'bilik-intake-'));
    const jobs = await openJobs({ url: store.url, part: 'asks', onBroken: () => {} });
    closeJobs = jobs.close;
    deliveries = openDeliveries(
      { database: store.database, files: openFileStore(join(home, 'files')), jobs, now: () => NOW },
      join(home, 'incoming'),
    );
    return closeJobs;
  });
  afterAll(async () => {
    place.close();
    await store.close();
  });

  const asOurs = <Value>(work: Parameters<typeof inScope<Value>>[2]) =>
    inScope(store.database, OWN_WORK, work);
  const decide = (delivery = sealed.delivery) =>
    decideDelivery(
      {
        database: store.database,
        files: openFileStore(join(home, 'files')),
        now: () => NOW,
        receiverKey: key,
      },
      delivery,
    );
  const fold = () => asOurs((transaction) => foldChanges(transaction, NOW));
  const states = () =>
    asOurs((transaction) => transaction.selectFrom('delivery').select(['state', 'reasons']).execute());
  const sums = async () => {
    await fold();
    const { definition } = place.place;
    const page = await asOurs((transaction) =>
      areaPage(transaction, {
        ...{ election: definition.event, contest: definition.contests[0]?.id ?? '', lane: 'official' },
        area: definition.area.village.code,
      }),
    );
    expect(await asOurs(recountSums)).toEqual([]);
    return page;
  };

  /** All pieces; `damage` changes a byte of one file on the way. */
  async function deliver(damage?: { readonly file: number; readonly at: number }): Promise<void> {
    must(await deliveries.begin(sealed.manifestText));
    for (const [file, { bytes }] of sealed.files.entries()) {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const piece = Buffer.from(bytes.subarray(at, at + PIECE_BYTES));
        if (damage?.file === file && damage.at >= at && damage.at < at + piece.length) {
          piece[damage.at - at] = (piece[damage.at - at] ?? 0) ^ 1;
        }
        must(await deliveries.takePiece({ delivery: sealed.delivery, file, at, bytes: piece }));
      }
    }
  }

  test('is taken piece by piece, checked by a worker, counted once, and its receipt is the one that the package names', async () => {
    await deliver();
    expect(must(await deliveries.finish(sealed.delivery)).receipt).toBeNull();
    expect((await sums()).own?.places).toBe(0);
    await Promise.all([decide(), decide()]);
    await decide();
    const { receipt } = must(await deliveries.finish(sealed.delivery));
    expect(JSON.parse(receipt ?? '')).toMatchObject({
      receiver: publicKeyOf(key),
      delivery: sealed.delivery,
    });
    const page = await sums();
    const figures = place.board.figures();
    expect(page.own).toMatchObject({ places: 1, expected: 1, users: figures.users });
    expect(page.votes).toEqual(
      Object.fromEntries(figures.contests[0]?.options.map(({ key: option, votes }) => [option, votes]) ?? []),
    );
    expect(page.placesHere[0]?.parts).toMatchObject([{ source_kind: 'record', source: sealed.delivery }]);
    // delivered again: the same receipt, nothing counted twice
    expect(must(await deliveries.begin(sealed.manifestText)).receipt).toBe(receipt);
    expect(
      await asOurs((transaction) => transaction.selectFrom('result_change').selectAll().execute()),
    ).toHaveLength(1);
  });

  test('of two that are checked at the same moment one counts, and the other is held without a receipt', async () => {
    await deliver();
    must(await deliveries.finish(sealed.delivery));
    const other = 'f'.repeat(64);
    await sql`insert into delivery select (jsonb_populate_record(one, jsonb_build_object('id', ${other}::text))).* from delivery as one`.execute(
      store.owner,
    );
    // both are looked at before either may decide of the place
    let both: Promise<unknown> = Promise.resolve();
    await store.owner.transaction().execute(async (transaction) => {
      await sql`select from place for update`.execute(transaction);
      both = Promise.all([decide(), decide(other)]);
      await vi.waitFor(
        async () => {
          const { rows } = await sql<{ waiting: number }>`
            select count(*)::integer as waiting from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`.execute(store.owner);
          expect(rows[0]?.waiting).toBe(2);
        },
        { timeout: 60_000 },
      );
    });
    await both;
    const rows = await asOurs((transaction) =>
      transaction.selectFrom('delivery').select(['state', 'reasons', 'receipt']).orderBy('state').execute(),
    );
    expect(rows).toMatchObject([
      { state: 'held', reasons: [OTHER_BYTES], receipt: null },
      { state: 'right', reasons: [] },
    ]);
  });

  test('half of it is not taken, a damaged file is taken again from its beginning, and nothing is lost', async () => {
    must(await deliveries.begin(sealed.manifestText));
    expect(refusalOf(await deliveries.finish(sealed.delivery))).toBe('delivery-not-complete');
    await deliver({ file: 2, at: 100 });
    expect(await deliveries.finish(sealed.delivery)).toEqual({
      ok: false,
      error: { type: 'file-differs', file: 'result.json' },
    });
    expect(must(await deliveries.begin(sealed.manifestText)).have.slice(0, 2)).toEqual(
      sealed.files.slice(0, 2).map(({ bytes }) => bytes.length),
    );
    await deliver();
    must(await deliveries.finish(sealed.delivery));
    await decide();
    expect(await states()).toEqual([{ state: 'right', reasons: [] }]);
  });

  test('a right one that came while a wrong one was being checked is taken when it is sent again', async () => {
    // signed by the same station, and nothing in it holds
    const wrong = (number: number) => {
      const { election, definition, secrets } = place.place;
      const bytes = Buffer.from(`wrong ${number}`);
      const file = <Name extends string>(name: Name) => ({
        name,
        bytes: bytes.length,
        sha256: sha256(bytes),
      });
      const text = writeDeliveryManifest(
        {
          ...{ kind: definition.kind, polling_place: definition.pollingPlace.id },
          ...{ election_uuid: election.uuid, election_hash: election.fingerprint },
          files: [file('record.bel'), file('void.json'), file('result.json')],
        },
        secrets.signingKey,
      );
      return { text, bytes };
    };
    const { text, bytes } = wrong(1);
    const { delivery } = must(await deliveries.begin(text));
    for (const file of [0, 1, 2]) must(await deliveries.takePiece({ delivery, file, at: 0, bytes }));
    must(await deliveries.finish(delivery));
    expect(refusalOf(await deliveries.begin(sealed.manifestText))).toBe(OTHER_BYTES);
    // still being checked: nothing of the right one is taken
    expect(refusalOf(await deliveries.begin(sealed.manifestText))).toBe(OTHER_BYTES);
    await decide(delivery);
    await deliver();
    must(await deliveries.finish(sealed.delivery));
    await decide();
    expect((await sums()).own?.places).toBe(1);
    // once one counts, another is held again, and sending it again changes nothing
    const late = wrong(2).text;
    for (const time of [1, 2]) {
      expect(refusalOf(await deliveries.begin(late)), `${time}`).toBe(OTHER_BYTES);
    }
  });

  test('what somebody else spoiled of it on the way is found, all at once, and mended by sending again', async () => {
    must(await deliveries.begin(sealed.manifestText));
    for (const file of [0, 1, 2]) {
      const bytes = Buffer.alloc(50, 'x');
      must(await deliveries.takePiece({ delivery: sealed.delivery, file, at: 0, bytes }));
    }
    // the station goes on where it is told that it stopped
    const { have } = must(await deliveries.begin(sealed.manifestText));
    for (const [file, { bytes }] of sealed.files.entries()) {
      for (let at = have[file] ?? 0; at < bytes.length; at += PIECE_BYTES) {
        const piece = bytes.subarray(at, at + PIECE_BYTES);
        must(await deliveries.takePiece({ delivery: sealed.delivery, file, at, bytes: piece }));
      }
    }
    expect(refusalOf(await deliveries.finish(sealed.delivery))).toBe('file-differs');
    expect(must(await deliveries.begin(sealed.manifestText)).have).toEqual([0, 0, 0]);
    await deliver();
    must(await deliveries.finish(sealed.delivery));
    await decide();
    expect(await states()).toEqual([{ state: 'right', reasons: [] }]);
  });

  /** Signed by the station, of bytes that nobody has. */
  const inventedManifest = (number: number) => {
    const { election, definition, secrets } = place.place;
    const file = <Name extends string>(name: Name) => ({
      ...{ name, bytes: 90_000, sha256: String(number).padStart(64, '0') },
    });
    return writeDeliveryManifest(
      {
        ...{ kind: definition.kind, polling_place: definition.pollingPlace.id },
        ...{ election_uuid: election.uuid, election_hash: election.fingerprint },
        files: [file('record.bel'), file('void.json'), file('result.json')],
      },
      secrets.signingKey,
    );
  };

  test('many that are begun and not finished keep few bytes, and the one that comes whole is taken', async () => {
    must(await deliveries.begin(sealed.manifestText));
    const pieces = (delivery: string, bytes: number) =>
      deliveries.takePiece({ delivery, file: 0, at: 0, bytes: Buffer.alloc(bytes) });
    const others: string[] = [];
    for (let number = 1; number <= 8; number += 1) {
      const { delivery } = must(await deliveries.begin(inventedManifest(number)));
      others.push(delivery);
      if (number === 4) {
        const [record] = sealed.files;
        const bytes = Buffer.from(record?.bytes.subarray(0, PIECE_BYTES) ?? '');
        must(await deliveries.takePiece({ delivery: sealed.delivery, file: 0, at: 0, bytes }));
      }
      must(await pieces(delivery, number));
    }
    expect(new Set(readdirSync(join(home, 'incoming')))).toEqual(
      new Set([`${sealed.delivery}.0`, `${others[6]}.0`, `${others[7]}.0`]),
    );
    // one that lost its bytes is sent again from its beginning
    expect(
      await deliveries.takePiece({ delivery: others[0] ?? '', file: 0, at: 1, bytes: Buffer.alloc(1) }),
    ).toEqual({
      ok: false,
      error: { type: 'piece-not-next', have: 0 },
    });
    await deliver();
    must(await deliveries.finish(sealed.delivery));
    await decide();
    expect((await states()).filter(({ state }) => state === 'right')).toHaveLength(1);
  });

  test('of hundreds that are begun a few stand in the list, and the one of which something has come stays among them', async () => {
    must(await deliveries.begin(sealed.manifestText));
    const bytes = Buffer.from(sealed.files[0]?.bytes.subarray(0, PIECE_BYTES) ?? '');
    must(await deliveries.takePiece({ delivery: sealed.delivery, file: 0, at: 0, bytes }));
    const begun: string[] = [];
    for (let number = 1; number <= MOST_BEGUN + 30; number += 1) {
      begun.push(must(await deliveries.begin(inventedManifest(number))).delivery);
    }
    expect(await states()).toHaveLength(MOST_BEGUN);
    const piece = { file: 0, at: 0, bytes: Buffer.alloc(1) };
    const { rows } = await sql<{ readonly id: string }>`select id from delivery`.execute(store.owner);
    const known = new Set(rows.map(({ id }) => id));
    const number = begun.findIndex((name) => !known.has(name));
    const forgotten = begun[number] ?? '';
    expect(refusalOf(await deliveries.takePiece({ delivery: forgotten, ...piece }))).toBe('delivery-unknown');
    // whoever begins again what was forgotten is heard
    must(await deliveries.begin(inventedManifest(number + 1)));
    must(await deliveries.takePiece({ delivery: forgotten, ...piece }));
    await deliver();
    must(await deliveries.finish(sealed.delivery));
    await decide();
    expect((await states()).filter(({ state }) => state === 'right')).toHaveLength(1);
    // no more than a few stand beside it as other bytes for its place; each is refused by its name
    for (let number = 101; number <= 100 + MOST_BEGUN + 30; number += 1) {
      expect(refusalOf(await deliveries.begin(inventedManifest(number)))).toBe(OTHER_BYTES);
    }
    expect((await states()).filter(({ state }) => state === 'held')).toHaveLength(MOST_BEGUN);
    await expect(
      inScope(store.database, OWN_WORK, (transaction) =>
        sql`delete from delivery where state <> 'coming'`.execute(transaction),
      ),
    ).resolves.toMatchObject({ numAffectedRows: 0n });
  });

  test('of a package that was replaced it is refused by name', async () => {
    await sql`update expected_record set retired_at = now()`.execute(store.owner);
    expect(refusalOf(await deliveries.begin(sealed.manifestText))).toBe('election-not-expected');
    const stranger = sealed.manifestText.replace(
      /"polling_place":"[^"]+"/,
      '"polling_place":"16.07.01.2999-001"',
    );
    expect(refusalOf(await deliveries.begin(stranger))).toBe('place-not-expected');
    const altered = sealed.manifestText.replace('"kind":"exercise"', '"kind":"real"');
    expect(refusalOf(await deliveries.begin(altered))).toBe('election-not-expected');
  });

  test('whose registered voters are not those of the locked list is held, and nothing of it counts', async () => {
    await sql`update place set registered_l = registered_l + 1`.execute(store.owner);
    try {
      await deliver();
      await deliveries.finish(sealed.delivery);
      await decide();
      expect(await states()).toEqual([
        { state: 'held', reasons: ['figures.registered: not-of-locked-list'] },
      ]);
      expect((await sums()).own?.places).toBe(0);
      expect(refusalOf(await deliveries.finish(sealed.delivery))).toBe('record-not-right');
    } finally {
      await sql`update place set registered_l = registered_l - 1`.execute(store.owner);
    }
  });

  describe('held with a right record', () => {
    const REASON = 'Berita acara buatan nomor 7';
    const count = (delivery = sealed.delivery) =>
      asOurs((transaction) =>
        countHeldDelivery(transaction, openFileStore(join(home, 'files')), {
          ...{ delivery, reason: REASON, account: 'regency', at: NOW },
        }),
      );
    /** As it is kept when its sums do not hold: received for good, not counted. */
    const hold = async () => {
      await deliver();
      must(await deliveries.finish(sealed.delivery));
      await sql`update delivery set state = 'held', reasons = '["casts-are-options"]', receipt = '{}'`.execute(
        store.owner,
      );
    };

    test('counts once by the reason that people give, which stands with who gave it', async () => {
      await hold();
      expect((await sums()).own?.places).toBe(0);
      must(await count());
      must(await count());
      expect((await sums()).own?.places).toBe(1);
      const changes = await asOurs((transaction) =>
        transaction.selectFrom('result_change').select(['reason', 'account', 'source']).execute(),
      );
      expect(changes).toEqual([{ reason: REASON, account: 'regency', source: sealed.delivery }]);
      expect(
        await asOurs((transaction) =>
          transaction.selectFrom('event').select('after').where('act', '=', 'intake.count-held').execute(),
        ),
      ).toEqual([{ after: { delivery: sealed.delivery, reason: REASON } }]);
    });

    test('does not count beside another that counts, without a receipt, or when it is unknown', async () => {
      await hold();
      const other = 'f'.repeat(64);
      await sql`insert into delivery select (jsonb_populate_record(one, jsonb_build_object('id', ${other}::text))).* from delivery as one`.execute(
        store.owner,
      );
      must(await count());
      expect(refusalOf(await count(other))).toBe('another-counts');
      await sql`update delivery set receipt = null where id = ${other}`.execute(store.owner);
      expect(refusalOf(await count(other))).toBe('record-not-right');
      expect(refusalOf(await count('0'.repeat(64)))).toBe('delivery-unknown');
      expect((await sums()).own?.places).toBe(1);
    });

    test('does not count where its options are not those of the contest any more, and the refusal says so', async () => {
      await hold();
      const added = JSON.stringify([{ key: 'c9', number: 9, name: 'Calon Buatan', photo: null }]);
      await sql`update contest set options = options || ${added}::jsonb`.execute(store.owner);
      try {
        expect(await count()).toEqual({
          ok: false,
          error: {
            type: 'result-does-not-fit',
            refusals: [expect.stringMatching(/: options-not-of-contest$/)],
          },
        });
        expect((await sums()).own?.places).toBe(0);
      } finally {
        await sql`update contest set options = options - (jsonb_array_length(options) - 1)`.execute(
          store.owner,
        );
      }
    });
  });

  test('as codes of the board it stands in the lane of evidence, each code once, and no forged one', async () => {
    const codes = openStationCodes(place.place);
    const { users, casts, contests, slips } = place.board.figures();
    const result = codes.sign({
      ...{ type: 'result', source: 'trustees', users, casts, heldSums: 0 },
      contests: contests.map(({ contest, options, valid, invalid }) => ({
        contest,
        options,
        valid,
        invalid,
      })),
      slips: { ...slips, inBox: null },
      ...{ recordHash: 'a'.repeat(64), minutesFingerprint: 'b'.repeat(64) },
    });
    const posted = codes.key();
    const take = (code: string) =>
      asOurs((transaction) => takeCode(transaction, code, { account: 'technician', now: NOW }));
    expect(await take(result)).toMatchObject({ type: 'kept', kind: 'result' });
    expect(await take(result)).toMatchObject({ type: 'kept', kind: 'result' });
    expect(await take(posted)).toEqual({ type: 'refused', problem: 'code-is-key' });
    expect(await take(`${result.slice(0, -1)}${result.endsWith('A') ? 'B' : 'A'}`)).toMatchObject({
      type: 'refused',
    });
    const lanes = await asOurs((transaction) =>
      transaction.selectFrom('result_change').select('lane').execute(),
    );
    expect(lanes).toEqual([{ lane: 'evidence' }]);
    expect((await sums()).own?.places).toBe(0);
  });
});
