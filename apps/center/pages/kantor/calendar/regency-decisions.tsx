import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { Field, TickField } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import { day } from '../civil-day.ts';
import { type Village, words } from './calendar-wire.ts';

/** What only the regency decides about a village's calendar: postponement, leaving and, of its own elections, extension and conditional stages. */
export function RegencyDecisions(props: {
  readonly village: Village;
  readonly language: 'id' | 'en';
  readonly onDecide: (fact: object, sentence: string) => Promise<void>;
}) {
  const { village, language, onDecide } = props;
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState<'extend' | 'postpone' | 'leave'>();
  const [wave] = village.laterWaves;
  const decide = async (fact: object, sentence: string) => {
    setAsking(undefined);
    await onDecide({ ...fact, decidedOn: village.today, reason: reason.trim() }, sentence);
    setReason('');
  };
  const { nextExtensionDays: days } = village;
  return (
    <section class="stack office__narrow">
      <h3>{words(language, 'calendar.decide')}</h3>
      {village.isOurs &&
        (['too-many-candidates', 'objection-filed'] as const).map((condition) => (
          <TickField
            key={condition}
            ticked={village.conditions.includes(condition)}
            onTick={(holds) =>
              void onDecide(
                { type: 'condition', condition, holds },
                words(language, `calendar.condition.${condition}`),
              )
            }
          >
            {words(language, `calendar.condition.${condition}`)}
          </TickField>
        ))}
      <Field label={words(language, 'calendar.reason')} value={reason} onInput={setReason} maxLength={500} />
      {days !== null && (
        <Button onPress={() => setAsking('extend')}>{words(language, 'calendar.extend', { days })}</Button>
      )}
      {days === null && village.isOurs && <p>{words(language, 'calendar.extend.none')}</p>}
      {wave === undefined ? (
        <p>{words(language, 'calendar.postpone.none')}</p>
      ) : (
        <Button onPress={() => setAsking('postpone')}>
          {words(language, 'calendar.postpone', { wave: wave.number, date: day(language, wave.date) })}
        </Button>
      )}
      <Button onPress={() => setAsking('leave')}>{words(language, 'calendar.leave')}</Button>
      <ConfirmDialog
        open={asking !== undefined}
        title={words(language, 'calendar.decide')}
        confirmWord={words(language, 'calendar.decide')}
        kind={asking === 'leave' ? 'bad' : 'primary'}
        cancelWord={words(language, 'common.back')}
        onConfirm={() => {
          if (asking === 'extend' && days !== null) {
            return decide({ type: 'registration-extended', days }, words(language, 'calendar.extended'));
          }
          if (asking === 'postpone' && wave !== undefined) {
            const { wave: fromWave, again } = village;
            return decide(
              { type: 'postponed', fromWave, toWave: wave.number, again },
              words(language, 'calendar.postponed'),
            );
          }
          if (asking === 'leave') return decide({ type: 'left' }, words(language, 'calendar.left'));
          return undefined;
        }}
        onCancel={() => setAsking(undefined)}
      >
        {asking !== undefined && words(language, `calendar.confirm.${asking}`, { name: village.name })}
      </ConfirmDialog>
    </section>
  );
}
