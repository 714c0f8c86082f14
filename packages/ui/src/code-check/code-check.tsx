import {
  type CodeAnswer,
  type CodeKey,
  checkCode,
  readKeyCode,
  type SignedCode,
} from '@bilik/transfer/signed-code';
import { placeNumber } from '@bilik/words/format';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { CopyLine } from '../parts/copy-line.tsx';
import { CodeIntake } from './code-intake.tsx';
import { useCodeWords } from './code-words.ts';
import { Refused, Verdict } from './verdict.tsx';

export interface CodeCheckProps {
  /** Whose codes are believed now: the page names it in its frame. */
  readonly codeKey: CodeKey | undefined;
  readonly onKey: (key: CodeKey | undefined) => void;
  /** Whether scanning is the one main act of its page; left out: it is. */
  readonly isMain?: boolean;
  /** A code's text that the page came with: it stands in the field and is checked at once where its key is known. */
  readonly first?: string | undefined;
}

/** Checks codes of one polling place at a time: first its posted key, then any of its papers. Nothing is sent or kept. */
export function CodeCheck({ codeKey, onKey, isMain = true, first }: CodeCheckProps) {
  const [answer, setAnswer] = useState<CodeAnswer<SignedCode> | undefined>(() =>
    first === undefined || codeKey === undefined ? undefined : checkCode(first, codeKey),
  );
  const take = (text: string) => {
    if (codeKey !== undefined) {
      setAnswer(checkCode(text, codeKey));
      return;
    }
    const read = readKeyCode(text);
    if (read.ok) onKey(read.value);
    setAnswer(read.ok ? undefined : read);
  };
  return (
    <div class="stack code-check">
      {answer !== undefined && <Answer answer={answer} />}
      <CodeIntake onText={take} isMain={isMain} first={first} />
      {codeKey === undefined ? (
        <KeyMeans />
      ) : (
        <KeyInUse
          codeKey={codeKey}
          onOther={() => {
            onKey(undefined);
            setAnswer(undefined);
          }}
        />
      )}
    </div>
  );
}

/** Comes into sight above the camera that brought it. */
function Answer({ answer }: { readonly answer: CodeAnswer<SignedCode> }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'start' }), [answer]);
  return (
    <div ref={place} class="verdict">
      {answer.ok ? <Verdict code={answer.value} /> : <Refused problem={answer.error} />}
    </div>
  );
}

function KeyMeans() {
  const say = useCodeWords();
  return <p class="soft">{say('code.key.means')}</p>;
}

function KeyInUse({ codeKey, onOther }: { readonly codeKey: CodeKey; readonly onOther: () => void }) {
  const say = useCodeWords();
  const [village = '', number = ''] = codeKey.pollingPlace.split('-');
  return (
    <section class="stack" aria-label={say('code.key.heading')}>
      <h2>{say('code.key.known', { village, number: placeNumber(Number(number)) })}</h2>
      <p>{say('code.key.compare')}</p>
      <CopyLine label={say('code.key.election')} value={codeKey.electionFingerprint} groupSize={4} />
      <CopyLine label={say('code.key.signing')} value={codeKey.signingKey} groupSize={4} />
      <Button kind="quiet" onPress={onOther}>
        {say('code.key.other')}
      </Button>
    </section>
  );
}
