import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import { noteIncident } from '../act/board-commands.ts';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
import { type BoardAnswer, INCIDENT_KINDS } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { PaperLink } from '../papers/paper-link.tsx';

const COPIES = [1, 2];
const TEXT_LENGTH = 300;

/** One person notes what the minutes must remember, while it is fresh. */
export function IncidentForm(props: { readonly state: BoardAnswer; readonly onDone: () => void }) {
  const { state, onDone } = props;
  const say = useBoardWords();
  const language = useLanguage();
  const [kind, setKind] = useState<(typeof INCIDENT_KINDS)[number]>('power');
  const [what, setWhat] = useState('');
  const [action, setAction] = useState('');
  const [when, setWhen] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const missing = (text: string) => (isChecked && text.trim() === '' ? say('form.required') : undefined);
  return (
    <details class="aside sheet">
      <summary>{say('board.incident')}</summary>
      <div class="stack stack--tight">
        <p class="soft">{say('board.incident.means')}</p>
        <label class="field">
          <span class="field__label">{say('board.incident.kind')}</span>
          <select
            class="field__entry"
            value={kind}
            onChange={(event) => {
              const chosen = INCIDENT_KINDS.find((one) => one === event.currentTarget.value);
              if (chosen !== undefined) setKind(chosen);
            }}
          >
            {INCIDENT_KINDS.map((one) => (
              <option key={one} value={one}>
                {say(`board.incident.kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Field
          label={say('board.incident.what')}
          value={what}
          maxLength={TEXT_LENGTH}
          onInput={setWhat}
          error={missing(what)}
        />
        <Field
          label={say('board.incident.action')}
          value={action}
          maxLength={TEXT_LENGTH}
          onInput={setAction}
          error={missing(action)}
        />
        <Field
          label={say('board.incident.when')}
          hint={say('board.incident.when.hint')}
          value={when}
          maxLength={60}
          onInput={setWhen}
          optional
        />
        <div>
          <Button
            size="large"
            onPress={() => {
              setChecked(true);
              setAsked(what.trim() !== '' && action.trim() !== '');
            }}
          >
            {say('board.incident.do')}
          </Button>
        </div>
        <ConfirmedAct
          title={isAsked ? say('board.incident.ask') : null}
          yes={say('board.incident.yes')}
          act="note_incident"
          people={state.people}
          send={(confirmations) =>
            noteIncident({
              numberBefore: state.notedIncidents.length,
              incident: {
                when: when.trim() === '' ? null : when.trim(),
                kind,
                what: what.trim(),
                action: action.trim(),
              },
              confirmations,
            })
          }
          onDone={onDone}
          onClose={(isDone) => {
            setAsked(false);
            if (!isDone) return;
            setChecked(false);
            setWhat('');
            setAction('');
            setWhen('');
          }}
        />
        {state.notedIncidents.map((incident) => (
          <div class="row" key={incident.number}>
            <span>
              {say('board.incident.entry', {
                number: incident.number,
                kind: say(`board.incident.kind.${incident.kind}`),
                when: /^\d\d:\d\d$/.test(incident.when) ? clockTime(language, incident.when) : incident.when,
                what: incident.what,
              })}
            </span>
            {COPIES.map((copy) => (
              <PaperLink key={copy} href={`/papers/kejadian.pdf?nomor=${incident.number}&salinan=${copy}`}>
                {say('board.incident.copy', { copy })}
              </PaperLink>
            ))}
          </div>
        ))}
      </div>
    </details>
  );
}
