import { assertNever, fail, type Result, succeed } from '@bilik/election';
import { compareEntries, resolveDifferences } from '../entry/compare-entries.ts';
import { checkSheet } from '../rules/check-sheet.ts';
import type { SheetFacts } from '../rules/sheet-facts.ts';
import type { SheetForm } from '../sheet/sheet-form.ts';
import type { SheetValues } from '../sheet/sheet-values.ts';
import type { SheetAct, SheetEntry, SheetRefusal, SheetState, SheetStep } from './sheet-state.ts';
import { SHEET_TRANSITIONS } from './transition-table.ts';

/** What an act is decided on, beside the state. */
export interface SheetContext {
  readonly form: SheetForm;
  readonly facts: SheetFacts;
  /** Whose hand an account may be: accounts of one hand count as one person. Who is not named is their own. */
  readonly hands: ReadonlyMap<string, string>;
}

type Decision = Result<SheetState, SheetRefusal>;

/**
 * The state after an act, by the table of transitions: from where, by whom, with what. Pure; the caller keeps act and state together.
 * @errors why the act is refused; nothing has changed then
 */
export function decideSheet(state: SheetState, act: SheetAct, context: SheetContext): Decision {
  const transition = SHEET_TRANSITIONS.find((candidate) => candidate.act === act.act);
  if (transition === undefined || !transition.from.includes(state.step)) {
    return fail({ type: 'not-from-here', step: state.step, act: act.act });
  }
  const before = state.parts.get(act.by);
  if (before !== undefined && before !== transition.part) {
    return fail({ type: 'other-part-before', part: transition.part, before });
  }
  if ('reason' in act && act.reason.trim() === '') return fail({ type: 'reason-missing' });
  const parts = new Map(state.parts).set(act.by, transition.part);
  return follow({ ...state, parts }, act, context);
}

function follow(state: SheetState, act: SheetAct, context: SheetContext): Decision {
  switch (act.act) {
    case 'enter':
      return enter(state, { by: act.by, values: act.values }, context);
    case 'take_back':
      return state.entries[0]?.by === act.by
        ? succeed({ ...state, step: 'awaited', entries: [] })
        : fail({ type: 'entry-of-another' });
    case 'resolve':
      return resolve(state, act, context);
    case 'discard':
      return succeed(typedAnew(state, state.round + 1));
    case 'look_again':
      return succeed(settled(state, context));
    case 'explain':
      return explainWarnings(state, act.explanations, context);
    case 'quarantine':
      return succeed({ ...state, step: 'quarantined', heldByPerson: true });
    case 'clear':
      return clear(state, context);
    case 'correct':
      return correct(state, act.by, act.evidence);
    case 'withdraw':
      return succeed({ ...state, step: 'withdrawn', standing: null });
    default:
      return assertNever(act);
  }
}

function enter(state: SheetState, entry: SheetEntry, context: SheetContext): Decision {
  const [first] = state.entries;
  if (first === undefined) return succeed({ ...state, step: 'first_entry', entries: [entry] });
  if (first.by === entry.by) return fail({ type: 'typed-by-you-already' });
  if (isOneHand(context, first.by, entry.by)) return fail({ type: 'typed-by-same-hand' });
  const both = { ...state, entries: [first, entry] };
  return succeed(
    compareEntries(context.form, first.values, entry.values).length > 0
      ? { ...both, step: 'differs' }
      : settled({ ...both, values: entry.values }, context),
  );
}

function resolve(
  state: SheetState,
  { by, readings }: { readonly by: string; readonly readings: SheetValues },
  context: SheetContext,
): Decision {
  const [first, second] = bothEntries(state);
  if ([first, second].some((entry) => isOneHand(context, entry.by, by))) {
    return fail({ type: 'typed-by-same-hand' });
  }
  const differences = compareEntries(context.form, first.values, second.values);
  const resolved = resolveDifferences(first.values, differences, readings);
  return resolved.ok ? succeed(settled({ ...state, values: resolved.value }, context)) : resolved;
}

function isOneHand({ hands }: SheetContext, one: string, other: string): boolean {
  return (hands.get(one) ?? one) === (hands.get(other) ?? other);
}

function explainWarnings(
  state: SheetState,
  explanations: SheetState['explanations'],
  context: SheetContext,
): Decision {
  const written = explanations.filter(({ text }) => text.trim() !== '');
  const next = settled({ ...state, explanations: written }, context);
  return next.step === 'warned'
    ? fail({ type: 'warnings-unexplained', codes: unexplained(next, context) })
    : succeed(next);
}

function clear(state: SheetState, context: SheetContext): Decision {
  const free = { ...state, heldByPerson: false };
  // held before the entries agreed: back to where it was, nothing is passed over
  if (state.values === null) return succeed({ ...free, step: 'differs' });
  return succeed(settled({ ...free, cleared: codesOf('quarantine', state, context) }, context));
}

function correct(state: SheetState, by: string, evidence: string): Decision {
  if (state.evidence.includes(evidence)) return fail({ type: 'evidence-not-new' });
  return succeed({
    ...typedAnew(state, 1),
    version: state.version + 1,
    parts: new Map([[by, 'supervisor']]),
    evidence: [...state.evidence, evidence],
  });
}

function typedAnew(state: SheetState, round: number): SheetState {
  return {
    ...state,
    step: 'awaited',
    round,
    entries: [],
    values: null,
    explanations: [],
    cleared: [],
    heldByPerson: false,
  };
}

/** Where agreed figures stand by the rules as they find them now. */
function settled(state: SheetState, context: SheetContext): SheetState {
  const [first, second] = bothEntries(state);
  const step = stepByRules(state, context);
  if (step !== 'definitive' || state.values === null) return { ...state, step };
  const standing = { version: state.version, values: state.values, typists: [first.by, second.by] as const };
  return { ...state, step, standing };
}

function stepByRules(state: SheetState, context: SheetContext): SheetStep {
  if (codesOf('error', state, context).length > 0) return 'faulty';
  const uncleared = codesOf('quarantine', state, context).filter((code) => !state.cleared.includes(code));
  if (state.heldByPerson || uncleared.length > 0) return 'quarantined';
  return unexplained(state, context).length > 0 ? 'warned' : 'definitive';
}

function unexplained(state: SheetState, context: SheetContext): readonly string[] {
  const isExplained = (code: string, contest: string | null) =>
    state.explanations.some((explanation) => explanation.code === code && explanation.contest === contest);
  return outcomesOf(state, context)
    .filter(({ kind, code, contest }) => kind === 'warning' && !isExplained(code, contest))
    .map(({ code }) => code);
}

function codesOf(kind: 'error' | 'quarantine', state: SheetState, context: SheetContext): readonly string[] {
  return outcomesOf(state, context).flatMap((outcome) => (outcome.kind === kind ? [outcome.code] : []));
}

function outcomesOf({ values }: SheetState, { form, facts }: SheetContext) {
  return values === null ? [] : checkSheet({ form, values, facts });
}

function bothEntries({ entries, step }: SheetState): readonly [SheetEntry, SheetEntry] {
  const [first, second] = entries;
  if (first === undefined || second === undefined) throw new Error(`two entries belong to step ${step}`);
  return [first, second];
}
