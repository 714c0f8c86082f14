import { Button, ButtonRow } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { useState } from 'preact/hooks';
import { nameOf, type VillageProps, words } from './candidates-wire.ts';
import { bindWords, keepSecrets } from './draw-secrets.ts';

/** The order of arrival, who draws for whom, and everybody's words, which nobody else sees. */
export function ArrivalForm(
  props: VillageProps & { readonly reason: string | null; readonly onBegun: () => void },
) {
  const { election, village, language, carryOut, reason, onBegun } = props;
  const [arrived, setArrived] = useState<readonly string[]>([]);
  const [drawnBy, setDrawnBy] = useState<Readonly<Record<string, string>>>({});
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({});
  const determined = village.candidates.filter(({ state }) => state === 'determined');
  const waiting = determined.filter(({ id }) => !arrived.includes(id));
  const lock = async () => {
    const bound = arrived.map((id) => bindWords(village.code, id, secrets[id] ?? ''));
    keepSecrets(
      election,
      village.code,
      bound.map(({ commitment: _, ...reveal }) => reveal),
    );
    const arrivals = bound.map(({ candidate, commitment }) => ({
      candidate,
      commitment,
      drawnBy: (drawnBy[candidate] ?? nameOf(village, candidate)).trim(),
    }));
    if (await carryOut('candidates.begin-draw', { arrivals, reason }, '')) onBegun();
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void lock();
      }}
    >
      {waiting.length > 0 && (
        <>
          <p class="big">{words(language, 'draw.arrival.guide')}</p>
          <ButtonRow>
            {waiting.map(({ id, name }) => (
              <Button key={id} size="large" onPress={() => setArrived([...arrived, id])}>
                {name}
              </Button>
            ))}
          </ButtonRow>
        </>
      )}
      <ol class="draw__arrivals">
        {arrived.map((id, index) => (
          <li key={id} class="sheet stack">
            <strong class="big">
              {words(language, 'draw.arrival.order', { order: index + 1 })} · {nameOf(village, id)}
            </strong>
            {waiting.length === 0 && (
              <>
                <Field
                  label={words(language, 'draw.drawnBy', { name: nameOf(village, id) })}
                  value={drawnBy[id] ?? nameOf(village, id)}
                  onInput={(value) => setDrawnBy({ ...drawnBy, [id]: value })}
                  maxLength={200}
                />
                <Field
                  label={words(language, 'draw.words', { name: nameOf(village, id) })}
                  hint={words(language, 'draw.words.hint')}
                  type="password"
                  value={secrets[id] ?? ''}
                  onInput={(value) => setSecrets({ ...secrets, [id]: value })}
                  maxLength={80}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      {arrived.length > 0 && (
        <div class="row">
          {waiting.length === 0 && (
            <Button kind="primary" size="large" submit>
              {words(language, 'draw.lock')}
            </Button>
          )}
          <Button kind="quiet" onPress={() => setArrived([])}>
            {words(language, 'draw.arrival.again')}
          </Button>
        </div>
      )}
    </form>
  );
}
