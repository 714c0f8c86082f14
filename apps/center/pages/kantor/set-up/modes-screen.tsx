import { villageMode } from '@bilik/preparation';
import { Button } from '@bilik/ui/button';
import { ChoiceField } from '@bilik/ui/field';
import { Figure, Figures } from '@bilik/ui/figure';
import { SearchedTable } from '@bilik/ui/searched-table';
import { StateBadge } from '@bilik/ui/state-badge';
import { useEffect, useRef, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import type { Me } from '../me.ts';
import { ModesVillage } from './modes-village.tsx';
import { type Proposed, proposedSchema } from './modes-wire.ts';
import { type Refused, RefusedNotice } from './refused.tsx';
import { words } from './set-up-words.ts';
import { SliderRows } from './slider.tsx';

const MILLION = 1_000_000;
/** While a slider moves, ask at most so often. */
const SETTLE_MS = 150;

const FIRST = {
  ...{ sets: 100, sparePercent: 10, votersPerSet: 800, budget: 5000, costPerSet: 50, costPerVillage: 35 },
  ...{ vulnerabilityPercent: 60, fewestVoters: 0 },
};
/** In the order in which a regency asks: what there is, what weighs, what it costs. */
const SLIDERS = [
  { name: 'sets', word: 'modes.sets', min: 0, max: 1500 },
  { name: 'budget', word: 'modes.budget', min: 0, max: 30_000, step: 50 },
  { name: 'vulnerabilityPercent', word: 'modes.weight', min: 0, max: 100, unit: ' %' },
  { name: 'fewestVoters', word: 'modes.fewest', min: 0, max: 6000, step: 100 },
  { name: 'votersPerSet', word: 'modes.votersPerSet', min: 200, max: 1500, step: 50 },
  { name: 'sparePercent', word: 'modes.spare', min: 0, max: 50, unit: ' %' },
  { name: 'costPerSet', word: 'modes.costPerSet', min: 0, max: 100 },
  { name: 'costPerVillage', word: 'modes.costPerVillage', min: 0, max: 100 },
] as const;
type Scope = 'whole-village' | 'one-place';

/** The proposal, moved by sliders; below it each village with its why and its decision. */
export function ModesScreen(props: {
  readonly election: string;
  readonly me: Me;
  readonly language: 'id' | 'en';
}) {
  const { election, me, language } = props;
  const [limits, setLimits] = useState(FIRST);
  const [scope, setScope] = useState<Scope>('whole-village');
  const [shown, setShown] = useState<Proposed>();
  const [refused, setRefused] = useState<Refused>();
  const [open, setOpen] = useState<string>();
  const asked = useRef(0);
  const load = async () => {
    asked.current += 1;
    const mine = asked.current;
    const { budget, costPerSet, costPerVillage, ...rest } = limits;
    const answer = await callAct(
      'set-up.propose-modes',
      {
        election,
        limits: {
          ...{ ...rest, scope, budgetRupiah: budget * MILLION },
          ...{ costPerSetRupiah: costPerSet * MILLION, costPerVillageRupiah: costPerVillage * MILLION },
        },
      },
      proposedSchema,
    );
    // an answer that a later question overtook is no longer what the sliders say
    if (mine !== asked.current) return;
    setRefused(answer.ok ? undefined : answer.error);
    if (answer.ok) setShown(answer.value);
  };
  useEffect(() => {
    const timer = setTimeout(() => void load(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [election, limits, scope]);
  const village = shown?.proposal.villages.find(({ code }) => code === open);
  return (
    <>
      <h2>{words(language, 'modes.title')}</h2>
      <p>{words(language, 'modes.guide')}</p>
      <SliderRows
        rows={SLIDERS.map(({ name, word, ...range }) => ({
          ...{ name, ...range, label: words(language, word) },
        }))}
        draft={limits}
        onMove={(name, value) => setLimits({ ...limits, [name]: value })}
      />
      <ChoiceField
        label={words(language, 'modes.scope')}
        value={scope}
        onChoose={setScope}
        choices={(['whole-village', 'one-place'] as const).map((value) => ({
          value,
          label: words(language, `modes.scope.${value}`),
        }))}
      />
      <RefusedNotice error={refused} language={language} />
      {shown !== undefined && (
        <>
          <Figures>
            <Figure
              label={words(language, 'modes.summary.proposed')}
              value={shown.proposal.villages.filter(({ isProposed }) => isProposed).length}
            />
            <Figure label={words(language, 'modes.summary.sets')} value={shown.proposal.setsUsed} />
            <Figure label={words(language, 'modes.summary.kept')} value={shown.proposal.setsKept} />
            <Figure
              label={words(language, 'modes.summary.cost')}
              value={Math.round(shown.proposal.costRupiah / MILLION)}
            />
          </Figures>
          {village !== undefined && (
            <ModesVillage
              key={village.code}
              {...{ election, village, shown, language, me }}
              onSaved={load}
              onClose={() => setOpen(undefined)}
            />
          )}
          <SearchedTable
            caption={words(language, 'modes.list')}
            columns={[
              { key: 'rank', header: words(language, 'modes.rank'), numeric: true, cell: ({ rank }) => rank },
              {
                key: 'village',
                header: words(language, 'modes.village'),
                cell: ({ code, name }) => (
                  <Button kind="quiet" onPress={() => setOpen(code)}>
                    {name}
                    <span class="unseen"> {words(language, 'modes.look', { name })}</span>
                  </Button>
                ),
              },
              {
                key: 'voters',
                header: words(language, 'modes.voters'),
                numeric: true,
                cell: ({ voters }) => voters,
              },
              {
                key: 'priority',
                header: words(language, 'modes.priority'),
                numeric: true,
                cell: ({ priorityHundredths }) => Math.round(priorityHundredths / 100),
              },
              {
                key: 'why',
                header: words(language, 'modes.why'),
                cell: ({ isProposed, sentence }) => (
                  <>
                    <StateBadge
                      state={isProposed ? 'good' : 'idle'}
                      word={words(language, isProposed ? 'modes.proposed' : 'modes.notProposed')}
                    />{' '}
                    {sentence[language]}
                  </>
                ),
              },
              {
                key: 'decision',
                header: words(language, 'modes.decision'),
                cell: ({ code }) => <Decision shown={shown} code={code} language={language} />,
              },
            ]}
            rows={shown.proposal.villages}
            keyOf={({ code }) => code}
            searchOf={({ code, name }) => `${name} ${code}`}
            asLines
          />
        </>
      )}
    </>
  );
}

function Decision(props: {
  readonly shown: Proposed;
  readonly code: string;
  readonly language: 'id' | 'en';
}) {
  const { shown, code, language } = props;
  const decision = shown.decisions.find(({ area }) => area === code)?.decision;
  if (decision === undefined) return <>{words(language, 'modes.open')}</>;
  const mode = villageMode(decision.places.map((place) => place.mode));
  return (
    <>
      <strong>{words(language, `modes.decided.${mode}`)}</strong>: {decision.reason}
    </>
  );
}
