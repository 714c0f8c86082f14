import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { type Candidate, type VillageProps, words } from './candidates-wire.ts';

/** The extra selection: published weights, each candidate's scores, and the order that follows. */
export function Scores(props: VillageProps & { readonly mayScore: boolean }) {
  const { village, language } = props;
  const selection = village.nomination?.selection ?? null;
  const eligible = village.candidates.filter(({ id }) => village.nomination?.eligible.includes(id) === true);
  return (
    <section class="stack">
      <h3>{words(language, 'candidates.scores')}</h3>
      {selection !== null && <Notice state="info" happened={selection.sentence[language]} />}
      {eligible.map((candidate) => {
        const ranked = selection?.ranked.find(({ id }) => id === candidate.id);
        return (
          <div class="sheet stack" key={candidate.id}>
            <strong>{candidate.name}</strong>
            {ranked !== undefined && (
              <span>
                {words(language, 'candidates.scores.rank', {
                  rank: ranked.rank,
                  total: (ranked.totalHundredths / 100).toFixed(2),
                })}
              </span>
            )}
            {props.mayScore && <ScoreForm {...props} candidate={candidate} />}
          </div>
        );
      })}
    </section>
  );
}

function ScoreForm(props: VillageProps & { readonly candidate: Candidate }) {
  const { village, language, candidate, carryOut } = props;
  const { criteria } = village.selectionRule;
  const [scores, setScores] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(criteria.map(({ id }) => [id, String(candidate.scores[id] ?? '')])),
  );
  const { name } = candidate;
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const given = criteria
          .filter(({ id }) => scores[id] !== '')
          .map(({ id }) => ({ criterion: id, score: Number(scores[id]) }));
        void carryOut(
          'candidates.score',
          { candidate: candidate.id, scores: given },
          words(language, 'candidates.scores.saved', { name }),
        );
      }}
    >
      {criteria.map((criterion) => (
        <Field
          key={criterion.id}
          label={words(language, 'candidates.weight', {
            name: criterion.name[language],
            percent: criterion.weightPercent,
          })}
          type="number"
          value={scores[criterion.id] ?? ''}
          onInput={(value) => setScores({ ...scores, [criterion.id]: value })}
        />
      ))}
      <Button submit>{words(language, 'candidates.scores.save', { name })}</Button>
    </form>
  );
}
