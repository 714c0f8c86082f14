import { Button } from '@bilik/ui/button';
import { type BallotCard, CandidateGroup, FaceGroup } from '@bilik/ui/candidate-card';
import { useLanguage, useSay } from '@bilik/ui/language';
import { StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import { optionClip } from '@bilik/words/voice-keys';
import { useState } from 'preact/hooks';
import type { Photos } from './photos.ts';
import type { ContestView } from './wire.ts';
import { words } from './words.ts';

/** A transparent dot, where a candidate's photo could not be had: the empty figure is that of the blank vote. */
const NO_PHOTO = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

type OptionView = ContestView['options'][number];

function useCardOf(photos: Photos): (contest: ContestView, option: OptionView) => BallotCard {
  const say = useSay(words);
  return (contest, option) => ({
    key: option.key,
    voice: optionClip(contest.id, option.key),
    name: option.name ?? say(option.key === 'blank' ? 'common.blankVote' : 'common.emptyColumn'),
    number: option.number ?? undefined,
    photo: option.photo === null ? undefined : (photos.get(option.photo) ?? NO_PHOTO),
  });
}

/** One contest, one choice. */
export function ChoiceStep({
  contest,
  photos,
  onChosen,
}: {
  readonly contest: ContestView;
  readonly photos: Photos;
  readonly onChosen: (option: number) => void;
}) {
  const say = useSay(words);
  const language = useLanguage();
  const cardOf = useCardOf(photos);
  const cards = contest.options.map((option) => cardOf(contest, option));
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
  readonly photos: Photos;
  readonly answers: readonly number[];
  readonly busy: boolean;
  readonly onChange: () => void;
  readonly onConfirm: () => void;
}

/** The choice once more, before anything leaves the page. */
export function ReviewStep({ contests, photos, answers, busy, onChange, onConfirm }: ReviewStepProps) {
  const say = useSay(words);
  const cardOf = useCardOf(photos);
  const cards = contests.flatMap((contest, index) => {
    const option = contest.options[answers[index] ?? -1];
    return option === undefined ? [] : [cardOf(contest, option)];
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
