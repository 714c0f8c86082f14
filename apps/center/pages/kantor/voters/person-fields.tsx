import { ChoiceField, Field } from '@bilik/ui/field';
import type { Language } from '@bilik/words/language';
import type { PersonDraft, PersonField } from './person-draft.ts';
import { words } from './voters-wire.ts';

/** The particulars of a person to be typed from papers: of somebody new, or of somebody who is corrected. */
export function PersonFields(props: {
  readonly draft: PersonDraft;
  readonly onDraft: (draft: PersonDraft) => void;
  /** Fields that are not in order, once somebody has tried to send. */
  readonly wrong: readonly PersonField[];
  readonly isCorrection: boolean;
  readonly language: Language;
}) {
  const { draft, onDraft, wrong, isCorrection, language } = props;
  const set = (part: Partial<PersonDraft>) => onDraft({ ...draft, ...part });
  const errorOf = (field: PersonField, key: WrongKey) =>
    wrong.includes(field) ? words(language, `voters.propose.${key}.wrong`) : undefined;
  const keep = isCorrection ? words(language, 'voters.propose.keep') : undefined;
  const line = (field: 'name' | 'birthPlace' | 'hamlet', label: string, maxLength: number) => (
    <Field
      label={label}
      value={draft[field]}
      onInput={(value) => set({ [field]: value })}
      maxLength={maxLength}
      error={errorOf(field, 'text')}
    />
  );
  return (
    <>
      <Field
        label={words(language, 'voters.nik')}
        hint={keep}
        value={draft.nik}
        onInput={(nik) => set({ nik })}
        inputMode="numeric"
        maxLength={24}
        optional={isCorrection}
        error={errorOf('nik', 'nik')}
      />
      <Field
        label={words(language, 'voters.person.family')}
        hint={keep}
        value={draft.familyCard}
        onInput={(familyCard) => set({ familyCard })}
        inputMode="numeric"
        maxLength={24}
        optional
        error={errorOf('familyCard', 'family')}
      />
      {line('name', words(language, 'voters.name'), 100)}
      <ChoiceField
        label={words(language, 'voters.sex')}
        value={draft.sex}
        onChoose={(sex) => set({ sex })}
        choices={(['L', 'P'] as const).map((value) => ({
          value,
          label: words(language, `voters.propose.sex.${value}`),
        }))}
        error={errorOf('sex', 'choice')}
      />
      {line('birthPlace', words(language, 'voters.propose.birthPlace'), 60)}
      <Field
        label={words(language, 'voters.propose.birthDate')}
        type="date"
        value={draft.birthDate}
        onInput={(birthDate) => set({ birthDate })}
        error={errorOf('birthDate', 'date')}
      />
      <ChoiceField
        label={words(language, 'voters.person.marital')}
        value={draft.maritalStatus}
        onChoose={(maritalStatus) => set({ maritalStatus })}
        choices={(['B', 'S', 'P'] as const).map((value) => ({
          value,
          label: words(language, `voters.person.marital.${value}`),
        }))}
        error={errorOf('maritalStatus', 'choice')}
      />
      {line('hamlet', words(language, 'voters.propose.hamlet'), 60)}
      {(['rt', 'rw'] as const).map((field) => (
        <Field
          key={field}
          label={words(language, `voters.propose.${field}`)}
          value={draft[field]}
          onInput={(value) => set({ [field]: value })}
          inputMode="numeric"
          maxLength={3}
          error={errorOf(field, 'neighbourhood')}
        />
      ))}
      <Field
        label={words(language, 'voters.person.disability')}
        value={draft.disability}
        onInput={(disability) => set({ disability })}
        maxLength={60}
        optional
        error={errorOf('disability', 'text')}
      />
    </>
  );
}

type WrongKey = 'nik' | 'family' | 'text' | 'date' | 'choice' | 'neighbourhood';
