import { basisPoints, percentText, type RulePack } from '@bilik/election';
import {
  evidencePath,
  type PublishedPlace,
  type PublishedVillage,
  type ResultState,
  rulePackFingerprint,
  type Snapshot,
  type VoteFigures,
} from '@bilik/publication';
import { formatDate, formatDateAndTime, formatNumber, type Language } from '@bilik/words';
import { portal } from '@bilik/words/catalogue/portal';
import { placeNumber } from '@bilik/words/format';
import { type Phrase, phrasesOf, type Say } from '@bilik/words/phrases';

type PortalWords = readonly [typeof portal];
const phrase: Phrase<PortalWords> = phrasesOf(portal);

/** What every page needs to be written: the snapshot, a language, and where the page stands. */
export interface PageContext {
  readonly snapshot: Snapshot;
  readonly language: Language;
  readonly say: Say<PortalWords>;
  readonly count: (value: number) => string;
  readonly share: (part: number, whole: number) => string;
  readonly day: (date: string) => string;
  readonly moment: (instant: string) => string;
  /** The rules of a village. @throws when the snapshot has none: it was checked before */
  readonly rulePackOf: (village: PublishedVillage) => RulePack;
  /** Path of a file that the snapshot names. @throws when it does not list it: it was checked before */
  readonly filePath: (sha256: string) => string;
}

export function pageContext(snapshot: Snapshot, language: Language): PageContext {
  const packs = new Map(snapshot.rulePacks.map((pack) => [rulePackFingerprint(pack), pack]));
  const paths = new Map(snapshot.files.map((file) => [file.sha256, evidencePath(file)]));
  return {
    snapshot,
    language,
    say: (key, ...values) => phrase(language, key, ...values),
    count: (value) => formatNumber(language, value),
    share: (part, whole) => percentText(basisPoints(part, whole), language),
    day: (date) => formatDate(language, civil(date)),
    moment: (instant) => formatDateAndTime(language, new Date(instant), snapshot.event.zone),
    rulePackOf: ({ rulePack }) => present(packs.get(rulePack), rulePack),
    filePath: (sha256) => present(paths.get(sha256), sha256),
  };
}

function present<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`The snapshot does not have ${name}`);
  return value;
}

/** What blank votes are called where they count as invalid, and where they are counted apart. */
export function blankLabel({ say, rulePackOf }: PageContext, village: PublishedVillage): string {
  const isApart = rulePackOf(village).settings.blankVote.value === 'separate';
  return say(isApart ? 'portal.blank' : 'portal.blank.within');
}

function civil(date: string): `${number}-${number}-${number}` {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) throw new Error(`no date: ${date}`);
  // typed as numbers, written with their zeros
  return `${year as `${number}`}-${month as `${number}`}-${day as `${number}`}`;
}

/** A state by shape and word. */
const SHAPES: Readonly<Record<ResultState, string>> = { none: '○', provisional: '◐', determined: '●' };

export const shapeOf = (state: ResultState): string => SHAPES[state];

/** How the options of a village are called, in list order. */
export function optionNames(
  { say }: PageContext,
  { contest }: PublishedVillage,
): ReadonlyMap<string, string> {
  const named =
    contest?.candidates.map(({ number, name }) => [`c${number}`, `${number}. ${name}`] as const) ?? [];
  return new Map([...named, ['empty', say('portal.empty')]]);
}

/** The number of a polling place, and the name that people call it by. */
export function placeTitle({ say }: PageContext, { id, name }: Pick<PublishedPlace, 'id' | 'name'>): string {
  const number = placeNumber(Number(id.slice(-3)));
  return name === null ? say('portal.place', { number }) : say('portal.place.named', { number, name });
}

/** All figures in one line: what a photo shows, for those who cannot see it. */
export function figuresLine(
  { say, count }: PageContext,
  { options, valid, invalid, blank, total, users }: VoteFigures,
  names: ReadonlyMap<string, string>,
): string {
  return say('portal.figures.line', {
    options: options.map(({ key, votes }) => `${names.get(key) ?? key}: ${count(votes)}`).join('; '),
    valid: count(valid),
    invalid: count(invalid),
    blank: count(blank),
    total: count(total),
    users: count(users),
  });
}

/** From a page to the root of the site: `../` for each folder above it. */
export function upFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** The page of the same subject in a language. */
export function inLanguage(language: Language, path: string): string {
  return language === 'id' ? path : `en/${path}`;
}

export const villagePath = (code: string): string => `desa/${code}.html`;
export const subDistrictPath = (code: string): string => `kecamatan/${code}.html`;
export const placePath = (id: string): string => `tps/${id}.html`;
