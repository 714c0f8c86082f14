import { createHmac } from 'node:crypto';
import { pollingPlaceIdSchema, slugSchema } from '@bilik/election';
import { clientNetwork, command, type Door, NoInput, openRoom, openTurns, readInput } from '@bilik/server';
import { checkCode } from '@bilik/transfer/signed-code';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { inScope, OWN_WORK } from '../database/scope.ts';
import { appendEvent } from '../events/append-event.ts';
import { pictureType } from '../files/file-type.ts';
import { noteFile } from '../files/note-file.ts';
import { openHourlyTries } from '../http/hourly-tries.ts';
import { sheetCodeKey } from '../sheets/sheet-code.ts';
import { placeOfSheet } from '../sheets/sheet-form.ts';
import { openEvidencePlaces } from './evidence-places.ts';

/** A sheet's photo as the page sends it has about 400 KB; the door takes no body over 1 MB. */
export const EVIDENCE_PHOTO_LIMIT_BYTES = 700 * 1024;
/** A witness sends a few sheets; a crowd behind one address sends some more. */
const PER_SENDER_AN_HOUR = 30;
/**
 * What waits to be looked at, of one place. One sender's share is bounded; above `shared` only those are heard who have sent little
 * yet, so that two who send much shut out nobody; above `all` more helps nobody.
 */
const WAITING_PER_PLACE = { ofOneSender: 10, shared: 40, ownShare: 3, all: 200 } as const;
/**
 * What waits to be looked at, of all places together: 5000 photos of the largest kind are 3.5 GB. From half of it on only those are heard of whom little
 * waits yet. Requests at the same moment may pass it by a few.
 */
export const WAITING_TOGETHER = { shared: 2500, ownShare: 3, all: 5000 } as const;
const HOUR_MS = 3_600_000;
/**
 * Pieces of evidence at work at once in one process: each holds a connection to the database, also while it waits for another of its place, and the
 * office needs the others. The next wait without one.
 */
const AT_WORK = { atOnce: 3, mostWaiting: 20 } as const;
const TRY_AGAIN_SECONDS = 5;
/**
 * Tries of one address within an hour: of what is kept already, and of what is refused, no row tells. A witness whose photo does not come through
 * sends it again; beside them some more stand behind the same address.
 */
export const TRIES_AN_HOUR = 90;

const election = slugSchema;
const Sending = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('photo'),
    ...{ election, place: pollingPlaceIdSchema },
    photo: z.base64().max(Math.ceil(EVIDENCE_PHOTO_LIMIT_BYTES / 3) * 4),
  }),
  z.strictObject({
    kind: z.literal('code'),
    ...{ election, place: pollingPlaceIdSchema },
    code: z.string().min(1).max(1000),
  }),
]);

export type EvidenceRefusal =
  | { readonly type: 'place-unknown' }
  | { readonly type: 'photo-not-a-picture' }
  /** It is a code of ours and does not belong here, or was changed. */
  | { readonly type: 'code-not-believed'; readonly why: string }
  | { readonly type: 'too-many-from-here'; readonly minutes: number }
  | { readonly type: 'enough-of-this-place' }
  /** As much waits as people can look at: of all places together. */
  | { readonly type: 'too-much-waits' }
  /** The rest of the disk is kept for the database and for sealed results. */
  | { readonly type: 'disk-nearly-full' };

type HasDiskRoom = (bytes: number) => Promise<boolean>;

type EvidenceAnswer =
  | { readonly ok: true; readonly value: { readonly number: number } }
  | { readonly ok: false; readonly error: EvidenceRefusal };

const refuse = (error: EvidenceRefusal): EvidenceAnswer => ({ ok: false, error });

/**
 * POST `/api/evidence`, for everybody: no account, no name. Kept first, looked at by people before it is seen anywhere. The address is
 * kept as a keyed hash of the day, for the limits alone.
 */
export async function openEvidenceDoor(
  door: Door,
  parts: CenterParts,
  hasDiskRoom: HasDiskRoom,
): Promise<void> {
  const secret = parts.keys.secret('evidence-sender');
  const places = openEvidencePlaces(parts);
  await openRoom(door, 'everybody', (room) =>
    command(room, '/api/evidence-elections', NoInput, async () => ({
      ok: true,
      value: await places.elections(),
    })),
  );
  await openRoom(door, 'everybody', (room) =>
    command(room, '/api/evidence-places', z.strictObject({ election }), async (asked) => ({
      ok: true,
      value: await places.ofElection(asked.election),
    })),
  );
  const tries = openHourlyTries(TRIES_AN_HOUR);
  const turns = openTurns(AT_WORK);
  const senderOf = (address: string, now: Date) =>
    createHmac('sha256', secret)
      .update(`${now.toISOString().slice(0, 10)} ${clientNetwork(address)}`)
      .digest('hex');
  await openRoom(door, 'everybody', (room) =>
    room.post(
      '/api/evidence',
      {
        // before a photo is read
        onRequest: async (request, reply) => {
          const now = parts.now();
          if (!tries.isOneTooMany(senderOf(request.ip, now), now)) return;
          return reply.code(409).send(refuse({ type: 'too-many-from-here', minutes: 60 }));
        },
      },
      async (request, reply) => {
        const input = readInput(Sending, request.body ?? {});
        if (!input.ok) return reply.code(400).send(input);
        const now = parts.now();
        const turn = await turns.run('evidence', () =>
          inScope(parts.database, OWN_WORK, (transaction) =>
            takeEvidence(transaction, { ...parts, hasDiskRoom }, input.value, senderOf(request.ip, now), now),
          ),
        );
        if (!turn.ok) return reply.code(429).header('retry-after', TRY_AGAIN_SECONDS).send(turn);
        return reply.code(turn.value.ok ? 200 : 409).send(turn.value);
      },
    ),
  );
}

async function takeEvidence(
  transaction: Transaction,
  {
    files,
    keys,
    kind,
    hasDiskRoom,
  }: Pick<CenterParts, 'files' | 'keys' | 'kind'> & {
    readonly hasDiskRoom: HasDiskRoom;
  },
  sending: z.output<typeof Sending>,
  sender: string,
  now: Date,
): Promise<EvidenceAnswer> {
  const { election: of, place } = sending;
  const row = await transaction
    .selectFrom('place')
    .innerJoin('election', 'election.id', 'place.election')
    .select('place.area')
    .where('election.id', '=', of)
    .where('election.conduct', '=', 'village-head')
    .where('place.id', '=', place)
    .executeTakeFirst();
  if (row === undefined) return refuse({ type: 'place-unknown' });
  const limited = await limitOf(transaction, of, place, sender, now);
  if (limited !== undefined) return refuse(limited);
  if (sending.kind === 'photo' && !(await hasDiskRoom(EVIDENCE_PHOTO_LIMIT_BYTES))) {
    return refuse({ type: 'disk-nearly-full' });
  }
  const key = { election: of, place, area: row.area, sender, at: now };
  const judged =
    sending.kind === 'photo'
      ? await judgedPhoto(transaction, files, Buffer.from(sending.photo, 'base64'), now)
      : await judgedCode(transaction, { keys, kind }, sending);
  if (!judged.ok) return judged;
  const kept = await transaction
    .insertInto('evidence')
    .values({ ...key, kind: sending.kind, ...judged.value })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  // sent twice, by one person or two: it is there
  if (kept === undefined) return { ok: true, value: { number: 0 } };
  await appendEvent(transaction, {
    ...{ act: 'lanes.evidence-came', area: row.area, subject: place, account: null, at: now },
    after: { evidence: kept.id, kind: sending.kind },
  });
  return { ok: true, value: { number: kept.id } };
}

async function limitOf(
  transaction: Transaction,
  of: string,
  place: string,
  sender: string,
  now: Date,
): Promise<EvidenceRefusal | undefined> {
  // one after another, sender before place: what is counted here is not passed by others at the same time
  for (const subject of [`evidence-sender ${sender}`, `evidence-place ${of} ${place}`]) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(transaction);
  }
  const { sent } = await transaction
    .selectFrom('evidence')
    .select(({ fn }) => fn.countAll<number>().as('sent'))
    .where('sender', '=', sender)
    .where('at', '>', new Date(now.getTime() - HOUR_MS))
    .executeTakeFirstOrThrow();
  if (sent >= PER_SENDER_AN_HOUR) return { type: 'too-many-from-here', minutes: 60 };
  const waits = transaction
    .selectFrom('evidence')
    .select(({ fn }) => [
      fn.countAll<number>().as('waiting'),
      fn.countAll<number>().filterWhere('sender', '=', sender).as('own'),
    ])
    .where(
      sql<boolean>`not exists (select from evidence_verdict where evidence_verdict.evidence = evidence.id)`,
    );
  const here = await waits.where('election', '=', of).where('place', '=', place).executeTakeFirstOrThrow();
  const { ofOneSender, shared, ownShare, all } = WAITING_PER_PLACE;
  const mine = here.waiting < shared ? ofOneSender : ownShare;
  if (here.waiting >= all || here.own >= mine) return { type: 'enough-of-this-place' };
  const together = await waits.executeTakeFirstOrThrow();
  const isCrowded = together.waiting >= WAITING_TOGETHER.shared && together.own >= WAITING_TOGETHER.ownShare;
  return together.waiting >= WAITING_TOGETHER.all || isCrowded ? { type: 'too-much-waits' } : undefined;
}

async function judgedPhoto(transaction: Transaction, files: CenterParts['files'], photo: Buffer, now: Date) {
  if (pictureType(photo.subarray(0, 16)) === undefined)
    return { ok: false, error: { type: 'photo-not-a-picture' } } as const;
  const kept = await files.keep(photo, EVIDENCE_PHOTO_LIMIT_BYTES);
  if (!kept.ok) throw new Error('a photo within the limit of its schema is over that of the store');
  await noteFile(transaction, kept.value, now);
  return { ok: true, value: { sha256: kept.value.sha256, code: null, is_signed: false } } as const;
}

/**
 * A code is believed when it was signed by the key of the place's package in force or, where there is none, by the center for its paper
 * sheet.
 */
async function judgedCode(
  transaction: Transaction,
  { keys, kind }: Pick<CenterParts, 'keys' | 'kind'>,
  { election: of, place, code }: Extract<z.output<typeof Sending>, { kind: 'code' }>,
) {
  const expected = await transaction
    .selectFrom('expected_record')
    .select(['election_hash', 'signing_key'])
    .where('election', '=', of)
    .where('place', '=', place)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  const onPaper = await placeOfSheet(transaction, of, place);
  const known =
    expected !== undefined
      ? {
          ...{ kind, pollingPlace: place, electionFingerprint: expected.election_hash },
          signingKey: expected.signing_key,
        }
      : onPaper !== undefined
        ? sheetCodeKey(onPaper, kind, keys)
        : undefined;
  const refused = (why: string) => ({ ok: false, error: { type: 'code-not-believed', why } }) as const;
  if (known === undefined) return refused('code-of-other-place');
  const checked = checkCode(code, known);
  if (!checked.ok) return refused(checked.error.type);
  if (checked.value.content.type !== 'result') return refused('code-without-result');
  return { ok: true, value: { sha256: null, code, is_signed: true } } as const;
}
