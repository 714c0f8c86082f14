import type { Bilingual, CivilTime, ElectionDefinition, Person, RestartEntry } from '@bilik/election';
import {
  formatDateWithoutWeekday,
  formatMonth,
  formatNumber,
  formatWeekday,
  isCivilDate,
  type Language,
  phrasesOf,
  terbilang,
} from '@bilik/words';
import { placeNumber } from '@bilik/words/format';
import { closingWords } from './closing-phrases.ts';
import type { OfficialPaper, PaperSection, PaperSignature } from './official-paper.ts';
import { documentWords } from './phrases.ts';
import { restartWords } from './restart-phrases.ts';

export const say = phrasesOf(documentWords, closingWords, restartWords);

/** Why a device started again, as part of a sentence. */
export function restartCause(language: Language, { cause }: Pick<RestartEntry, 'cause'>): string {
  return say(language, `restart.cause.${cause ?? 'unknown'}`);
}

/** `07.00` in Indonesian, `07:00` in English. */
export function clock(language: Language, time: CivilTime): string {
  return language === 'id' ? time.replace(':', '.') : time;
}

export const figure = (language: Language, value: number): string => formatNumber(language, value);

/** Names of people of the definition, by their ids. */
export function namesOf({ people }: ElectionDefinition, ids: readonly string[]): string[] {
  return ids.map((id) => people.find((person) => person.id === id)?.name ?? id);
}

/** A sentence may end in a full stop of its own, and would then have two. */
export const withoutFullStop = (text: string): string => text.trim().replace(/\.+$/, '');

/** As minutes begin: `Pada hari Sabtu, tanggal dua belas Desember dua ribu dua puluh enam (12-12-2026)`. */
export function dayInWords(language: Language, date: string): string {
  if (!isCivilDate(date)) throw new RangeError(`"${date}" is not a day that exists (YYYY-MM-DD).`);
  const weekday = formatWeekday(language, date);
  if (language === 'en') {
    return say('en', 'document.day', { weekday, date: formatDateWithoutWeekday('en', date), words: '' });
  }
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const words = `${terbilang(day)} ${formatMonth('id', month)} ${terbilang(year)}`;
  return say('id', 'document.day', { weekday, words, date: date.split('-').reverse().join('-') });
}

/** In an exercise the day is that of the definition and the hours are those of the machine: the paper says so. */
export function exerciseClocks(language: Language, { kind }: ElectionDefinition): string[] {
  return kind === 'exercise' ? [say(language, 'document.exercise.clocks')] : [];
}

/** `TPS 01 Melati`. */
export function placeName(language: Language, { pollingPlace }: ElectionDefinition): string {
  const number = placeNumber(pollingPlace.number);
  return say(language, 'document.place', { number, name: pollingPlace.name ?? '' }).trim();
}

function regencyName(language: Language, name: string): string {
  return /^(kabupaten|kota)\b/i.test(name) ? name : say(language, 'document.regency', { name });
}

/** What every official paper of a polling place has around its own content. */
export function paperFrame(
  language: Language,
  definition: ElectionDefinition,
  copy?: PrintedCopy,
): Pick<
  OfficialPaper,
  | 'language'
  | 'watermark'
  | 'letterhead'
  | 'numberLabel'
  | 'signaturesTitle'
  | 'footer'
  | 'copyLine'
  | 'pageOf'
> {
  const { area, kind } = definition;
  const place = placeName(language, definition);
  const isExercise = kind === 'exercise';
  return {
    language,
    watermark: isExercise ? say(language, 'document.exercise') : null,
    letterhead: {
      small: say(language, 'document.area', {
        subDistrict: area.subDistrict.name.toUpperCase(),
        regency: regencyName(language, area.regency.name).toUpperCase(),
      }),
      large: say(language, 'document.committee', { village: area.village.name.toUpperCase() }),
      below: `${place} · ${definition.pollingPlace.address}`,
    },
    numberLabel: say(language, 'document.number'),
    signaturesTitle: say(language, 'document.signatures'),
    footer: [
      isExercise ? say(language, 'document.exercise') : '',
      place,
      say(language, 'card.village', { village: area.village.name }),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    copyLine: copy === undefined ? '' : copyLine(language, copy),
    // The numbers are put in by the layout, which alone knows the pages.
    pageOf: say(language, 'document.pageOf', { page: '{page}', pages: '{pages}' }),
  };
}

/** Which of the counted copies a print is. */
export interface PrintedCopy {
  readonly number: number;
  /** How many copies there are. */
  readonly of: number;
  readonly holder: Bilingual;
  /** 1 for the first print of this copy; a paper that jammed is printed again and says so. */
  readonly print: number;
}

function copyLine(language: Language, { number, of, holder, print }: PrintedCopy): string {
  return say(language, 'copy.line', { number, of, holder: holder[language], print });
}

/** `Balai Desa, Jalan Merdeka 1, Desa Sukamaju`. */
export function placeOf(language: Language, { pollingPlace, area }: ElectionDefinition): string {
  return `${pollingPlace.address}, ${say(language, 'card.village', { village: area.village.name })}`;
}

/** The last section of a paper that has no record of its own to name. */
export function fingerprintSection(language: Language, fingerprint: string): PaperSection {
  return {
    title: say(language, 'paper.section.fingerprint'),
    blocks: [
      {
        type: 'facts',
        rows: [{ label: say(language, 'paper.fingerprint'), text: fingerprint, isCode: true }],
      },
    ],
  };
}

/** Number and name of the candidate for whom a witness stands; null for everybody else. */
export function representedBy(definition: ElectionDefinition, person: Person): string | null {
  if (person.role !== 'witness') return null;
  const { contest, candidate } = person.represents;
  const represented = definition.contests
    .find(({ id }) => id === contest)
    ?.candidates.find(({ number }) => number === candidate);
  return represented === undefined ? null : `${represented.number}. ${represented.name}`;
}

/** Lines for chair and members, the chair first. */
export function boardSignatures(language: Language, { people }: ElectionDefinition): PaperSignature[] {
  return (['chair', 'member'] as const).flatMap((role) =>
    people
      .filter((person) => person.role === role)
      .map(({ name }) => signature(language, { role, name, represents: null })),
  );
}

export interface Signer {
  readonly role: 'chair' | 'member' | 'witness';
  readonly name: string;
  readonly represents: string | null;
}

export function signature(language: Language, { role, name, represents }: Signer): PaperSignature {
  return {
    role: say(language, `document.signature.${role}`),
    name,
    below: represents === null ? '' : say(language, 'document.signature.for', { whom: represents }),
  };
}
