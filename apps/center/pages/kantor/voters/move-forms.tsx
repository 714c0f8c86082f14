import { Button } from '@bilik/ui/button';
import { type Choice, ChoiceField, Field } from '@bilik/ui/field';
import { placeNumber } from '@bilik/words/format';
import type { Language } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { type DivisionView, householdsSchema, words } from './voters-wire.ts';

/** A typed number; null when the field is empty or holds none. */
export const numberOf = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null);

interface Neighbourhood {
  readonly hamlet: string;
  readonly rw: string;
  readonly rt: string;
}
type Households = z.output<typeof householdsSchema>;

/** Moves a whole RT, or one household of the RT that is chosen, to another polling place. */
export function MoveForms(props: {
  readonly election: string;
  readonly village: string;
  readonly division: DivisionView;
  readonly language: Language;
  readonly onMove: (move: object) => Promise<void>;
}) {
  const { election, village, division, language, onMove } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [households, setHouseholds] = useState<Households>();
  const [household, setHousehold] = useState<string | null>(null);
  const neighbourhoods = neighbourhoodsOf(division);
  const neighbourhood = chosen === null ? undefined : neighbourhoods.get(chosen);
  useEffect(() => {
    setHousehold(null);
    setHouseholds(undefined);
    if (neighbourhood === undefined) return;
    const { hamlet, rw, rt } = neighbourhood;
    const question = { election, village, neighbourhood: { hamlet, rw, rt } };
    void callAct('voters.households', question, householdsSchema).then((answer) => {
      if (answer.ok) setHouseholds(answer.value);
    });
  }, [chosen, division]);
  return (
    <>
      <MoveForm
        title={words(language, 'voters.division.move')}
        label={words(language, 'voters.division.move.which')}
        choices={[...neighbourhoods.entries()].map(([value, one]) => ({
          value,
          label: `${nameOf(one)}: ${one.voters} (TPS ${one.places.map(placeNumber).join(', ')})`,
        }))}
        value={chosen}
        onChoose={setChosen}
        cap={division.cap}
        isMain
        language={language}
        onMove={async (further) => {
          if (neighbourhood === undefined) return;
          const { hamlet, rw, rt } = neighbourhood;
          await onMove({ ...further, neighbourhood: { hamlet, rw, rt } });
        }}
      />
      {neighbourhood === undefined || households === undefined ? (
        <section class="office__narrow">
          <h2>{words(language, 'voters.division.household')}</h2>
          <p>{words(language, 'voters.division.household.none')}</p>
        </section>
      ) : (
        <MoveForm
          key={chosen}
          title={words(language, 'voters.division.household')}
          label={words(language, 'voters.division.household.which', { neighbourhood: nameOf(neighbourhood) })}
          choices={households.map(({ voter, names, place }) => ({
            value: String(voter),
            label: `${names.join(', ')} (TPS ${placeNumber(place)})`,
          }))}
          value={household}
          onChoose={setHousehold}
          cap={division.cap}
          language={language}
          onMove={async (further) => {
            if (household !== null) await onMove({ ...further, householdOf: Number(household) });
          }}
        />
      )}
    </>
  );
}

/** One thing out of many, and where it goes. */
function MoveForm(props: {
  readonly title: string;
  readonly label: string;
  readonly choices: readonly Choice<string>[];
  readonly value: string | null;
  readonly onChoose: (value: string) => void;
  /** What a polling place may hold when nobody says otherwise. */
  readonly cap: number | undefined;
  readonly isMain?: boolean;
  readonly language: Language;
  readonly onMove: (further: { readonly to: number; readonly votersCap: number | null }) => Promise<void>;
}) {
  const { title, label, choices, value, onChoose, cap, isMain = false, language, onMove } = props;
  const [to, setTo] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [votersCap, setVotersCap] = useState(cap === undefined ? '' : String(cap));
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(value === null);
        if (value !== null) void onMove({ to: numberOf(to) ?? 0, votersCap: numberOf(votersCap) });
      }}
    >
      <h2>{title}</h2>
      <div class="voters__choices">
        <ChoiceField
          label={label}
          value={value}
          onChoose={onChoose}
          choices={choices}
          error={isMissing ? words(language, 'voters.propose.choice.wrong') : undefined}
        />
      </div>
      <Field
        label={words(language, 'voters.division.move.to')}
        value={to}
        onInput={setTo}
        inputMode="numeric"
        maxLength={3}
      />
      <Field
        label={words(language, 'voters.division.move.cap')}
        value={votersCap}
        onInput={setVotersCap}
        inputMode="numeric"
        maxLength={4}
        optional
      />
      <Button kind={isMain ? 'primary' : 'plain'} submit>
        {title}
      </Button>
    </form>
  );
}

function nameOf({ hamlet, rt, rw }: Neighbourhood): string {
  return `${hamlet} RT ${rt}/${rw}`;
}

/** Every RT of the village once, with the polling places that its people have. */
function neighbourhoodsOf({ places }: DivisionView) {
  const all = new Map<string, Neighbourhood & { voters: number; places: number[] }>();
  for (const { number, parts } of places) {
    for (const { hamlet, rw, rt, voters } of parts) {
      const key = JSON.stringify({ hamlet, rw, rt });
      const known = all.get(key) ?? { hamlet, rw, rt, voters: 0, places: [] };
      known.voters += voters;
      known.places.push(number);
      all.set(key, known);
    }
  }
  return all;
}
