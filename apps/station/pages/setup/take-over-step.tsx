import { Button } from '@bilik/ui/button';
import { TickField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { PinEntry, type ProvedPerson } from '@bilik/ui/pin-entry';
import type { Language } from '@bilik/words';
import { useState } from 'preact/hooks';
import { RefusedNotice } from './refused-notice.tsx';
import { type SetupError, type TakeOverOffer, tellTakeOver } from './setup-answers.ts';
import { useSetupWords } from './setup-words.ts';

const PEOPLE = 2;

/** A spare asks the chair and one more whether it goes on with the day that lies on the stick. */
export function TakeOverStep(props: {
  readonly offer: TakeOverOffer;
  readonly language: Language;
  readonly onTakenOver: () => void;
}) {
  const { offer, language } = props;
  const say = useSetupWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [stage, setStage] = useState<'people' | 'pins' | 'working'>('people');
  const [isShort, setShort] = useState(false);
  const [error, setError] = useState<SetupError>();
  const deciding = chosen.flatMap((id) => offer.people.filter((person) => person.id === id));
  const isEnough = deciding.length === PEOPLE && deciding.some(({ leads }) => leads);
  const send = async (confirmations: readonly ProvedPerson[]) => {
    setStage('working');
    const answer = await tellTakeOver(confirmations);
    if (answer.ok) return props.onTakenOver();
    setError(answer.error);
    setStage('people');
  };
  return (
    <div class="stack">
      <StepHeading>
        {say('setup.takeOver.title', {
          number: String(offer.number).padStart(2, '0'),
          village: offer.village,
        })}
        {offer.placeName !== null && ` · ${offer.placeName}`}
      </StepHeading>
      {error === undefined ? (
        <Notice state="warn" happened={say('setup.takeOver.before')} />
      ) : (
        <RefusedNotice error={error} language={language} />
      )}
      {stage === 'working' && <p role="status">{say('setup.takeOver.working')}</p>}
      {stage === 'pins' && <PinEntry people={deciding} onDone={(proved) => void send(proved)} />}
      {stage === 'people' && (
        <>
          <fieldset class="people">
            <legend class="field__label">{say('setup.takeOver.who')}</legend>
            <div class="people__list">
              {offer.people.map(({ id, name, leads }) => (
                <TickField
                  key={id}
                  ticked={chosen.includes(id)}
                  onTick={(ticked) =>
                    setChosen(ticked ? [...chosen, id] : chosen.filter((other) => other !== id))
                  }
                >
                  <strong>{name}</strong>{' '}
                  <span class="soft">{say(leads ? 'setup.takeOver.leads' : 'setup.takeOver.member')}</span>
                </TickField>
              ))}
            </div>
          </fieldset>
          {isShort && !isEnough && <Notice state="info" happened={say('setup.takeOver.chooseTwo')} />}
          <div class="button-row">
            <Button
              kind="primary"
              size="large"
              onPress={() => {
                setShort(!isEnough);
                if (isEnough) setStage('pins');
              }}
            >
              {say('setup.takeOver.go')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
