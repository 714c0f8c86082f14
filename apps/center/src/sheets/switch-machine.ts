import { sql } from 'kysely';
import type { Transaction } from '../database/connect.ts';
import { appendEvent } from '../events/append-event.ts';
import type { ActContext } from '../http/acts-door.ts';
import { LIST_LIMITS } from '../http/list-limits.ts';
import { recordChange } from '../tabulation/record-change.ts';
import type { Lane, Part, SourceKind } from '../tabulation/tables.ts';
import type { SheetName } from './act-on-sheet.ts';

export type SwitchRefusal =
  /** No such place in sight. */
  | { readonly type: 'sheet-unknown' }
  | { readonly type: 'place-not-by-machine' }
  /** It has gone to paper already, or is by machine alone. */
  | { readonly type: 'switched-already' }
  /** Somebody typed or photographed its sheet: that is not undone by a switch. */
  | { readonly type: 'paper-part-begun' }
  /** People determined the village's result on what stands: the regency reopens it first. */
  | { readonly type: 'determined-already' }
  /** An official result stands, and the switch would change what counts: the regency alone notes it. */
  | { readonly type: 'result-stands' };

export type SwitchAnswer =
  | { readonly ok: true; readonly value: { readonly parts: readonly Part[] } }
  | { readonly ok: false; readonly error: SwitchRefusal };

const refuse = (error: SwitchRefusal) => ({ ok: false, error }) as const;

/** Places that vote by machine, in a person's area, and whether they went to paper. */
export function machinePlaces(transaction: Transaction, election: string) {
  return transaction
    .selectFrom('place')
    .innerJoin('area', 'area.code', 'place.area')
    .select(['place.id as place', 'place.number', 'area.name as village'])
    .select(sql<boolean>`'paper' = any (place.parts)`.as('isOnPaperToo'))
    .where('election', '=', election)
    .where('mode', '!=', 'paper')
    .orderBy('place.id')
    .limit(LIST_LIMITS.machinePlaces)
    .execute();
}

/**
 * Notes that a polling place went from its machine to paper during the day, or takes that back. From then on it has two parts, each with evidence of its own,
 * and counts when both are in. What stands of it already becomes the machine's part, as versions with the reason.
 * Nobody changes so what people have determined; where an official result stands only the regency does.
 */
export async function switchMachine(
  { transaction, by, now }: ActContext,
  asked: SheetName & { readonly toPaper: boolean; readonly reason: string },
): Promise<SwitchAnswer> {
  const { election, place, toPaper, reason } = asked;
  const row = await transaction
    .selectFrom('place')
    .select(['area', 'mode', 'parts'])
    .where('election', '=', election)
    .where('id', '=', place)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refuse({ type: 'sheet-unknown' });
  if (row.mode === 'paper') return refuse({ type: 'place-not-by-machine' });
  if (row.parts.includes('paper') === toPaper) return refuse({ type: 'switched-already' });
  if (!toPaper && (await hasPaperBegun(transaction, asked))) return refuse({ type: 'paper-part-begun' });
  const [from, to, parts] = toPaper
    ? (['whole', 'machine', ['machine', 'paper']] as const)
    : (['machine', 'whole', ['whole']] as const);
  if (await isDetermined(transaction, election, row.area)) return refuse({ type: 'determined-already' });
  const standing = await standingOf(transaction, asked, from);
  if (by.role !== 'regency' && standing.some(({ lane }) => lane === 'official')) {
    return refuse({ type: 'result-stands' });
  }
  const common = { election, place, account: by.account, reason, at: now };
  for (const { contest, lane, source_kind: sourceKind, source } of standing) {
    const away = { ...common, contest, lane, part: from, figures: null, sourceKind, source };
    must(await recordChange(transaction, away));
  }
  await transaction
    .updateTable('place')
    .set({ parts: [...parts] })
    .where('election', '=', election)
    .where('id', '=', place)
    .execute();
  for (const { contest, lane, source_kind: sourceKind, source, ...figures } of standing) {
    must(
      await recordChange(transaction, { ...common, contest, lane, part: to, figures, sourceKind, source }),
    );
  }
  await appendEvent(transaction, {
    ...{ act: 'sheets.switch', area: row.area, subject: place, account: by.account, at: now },
    before: { parts: row.parts },
    after: { parts, reason },
  });
  return { ok: true, value: { parts } };
}

/** Whether people have determined the village's result of any contest, and not reopened it. Whoever determines locks the same places first. */
async function isDetermined(transaction: Transaction, election: string, area: string): Promise<boolean> {
  const { rows } = await sql<{ is_open: boolean }>`
    select distinct on (contest) fact ->> 'type' = 'reopened' as is_open from outcome_fact
    where election = ${election} and area = ${area} and fact ->> 'type' <> 'chosen-by-people'
    order by contest, number desc`.execute(transaction);
  return rows.some(({ is_open: isOpen }) => !isOpen);
}

/** What stands of a part, by lane and contest. */
function standingOf(transaction: Transaction, { election, place }: SheetName, part: Part) {
  return transaction
    .selectFrom('place_result')
    .innerJoin('result_change', 'result_change.number', 'place_result.change')
    .select(['result_change.contest', 'users', 'women', 'valid', 'invalid', 'votes', 'source'])
    .select((row) => [
      row.ref('result_change.lane').$castTo<Lane>().as('lane'),
      row.ref('source_kind').$castTo<SourceKind>().as('source_kind'),
    ])
    .where('place_result.election', '=', election)
    .where('place_result.place', '=', place)
    .where('place_result.part', '=', part)
    .where('withdrawn', '=', false)
    .orderBy('result_change.number')
    .execute();
}

async function hasPaperBegun(transaction: Transaction, { election, place }: SheetName): Promise<boolean> {
  const sheet = await transaction
    .selectFrom('sheet_act')
    .select('number')
    .where('election', '=', election)
    .where('place', '=', place)
    .limit(1)
    .executeTakeFirst();
  const photo = await transaction
    .selectFrom('sheet_photo')
    .select('sha256')
    .where('election', '=', election)
    .where('place', '=', place)
    .limit(1)
    .executeTakeFirst();
  return sheet !== undefined || photo !== undefined;
}

function must(answer: Awaited<ReturnType<typeof recordChange>>): void {
  if (!answer.ok) throw new Error(`a part that stood cannot be moved: ${answer.error.type}`);
}
