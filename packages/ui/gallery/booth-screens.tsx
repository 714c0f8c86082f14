import { Button } from '@bilik/ui/button';
import { CandidateGroup } from '@bilik/ui/candidate-card';
import { HeadButton } from '@bilik/ui/head-button';
import { Keypad } from '@bilik/ui/keypad';
import { Page, StepHeading } from '@bilik/ui/page';
import { Step } from '@bilik/ui/step';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ballotOf, type GalleryProps, PLACE, phrase } from './sample.ts';

function BoothPage({
  language,
  exercise,
  children,
}: GalleryProps & { readonly children: ComponentChildren }) {
  return (
    <Page
      title="Bilik suara"
      place={PLACE}
      language={language}
      exercise={exercise}
      tools={<HeadButton onPress={() => {}}>{phrase(language, 'common.language')}</HeadButton>}
    >
      {children}
    </Page>
  );
}

/** Typing the code of a card. */
export function BoothCardScreen(props: GalleryProps) {
  const [code, setCode] = useState('1234567');
  return (
    <BoothPage {...props}>
      <Step>
        <Keypad
          label="Angka kartu"
          hint="24 angka, enam kelompok"
          value={code}
          onChange={setCode}
          length={24}
          lead={<StepHeading>Ketik angka di kartu Anda</StepHeading>}
        />
      </Step>
    </BoothPage>
  );
}

/** Choosing. */
export function BoothChoiceScreen(props: GalleryProps) {
  const [chosen, setChosen] = useState<string | null>('candidate-2');
  return (
    <BoothPage {...props}>
      <Step
        actions={
          <>
            <Button size="touch">{phrase(props.language, 'common.help')}</Button>
            <Button kind="primary" size="touch">
              {phrase(props.language, 'common.next')}
            </Button>
          </>
        }
      >
        <CandidateGroup
          label="Pilih satu"
          cards={ballotOf(props.cards, phrase(props.language, 'common.blankVote'))}
          chosen={chosen}
          onChoose={setChosen}
        />
      </Step>
    </BoothPage>
  );
}
