import { Button } from '@bilik/ui/button';
import { Field, TickField } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import { type VillageProps, words } from './candidates-wire.ts';

/** The committee's determination: whom the rules give is ticked already; people choose only among equals. */
export function Determination({ village, language, carryOut }: VillageProps) {
  const { nomination } = village;
  const given = nomination?.selection?.selected ?? nomination?.eligible ?? [];
  const [ticked, setTicked] = useState<readonly string[]>();
  const [reason, setReason] = useState('');
  const mayBe =
    nomination !== null && ['determine', 'select', 'single-candidate'].includes(nomination.outcome.type);
  const isDetermined = village.candidates.some(({ state }) => state === 'determined');
  if (!mayBe || isDetermined) return null;
  const selected = ticked ?? given;
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void carryOut(
          'candidates.determine',
          { selected, reason: reason.trim() },
          words(language, 'candidates.determined'),
        );
      }}
    >
      <h3>{words(language, 'candidates.determine')}</h3>
      {village.candidates
        .filter(({ id }) => nomination.eligible.includes(id))
        .map(({ id, name }) => (
          <TickField
            key={id}
            ticked={selected.includes(id)}
            onTick={(isTicked) =>
              setTicked(isTicked ? [...selected, id] : selected.filter((other) => other !== id))
            }
          >
            {words(language, 'candidates.determine.pick', { name })}
          </TickField>
        ))}
      <Field
        label={words(language, 'candidates.determine.reason')}
        value={reason}
        onInput={setReason}
        maxLength={500}
      />
      <Button kind="primary" submit>
        {words(language, 'candidates.determine')}
      </Button>
    </form>
  );
}
