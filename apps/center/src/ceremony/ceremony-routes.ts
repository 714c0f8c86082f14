import { randomBytes } from 'node:crypto';
import { areaCodeSchema, slugSchema } from '@bilik/election';
import { nameAnew, SITTING_ROUNDS, type SittingRequest } from '@bilik/preparation';
import { fingerprintWords, hexGroups, planDigest } from '@bilik/transfer';
import { z } from 'zod';
import { withPeople } from '../accounts/people.ts';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import { type ActContext, type ActsDoor, NoInput } from '../http/acts-door.ts';
import { ownElectionsInSight } from '../set-up/election-meant.ts';
import { inviteAnew, planSitting } from './plan-sitting.ts';
import { sittingPoster } from './sitting-poster.ts';
import { askStep, heldSitting, readSitting } from './sittings.ts';
import { postedTexts, takeBundle } from './take-bundle.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const line = (most: number) => z.string().trim().min(1).max(most);
const SittingInput = z.strictObject({ sitting: slug });
const MemberInput = SittingInput.extend({ member: slug });
const ReasonInput = SittingInput.extend({ reason: line(300) });
const PlanInput = z.strictObject({
  id: slug,
  election: slugSchema,
  area: areaCodeSchema,
  name: line(80),
  threshold: z.int().min(2).max(14),
  members: z
    .array(z.strictObject({ id: slug, name: line(100), interest: line(60) }))
    .min(3)
    .max(15),
  places: z.array(z.string().max(20)).max(200),
});

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
/** A refusal by its name; what it says beside, screens read. */
interface Refused {
  readonly ok: false;
  readonly error: { readonly type: string; readonly [key: string]: unknown };
}
const refuse = (error: Refused['error']): Refused => ({ ok: false, error });
const unknown = refuse({ type: 'sitting-unknown' });
const spoken = (hex: string) => ({ words: fingerprintWords(hex), hex: hexGroups(hex) });

/** Key ceremonies: planned at the office, done on trustees' devices, followed and posted here. */
export function openCeremonyRoutes(
  acts: ActsDoor,
  { files, kind }: Pick<CenterParts, 'files' | 'kind'>,
): void {
  acts.act('ceremony.list', NoInput, async (_, { transaction, now }) => {
    const rows = await transaction
      .selectFrom('sitting')
      .select('id')
      .orderBy('created_at')
      .orderBy('id')
      .limit(500)
      .execute();
    const sittings = [];
    for (const { id } of rows) {
      const sitting = await readSitting(transaction, id);
      if (sitting === undefined) continue;
      const { plan, area, standing } = sitting;
      sittings.push({
        ...{ id, area, name: plan.ceremony, places: plan.places.length, phase: standing.phase },
        missing: names(plan.members, standing.missing),
      });
    }
    return { ok: true, value: { elections: await ownElectionsInSight(transaction, now), sittings } };
  });
  acts.act('ceremony.show', SittingInput, async ({ sitting: id }, { transaction }) => {
    const sitting = await readSitting(transaction, id);
    return sitting === undefined ? unknown : { ok: true, value: await view(transaction, sitting) };
  });
  acts.act('ceremony.plan', PlanInput, (input, context) => planSitting(input, context, kind, random));
  acts.act('ceremony.invite', MemberInput, async (input, context) => {
    const { transaction, by, now } = context;
    const sitting = await heldSitting(transaction, input.sitting);
    if (sitting === undefined) return unknown;
    const code = await inviteAnew(input, context, random);
    if (code === undefined) return refuse({ type: 'sitting-member-unknown' });
    await appendEvent(transaction, {
      ...{ act: 'ceremony.invite', area: sitting.area, subject: sitting.id, account: by.account, at: now },
      after: { member: input.member },
    });
    return { ok: true, value: { code } };
  });
  acts.paper('ceremony.plan-file', SittingInput, async ({ sitting: id }, { transaction }) => {
    const sitting = await readSitting(transaction, id);
    if (sitting === undefined) return unknown;
    const bytes = Buffer.from(sitting.planText, 'utf8');
    return { ok: true, value: { bytes, type: 'application/json', fileName: `rencana-${id}.json` } };
  });
  acts.paper(
    'ceremony.give',
    MemberInput.extend({ round: z.enum(SITTING_ROUNDS) }),
    async ({ sitting: id, member, round }, { transaction }) => {
      const sitting = await readSitting(transaction, id);
      if (sitting === undefined) return unknown;
      const [text] = await postedTexts(transaction, files, id, { member, round });
      if (text === undefined) return refuse({ type: 'bundles-missing', round, names: [member] });
      const fileName = `pesan-${SITTING_ROUNDS.indexOf(round) + 1}-${member}.json`;
      return { ok: true, value: { bytes: Buffer.from(text, 'utf8'), type: 'application/json', fileName } };
    },
  );
  acts.act(
    'ceremony.take',
    SittingInput.extend({ upload: z.string().regex(/^[0-9a-f]{32}$/) }),
    async ({ sitting: id, upload }, { transaction, by, now }) => {
      const sitting = await heldSitting(transaction, id);
      if (sitting === undefined) return unknown;
      const row = await transaction
        .selectFrom('upload')
        .select('sha256')
        .where('id', '=', upload)
        .executeTakeFirst();
      const file = row?.sha256;
      if (file === undefined || file === null) return refuse({ type: 'upload-unknown' });
      const pieces: Uint8Array[] = [];
      for await (const piece of files.open(file)) pieces.push(piece);
      const text = Buffer.concat(pieces).toString('utf8');
      const common = { transaction, files, sitting, text, account: by.account, now };
      return takeBundle({ ...common, from: undefined, carried: 'stick' });
    },
  );
  const step = <Input extends z.ZodType<{ readonly sitting: string }>>(
    name: 'ceremony.compared' | 'ceremony.confirmed' | 'ceremony.posted' | 'ceremony.lost',
    schema: Input,
    requestOf: (input: z.output<Input>) => SittingRequest,
  ) =>
    acts.act(name, schema, async (input, { transaction, by, now }: ActContext) => {
      const asked = await askStep(transaction, input.sitting, requestOf(input), {
        account: by.account,
        act: name,
        now,
      });
      return asked.ok ? { ok: true, value: null } : asked;
    });
  step('ceremony.compared', SittingInput.extend({ present: z.array(slug).max(15) }), ({ present }) => ({
    type: 'compared',
    present,
  }));
  step('ceremony.confirmed', MemberInput, ({ member }) => ({ type: 'confirmed', member }));
  step('ceremony.posted', SittingInput.extend({ where: line(200) }), ({ where }) => ({
    type: 'posted',
    where,
  }));
  step('ceremony.lost', ReasonInput.extend({ member: slug }), ({ member, reason }) => ({
    type: 'lost',
    member,
    reason,
  }));
  acts.act('ceremony.leave', ReasonInput, async ({ sitting: id, reason }, { transaction, by, now }) => {
    const left = { account: by.account, act: 'ceremony.leave', now };
    const asked = await askStep(transaction, id, { type: 'left', reason }, left);
    if (!asked.ok) return asked;
    await transaction.updateTable('sitting_place').set({ is_left: true }).where('sitting', '=', id).execute();
    return { ok: true, value: { next: nameAnew(asked.value.plan.ceremony) } };
  });
  acts.paper('ceremony.poster', SittingInput, async ({ sitting: id }, { transaction, now }) => {
    const sitting = await readSitting(transaction, id);
    if (sitting === undefined) return unknown;
    const bytes = await sittingPoster(transaction, sitting, now);
    if (bytes === undefined) return refuse({ type: 'sitting-not-now', phase: sitting.standing.phase });
    return { ok: true, value: { bytes, type: 'application/pdf' } };
  });
}

function names(
  members: readonly { readonly id: string; readonly name: string }[],
  ids: readonly string[],
): string[] {
  return ids.map((id) => members.find((member) => member.id === id)?.name ?? id);
}

/** Everything that a screen shows of a sitting. */
async function view(transaction: Transaction, sitting: NonNullable<Awaited<ReturnType<typeof readSitting>>>) {
  const { id, area, plan, standing } = sitting;
  const bundles = await transaction
    .selectFrom('sitting_bundle')
    .select(['member', 'round', 'carried', 'spoken'])
    .where('sitting', '=', id)
    .execute();
  const steps = await transaction
    .selectFrom('sitting_step')
    .select(['at', 'account', 'step'])
    .where('sitting', '=', id)
    .orderBy('number')
    .execute();
  return {
    ...{
      id,
      area,
      name: plan.ceremony,
      threshold: plan.threshold,
      phase: standing.phase,
      places: plan.places,
    },
    planDigest: spoken(planDigest(plan)),
    missing: names(plan.members, standing.missing),
    fault:
      standing.fault === undefined
        ? null
        : { ...standing.fault, name: names(plan.members, [standing.fault.member])[0] ?? '' },
    keys: standing.fingerprint === undefined ? null : spoken(standing.fingerprint),
    next: nameAnew(plan.ceremony),
    members: plan.members.map((member) => {
      const own = bundles.filter((bundle) => bundle.member === member.id);
      const hex = own.find(({ spoken: text }) => text !== null)?.spoken;
      return {
        ...member,
        given: own.map(({ round, carried }) => ({ round, carried })),
        certificates: hex === undefined || hex === null ? null : spoken(hex),
        isConfirmed: standing.confirmed.includes(member.id),
        isLost: standing.lost.includes(member.id),
      };
    }),
    steps: (await withPeople(transaction, steps)).map(({ at, ...step }) => ({
      at: at.toISOString(),
      ...step,
    })),
  };
}
