import { Notice } from '@bilik/ui/notice';
import { standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { electionsSchema } from '../results/results-wire.ts';
import type { RoomProps } from '../rooms.ts';
import { DecideForm } from './decide-form.tsx';
import { type Shown, shownSchema, words } from './publish-wire.ts';
import { PublishedHistory } from './published-history.tsx';
import { PublishedNow } from './published-now.tsx';

const AGAIN_MS = 2000;

/** What the public sees of an election and what waits for it: `#/umumkan/ELECTION`. */
export function PublishRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const [election] = path;
  const [shown, setShown] = useState<Shown>();
  const [hasNone, setHasNone] = useState(false);
  const load = async () => {
    if (election === undefined) return;
    const answer = await callAct('publish.show', { election }, shownSchema);
    if (answer.ok) setShown(answer.value);
  };
  useEffect(() => {
    if (election === undefined) {
      void callAct('tabulation.elections', {}, electionsSchema).then((answer) => {
        if (!answer.ok) return;
        const first = answer.value.find(({ conduct }) => conduct === 'village-head');
        if (first === undefined) setHasNone(true);
        else goTo(first.id);
      });
      return undefined;
    }
    void load();
    const timer = setInterval(() => void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [election]);
  if (hasNone) return <Notice state="info" happened={words(language, 'publish.none')} />;
  if (election === undefined || shown === undefined) return null;
  return (
    <>
      <PublishedNow language={language} shown={shown} />
      {me.role === 'regency' && <DecideForm {...{ language, election, shown }} onDone={load} />}
      <PublishedHistory language={language} shown={shown} />
    </>
  );
}
