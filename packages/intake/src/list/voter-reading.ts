import {
  ageOn,
  type CivilDate,
  type FamilyCard,
  familyCardSchema,
  type Nik,
  nikWarnings,
  parseCivilDate,
  parseNik,
  type Sex,
} from '@bilik/election';
import { partBirthPlaceAndDate, readBirthDate } from '../field/birth-date.ts';
import { readIdentityNumber } from '../field/identity-number.ts';
import {
  partNeighbourhoods,
  readDisability,
  readMaritalStatus,
  readNeighbourhood,
  readSex,
} from '../field/person-field.ts';
import { cleanText, saysNothing } from '../field/text-field.ts';
import type { ImportOptions } from '../import-options.ts';
import { type Cell, cellText, type DateSystem } from '../source/cell.ts';
import { isNobodysNumber } from '../synthetic/nobodys-number.ts';
import type { ImportedVoter } from './imported-voter.ts';
import { checkVillage, type ListedVillages, readVillage } from './listed-village.ts';
import type { RowCells } from './row-cells.ts';

const NAME_CHARACTERS = 100;
const PLACE_CHARACTERS = 60;
const NOTE_CHARACTERS = 200;
const VOTING_AGE_YEARS = 17;
const VERY_OLD_YEARS = 105;
const DAY_MS = 86_400_000;
/** Days between the starts of the 1900 and 1904 date systems. */
const DATE_SYSTEMS_APART_DAYS = 1462;
/** Registration gives serials from 0001 on. */
const NEVER_GIVEN_SERIAL = '0000';
/** Letters, marks, spaces and the signs of names and titles: `H. M. Ma'ruf, S.Pd.I`, `Siti (Almh)`, `A/N`. */
const UNUSUAL_IN_NAME = /[^\p{L}\p{M}\p{Nd} '\u2018\u2019`.,\-\u2013/()"&]/gu;
const DECEASED = /(?:^|[ (])alm(?:h|arhum|arhumah)?(?:[.) ]|$)/i;

/** What the rows of one sheet have in common. */
export interface SheetContext {
  readonly options: ImportOptions;
  readonly dateSystem: DateSystem;
  /** Used where the sheet has no column for polling places. */
  readonly pollingPlaceLabel: string | null;
  /** Hamlet names by their lower-case letters; null when any name is taken. */
  readonly hamlets: ReadonlyMap<string, string> | null;
  /** Null in lists of one village. */
  readonly villages: ListedVillages | null;
}

/**
 * Reads one person from a row; everything wrong with it is reported, not only the first thing.
 * @returns null when the row has an error
 */
export function readVoter(cells: RowCells, context: SheetContext): ImportedVoter | null {
  const nik = readNik(cells, context.options.purpose);
  const familyCard = readFamilyCard(cells);
  const name = readName(cells);
  const sex = readSexOf(cells);
  const { birthPlace, birthDate } = readBirth(cells, context);
  const maritalStatus = readMaritalStatusOf(cells, context.options);
  const hamlet = readHamlet(cells, context);
  const neighbourhoods = readNeighbourhoods(cells);
  const disability = cells.text('disability', PLACE_CHARACTERS);
  const note = cells.text('note', NOTE_CHARACTERS);
  const label = cells.text('pollingPlace', PLACE_CHARACTERS);
  checkVillage(cells, context.options);
  const village = context.villages === null ? null : readVillage(cells, context.villages);
  if (
    cells.hasErrors ||
    nik === null ||
    familyCard === undefined ||
    name === null ||
    sex === null ||
    birthPlace === null ||
    birthDate === null ||
    maritalStatus === null ||
    hamlet === null ||
    neighbourhoods === null ||
    village === undefined
  ) {
    return null;
  }
  warnOfNik(cells, nik, birthDate, sex);
  const age = ageOn(birthDate, context.options.votingDate);
  if (age >= VERY_OLD_YEARS) cells.warn('very-old', birthField(cells), { age });
  if (age < VOTING_AGE_YEARS && maritalStatus === 'B') cells.warn('under-age', birthField(cells), { age });
  return {
    village,
    listNumber: readListNumber(cells),
    nik,
    familyCard,
    name,
    sex,
    birthPlace,
    birthDate,
    maritalStatus,
    hamlet,
    ...neighbourhoods,
    disability: disability == null ? null : readDisability(disability),
    note: note ?? null,
    pollingPlaceLabel: label ?? context.pollingPlaceLabel,
    source: { sheet: cells.sheet, row: cells.row },
  };
}

function readNik(cells: RowCells, purpose: ImportOptions['purpose']): Nik | null {
  const digits = readDigits(cells, 'nik');
  if (digits === undefined) return null;
  if (digits === null) {
    cells.error('nik-missing', 'nik');
    return null;
  }
  const isNobodys = isNobodysNumber(digits);
  const isSerialZero = digits.endsWith(NEVER_GIVEN_SERIAL);
  if (purpose === 'real' && (isNobodys || isSerialZero)) {
    cells.error(isNobodys ? 'nik-synthetic' : 'nik-serial-zero', 'nik');
    return null;
  }
  if (purpose === 'exercise' && !isNobodys && !isSerialZero) cells.warn('nik-not-synthetic', 'nik');
  const nik = parseNik(digits);
  return nik.ok ? nik.value : null;
}

function readFamilyCard(cells: RowCells): FamilyCard | null | undefined {
  const digits = readDigits(cells, 'familyCard');
  return digits == null ? digits : familyCardSchema.parse(digits);
}

/** @returns 16 digits, null when empty, undefined when wrong, which is reported */
function readDigits(cells: RowCells, field: 'nik' | 'familyCard'): string | null | undefined {
  const cell = cells.take(field);
  if (cell === null) return undefined;
  const reading = readIdentityNumber(cell);
  if (reading.type === 'empty') return null;
  if (reading.type === 'problem') {
    cells.error(reading.kind, field, { digits: reading.digitCount });
    return undefined;
  }
  if (reading.wasNumber) cells.warn('identity-as-number', field);
  return reading.digits;
}

function readName(cells: RowCells): string | null {
  const text = cells.text('name', NAME_CHARACTERS);
  if (text === undefined) return null;
  if (text === null) {
    cells.error('name-missing', 'name');
    return null;
  }
  if (/^[\d\s.,-]+$/.test(text)) {
    cells.error('name-is-number', 'name');
    return null;
  }
  const unusual = new Set(text.match(UNUSUAL_IN_NAME) ?? []);
  if (unusual.size > 0) {
    cells.error('name-characters', 'name', { characters: [...unusual].slice(0, 10).join(' ') });
    return null;
  }
  if (/\d/.test(text)) cells.warn('name-has-digits', 'name');
  if (DECEASED.test(text)) cells.warn('name-says-deceased', 'name');
  return text;
}

function readSexOf(cells: RowCells): Sex | null {
  if (!cells.has('sex')) return readSexMarks(cells);
  const cell = cells.take('sex');
  if (cell === null) return null;
  const sex = readSex(cell);
  if (sex === null) cells.error('sex-missing', 'sex');
  if (sex === undefined) cells.error('sex-unknown', 'sex');
  return sex ?? null;
}

/** Official forms have two columns, L and P, and a mark in one of them. */
function readSexMarks(cells: RowCells): Sex | null {
  const man = cells.take('manMark');
  const woman = cells.take('womanMark');
  if (man === null || woman === null) return null;
  const isMan = isMarked(man);
  const isWoman = isMarked(woman);
  if (isMan && isWoman) cells.error('sex-both-marked', 'womanMark');
  if (!isMan && !isWoman) cells.error('sex-missing', 'manMark');
  return isMan === isWoman ? null : isMan ? 'L' : 'P';
}

function isMarked(cell: Cell): boolean {
  const text = cleanText(cellText(cell));
  return !saysNothing(text) && text !== '0';
}

function birthField(cells: RowCells): 'birthDate' | 'birthPlaceAndDate' {
  return cells.has('birthDate') ? 'birthDate' : 'birthPlaceAndDate';
}

function readBirth(
  cells: RowCells,
  context: SheetContext,
): { readonly birthPlace: string | null; readonly birthDate: CivilDate | null } {
  const field = birthField(cells);
  const cell = cells.take(field);
  if (cell === null) return { birthPlace: null, birthDate: null };
  if (field === 'birthDate') {
    return {
      birthPlace: readBirthPlace(cells, context.options),
      birthDate: readBirthDateOf(cells, cell, context),
    };
  }
  const parts = partBirthPlaceAndDate(cell);
  const place = cells.judged(parts?.place ?? cleanText(cellText(cell)), field, PLACE_CHARACTERS);
  if (place === null) cells.error('birth-place-missing', field);
  const dateCell = parts?.date ?? cells.untitledRightOf(field);
  return { birthPlace: place ?? null, birthDate: readBirthDateOf(cells, dateCell, context) };
}

function readBirthPlace(cells: RowCells, options: ImportOptions): string | null {
  if (!cells.has('birthPlace')) return options.assume?.birthPlace ?? null;
  const text = cells.text('birthPlace', PLACE_CHARACTERS);
  if (text === null) cells.error('birth-place-missing', 'birthPlace');
  return text ?? null;
}

function readBirthDateOf(cells: RowCells, cell: Cell, context: SheetContext): CivilDate | null {
  const { votingDate, twoDigitYears = 'ask' } = context.options;
  const field = birthField(cells);
  const reading = readBirthDate(cell, { dateSystem: context.dateSystem, votingDate, twoDigitYears });
  if (reading.type === 'problem') {
    cells.error(reading.kind, field, reading.details);
    return null;
  }
  if (reading.wasBareNumber) cells.warn('birth-date-as-number', field, { date: reading.date });
  return reading.date;
}

function readMaritalStatusOf(cells: RowCells, options: ImportOptions): ImportedVoter['maritalStatus'] | null {
  if (!cells.has('maritalStatus')) return options.assume?.maritalStatus ?? null;
  const cell = cells.take('maritalStatus');
  if (cell === null) return null;
  const status = readMaritalStatus(cell);
  if (status === null) cells.error('marital-status-missing', 'maritalStatus');
  if (status === undefined) cells.error('marital-status-unknown', 'maritalStatus');
  return status ?? null;
}

function readHamlet(cells: RowCells, context: SheetContext): string | null {
  const field = cells.has('hamlet') ? 'hamlet' : 'address';
  if (!cells.has(field)) return context.options.assume?.hamlet ?? null;
  const text = cells.text(field, PLACE_CHARACTERS);
  if (text === undefined) return null;
  if (text === null) {
    cells.error('hamlet-missing', field);
    return null;
  }
  if (context.hamlets === null) return text;
  const known = context.hamlets.get(hamletKey(text));
  if (known === undefined) {
    cells.error('hamlet-unknown', field, { hamlets: [...context.hamlets.values()].slice(0, 20).join(', ') });
  }
  return known ?? null;
}

/** Hamlet names are equal when their letters and digits are, with or without the word "Dusun". */
export function hamletKey(name: string): string {
  const key = name.toLowerCase().replace(/[^\p{L}\p{M}\p{Nd}]/gu, '');
  return key.replace(/^(?:dusun|dsn|dukuh)(?=.)/, '');
}

function readNeighbourhoods(cells: RowCells): { readonly rt: string; readonly rw: string } | null {
  if (cells.has('rtRw')) {
    const cell = cells.take('rtRw');
    if (cell === null) return null;
    const parts = partNeighbourhoods(cell);
    const [rt, rw] = parts?.map(readNeighbourhood) ?? [];
    if (rt !== undefined && rw !== undefined) return { rt, rw };
    cells.error('rt-rw-not-number', 'rtRw');
    return null;
  }
  const rt = readNeighbourhoodOf(cells, 'rt');
  const rw = readNeighbourhoodOf(cells, 'rw');
  return rt === null || rw === null ? null : { rt, rw };
}

function readNeighbourhoodOf(cells: RowCells, field: 'rt' | 'rw'): string | null {
  const cell = cells.take(field);
  if (cell === null) return null;
  const number = readNeighbourhood(cell);
  if (number === undefined) cells.error('rt-rw-not-number', field);
  return number ?? null;
}

function readListNumber(cells: RowCells): number | null {
  const text = cleanText(cells.peek('listNumber')).replace(/[.)]+$/, '');
  if (saysNothing(text)) return null;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  cells.warn('list-number-not-number', 'listNumber');
  return null;
}

function warnOfNik(cells: RowCells, nik: Nik, birthDate: CivilDate, sex: Sex): void {
  for (const { code } of nikWarnings(nik, { birthDate, sex })) {
    // Serial 0000 depends on the purpose of the import and was judged with it.
    if (code === 'nik-serial-zero') continue;
    if (code === 'nik-birth-differs') cells.warn(whyBirthDiffers(nik, birthDate), birthField(cells));
    else if (code === 'nik-sex-differs') cells.warn(code, cells.has('sex') ? 'sex' : 'womanMark');
    else cells.warn(code, 'nik');
  }
}

/** Two common accidents change a date in a way that the NIK gives away. */
function whyBirthDiffers(
  nik: Nik,
  birthDate: CivilDate,
): 'birth-day-month-swapped' | 'birth-date-four-years-off' | 'nik-birth-differs' {
  const [century, yearOfCentury, month, day] = [
    birthDate.slice(0, 2),
    birthDate.slice(2, 4),
    birthDate.slice(5, 7),
    birthDate.slice(8, 10),
  ];
  const written = birthPartOf(nik);
  if (written === `${month}${day}${yearOfCentury}`) return 'birth-day-month-swapped';
  const noon = Date.parse(`${century}${yearOfCentury}-${month}-${day}T12:00:00Z`);
  for (const days of [DATE_SYSTEMS_APART_DAYS, -DATE_SYSTEMS_APART_DAYS]) {
    const shifted = parseCivilDate(new Date(noon + days * DAY_MS).toISOString().slice(0, 10));
    if (shifted.ok && birthPartOfDate(shifted.value) === written) return 'birth-date-four-years-off';
  }
  return 'nik-birth-differs';
}

/** `DDMMYY` inside a NIK, without the 40 that is added to women's days. */
function birthPartOf(nik: Nik): string {
  const day = Number(nik.slice(6, 8));
  return `${String(day > 40 ? day - 40 : day).padStart(2, '0')}${nik.slice(8, 12)}`;
}

function birthPartOfDate(date: CivilDate): string {
  return `${date.slice(8, 10)}${date.slice(5, 7)}${date.slice(2, 4)}`;
}
