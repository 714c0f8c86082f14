import { Button } from '@bilik/ui/button';
import { CandidateGroup } from '@bilik/ui/candidate-card';
import { Keypad } from '@bilik/ui/keypad';
import { LookSwitches } from '@bilik/ui/look-switches';
import { Page, StepHeading } from '@bilik/ui/page';
import { setScreenLook } from '@bilik/ui/screen';
import { Step } from '@bilik/ui/step';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ballotOf, type GalleryProps, PLACE, phrase } from './sample.ts';

function BoothPage({
  language,
  exercise,
  children,
}: GalleryProps & { readonly children: ComponentChildren }) {
  const [textSize, setTextSize] = useState<1 | 2 | 3>(1);
  const [isHigh, setHigh] = useState(false);
  return (
    <Page
      title="Bilik suara"
      place={PLACE}
      language={language}
      onLanguage={() => {}}
      exercise={exercise}
      tools={
        <LookSwitches
          textSize={textSize}
          onTextSize={(size) => {
            setTextSize(size);
            setScreenLook({ textSize: size });
          }}
          highContrast={isHigh}
          onHighContrast={(high) => {
            setHigh(high);
            setScreenLook({ contrast: high ? 'high' : 'normal' });
          }}
        />
      }
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
