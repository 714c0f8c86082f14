import { useAnnounce } from '@bilik/ui/announcer';
import { Button } from '@bilik/ui/button';
import { Field, TickField } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { Shape } from '@bilik/ui/shape';
import { StateBadge } from '@bilik/ui/state-badge';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { writeMinutesFields } from '../act/board-commands.ts';
import { PeopleChoice } from '../act/people-choice.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
import { useBoardWords } from '../board-words.ts';
import type { ViewProps } from '../today/today-view.tsx';
import { isOtherThan } from './count-text.ts';
import { EntryListField } from './entry-list.tsx';
import {
  ENTRY_LISTS,
  helpedFault,
  isWrittenField,
  type MinutesDraft,
  openFields,
  openMinutesDraft,
  readMinutesDraft,
} from './minutes-draft.ts';
import { notesOfMachine } from './notes-of-machine.ts';
import { OvertakenNotice } from './overtaken-notice.tsx';
import { SavedLine } from './saved-line.tsx';
import { useVersionedDraft } from './versioned-draft.ts';
import { emptyFields } from './way-to-seal.ts';

/** What only people know of the day. Where nothing happened, that is declared: an empty field is not a "none". */
export function MinutesForm({ view, onDone }: ViewProps) {
  const { state, minutes } = view;
  const say = useBoardWords();
  const language = useLanguage();
  const announce = useAnnounce();
  const act = useAct(onDone);
  const form = useVersionedDraft(state.fieldsVersions, () => openMinutesDraft(state.fields));
  const { draft } = form;
  const [isChecked, setChecked] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const isSealed = state.phase === 'sealed';
  const helped = isChecked ? helpedFault(draft.helpedVoters) : undefined;
  const change = (next: Partial<MinutesDraft>) => {
    form.change(next);
    setSaved(false);
  };
  const machineNotes = notesOfMachine(state, say, language);
  const board = state.people.filter(({ role }) => role === 'chair' || role === 'member');
  // the station knows only what was saved: what stands open here is seen in the draft
  const open = openFields(draft, { people: state.people, members: minutes.memberSignatures });
  const fromElsewhere = minutes.missing.filter(({ field }) => !isWrittenField(field));
  const witnesses = state.people.filter(({ role }) => role === 'witness');
  const save = async (basedOn: number) => {
    setChecked(true);
    const fields = readMinutesDraft(draft, state.fields.trusteesUnable);
    if (fields === null) return announce(say('board.form.problems'));
    const isDone = await act.run(async () => {
      const result = await writeMinutesFields({ basedOn, fields });
      if (result.ok) form.saved(result.value.versions);
      return result;
    });
    if (isDone) {
      setSaved(true);
      announce(say('board.form.saved'));
    }
  };

  return (
    <>
      <p>{say('board.minutes.means')}</p>
      <PeopleChoice
        label={say('board.minutes.boardPresent')}
        people={board}
        chosen={draft.boardPresent}
        onChoose={(boardPresent) => change({ boardPresent })}
        isReadOnly={isSealed}
      />
      <fieldset class="stack stack--tight" disabled={isSealed}>
        {!draft.noWitness && (
          <PeopleChoice
            label={say('board.minutes.witnessesPresent')}
            people={witnesses}
            chosen={draft.witnessesPresent}
            onChoose={(witnessesPresent) => change({ witnessesPresent })}
            isReadOnly={isSealed}
          />
        )}
        {draft.witnessesPresent.length === 0 && (
          <TickField
            ticked={draft.noWitness}
            onTick={(noWitness) => change({ noWitness, witnessesPresent: [] })}
          >
            {say('board.minutes.witnessesPresent.none')}
          </TickField>
        )}
      </fieldset>
      {ENTRY_LISTS.map((name) => (
        <EntryListField
          key={name}
          name={name}
          draft={draft.lists[name]}
          noted={name === 'incidents' ? state.notedIncidents.length : 0}
          machineNotes={name === 'incidents' ? machineNotes : []}
          onChange={(list) => change({ lists: { ...draft.lists, [name]: list } })}
          isReadOnly={isSealed}
          isChecked={isChecked}
        />
      ))}
      <Field
        label={say('board.minutes.helpedVoters')}
        hint={say('board.minutes.helpedVoters.hint', { count: state.helpedAtDesks })}
        value={draft.helpedVoters}
        inputMode="numeric"
        maxLength={4}
        readOnly={isSealed}
        onInput={(helpedVoters) => change({ helpedVoters })}
        error={helped === undefined ? undefined : say(helped)}
      />
      {!isSealed && isOtherThan(draft.helpedVoters, state.helpedAtDesks) && (
        <p role="status">
          <StateBadge
            state="warn"
            word={say('board.minutes.helpedVoters.differs', { count: state.helpedAtDesks })}
          />
        </p>
      )}
      {!isSealed && (open.length > 0 || fromElsewhere.length > 0) && (
        <div class="unmet">
          <p>{say('board.minutes.missing')}</p>
          <ul class="plain-list">
            {open.map((field) => (
              <MissingLine key={field}>
                {field === 'boardPresent'
                  ? say('board.minutes.missing.boardPresent', { count: minutes.memberSignatures })
                  : say(`board.minutes.missing.${field}`)}
              </MissingLine>
            ))}
            {fromElsewhere.map(({ field, sentence }) => (
              <MissingLine key={field}>{sentence[language]}</MissingLine>
            ))}
          </ul>
        </div>
      )}
      {!isSealed && open.length === 0 && emptyFields(state) > 0 && (
        <p>{say('board.minutes.missing.saved')}</p>
      )}
      {form.isOvertaken && !act.isRunning && (
        <OvertakenNotice
          onSaveMine={() => save(state.fieldsVersions)}
          onTakeTheirs={() => {
            form.takeTheirs();
            act.forget();
          }}
        />
      )}
      {!isSealed && !form.isOvertaken && (
        <div class="row">
          <Button
            kind={emptyFields(state) > 0 ? 'primary' : 'plain'}
            size="large"
            onPress={() => save(form.basedOn)}
          >
            {say('board.minutes.save')}
          </Button>
          {isSaved && <SavedLine />}
        </div>
      )}
      <ActNotice problem={form.isOvertaken ? null : act.problem} />
    </>
  );
}

function MissingLine({ children }: { readonly children: ComponentChildren }) {
  return (
    <li class="unmet__line">
      <Shape name="waiting" />
      <span>{children}</span>
    </li>
  );
}
