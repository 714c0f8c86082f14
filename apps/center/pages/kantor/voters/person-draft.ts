import type { ShownPerson } from './voters-wire.ts';

/** A person's particulars as they stand in the fields of a form. */
export interface PersonDraft {
  readonly nik: string;
  readonly familyCard: string;
  readonly name: string;
  readonly sex: 'L' | 'P' | null;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly maritalStatus: 'B' | 'S' | 'P' | null;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  /** Empty: nothing is noted. */
  readonly disability: string;
}
export type PersonField = keyof PersonDraft;

export const EMPTY_DRAFT: PersonDraft = {
  ...{ nik: '', familyCard: '', name: '', sex: null, birthPlace: '', birthDate: '', maritalStatus: null },
  ...{ hamlet: '', rt: '', rw: '', disability: '' },
};

/** Somebody on the list, to be corrected. Numbers are shown masked, so their fields begin empty and empty means: as it stands. */
export function draftOf(person: ShownPerson): PersonDraft {
  return {
    ...{ nik: '', familyCard: '', name: person.name, sex: person.sex === 'L' ? 'L' : 'P' },
    ...{ birthPlace: person.birthPlace, birthDate: person.birthDate, maritalStatus: person.maritalStatus },
    ...{ hamlet: person.hamlet, rt: person.rt, rw: person.rw, disability: person.disability ?? '' },
  };
}

export type ReadDraft =
  | { readonly ok: true; readonly person: object }
  /** Which fields are not in order, in the order of the form. */
  | { readonly ok: false; readonly wrong: readonly PersonField[] };

/** Control characters, separators, and marks that turn the reading direction round: the center refuses them too. */
const FORBIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Reads a form as the center's acts want it. @param kind a correction may leave the numbers as they are */
export function readDraft(draft: PersonDraft, kind: 'add' | 'correct'): ReadDraft {
  const nik = digitsOf(draft.nik);
  const familyCard = digitsOf(draft.familyCard);
  const line = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const isLine = (text: string) => line(text) !== '' && !FORBIDDEN.test(text);
  const isRight: Readonly<Record<PersonField, boolean>> = {
    nik: /^\d{16}$/.test(nik) || (kind === 'correct' && nik === ''),
    familyCard: /^\d{16}$/.test(familyCard) || familyCard === '',
    name: isLine(draft.name),
    sex: draft.sex !== null,
    birthPlace: isLine(draft.birthPlace),
    birthDate: isCivilDate(draft.birthDate),
    maritalStatus: draft.maritalStatus !== null,
    hamlet: isLine(draft.hamlet),
    rt: /^\d{1,3}$/.test(draft.rt.trim()),
    rw: /^\d{1,3}$/.test(draft.rw.trim()),
    disability: draft.disability.trim() === '' || isLine(draft.disability),
  };
  const wrong = FIELDS.filter((field) => !isRight[field]);
  if (wrong.length > 0) return { ok: false, wrong };
  const noFamilyCard = kind === 'correct' ? 'unchanged' : null;
  return {
    ok: true,
    person: {
      nik: nik === '' ? null : nik,
      familyCard: familyCard === '' ? noFamilyCard : familyCard,
      ...{ name: line(draft.name), sex: draft.sex, birthPlace: line(draft.birthPlace) },
      ...{ birthDate: draft.birthDate, maritalStatus: draft.maritalStatus, hamlet: line(draft.hamlet) },
      ...{ rt: draft.rt.trim().padStart(3, '0'), rw: draft.rw.trim().padStart(3, '0') },
      disability: draft.disability.trim() === '' ? null : line(draft.disability),
    },
  };
}

const FIELDS = Object.keys(EMPTY_DRAFT) as PersonField[];

/** A number as people copy it from a card: in groups, with spaces or dots. */
function digitsOf(text: string): string {
  return text.replace(/[\s.-]/g, '');
}

/** Whether the calendar has this day; people on a list were born in 1850 or later. */
function isCivilDate(text: string): boolean {
  if (!/^(18[5-9]\d|19\d\d|2[01]\d\d)-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
