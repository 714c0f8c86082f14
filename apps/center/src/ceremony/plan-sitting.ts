import { pollingPlaceIdSchema, trusteeRuleProblems } from '@bilik/election';
import { CeremonyPlan, writeCeremonyPlan } from '@bilik/transfer';
import { drawBase58 } from '@bilik/transfer/issue';
import type { ActContext } from '../http/acts-door.ts';
import { addStep, codeHash } from './sittings.ts';

export type PlanRefusal =
  | { readonly type: 'election-unknown' }
  /** A rule about trustees does not hold; `code` names it. */
  | {
      readonly type: 'trustees-unlawful';
      readonly code: string;
      readonly sentence: { readonly id: string; readonly en: string };
    }
  | { readonly type: 'plan-malformed' }
  | { readonly type: 'sitting-exists' }
  /** Not a polling place of this area that votes by machine. */
  | { readonly type: 'place-not-electronic'; readonly place: string }
  /** Its keys are made, or being made, in another sitting. */
  | { readonly type: 'place-has-keys'; readonly place: string };

const CODE_DIGITS = 24;

export interface PlanInput {
  readonly id: string;
  readonly election: string;
  readonly area: string;
  readonly name: string;
  readonly threshold: number;
  readonly members: readonly { readonly id: string; readonly name: string; readonly interest: string }[];
  /** Polling places; none: all of the area that vote by machine and have no keys yet. */
  readonly places: readonly string[];
}

/** Writes a plan down. @returns the members' codes for the notice board: they are shown this once */
export async function planSitting(
  input: PlanInput,
  { transaction, by, now }: ActContext,
  kind: 'exercise' | 'real',
  random: (count: number) => Uint8Array,
): Promise<
  | {
      readonly ok: true;
      readonly value: { readonly codes: readonly { readonly member: string; readonly code: string }[] };
    }
  | { readonly ok: false; readonly error: PlanRefusal }
> {
  const refuse = (error: PlanRefusal) => ({ ok: false, error }) as const;
  const { id, election, area } = input;
  const there = await transaction
    .selectFrom('election')
    .select('kind')
    .where('id', '=', election)
    .executeTakeFirst();
  if (there === undefined || there.kind !== kind) return refuse({ type: 'election-unknown' });
  const [unlawful] = trusteeRuleProblems({ threshold: input.threshold, members: [...input.members] });
  if (unlawful !== undefined) {
    return refuse({ type: 'trustees-unlawful', code: unlawful.code, sentence: unlawful.sentence });
  }
  const rows = await transaction
    .selectFrom('place')
    .select(['id', 'area'])
    .where('election', '=', election)
    .where('mode', '!=', 'paper')
    .where((where) => where.or([where('area', '=', area), where('area', 'like', `${area}.%`)]))
    .orderBy('id')
    .execute();
  const taken = new Set(
    (
      await transaction
        .selectFrom('sitting_place')
        .select('place')
        .where('election', '=', election)
        .where('is_left', '=', false)
        .union(
          // whoever has a package has keys: an exercise's polling place brings its own
          transaction.selectFrom('place_package').select('place').where('election', '=', election),
        )
        .execute()
    ).map(({ place }) => place),
  );
  const wanted =
    input.places.length === 0
      ? rows.map((row) => row.id).filter((place) => !taken.has(place))
      : [...input.places].sort(byCode);
  for (const place of wanted) {
    if (!rows.some((row) => row.id === place)) return refuse({ type: 'place-not-electronic', place });
    if (taken.has(place)) return refuse({ type: 'place-has-keys', place });
  }
  const plan = CeremonyPlan.safeParse({
    format: 'bilik/ceremony-plan/1',
    kind,
    ceremony: input.name,
    threshold: input.threshold,
    members: input.members,
    places: wanted.map((place) => pollingPlaceIdSchema.safeParse(place).data),
  });
  if (!plan.success) return refuse({ type: 'plan-malformed' });
  const made = await transaction
    .insertInto('sitting')
    .values({ id, election, area, name: input.name, plan: writeCeremonyPlan(plan.data), created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 0n) return refuse({ type: 'sitting-exists' });
  const codes = input.members.map((member) => ({ member: member.id, code: drawBase58(random, CODE_DIGITS) }));
  await transaction
    .insertInto('sitting_member')
    .values(
      input.members.map((member, position) => ({
        ...{ sitting: id, area, id: member.id, position, name: member.name, interest: member.interest },
        code: codeHash(codes[position]?.code ?? ''),
      })),
    )
    .execute();
  await transaction
    .insertInto('sitting_place')
    .values(
      wanted.map((place) => ({
        ...{ sitting: id, election, place, area: place.slice(0, place.indexOf('-')) },
        ...{ trustees: null, trustees_hash: null, member_order: null },
      })),
    )
    .execute();
  await addStep(
    transaction,
    { id, area },
    { type: 'planned', threshold: input.threshold, members: input.members.map((member) => member.id) },
    { account: by.account, act: 'ceremony.plan', now },
  );
  return { ok: true, value: { codes } };
}

/** A new code for one trustee; the old one lets nothing in any more. */
export async function inviteAnew(
  { sitting, member }: { readonly sitting: string; readonly member: string },
  { transaction }: Pick<ActContext, 'transaction'>,
  random: (count: number) => Uint8Array,
): Promise<string | undefined> {
  const code = drawBase58(random, CODE_DIGITS);
  const changed = await transaction
    .updateTable('sitting_member')
    .set({ code: codeHash(code) })
    .where('sitting', '=', sitting)
    .where('id', '=', member)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n ? code : undefined;
}

function byCode(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
