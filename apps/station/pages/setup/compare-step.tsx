import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import type { Language } from '@bilik/words';
import { useEffect, useState } from 'preact/hooks';
import { RefusedNotice } from './refused-notice.tsx';
import { type ListedPackage, type SetupError, tellGoOn, tellSetup } from './setup-answers.ts';
import { useSetupWords } from './setup-words.ts';

const LOOK_AGAIN_MS = 1_000;

function FingerprintWords({ chosen }: { readonly chosen: ListedPackage }) {
  const say = useSetupWords();
  return (
    <>
      <ol class="fingerprint-words" aria-label={say('setup.compare.words')}>
        {chosen.words.map((word, index) => (
          <li key={index}>{word}</li>
        ))}
      </ol>
      <p class="soft small hex-groups">
        {say('setup.compare.hex')}: {chosen.hexGroups.join(' ')}
      </p>
    </>
  );
}

/** The one moment at which people, not machines, say that this is the regency's package. */
export function CompareStep(props: {
  readonly chosen: ListedPackage;
  readonly passphrase: string;
  readonly language: Language;
  readonly onBack: () => Promise<void>;
  readonly onDiffers: () => void;
  readonly onLoaded: () => void;
}) {
  const { chosen, passphrase, language } = props;
  const say = useSetupWords();
  const [error, setError] = useState<SetupError>();
  const load = async () => {
    const answer = await tellSetup('load', chosen.fingerprint, passphrase);
    if (answer.ok) props.onLoaded();
    else setError(answer.error);
  };
  return (
    <div class="stack">
      <StepHeading>{say('setup.compare.question')}</StepHeading>
      <FingerprintWords chosen={chosen} />
      {error !== undefined && <RefusedNotice error={error} language={language} />}
      <div class="button-row">
        {error === undefined || error.type !== 'refused' ? (
          <>
            <Button kind="primary" size="large" onPress={load}>
              {say('setup.compare.same')}
            </Button>
            <Button size="large" onPress={props.onDiffers}>
              {say('setup.compare.differs')}
            </Button>
          </>
        ) : (
          <Button kind="primary" size="large" onPress={props.onBack}>
            {say('setup.back')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Words that are not those on the wall: nothing was loaded, and the medium is evidence. */
export function DiffersStep(props: { readonly chosen: ListedPackage; readonly onBack: () => Promise<void> }) {
  const say = useSetupWords();
  return (
    <div class="stack">
      <Notice
        state="bad"
        happened={say('setup.differs.happened')}
        notHappened={say('setup.differs.notHappened')}
        toDo={say('setup.differs.toDo')}
      />
      <FingerprintWords chosen={props.chosen} />
      <div class="button-row">
        <Button size="large" onPress={props.onBack}>
          {say('setup.back')}
        </Button>
      </div>
    </div>
  );
}

/**
 * Lets the setup's door close. Where the board is on this page's own origin, goes there as soon as the station has opened its door; where the
 * station speaks HTTPS, and after a takeover, people go when they are ready: the station serves booths and desks meanwhile.
 */
export function DoneStep({ hasTakenOver }: { readonly hasTakenOver: boolean }) {
  const say = useSetupWords();
  const [board, setBoard] = useState<string>();
  const goesBySelf = (address: string) => !hasTakenOver && new URL(address).origin === location.origin;
  useEffect(() => {
    let look: ReturnType<typeof setInterval> | undefined;
    void tellGoOn().then((answer) => {
      if (!answer.ok) return;
      const { board: address } = answer.value;
      setBoard(address);
      if (!goesBySelf(address)) return;
      look = setInterval(() => {
        fetch(address, { cache: 'no-store' }).then(
          (page) => page.ok && location.assign(address),
          () => undefined,
        );
      }, LOOK_AGAIN_MS);
    });
    return () => clearInterval(look);
  }, []);
  return (
    <div class="stack">
      {hasTakenOver ? (
        <Notice state="good" happened={say('setup.takeOver.done')} toDo={say('setup.takeOver.oldLaptop')} />
      ) : (
        <Notice state="good" happened={say('setup.done.happened')} toDo={say('setup.done.next')} />
      )}
      {board !== undefined && (
        <p>
          <a class={goesBySelf(board) ? undefined : 'button button--primary'} href={board}>
            {say(hasTakenOver ? 'setup.takeOver.board' : 'setup.done.board')}
          </a>
        </p>
      )}
    </div>
  );
}
