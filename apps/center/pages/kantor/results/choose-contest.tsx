import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { addressOf } from '../office-page.tsx';
import { type Elections, electionsSchema, words } from './results-wire.ts';

/** Which contest of which election; where there is one alone, its sums at once. */
export function ChooseContest(props: {
  readonly language: Language;
  /** Elections of the regency itself, or those that others conduct. */
  readonly conduct: Elections[number]['conduct'];
  readonly room: string;
  /** What is said where there is none. */
  readonly none: string;
  readonly show: (only: { readonly election: string; readonly contest: string }) => ComponentChildren;
}) {
  const { language, conduct, room, none, show } = props;
  const [elections, setElections] = useState<Elections>();
  useEffect(() => {
    void callAct('tabulation.elections', {}, electionsSchema).then((answer) => {
      if (answer.ok) setElections(answer.value);
    });
  }, []);
  if (elections === undefined) return null;
  const all = elections
    .filter((election) => election.conduct === conduct)
    .flatMap(({ id, title, contests }) => contests.map((contest) => ({ election: id, of: title, contest })));
  const [only, second] = all;
  if (only === undefined) return <Notice state="info" happened={none} />;
  if (second === undefined) return <>{show({ election: only.election, contest: only.contest.id })}</>;
  return (
    <nav aria-label={words(language, 'results.choose')}>
      <ul class="office__rooms">
        {all.map(({ election, of, contest }) => (
          <li key={`${election}/${contest.id}`}>
            <a class="office__room" href={addressOf([room, election, contest.id])}>
              <strong>{contest.title[language]}</strong>
              <span>{of[language]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
