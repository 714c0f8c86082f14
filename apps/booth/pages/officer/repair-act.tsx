import { Button } from '@bilik/ui/button';
import { PinEntry, type ProvedPerson } from '@bilik/ui/pin-entry';
import { TouchChoice } from '@bilik/ui/touch-choice';
import type { officer } from '@bilik/words/catalogue/officer';
import { useState } from 'preact/hooks';
import type { PaperView } from './paper-view.ts';

/** Rolls as they are sold for printers of this kind. */
const METRES = [30, 40, 50, 80] as const;

export interface RepairActProps {
  readonly title: string;
  readonly asksMetres: boolean;
  readonly people: PaperView['people'];
  readonly isExercise: boolean;
  readonly back: string;
  readonly say: (
    key: Exclude<
      keyof typeof officer.id,
      | 'officer.voters.note'
      | 'officer.trouble'
      | 'officer.rollDone'
      | 'officer.notTaken'
      | 'officer.booth'
      | 'officer.pinWrong'
    >,
  ) => string;
  readonly onDone: (metres: number, confirmations: readonly ProvedPerson[]) => Promise<void>;
  readonly onBack: () => void;
}

/** One act at the printer: how long the roll is, who does it, and that person's PIN. */
export function RepairAct(props: RepairActProps) {
  const { title, asksMetres, people, say } = props;
  const [metres, setMetres] = useState<number>(80);
  const [person, setPerson] = useState<PaperView['people'][number] | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (confirmations: readonly ProvedPerson[]): Promise<void> => {
    setSending(true);
    await props.onDone(metres, confirmations);
  };
  return (
    <section class="sheet stack">
      <h2>{title}</h2>
      {isSending ? (
        <p role="status">{say('officer.working')}</p>
      ) : person === null ? (
        <>
          {asksMetres && (
            <TouchChoice
              label={say('officer.metres')}
              options={METRES.map((value) => ({ value, word: `${value} m` }))}
              chosen={metres}
              onChoose={setMetres}
            />
          )}
          <h3>{say('officer.who')}</h3>
          <div class="officer__people">
            {people.map((one) => (
              <Button key={one.id} size="large" wide onPress={() => setPerson(one)}>
                {one.name}
              </Button>
            ))}
          </div>
        </>
      ) : (
        <>
          {props.isExercise && <p class="soft">{say('officer.exercise')}</p>}
          <PinEntry people={[person]} onDone={(confirmations) => void send(confirmations)} />
        </>
      )}
      {!isSending && (
        <div>
          <Button size="large" onPress={props.onBack}>
            {props.back}
          </Button>
        </div>
      )}
    </section>
  );
}
