import type { RulePack } from '@bilik/election';
import { type Difference, differs, membersDiffer } from './difference.ts';
import type { PublishedPart, PublishedPlace, VoteFigures } from './figures-schema.ts';
import { isCounted } from './is-counted.ts';
import { contestOf, outcomeOf, votedKeys } from './outcome.ts';
import { standingOf } from './said-before.ts';
import { type PublishedVillage, STAGES_AFTER_COUNTING } from './schema.ts';
import { addFigures, sumVillage } from './sums.ts';

/** By what a village is judged. */
interface VillageRules {
  readonly rulePack: RulePack | undefined;
  /** The event posts a key for the codes of paper sheets: then each sheet has one. */
  readonly hasSheetCodes: boolean;
}

/** Everything in a village that can be recomputed from its polling places and rule pack. */
export function checkVillage(
  village: PublishedVillage,
  { rulePack, hasSheetCodes }: VillageRules,
): Difference[] {
  const field = `villages.${village.code}`;
  const contest = contestOf(village);
  const keys = contest === undefined ? undefined : votedKeys(contest);
  const numbers = village.contest?.candidates.map(({ number }) => number) ?? [];
  const ids = village.places.map(({ id }) => id);
  return [
    ...differs('order', `${field}.contest.candidates`, numbers, ascending(numbers)),
    ...differs('order', `${field}.places`, ids, ascending(ids)),
    ...village.places.flatMap((place) => checkPlace(place, village, keys, { rulePack, hasSheetCodes })),
    ...totalsDiffer(field, village, keys),
    ...(rulePack === undefined
      ? [{ rule: 'rule-pack' as const, field: `${field}.rulePack`, written: village.rulePack, expected: '' }]
      : differs('outcome', `${field}.outcome`, village.outcome, outcomeOf(village, rulePack) ?? null)),
    ...checkState(field, village),
    ...checkStage(field, village),
    ...checkDetermination(field, village),
  ];
}

/** Ascending, each once. */
export function ascending<Item extends string | number>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)].sort((left, right) => (left < right ? -1 : 1));
}

type Keys = readonly VoteFigures['options'][number]['key'][] | undefined;

function totalsDiffer(field: string, { places, totals }: PublishedVillage, keys: Keys): Difference[] {
  if (keys === undefined) {
    const given = places.filter((place) => standingOf(place) !== undefined).map(({ id }) => id);
    return [
      ...differs('sum', `${field}.totals`, totals, null),
      ...differs('options-of-contest', `${field}.places`, given, []),
    ];
  }
  if (totals === null) return differs('sum', `${field}.totals`, null, sumVillage(places, keys));
  return membersDiffer('sum', `${field}.totals`, totals, sumVillage(places, keys));
}

function checkPlace(
  place: PublishedPlace,
  { code }: PublishedVillage,
  keys: Keys,
  { rulePack, hasSheetCodes }: VillageRules,
): Difference[] {
  const field = `places.${place.id}`;
  const { result, withheld } = place;
  return [
    ...differs('area', field, place.id.slice(0, -4), code),
    ...(result === null ? [] : differs('correction', `${field}.withheld`, withheld ?? null, null)),
    ...(keys === undefined
      ? []
      : [
          ...(result === null ? [] : bothParts(field, place.mode, result.parts)),
          ...[
            { at: field, standing: result },
            { at: `${field}.withheld`, standing: withheld },
          ].flatMap(({ at, standing }) =>
            standing === null || standing === undefined
              ? []
              : checkStanding(at, standing, place, { keys, rulePack, hasSheetCodes }),
          ),
        ]),
  ];
}

type Standing = Pick<NonNullable<PublishedPlace['result']>, 'figures' | 'parts'>;

/** Figures and parts of a place, shown or withheld: what was published once was right by itself. */
function checkStanding(
  field: string,
  { figures, parts }: Standing,
  { mode, registered }: Pick<PublishedPlace, 'mode' | 'registered'>,
  { keys, rulePack, hasSheetCodes }: VillageRules & { readonly keys: NonNullable<Keys> },
): Difference[] {
  return [
    ...membersDiffer('sum', `${field}.figures`, figures, addFigures(parts.map((part) => part.figures)) ?? {}),
    ...checkFigures(`${field}.figures`, figures, keys, rulePack),
    ...withinList(`${field}.figures.users`, figures.users, registered, rulePack),
    ...sourcesOnce(field, parts),
    ...parts.flatMap((part, index) => [
      ...checkFigures(`${field}.parts.${index}.figures`, part.figures, keys, rulePack),
      ...checkSource(`${field}.parts.${index}`, part, { mode, parts }, hasSheetCodes),
    ]),
  ];
}

function checkFigures(
  field: string,
  { users, options, valid, invalid, blank, total }: VoteFigures,
  keys: NonNullable<Keys>,
  rulePack: RulePack | undefined,
): Difference[] {
  const given = options.map(({ key }) => key);
  const blankIsInvalid = rulePack?.settings.blankVote.value !== 'separate';
  const votes = options.reduce((sum, option) => sum + option.votes, 0);
  return [
    ...differs('options-of-contest', `${field}.options`, given, keys),
    ...differs('votes-add-up', `${field}.valid`, valid, votes),
    ...differs('votes-add-up', `${field}.total`, total, valid + invalid + (blankIsInvalid ? 0 : blank)),
    ...(blankIsInvalid && blank > invalid
      ? [
          {
            rule: 'votes-add-up' as const,
            field: `${field}.invalid`,
            written: `${invalid}`,
            expected: `≥ ${blank}`,
          },
        ]
      : []),
    ...(total > users
      ? [
          {
            rule: 'votes-within-users' as const,
            field: `${field}.total`,
            written: `${total}`,
            expected: `≤ ${users}`,
          },
        ]
      : []),
  ];
}

/** Where nobody outside the list may vote, no more came than stand on it: all parts of a place together, by machine and on paper. */
function withinList(
  field: string,
  users: number,
  { L, P }: PublishedPlace['registered'],
  rulePack: RulePack | undefined,
): Difference[] {
  return rulePack?.settings.nonDptVoters.value === 'refused' && users > L + P
    ? [{ rule: 'users-within-list', field, written: `${users}`, expected: `≤ ${L + P}` }]
    : [];
}

/** One record, one sheet, one mobile group's paper at most: what was counted once is a part once. */
function sourcesOnce(field: string, parts: readonly PublishedPart[]): Difference[] {
  const families = parts.map(({ source }) => (source === 'slip-count' ? 'trustees' : source));
  return differs('evidence', `${field}.parts`, families, [...new Set(families)]);
}

/** Where a machine gave way to paper, each has its part: a result with one of them is half a count. */
function bothParts(
  field: string,
  mode: PublishedPlace['mode'],
  parts: readonly PublishedPart[],
): Difference[] {
  if (mode !== 'mixed') return [];
  const media = new Set(parts.map(({ source }) => (source === 'sheet' ? 'paper' : 'machine')));
  return differs('evidence', `${field}.parts`, [...media].sort(), ['machine', 'paper']);
}

/** Each source needs the evidence by which it can be checked, and a source that the place's mode allows. */
function checkSource(
  field: string,
  { source, evidence }: PublishedPart,
  { mode, parts }: Pick<PublishedPlace, 'mode'> & Pick<Standing, 'parts'>,
  hasSheetCodes: boolean,
): Difference[] {
  const lacks = (what: string): Difference => ({
    rule: 'evidence',
    field: `${field}.evidence`,
    written: '',
    expected: what,
  });
  const isPaper = source === 'sheet';
  const isOfRecord = source === 'trustees' || source === 'slip-count';
  const fits = mode === 'mixed' || (mode === 'paper') === isPaper;
  return [
    ...(fits
      ? []
      : [{ rule: 'evidence' as const, field: `${field}.source`, written: source, expected: mode }]),
    // slips that were counted by hand have the sealed record beside them, and mobile paper the station's word for it
    ...(isOfRecord && evidence.record === null ? [lacks('record')] : []),
    ...(isOfRecord && evidence.record !== null && evidence.voidList === null ? [lacks('void-list')] : []),
    ...(source === 'mobile-group' && !isBesideRecord(evidence, parts)
      ? [lacks('record of the same signed result')]
      : []),
    ...(isOfRecord || evidence.record === null
      ? []
      : differs('evidence', `${field}.evidence`, evidence.record, '')),
    // what no station signed beside it is a foreign file, which nobody compares with anything
    ...(isOfRecord ? [] : differs('evidence', `${field}.evidence`, evidence.voidList, null)),
    ...(isPaper ? differs('evidence', `${field}.evidence`, evidence.signedResult, null) : []),
    ...(!isPaper && evidence.signedResult === null ? [lacks('signed-result')] : []),
    ...(isPaper && evidence.sheetPhotos.length === 0 ? [lacks('sheet-photo')] : []),
    ...(isPaper && hasSheetCodes && evidence.code === null ? [lacks('code')] : []),
  ];
}

const isBesideRecord = ({ signedResult }: PublishedPart['evidence'], parts: readonly PublishedPart[]) =>
  parts.some(
    ({ source, evidence }) =>
      source !== 'mobile-group' && evidence.record !== null && evidence.signedResult === signedResult,
  );

function checkState(field: string, { places, state, determination }: PublishedVillage): Difference[] {
  const counted = places.filter(({ result }) => result !== null).length;
  if (determination !== null) return differs('state', `${field}.state`, state, 'determined');
  return differs('state', `${field}.state`, state, counted === 0 ? 'none' : 'provisional');
}

/** Nobody takes office, and nothing is objected to, where no vote was published. */
function checkStage(field: string, village: PublishedVillage): Difference[] {
  const { name } = village.stage;
  return STAGES_AFTER_COUNTING.includes(name) && !isCounted(village)
    ? differs('state', `${field}.stage`, name, 'counting')
    : [];
}

/** People determine what the rules say; where the rules end they decide, among those whom the rules leave, and say why. */
function checkDetermination(field: string, { determination, outcome }: PublishedVillage): Difference[] {
  if (determination === null) return [];
  const refuse = (expected: string): Difference[] => [
    {
      rule: 'determination',
      field: `${field}.determination`,
      written: `${determination.candidate ?? '–'}`,
      expected,
    },
  ];
  switch (outcome?.type) {
    case 'winner':
      return determination.candidate === outcome.candidate ? [] : refuse(`${outcome.candidate}`);
    case 'empty-column-wins':
      return determination.candidate === null ? [] : refuse('–');
    case 'people-decide': {
      const { candidate, reason } = determination;
      if (reason === null) return refuse('reason');
      return candidate === null || outcome.among.includes(candidate) ? [] : refuse(outcome.among.join(', '));
    }
    default:
      return refuse(outcome?.type ?? 'outcome');
  }
}
