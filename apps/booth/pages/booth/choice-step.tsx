import { ActionBar, Button } from '@bilik/ui/button';
import { type BallotCard, CandidateFace, CandidateGroup } from '@bilik/ui/candidate-card';
import { useLanguage, useSay } from '@bilik/ui/language';
import { StepHeading } from '@bilik/ui/page';
import { useState } from 'preact/hooks';
import type { ContestView } from './wire.ts';
import { words } from './words.ts';

type OptionView = ContestView['options'][number];

function useCards(contest: ContestView): readonly BallotCard[] {
  const say = useSay(words);
  const nameOf = (option: OptionView): string =>
    option.name ?? say(option.key === 'blank' ? 'common.blankVote' : 'common.emptyColumn');
  return contest.options.map((option) => ({
    key: option.key,
    name: nameOf(option),
    number: option.number ?? undefined,
    photo: option.photo === null ? undefined : `/photos/${option.photo}`,
  }));
}

/** One contest, one choice. */
export function ChoiceStep({
  contest,
  onChosen,
}: {
  readonly contest: ContestView;
  readonly onChosen: (option: number) => void;
}) {
  const say = useSay(words);
  const language = useLanguage();
  const cards = useCards(contest);
  const [chosen, setChosen] = useState<string | null>(null);
  const position = cards.findIndex((card) => card.key === chosen);
  return (
    <>
      <div class="unseen">
        <StepHeading>{contest.title[language]}</StepHeading>
      </div>
      <CandidateGroup
        label={`${contest.title[language]}: ${say('booth.choose')}`}
        cards={cards}
        chosen={chosen}
        onChoose={setChosen}
      />
      <ActionBar>
        <Button
          kind="primary"
          size="touch"
          disabledBecause={position < 0 ? say('booth.guide.choose') : undefined}
          onPress={() => onChosen(position)}
        >
          {say('common.next')}
        </Button>
      </ActionBar>
    </>
  );
}

export interface ReviewStepProps {
  readonly contests: readonly ContestView[];
  readonly answers: readonly number[];
  readonly busy: boolean;
  readonly problem: string | null;
  readonly onChange: () => void;
  readonly onConfirm: () => void;
}

/** The choice once more, before anything leaves the page. */
export function ReviewStep({ contests, answers, busy, problem, onChange, onConfirm }: ReviewStepProps) {
  const say = useSay(words);
  return (
    <>
      <StepHeading>{say('booth.review.heading')}</StepHeading>
      {problem !== null && (
        <p class="booth-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="review">
        {contests.map((contest, index) => (
          <ReviewCard key={contest.id} contest={contest} answer={answers[index] ?? 0} />
        ))}
      </div>
      <ActionBar>
        <Button size="touch" onPress={onChange}>
          {say('booth.review.change')}
        </Button>
        <Button kind="primary" size="touch" busy={busy} onPress={onConfirm}>
          {say('booth.review.confirm')}
        </Button>
      </ActionBar>
    </>
  );
}

function ReviewCard({ contest, answer }: { readonly contest: ContestView; readonly answer: number }) {
  const cards = useCards(contest);
  const card = cards[answer];
  return card === undefined ? null : (
    <div class="review__card">
      <CandidateFace card={card} />
    </div>
  );
}
