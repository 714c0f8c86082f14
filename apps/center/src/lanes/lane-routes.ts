import { areaCodeSchema, lineSchema, pollingPlaceIdSchema, slugSchema } from '@bilik/election';
import { DIFFERENCE_REASONS } from '@bilik/tabulation';
import { z } from 'zod';
import type { FileStore } from '../files/file-store.ts';
import { pictureType } from '../files/file-type.ts';
import { type ActContext, type ActsDoor, NoInput } from '../http/acts-door.ts';
import { ownElectionsInSight } from '../set-up/election-meant.ts';
import { compareArea } from './compare.ts';
import { explainDifference, withReasons } from './difference-reasons.ts';
import { commitInternal, commitmentsOf } from './internal-lane.ts';
import { laneFiguresSchema, placeOfLanes } from './lane-figures.ts';
import { placesOfLanes } from './lane-lists.ts';
import { listEvidence, moderate } from './moderation.ts';
import { withOptions } from './option-names.ts';

const election = slugSchema;
const Place = z.strictObject({ election, place: pollingPlaceIdSchema });
const Election = z.strictObject({ election });
/** Of all places, or of one. */
const Commitments = Election.extend({ place: pollingPlaceIdSchema.optional() });

async function explained(context: ActContext, input: { readonly election: string; readonly area: string }) {
  const { places, differences } = await compareArea(context, input);
  const named = await withOptions(context.transaction, input.election, differences);
  return { places, differences: await withReasons(context, input.election, named) };
}

/** The Desk's lane, its comparison with the official one, and the moderation of what the public sends. */
export function openLaneRoutes(acts: ActsDoor, files: FileStore): void {
  acts.act('lanes.elections', NoInput, async (_, { transaction, now }) => ({
    ok: true,
    // one that others conduct has the internal count alone
    value: await ownElectionsInSight(transaction, now),
  }));
  acts.act('lanes.places', Election, async (input, { transaction }) => ({
    ok: true,
    value: await placesOfLanes(transaction, input.election),
  }));
  acts.act('lanes.ballot', Place, async (input, { transaction }) => {
    const found = await placeOfLanes(transaction, input.election, input.place);
    return found === undefined
      ? { ok: false, error: { type: 'place-unknown' } }
      : { ok: true, value: { registered: found.registered, ballots: found.ballots } };
  });
  acts.act(
    'lanes.commit',
    Place.extend({
      contest: slugSchema,
      figures: laneFiguresSchema,
      sentAs: z.string().regex(/^[0-9a-f]{32}$/),
      acknowledged: z
        .array(z.string().regex(/^[A-Z]\d{2}$/))
        .max(20)
        .default([]),
    }),
    (input, context) => commitInternal(context, input),
  );
  acts.act('lanes.commitments', Commitments, async (input, context) => ({
    ok: true,
    value: await commitmentsOf(context, input.election, input.place),
  }));
  acts.act('lanes.compare', Election.extend({ area: areaCodeSchema }), async (input, context) => ({
    ok: true,
    value: await explained(context, input),
  }));
  acts.act(
    'lanes.explain',
    Place.extend({
      contest: slugSchema,
      reason: z.enum(DIFFERENCE_REASONS),
      note: lineSchema(500).nullable().default(null),
    }),
    (input, context) => explainDifference(context, input),
  );
  acts.act('lanes.evidence', Election, async (input, context) => ({
    ok: true,
    value: await listEvidence(context, input.election),
  }));
  acts.act(
    'lanes.moderate',
    z.strictObject({
      evidence: z.int().min(1),
      verdict: z.enum(['accepted', 'refused']),
      reason: lineSchema(500),
      figures: z.record(slugSchema, laneFiguresSchema).default({}),
    }),
    (input, context) => moderate(context, input),
  );
  acts.paper('lanes.evidence-photo', z.strictObject({ evidence: z.int().min(1) }), async (input, context) => {
    const row = await context.transaction
      .selectFrom('evidence')
      .select('sha256')
      .where('id', '=', input.evidence)
      .executeTakeFirst();
    if (row === undefined || row.sha256 === null) return { ok: false, error: { type: 'evidence-unknown' } };
    const chunks: Buffer[] = [];
    for await (const chunk of files.open(row.sha256)) chunks.push(Buffer.from(chunk as Uint8Array));
    const bytes = Buffer.concat(chunks);
    const type = pictureType(bytes.subarray(0, 16));
    if (type === undefined) throw new Error(`evidence ${input.evidence} was kept and is no picture`);
    return { ok: true, value: { bytes, type } };
  });
}
