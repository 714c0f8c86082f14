import { Button } from '@bilik/ui/button';
import { Field, TickField } from '@bilik/ui/field';
import { StateBadge } from '@bilik/ui/state-badge';
import { useBoardWords } from '../board-words.ts';
import { ENTRY_FIELDS, type EntryList, entryFault, type ListDraft } from './minutes-draft.ts';

export interface EntryListFieldProps {
  readonly name: EntryList;
  readonly draft: ListDraft;
  readonly onChange: (draft: ListDraft) => void;
  /** How many such entries the minutes have already, noted during the day: here come the others. */
  readonly noted: number;
  /** What the machine noted by itself, a line each: whoever writes here sees it beside. */
  readonly machineNotes: readonly string[];
  readonly isReadOnly: boolean;
  /** Faults are shown once somebody tried to save. */
  readonly isChecked: boolean;
}

/** Entries of one kind, or the declaration that there was none. */
export function EntryListField(props: EntryListFieldProps) {
  const { name, draft, onChange, noted, machineNotes, isReadOnly, isChecked } = props;
  const say = useBoardWords();
  const { entries, isNone } = draft;
  const fields = ENTRY_FIELDS[name];
  const none = say(noted + machineNotes.length > 0 ? 'board.minutes.noneElse' : `board.minutes.${name}.none`);
  const write = (index: number, field: string, text: string) =>
    onChange({
      isNone: false,
      entries: entries.map((entry, at) => (at === index ? { ...entry, [field]: text } : entry)),
    });
  return (
    <fieldset class="entries">
      <legend class="legend">{say(`board.minutes.${name}`)}</legend>
      {noted > 0 && <p class="soft">{say('board.minutes.noted', { count: noted })}</p>}
      {machineNotes.length > 0 && (
        <div class="stack stack--tight">
          <p>{say('board.minutes.machineNoted')}</p>
          <ul>
            {machineNotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          {entries.length === 0 && isNone && (
            <p role="status">
              <StateBadge state="warn" word={say('board.minutes.machineNoted.none')} />
            </p>
          )}
        </div>
      )}
      {entries.map((entry, index) => (
        // Entries have no name of their own; they are only added at the end and taken away whole.
        <div class="entries__entry" key={index}>
          {fields.map(({ name: field, label }) => {
            const text = entry[field] ?? '';
            const fault = isChecked ? entryFault(field, text) : undefined;
            const isTime = field === 'at';
            return (
              <Field
                key={field}
                label={say(label)}
                hint={isTime ? say('board.minutes.time.hint') : undefined}
                value={text}
                maxLength={isTime ? 5 : 300}
                readOnly={isReadOnly}
                onInput={(typed) => write(index, field, typed)}
                error={fault === undefined ? undefined : say(fault)}
              />
            );
          })}
          {!isReadOnly && (
            <Button
              kind="quiet"
              onPress={() => onChange({ isNone: false, entries: entries.filter((_, at) => at !== index) })}
            >
              {say('board.minutes.remove')}
            </Button>
          )}
        </div>
      ))}
      {!isReadOnly && (
        <div class="row">
          <Button
            onPress={() =>
              onChange({
                isNone: false,
                entries: [...entries, Object.fromEntries(fields.map(({ name: field }) => [field, '']))],
              })
            }
          >
            {say(`board.minutes.${name}.add`)}
          </Button>
          {entries.length === 0 && (
            <TickField ticked={isNone} onTick={(ticked) => onChange({ isNone: ticked, entries: [] })}>
              {none}
            </TickField>
          )}
        </div>
      )}
      {isReadOnly && isNone && <p>{none}</p>}
    </fieldset>
  );
}
