import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import { extendHours } from '../act/board-commands.ts';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
import type { Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { readTime } from '../closing/count-text.ts';
import type { Attendance } from './attendance-answers.ts';
import { RuleSources } from './rule-sources.tsx';

export interface ExtendFormProps {
  readonly attendance: Attendance;
  readonly people: readonly Person[];
  readonly onDone: () => void;
}

/** Two people close later than announced, within the rule's limits, and say why. */
export function ExtendForm({ attendance, people, onDone }: ExtendFormProps) {
  const say = useBoardWords();
  const language = useLanguage();
  const { rule, entries } = attendance.extension;
  const closes = clockTime(language, attendance.closing.closes);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<{ readonly until?: string; readonly reason?: string }>({});
  const [asked, setAsked] = useState<string | null>(null);
  const ask = () => {
    const time = readTime(until);
    const found = {
      ...(time === null ? { until: say('board.minutes.time.wrong') } : {}),
      ...(reason.trim() === '' ? { reason: say('form.required') } : {}),
    };
    setErrors(found);
    if (time !== null && reason.trim() !== '') setAsked(time);
  };
  if (rule.limits === null) return null;
  const { atMostTimes, minutesEach } = rule.limits;
  return (
    <details class="aside sheet">
      <summary>{say('board.extend')}</summary>
      <div class="stack stack--tight">
        <p>
          {say('board.extend.rule', {
            closes,
            times: atMostTimes,
            used: entries.length,
            minutes: minutesEach,
          })}
        </p>
        {entries.map((entry) => (
          <p key={entry.until}>
            {say('board.extend.entry', {
              at: clockTime(language, entry.at),
              until: clockTime(language, entry.until),
              reason: entry.reason,
            })}
          </p>
        ))}
        {entries.length < atMostTimes && (
          <>
            <Field
              label={say('board.extend.until')}
              value={until}
              inputMode="numeric"
              maxLength={5}
              onInput={setUntil}
              error={errors.until}
            />
            <Field
              label={say('board.extend.reason')}
              value={reason}
              maxLength={300}
              onInput={setReason}
              error={errors.reason}
            />
            <div>
              <Button size="large" onPress={ask}>
                {say('board.extend.do')}
              </Button>
            </div>
            <ConfirmedAct
              title={asked === null ? null : say('board.extend.ask', { until: clockTime(language, asked) })}
              yes={say('board.extend.yes')}
              act="extend_hours"
              people={people}
              send={(confirmations) =>
                extendHours({ until: asked ?? '', reason: reason.trim(), confirmations })
              }
              onDone={onDone}
              onClose={(isDone) => {
                if (isDone) {
                  setUntil('');
                  setReason('');
                }
                setAsked(null);
              }}
            >
              <p>{say('board.extend.ask.means')}</p>
            </ConfirmedAct>
          </>
        )}
        <RuleSources citations={rule.citations} />
      </div>
    </details>
  );
}
