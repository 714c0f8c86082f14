import type { MinutesFields, Person } from '../board-answers.ts';
import { readCount, readTime, writeTime } from './count-text.ts';

/** The lists of the minutes, each with the fields of an entry in the order in which they are typed. */
export const ENTRY_FIELDS = {
  incidents: [
    { name: 'at', label: 'board.minutes.incidents.at' },
    { name: 'what', label: 'board.minutes.incidents.what' },
    { name: 'action', label: 'board.minutes.incidents.action' },
  ],
  objections: [
    { name: 'by', label: 'board.minutes.objections.by' },
    { name: 'what', label: 'board.minutes.objections.what' },
    { name: 'answer', label: 'board.minutes.objections.answer' },
  ],
} as const;
export type EntryList = keyof typeof ENTRY_FIELDS;
export const ENTRY_LISTS = ['incidents', 'objections'] as const satisfies readonly EntryList[];

/** One entry as typed, by field. */
export type EntryDraft = Readonly<Record<string, string>>;

/** A list while it is written: `none` is a declaration, an empty list that was not declared is an open field. */
export interface ListDraft {
  readonly isNone: boolean;
  readonly entries: readonly EntryDraft[];
}

/** The minutes while they are written. */
export interface MinutesDraft {
  readonly boardPresent: readonly string[];
  readonly witnessesPresent: readonly string[];
  readonly noWitness: boolean;
  readonly lists: Readonly<Record<EntryList, ListDraft>>;
  readonly helpedVoters: string;
}

const TIMES = ['at'];
const LINE_LENGTH = 300;

/** Begins with what was saved before. */
export function openMinutesDraft(saved: MinutesFields): MinutesDraft {
  const list = (entries: readonly EntryDraft[] | null): ListDraft => ({
    isNone: entries?.length === 0,
    entries: (entries ?? []).map((entry) =>
      Object.fromEntries(
        Object.entries(entry).map(([name, text]) => [name, TIMES.includes(name) ? writeTime(text) : text]),
      ),
    ),
  });
  return {
    boardPresent: saved.boardPresent ?? [],
    witnessesPresent: saved.witnessesPresent ?? [],
    noWitness: saved.witnessesPresent?.length === 0,
    lists: {
      incidents: list(saved.incidents),
      objections: list(saved.objections),
    },
    helpedVoters: saved.helpedVoters === null ? '' : String(saved.helpedVoters),
  };
}

/** What is wrong with an entry: the phrase to say. */
export type DraftFault = 'form.required' | 'form.notANumber' | 'board.minutes.time.wrong';

/** The fault of one entry's field, if it has one. */
export function entryFault(name: string, text: string): DraftFault | undefined {
  if (text.trim() === '') return 'form.required';
  return TIMES.includes(name) && readTime(text) === null ? 'board.minutes.time.wrong' : undefined;
}

export function helpedFault(text: string): DraftFault | undefined {
  return text.trim() !== '' && readCount(text) === null ? 'form.notANumber' : undefined;
}

/** Fields that people fill in here, in the order of the form. */
export const WRITTEN_FIELDS = [
  'boardPresent',
  'witnessesPresent',
  'incidents',
  'objections',
  'helpedVoters',
] as const;
export type WrittenField = (typeof WRITTEN_FIELDS)[number];

/** Whether people fill this field in here; the others come from the station itself. */
export function isWrittenField(field: string): field is WrittenField {
  return WRITTEN_FIELDS.some((written) => written === field);
}

/**
 * Fields that stand open in the draft, saved or not.
 * @param board.members how many members must be present besides the chair
 */
export function openFields(
  draft: MinutesDraft,
  board: { readonly people: readonly Person[]; readonly members: number },
): readonly WrittenField[] {
  const present = (role: Person['role']) =>
    board.people.filter((person) => person.role === role && draft.boardPresent.includes(person.id)).length;
  const isFilled: Readonly<Record<WrittenField, boolean>> = {
    boardPresent: present('chair') >= 1 && present('member') >= board.members,
    witnessesPresent: draft.noWitness || draft.witnessesPresent.length > 0,
    incidents: isListWhole(draft, 'incidents'),
    objections: isListWhole(draft, 'objections'),
    helpedVoters: readCount(draft.helpedVoters) !== null,
  };
  return WRITTEN_FIELDS.filter((field) => !isFilled[field]);
}

/** Declared empty, or every entry that was begun is whole. */
function isListWhole({ lists }: MinutesDraft, name: EntryList): boolean {
  const { entries, isNone } = lists[name];
  if (entries.length === 0) return isNone;
  return entries.every((entry) => isEntryWhole(name, entry));
}

function isEntryWhole(name: EntryList, entry: EntryDraft): boolean {
  return ENTRY_FIELDS[name].every((field) => entryFault(field.name, entry[field.name] ?? '') === undefined);
}

/**
 * What was typed as the station keeps it; open fields stay `null`, so that the minutes can be saved while they grow.
 * @returns `null` while an entry that was begun is not whole
 */
export function readMinutesDraft(draft: MinutesDraft, trusteesUnable: boolean): MinutesFields | null {
  const isWhole = ENTRY_LISTS.every((name) =>
    draft.lists[name].entries.every((entry) => isEntryWhole(name, entry)),
  );
  if (!isWhole || helpedFault(draft.helpedVoters) !== undefined) return null;
  const line = (entry: EntryDraft, field: string) => (entry[field] ?? '').trim().slice(0, LINE_LENGTH);
  const time = (entry: EntryDraft, field: string) => readTime(entry[field] ?? '') ?? '';
  const list = <Entry>(name: EntryList, read: (entry: EntryDraft) => Entry): Entry[] | null => {
    const { entries, isNone } = draft.lists[name];
    return entries.length === 0 && !isNone ? null : entries.map(read);
  };
  return {
    boardPresent: draft.boardPresent.length === 0 ? null : [...draft.boardPresent],
    witnessesPresent: draft.noWitness
      ? []
      : draft.witnessesPresent.length === 0
        ? null
        : [...draft.witnessesPresent],
    incidents: list('incidents', (entry) => ({
      at: time(entry, 'at'),
      what: line(entry, 'what'),
      action: line(entry, 'action'),
    })),
    objections: list('objections', (entry) => ({
      by: line(entry, 'by'),
      what: line(entry, 'what'),
      answer: line(entry, 'answer'),
    })),
    helpedVoters: readCount(draft.helpedVoters),
    trusteesUnable,
  };
}
