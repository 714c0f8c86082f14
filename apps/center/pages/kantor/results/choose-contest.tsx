import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { ElectionChooser, electionMeant } from '../election-choice.tsx';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { type Elections, electionsSchema, words } from './results-wire.ts';

/** Which contest of the election that is meant; where there is one alone, its sums at once. */
export function ChooseContest(props: {
  readonly language: Language;
  /** Elections of the regency itself, or those that others conduct. */
  readonly conduct: Elections[number]['conduct'];
  readonly room: string;
  /** Of the address. */
  readonly named: string | undefined;
  readonly goTo: RoomProps['goTo'];
  /** What is said where there is none. */
  readonly none: string;
  readonly show: (only: { readonly election: string; readonly contest: string }) => ComponentChildren;
}) {
  const { language, conduct, room, named, goTo, none, show } = props;
  const [elections, setElections] = useState<Elections>();
  useEffect(() => {
    void callAct('tabulation.elections', {}, electionsSchema).then((answer) => {
      if (answer.ok) setElections(answer.value);
    });
  }, []);
  if (elections === undefined) return null;
  const offered = elections.filter((election) => election.conduct === conduct);
  const meant = electionMeant(offered, named);
  if (meant === undefined) return <Notice state="info" happened={none} />;
  const { id: election, title, contests } = meant;
  const [only, second] = contests;
  return (
    <>
      <ElectionChooser {...{ language, offered, election }} onChoose={(id) => goTo(id)} />
      {only === undefined ? (
        <Notice state="info" happened={none} />
      ) : second === undefined ? (
        show({ election, contest: only.id })
      ) : (
        <nav aria-label={words(language, 'results.choose')}>
          <ul class="office__rooms">
            {contests.map((contest) => (
              <li key={`${election}/${contest.id}`}>
                <a class="office__room" href={addressOf([room, election, contest.id])}>
                  <strong>{contest.title[language]}</strong>
                  <span>{title[language]}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
