import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { FieldRows } from '../field-rows.tsx';
import { slugOf } from '../slug-of.ts';
import { words } from './set-up-words.ts';

/** A contest as it is typed: its office in both languages, and who stands, a line each in the order of their numbers. */
export interface ContestDraft {
  readonly id: string;
  readonly en: string;
  readonly candidates: string;
}

export const NO_CONTEST: ContestDraft = { id: '', en: '', candidates: '' };
const MOST_CONTESTS = 4;

/** What is sent of it: the first line is number 1. */
export function contestOfDraft({ id, en, candidates }: ContestDraft) {
  const names = candidates
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return {
    ...{ id: slugOf(id), office: 'other', title: { id: id.trim(), en: en.trim() } },
    candidates: names.map((name, index) => ({ number: index + 1, name })),
  };
}

/** Contests of an election that others conduct: all polling places vote on the same ballots. */
export function ContestsFields(props: {
  readonly drafts: readonly ContestDraft[];
  readonly onDrafts: (drafts: readonly ContestDraft[]) => void;
  readonly language: 'id' | 'en';
}) {
  const { drafts, onDrafts, language } = props;
  return (
    <>
      {drafts.map((draft, index) => {
        const number = index + 1;
        const set = (changed: ContestDraft) => onDrafts(drafts.with(index, changed));
        return (
          // a contest is told by its place in the list alone
          <fieldset key={number} class="field field--choices">
            <legend class="field__label">{words(language, 'setUp.contest', { number })}</legend>
            <FieldRows
              draft={draft}
              onDraft={set}
              rows={(['id', 'en'] as const).map((name) => ({
                ...{ name, label: words(language, `setUp.contest.title.${name}`), maxLength: 120 },
              }))}
            />
            <Field
              label={words(language, 'setUp.contest.candidates')}
              hint={words(language, 'setUp.contest.candidates.hint')}
              lines={4}
              value={draft.candidates}
              onInput={(candidates) => set({ ...draft, candidates })}
              maxLength={1000}
            />
            {drafts.length > 1 && (
              <Button kind="quiet" onPress={() => onDrafts(drafts.toSpliced(index, 1))}>
                {words(language, 'setUp.contest.remove', { number })}
              </Button>
            )}
          </fieldset>
        );
      })}
      {drafts.length < MOST_CONTESTS && (
        <Button onPress={() => onDrafts([...drafts, NO_CONTEST])}>
          {words(language, 'setUp.contest.add')}
        </Button>
      )}
    </>
  );
}
