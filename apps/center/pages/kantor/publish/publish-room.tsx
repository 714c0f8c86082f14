import { Notice } from '@bilik/ui/notice';
import { type Language, standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { ElectionChooser, electionMeant } from '../election-choice.tsx';
import { type Elections, electionsSchema } from '../results/results-wire.ts';
import type { RoomProps } from '../rooms.ts';
import { DecideForm } from './decide-form.tsx';
import { type Shown, shownSchema, words } from './publish-wire.ts';
import { PublishedHistory } from './published-history.tsx';
import { PublishedNow } from './published-now.tsx';

const AGAIN_MS = 2000;

/** What the public sees of an election and what waits for it: `#/umumkan/ELECTION`. */
export function PublishRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const [elections, setElections] = useState<Elections>();
  useEffect(() => {
    void callAct('tabulation.elections', {}, electionsSchema).then((answer) => {
      if (answer.ok) setElections(answer.value);
    });
  }, []);
  const offered = elections?.filter(({ conduct }) => conduct === 'village-head');
  // the center publishes one election: what was published goes before what another room shows
  const published = offered?.find(({ isPublished }) => isPublished)?.id;
  const [named] = path;
  const election = named ?? (offered && electionMeant(offered, published)?.id);
  if (offered?.length === 0) return <Notice state="info" happened={words(language, 'publish.none')} />;
  if (election === undefined) return null;
  return (
    <>
      <ElectionChooser {...{ language, election }} offered={offered ?? []} onChoose={(id) => goTo(id)} />
      <OneElection key={election} {...{ me, language, election }} />
    </>
  );
}

function OneElection(props: {
  readonly me: RoomProps['me'];
  readonly language: Language;
  readonly election: string;
}) {
  const { me, language, election } = props;
  const [shown, setShown] = useState<Shown>();
  const load = async () => {
    const answer = await callAct('publish.show', { election }, shownSchema);
    if (answer.ok) setShown(answer.value);
  };
  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  if (shown === undefined) return null;
  return (
    <>
      <PublishedNow language={language} shown={shown} />
      {me.role === 'regency' && <DecideForm {...{ language, election, shown }} onDone={load} />}
      <PublishedHistory language={language} shown={shown} />
    </>
  );
}
