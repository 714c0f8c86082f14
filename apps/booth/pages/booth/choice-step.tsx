import { Button } from '@bilik/ui/button';
import { type BallotCard, CandidateGroup, FaceGroup } from '@bilik/ui/candidate-card';
import { useLanguage, useSay } from '@bilik/ui/language';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import { useState } from 'preact/hooks';
import type { ContestView } from './wire.ts';
import { words } from './words.ts';

type OptionView = ContestView['options'][number];

function useCardOf(): (option: OptionView) => BallotCard {
  const say = useSay(words);
  return (option) => ({
    key: option.key,
    name: option.name ?? say(option.key === 'blank' ? 'common.blankVote' : 'common.emptyColumn'),
    number: option.number ?? undefined,
    photo: option.photo === null ? undefined : `/photos/${option.photo}`,
  });
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
  const cards = contest.options.map(useCardOf());
  const [chosen, setChosen] = useState<string | null>(null);
  const position = cards.findIndex((card) => card.key === chosen);
  return (
    <Step
      actions={
        <Button
          kind="primary"
          size="touch"
          disabledBecause={position < 0 ? say('booth.guide.choose') : undefined}
          onPress={() => onChosen(position)}
        >
          {say('common.next')}
        </Button>
      }
    >
      <div class="unseen">
        <StepHeading>{contest.title[language]}</StepHeading>
      </div>
      <CandidateGroup
        label={`${contest.title[language]}: ${say('booth.choose')}`}
        cards={cards}
        chosen={chosen}
        onChoose={setChosen}
      />
    </Step>
  );
}

export interface ReviewStepProps {
  readonly contests: readonly ContestView[];
  readonly answers: readonly number[];
  readonly busy: boolean;
  readonly onChange: () => void;
  readonly onConfirm: () => void;
}

/** The choice once more, before anything leaves the page. */
export function ReviewStep({ contests, answers, busy, onChange, onConfirm }: ReviewStepProps) {
  const say = useSay(words);
  const cardOf = useCardOf();
  const cards = contests.flatMap((contest, index) => {
    const option = contest.options[answers[index] ?? -1];
    return option === undefined ? [] : [cardOf(option)];
  });
  return (
    <Step
      actions={
        <>
          <Button size="touch" onPress={onChange}>
            {say('booth.review.change')}
          </Button>
          <Button kind="primary" size="touch" busy={busy} onPress={onConfirm}>
            {say('booth.review.confirm')}
          </Button>
        </>
      }
    >
      <StepHeading>{say('booth.review.heading')}</StepHeading>
      <FaceGroup cards={cards} />
    </Step>
  );
}
