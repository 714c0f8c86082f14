import {
  type CodeAnswer,
  type CodeKey,
  checkCode,
  readKeyCode,
  type SignedCode,
} from '@bilik/transfer/signed-code';
import { Button } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CodeIntake } from './code-intake.tsx';
import { codePhrase, useCodeWords } from './code-words.ts';
import { Refused, Verdict } from './verdict.tsx';

/** Checks codes of one polling place at a time: first its posted key, then any of its papers. Nothing is sent or kept. */
export function VerifyCodePage() {
  const [language, setLanguage] = useState<Language>('id');
  const [key, setKey] = useState<CodeKey>();
  const [answer, setAnswer] = useState<CodeAnswer<SignedCode>>();
  const take = (text: string) => {
    if (key !== undefined) {
      setAnswer(checkCode(text, key));
      return;
    }
    const read = readKeyCode(text);
    if (read.ok) setKey(read.value);
    setAnswer(read.ok ? undefined : read);
  };
  return (
    <Page
      title={codePhrase(language, 'code.title')}
      language={language}
      onLanguage={setLanguage}
      exercise={key?.kind === 'exercise'}
      guide={codePhrase(language, key === undefined ? 'code.guide.key' : 'code.guide.paper')}
      foot={<span>{codePhrase(language, 'code.offline')}</span>}
    >
      <div class="stack verify-code">
        {answer !== undefined && <Answer answer={answer} />}
        <CodeIntake onText={take} />
        {key === undefined ? (
          <KeyMeans />
        ) : (
          <KeyInUse
            codeKey={key}
            onOther={() => {
              setKey(undefined);
              setAnswer(undefined);
            }}
          />
        )}
      </div>
    </Page>
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
  return (
    <section class="stack" aria-label={say('code.key.heading')}>
      <h2>{say('code.key.known', { place: codeKey.pollingPlace })}</h2>
      <p>{say('code.key.compare')}</p>
      <CopyLine label={say('code.key.election')} value={codeKey.electionFingerprint} groupSize={4} />
      <CopyLine label={say('code.key.signing')} value={codeKey.signingKey} groupSize={4} />
      <Button kind="quiet" onPress={onOther}>
        {say('code.key.other')}
      </Button>
    </section>
  );
}
