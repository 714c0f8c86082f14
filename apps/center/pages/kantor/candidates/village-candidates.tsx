import { Button } from '@bilik/ui/button';
import { CandidateFace } from '@bilik/ui/candidate-card';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import { useState } from 'preact/hooks';
import { paperAddress } from '../call-act.ts';
import { day } from '../civil-day.ts';
import type { Me } from '../me.ts';
import { addressOf } from '../office-page.tsx';
import { CandidatePapers } from './candidate-papers.tsx';
import { type Candidate, type VillageProps, words } from './candidates-wire.ts';
import { Determination } from './determination.tsx';
import { Scores } from './scores.tsx';

const TONE: Readonly<Record<Candidate['standing']['verdict'], State>> = {
  incomplete: 'waiting',
  'to-check': 'info',
  'not-eligible': 'bad',
  complete: 'good',
};

/** All candidates of a village, what the rules want of them now, and what is printed. */
export function VillageCandidates(props: VillageProps & { readonly me: Me }) {
  const { election, village, language, me } = props;
  const [open, setOpen] = useState<string>();
  const mayAct = me.role !== 'auditor';
  const candidate = village.candidates.find(({ id }) => id === open);
  const of = { election, village: village.code };
  const isDetermined = village.candidates.some(({ state }) => state === 'determined');
  return (
    <>
      <h2>{words(language, 'candidates.list', { name: village.name })}</h2>
      <p>{words(language, 'candidates.voting', { date: day(language, village.votingDate) })}</p>
      {!isDetermined && <Rule village={village} language={language} />}
      {village.candidates.length === 0 && <p>{words(language, 'candidates.none')}</p>}
      <ul class="candidates">
        {inBallotOrder(village.candidates).map((one) => (
          <li key={one.id} class="candidates__card">
            <CandidateFace
              card={{
                key: one.id,
                name: one.name,
                number: one.number ?? undefined,
                photo:
                  one.photo === null ? undefined : photoAddress(election, village.code, one.id, one.photo),
              }}
            />
            <Facts candidate={one} language={language} />
            {mayAct && one.state !== 'withdrawn' && (
              <Button kind="quiet" onPress={() => setOpen(one.id)}>
                {words(language, 'candidates.open', { name: one.name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {candidate !== undefined && (
        <CandidatePapers
          key={candidate.id}
          {...props}
          candidate={candidate}
          onClose={() => setOpen(undefined)}
        />
      )}
      {mayAct && village.nomination?.outcome.type === 'select' && (
        <Scores {...props} mayScore={me.role === 'regency'} />
      )}
      {mayAct && <Determination {...props} />}
      <nav class="row">
        <a href={addressOf(['calon', village.code, 'undian'])}>{words(language, 'candidates.toDraw')}</a>
        <a href={addressOf(['calon', village.code, 'contoh'])}>{words(language, 'candidates.toProof')}</a>
        {isDetermined && (
          <a href={paperAddress('candidates.paper', { ...of, paper: 'announcement' })}>
            {words(language, 'candidates.print.announcement')}
          </a>
        )}
      </nav>
      {mayAct && <Registration {...props} />}
    </>
  );
}

/** Once numbers are drawn, in their order; who has none after them. */
function inBallotOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const place = ({ number }: Candidate) => number ?? Number.POSITIVE_INFINITY;
  return candidates.toSorted((one, other) =>
    one.number === other.number ? 0 : place(one) < place(other) ? -1 : 1,
  );
}

/** What the rules want now. Only after registration has ended and papers are looked at is anybody told that there are too few. */
function Rule({ village, language }: Pick<VillageProps, 'village' | 'language'>) {
  const { nomination, registration } = village;
  if (nomination === null) return null;
  const isTooFew = !['determine', 'select'].includes(nomination.outcome.type);
  const say = (happened: string) => <Notice state="info" happened={happened} />;
  if (isTooFew && registration !== null) {
    const { begins, due, isOver, hopeful, fewest } = registration;
    if (!isOver) {
      const days = { begins: day(language, begins), due: day(language, due) };
      return say(words(language, 'candidates.rule.open', { hopeful, fewest, ...days }));
    }
    if (hopeful >= fewest) {
      const eligible = nomination.eligible.length;
      return say(words(language, 'candidates.rule.papers', { hopeful, eligible }));
    }
  }
  return say(`${words(language, 'candidates.rule')}: ${nomination.outcome.sentence[language]}`);
}

/** The form where somebody may still register; otherwise why not. */
function Registration(props: VillageProps) {
  const { village, language } = props;
  const isDrawn = village.draw?.record !== undefined && village.draw?.record !== null;
  if (isDrawn || village.registration?.isNotedDone === true) {
    const why = isDrawn ? 'candidates.register.drawn' : 'candidates.register.closed';
    return <p>{words(language, why)}</p>;
  }
  return <RegistrationForm {...props} />;
}

/** The photo's hash is in the address, so that a new photo is never an old one that the browser kept. */
export function photoAddress(election: string, village: string, candidate: string, hash: string): string {
  return `${paperAddress('candidates.photo', { election, village, candidate })}#${hash.slice(0, 8)}`;
}

function Facts({ candidate, language }: { readonly candidate: Candidate; readonly language: 'id' | 'en' }) {
  const { standing, state } = candidate;
  const count = standing.verdict === 'incomplete' ? standing.missing.length : standing.toCheck.length;
  return (
    <div class="stack">
      <strong>{words(language, `candidates.state.${state}`)}</strong>
      <StateBadge
        state={TONE[standing.verdict]}
        word={
          standing.verdict === 'incomplete' || standing.verdict === 'to-check'
            ? words(language, `candidates.verdict.${standing.verdict}`, { count })
            : words(language, `candidates.verdict.${standing.verdict}`)
        }
      />
      <span class="small">{words(language, 'candidates.age', { years: standing.ageYears })}</span>
    </div>
  );
}

function RegistrationForm({ language, village, carryOut }: VillageProps) {
  const [name, setName] = useState('');
  const [bornOn, setBornOn] = useState('');
  const register = async () => {
    const done = await carryOut(
      'candidates.register',
      {
        candidate: newId(
          name,
          village.candidates.map(({ id }) => id),
        ),
        name: name.trim(),
        bornOn,
      },
      words(language, 'candidates.registered', { name: name.trim() }),
    );
    if (!done) return;
    setName('');
    setBornOn('');
  };
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void register();
      }}
    >
      <h3>{words(language, 'candidates.register')}</h3>
      <Field label={words(language, 'candidates.name')} value={name} onInput={setName} maxLength={200} />
      <Field
        label={words(language, 'candidates.born')}
        hint={words(language, 'candidates.born.hint')}
        type="date"
        value={bornOn}
        onInput={setBornOn}
      />
      <Button submit>{words(language, 'candidates.register')}</Button>
    </form>
  );
}

/** A short id of the name, which nobody has yet: people never type or see it. */
export function newId(name: string, taken: readonly string[]): string {
  const letters = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 34)
    .replace(/-+$/, '');
  const base = letters === '' ? 'calon' : letters;
  if (!taken.includes(base)) return base;
  for (let number = 2; ; number += 1) if (!taken.includes(`${base}-${number}`)) return `${base}-${number}`;
}
