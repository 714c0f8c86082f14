import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import {
  CHUNK_BYTES,
  type DeliveryManifest,
  type DeliveryRefusal,
  type DeliveryStanding,
  fileHash,
  isSignedDelivery,
  parseDeliveryManifest,
} from '@bilik/transfer';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { incomingBytes, removeIncoming, writePiece } from '../files/incoming-file.ts';
import { noteFile } from '../files/note-file.ts';
import type { DeliveryState } from './tables.ts';

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: DeliveryRefusal };

const refuse = (error: DeliveryRefusal) => ({ ok: false, error }) as const;

/** The receiver's side of the stations' wire: the same three commands by network and from a stick, each safe to repeat. */
export interface Deliveries {
  /** Begins or goes on. @errors 'delivery-malformed' · 'place-not-expected' · 'election-not-expected' · 'delivery-signature-wrong' · 'other-bytes-for-place' · 'delivery-unknown' */
  readonly begin: (manifestText: string) => Promise<Answer<DeliveryStanding & { readonly delivery: string }>>;
  /** @errors 'delivery-unknown' · 'piece-not-next' · 'piece-too-long' */
  readonly takePiece: (piece: {
    readonly delivery: string;
    /** 0 record, 1 void list, 2 result. */
    readonly file: number;
    readonly at: number;
    readonly bytes: Uint8Array;
  }) => Promise<Answer<{ readonly have: number }>>;
  /**
   * Keeps all of it and asks for the check. Whoever asks again hears the receipt once a worker found it right; until then it is null.
   * @errors 'delivery-unknown' · 'delivery-not-complete' · 'file-differs' · 'record-not-right' · 'other-bytes-for-place'
   */
  readonly finish: (delivery: string) => Promise<Answer<DeliveryStanding>>;
}

interface KeptDelivery {
  readonly manifest: DeliveryManifest;
  readonly state: DeliveryState;
  readonly reasons: readonly string[];
  readonly receipt: string | null;
}

/** Unfinished deliveries of one place of which bytes are kept: its stick, its network and one that broke off. */
const MOST_COMING = 3;
/**
 * Deliveries of one place that are begun and not here whole, and as many that are refused before a byte came: each has a row and a line on the office's
 * screen.
 */
export const MOST_BEGUN = 20;

/** The one reason for which a delivery is held before anybody looked at it. */
export const OTHER_BYTES = 'other-bytes-for-place';

/** @param incomingFolder shared by all API processes of this center */
export function openDeliveries(
  { database, files, jobs, now }: Pick<CenterParts, 'database' | 'files' | 'jobs' | 'now'>,
  incomingFolder: string,
): Deliveries {
  const asOurs = <Value>(work: Parameters<typeof inScope<Value>>[2]) => inScope(database, OWN_WORK, work);
  const pathOf = (delivery: string, file: number) => join(incomingFolder, `${delivery}.${file}`);

  const find = (delivery: string): Promise<KeptDelivery | undefined> =>
    asOurs(async (transaction) => {
      const row = await transaction
        .selectFrom('delivery')
        .select(['manifest', 'state', 'reasons', 'receipt'])
        .where('id', '=', delivery)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const parsed = parseDeliveryManifest(row.manifest);
      if (!parsed.ok) throw new Error(`the kept manifest ${delivery} cannot be read`);
      return { ...row, manifest: parsed.value };
    });

  /** What else is coming of a place: of which most has come first, then what was begun last. */
  const othersComing = async (delivery: string, place: string) => {
    const others = await asOurs((transaction) =>
      transaction
        .selectFrom('delivery')
        .select('id')
        .where('place', '=', place)
        .where('state', '=', 'coming')
        .where('id', '!=', delivery)
        .orderBy('begun_at', 'desc')
        .execute(),
    );
    const come = await Promise.all(
      others.map(async ({ id }) => {
        const have = await Promise.all([0, 1, 2].map((file) => incomingBytes(pathOf(id, file))));
        return { id, bytes: have.reduce((sum, bytes) => sum + bytes, 0) };
      }),
    );
    return come.toSorted((one, other) => other.bytes - one.bytes);
  };

  const removeBytes = async (delivery: string): Promise<void> => {
    for (const file of [0, 1, 2]) await removeIncoming(pathOf(delivery, file));
  };

  /**
   * Before the first byte of another delivery of a place is kept: whoever holds a station's key can begin as many as they like, and the disk is
   * everybody's. The one of which least has come begins anew when it is sent again.
   */
  const makeRoom = async (delivery: string, place: string): Promise<void> => {
    const kept = (await othersComing(delivery, place)).filter(({ bytes }) => bytes > 0);
    for (const { id } of kept.slice(MOST_COMING - 1)) await removeBytes(id);
  };

  /** The one of which least has come is forgotten, of those the oldest: who sends it is told that it is unknown, and begins it again. */
  const forgetSurplus = async (delivery: string, place: string): Promise<void> => {
    const surplus = (await othersComing(delivery, place)).slice(MOST_BEGUN - 1);
    for (const { id } of surplus) {
      await asOurs((transaction) =>
        transaction
          .deleteFrom('delivery')
          .where('id', '=', id)
          .where('state', '=', 'coming')
          .where('files', 'is', null)
          .execute(),
      );
      await removeBytes(id);
    }
  };

  const standing = async (
    delivery: string,
    { manifest, state, receipt }: KeptDelivery,
  ): Promise<DeliveryStanding> => ({
    have: await Promise.all(
      manifest.files.map(({ bytes }, file) =>
        state === 'coming' ? incomingBytes(pathOf(delivery, file)) : bytes,
      ),
    ),
    receipt,
  });

  /** What whoever delivers hears of a delivery that is here whole. */
  const heard = async (delivery: string, kept: KeptDelivery): Promise<Answer<DeliveryStanding>> => {
    if (kept.state === 'held' && kept.receipt === null) {
      return kept.reasons.includes(OTHER_BYTES)
        ? refuse({ type: OTHER_BYTES })
        : refuse({ type: 'record-not-right', faults: [...kept.reasons] });
    }
    return { ok: true, value: await standing(delivery, kept) };
  };

  return {
    async begin(manifestText) {
      const parsed = parseDeliveryManifest(manifestText);
      if (!parsed.ok) return refuse({ type: 'delivery-malformed' });
      const manifest = parsed.value;
      const delivery = fileHash(manifestText);
      const refused = await asOurs(async (transaction): Promise<DeliveryRefusal | undefined> => {
        const expected = await transaction
          .selectFrom('expected_record')
          .innerJoin('election', 'election.id', 'expected_record.election')
          .select(['election_hash', 'election_uuid', 'signing_key', 'expected_record.area', 'kind'])
          .select(['expected_record.election', 'retired_at'])
          .where('place', '=', manifest.polling_place)
          .execute();
        if (expected.length === 0) return { type: 'place-not-expected' };
        const meant = expected.find(
          (row) =>
            row.election_hash === manifest.election_hash &&
            row.election_uuid === manifest.election_uuid &&
            row.kind === manifest.kind &&
            row.retired_at === null,
        );
        if (meant === undefined) return { type: 'election-not-expected' };
        if (!isSignedDelivery(manifest, meant.signing_key)) return { type: 'delivery-signature-wrong' };
        // a second signed result of one place is kept, and seen by people; it is not taken
        const other = await transaction
          .selectFrom('delivery')
          .select('id')
          .where('election', '=', meant.election)
          .where('place', '=', manifest.polling_place)
          .where('state', 'in', ['checking', 'right'])
          .where('id', '!=', delivery)
          .executeTakeFirst();
        const isOneMoreRefused =
          other !== undefined &&
          (await countRefusedBefore(transaction, meant.election, manifest.polling_place, delivery)) >=
            MOST_BEGUN;
        // enough of them stand there for people to see
        if (isOneMoreRefused) return { type: OTHER_BYTES };
        await transaction
          .insertInto('delivery')
          .values({
            ...{ id: delivery, election: meant.election, place: manifest.polling_place, area: meant.area },
            ...{ manifest: manifestText, state: other === undefined ? 'coming' : 'held' },
            reasons: JSON.stringify(other === undefined ? [] : [OTHER_BYTES]),
            ...{ files: null, receipt: null, begun_at: now(), whole_at: null, decided_at: null },
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
        // what was held only because another one stood in its place comes again once that one is found wrong
        if (other === undefined) {
          await transaction
            .updateTable('delivery')
            .set({ state: 'coming', reasons: '[]' })
            .where('id', '=', delivery)
            .where('state', '=', 'held')
            .where('files', 'is', null)
            .execute();
        }
        return undefined;
      });
      if (refused !== undefined) return refuse(refused);
      await forgetSurplus(delivery, manifest.polling_place);
      const kept = await find(delivery);
      // others of its place were begun at the same moment
      if (kept === undefined) return refuse({ type: 'delivery-unknown' });
      const answer = await heard(delivery, kept);
      return answer.ok ? { ok: true, value: { delivery, ...answer.value } } : answer;
    },

    async takePiece({ delivery, file, at, bytes }) {
      const kept = await find(delivery);
      const named = kept?.manifest.files[file];
      if (kept === undefined || named === undefined) return refuse({ type: 'delivery-unknown' });
      if (kept.state !== 'coming') return { ok: true, value: { have: named.bytes } };
      const path = pathOf(delivery, file);
      const have = await incomingBytes(path);
      const end = at + bytes.length;
      if (bytes.length > CHUNK_BYTES || end > named.bytes) return refuse({ type: 'piece-too-long' });
      // a piece that is here already came again because its answer was lost
      if (end <= have) return { ok: true, value: { have } };
      if (at !== have) return refuse({ type: 'piece-not-next', have });
      if (have === 0) await makeRoom(delivery, kept.manifest.polling_place);
      await writePiece(path, at, bytes);
      return { ok: true, value: { have: end } };
    },

    async finish(delivery) {
      const kept = await find(delivery);
      if (kept === undefined) return refuse({ type: 'delivery-unknown' });
      if (kept.state !== 'coming') return heard(delivery, kept);
      const { have } = await standing(delivery, kept);
      if (kept.manifest.files.some(({ bytes }, file) => have[file] !== bytes)) {
        return refuse({ type: 'delivery-not-complete' });
      }
      const names: string[] = [];
      const differing: string[] = [];
      for (const [file, { name, sha256, bytes }] of kept.manifest.files.entries()) {
        const stored = await files.keep(createReadStream(pathOf(delivery, file)), bytes);
        if (stored.ok && stored.value.sha256 === sha256) {
          names.push(sha256);
          continue;
        }
        // all that differ are removed at once: the station sends again three times, however many somebody spoiled
        await removeIncoming(pathOf(delivery, file));
        differing.push(name);
      }
      const [first] = differing;
      if (first !== undefined) return refuse({ type: 'file-differs', file: first });
      await asOurs(async (transaction) => {
        const taken = await transaction
          .updateTable('delivery')
          .set({ state: 'checking', files: JSON.stringify(names), whole_at: now() })
          .where('id', '=', delivery)
          .where('state', '=', 'coming')
          .executeTakeFirst();
        if (taken.numUpdatedRows !== 1n) return;
        for (const { sha256, bytes } of kept.manifest.files)
          await noteFile(transaction, { sha256, bytes }, now());
        await jobs.ask(transaction, 'check-delivery', { delivery }, delivery);
      });
      for (const file of kept.manifest.files.keys()) await removeIncoming(pathOf(delivery, file));
      const after = await find(delivery);
      return after === undefined ? refuse({ type: 'delivery-unknown' }) : heard(delivery, after);
    },
  };
}

/** Other deliveries of a place that were refused before anything of them came, because another one stands in its place. */
async function countRefusedBefore(
  transaction: Transaction,
  election: string,
  place: string,
  delivery: string,
): Promise<number> {
  const { refused } = await transaction
    .selectFrom('delivery')
    .select(({ fn }) => fn.countAll<number>().as('refused'))
    .where('election', '=', election)
    .where('place', '=', place)
    .where('state', '=', 'held')
    .where('files', 'is', null)
    .where('id', '!=', delivery)
    .executeTakeFirstOrThrow();
  return refused;
}
