import { Button } from '@bilik/ui/button';
import { ChoiceField, Field, TickField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { placeNumber } from '@bilik/words/format';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { type Me, nothing } from '../me.ts';
import { type Condition, POWERS, type Proposed, type ProposedVillage } from './modes-wire.ts';
import { type Refused, RefusedNotice } from './refused.tsx';
import { words } from './set-up-words.ts';
import { SliderRows } from './slider.tsx';

interface VillageProps {
  readonly election: string;
  readonly village: ProposedVillage;
  readonly shown: Proposed;
  readonly language: 'id' | 'en';
  readonly me: Me;
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}

/** One village: what is known of it, why it is proposed or not, and how people decide. */
export function ModesVillage(props: VillageProps) {
  const { village, shown, language, me, onClose } = props;
  const [saved, setSaved] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const save = async (act: 'set-up.note-condition' | 'set-up.decide-modes', input: object) => {
    const answer = await callAct(act, { election: props.election, ...input }, nothing);
    setRefused(answer.ok ? undefined : answer.error);
    setSaved(answer.ok);
    await props.onSaved();
  };
  const known = shown.conditions.find(({ code }) => code === village.code);
  return (
    <section class="sheet stack">
      <StepHeading>{village.name}</StepHeading>
      <p>{village.sentence[language]}</p>
      {saved && <Notice state="good" happened={words(language, 'modes.saved', { name: village.name })} />}
      <RefusedNotice error={refused} language={language} />
      {(me.role === 'regency' || me.role === 'sub-district') && known !== undefined && (
        <ConditionForm
          {...{ known, shown, language }}
          onSave={(input) => save('set-up.note-condition', input)}
        />
      )}
      {me.role === 'regency' && (
        <DecisionForm
          {...{ village, shown, language }}
          onDecide={(decision) => save('set-up.decide-modes', { decision })}
        />
      )}
      <Button kind="quiet" onPress={onClose}>
        {words(language, 'common.back')}
      </Button>
    </section>
  );
}

function ConditionForm(props: {
  readonly known: Condition;
  readonly shown: Proposed;
  readonly language: 'id' | 'en';
  readonly onSave: (input: object) => Promise<void>;
}) {
  const { known, shown, language, onSave } = props;
  const [scores, setScores] = useState<Readonly<Record<string, number>>>(known.scores);
  const [power, setPower] = useState(known.power);
  const [hasLegalBasis, setLegalBasis] = useState(known.hasLegalBasis);
  return (
    <div class="stack">
      <h3>{words(language, 'modes.parts')}</h3>
      <SliderRows
        rows={shown.index.map(({ id, name, weightPercent }) => ({
          ...{ name: id, label: `${name[language]} (${weightPercent} %)`, min: 0, max: 100 },
        }))}
        draft={Object.fromEntries(shown.index.map(({ id }) => [id, scores[id] ?? 0]))}
        onMove={(id, score) => setScores({ ...scores, [id]: score })}
      />
      <ChoiceField
        label={words(language, 'modes.power')}
        value={power}
        onChoose={setPower}
        choices={POWERS.map((value) => ({ value, label: words(language, `modes.power.${value}`) }))}
      />
      <TickField ticked={hasLegalBasis} onTick={setLegalBasis}>
        {words(language, 'modes.legal')}
      </TickField>
      <Button onPress={() => onSave({ village: known.code, scores, power, hasLegalBasis })}>
        {words(language, 'modes.saveCondition')}
      </Button>
    </div>
  );
}

function DecisionForm(props: {
  readonly village: ProposedVillage;
  readonly shown: Proposed;
  readonly language: 'id' | 'en';
  readonly onDecide: (decision: object) => Promise<void>;
}) {
  const { village, shown, language, onDecide } = props;
  const numbers = shown.places[village.code] ?? [];
  const before = shown.decisions.find(({ area }) => area === village.code)?.decision;
  const [modes, setModes] = useState<Readonly<Record<number, 'electronic' | 'paper'>>>(
    Object.fromEntries(
      numbers.map((number) => [
        number,
        before?.places.find((place) => place.number === number)?.mode ??
          (village.isProposed && village.places.includes(number) ? 'electronic' : 'paper'),
      ]),
    ),
  );
  const [reason, setReason] = useState('');
  if (numbers.length === 0) return <Notice state="info" happened={words(language, 'modes.noPlaces')} />;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const places = numbers.map((number) => ({ number, mode: modes[number] ?? 'paper' }));
        void onDecide({ village: village.code, places, reason: reason.trim() });
      }}
    >
      <h3>{words(language, 'modes.decision')}</h3>
      {numbers.map((number) => (
        <ChoiceField
          key={number}
          label={words(language, 'modes.place', { number: placeNumber(number) })}
          value={modes[number] ?? 'paper'}
          onChoose={(mode) => setModes({ ...modes, [number]: mode })}
          choices={(['electronic', 'paper'] as const).map((value) => ({
            value,
            label: words(language, `modes.mode.${value}`),
          }))}
        />
      ))}
      <Field label={words(language, 'modes.reason')} value={reason} onInput={setReason} maxLength={500} />
      <Button kind="primary" submit>
        {words(language, 'modes.decide', { name: village.name })}
      </Button>
    </form>
  );
}
