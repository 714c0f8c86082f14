import { Notice } from '@bilik/ui/notice';
import { type Language, standardLanguage } from '@bilik/words/language';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { ElectionChooser, electionMeant } from '../election-choice.tsx';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { HistoryScreen } from './history-screen.tsx';
import { type Elections, electionsSchema, words } from './results-wire.ts';
import type { SumsQuestion } from './use-sums.ts';

/** Sums of one contest in one area, as a room shows them. */
export interface ContestArea extends SumsQuestion {
  readonly language: Language;
  readonly me: RoomProps['me'];
}

interface ContestRoomProps extends RoomProps {
  /** In the address: `#/ROOM/ELECTION/CONTEST/AREA/PLACE`. */
  readonly room: string;
  /** Elections of the regency itself, or those that others conduct. */
  readonly conduct: Elections[number]['conduct'];
  /** What is said where there is none. */
  readonly none: 'results.none' | 'results.own.none';
  readonly sums: ComponentType<ContestArea>;
}

/** A room of sums: the contest that is meant, its areas one in another, and behind a polling place all of its versions. */
export function ContestRoom(props: ContestRoomProps) {
  const { me, language: code, path, room, sums: Sums } = props;
  const language = standardLanguage(code);
  const [election, contest, area = me.area, place] = path;
  if (election === undefined || contest === undefined) return <ChooseContest {...props} />;
  if (place !== undefined) {
    return (
      <HistoryScreen
        key={place}
        {...{ language, election, contest, place }}
        back={[room, election, contest, area]}
      />
    );
  }
  return <Sums key={`${election}/${contest}/${area}`} {...{ language, me, election, contest, area }} />;
}

/** Which contest of the election that is meant; where there is one alone, its sums at once. */
function ChooseContest({
  me,
  language: code,
  path,
  goTo,
  room,
  conduct,
  none,
  sums: Sums,
}: ContestRoomProps) {
  const language = standardLanguage(code);
  const [named] = path;
  const [elections, setElections] = useState<Elections>();
  useEffect(() => {
    void callAct('tabulation.elections', {}, electionsSchema).then((answer) => {
      if (answer.ok) setElections(answer.value);
    });
  }, []);
  if (elections === undefined) return null;
  const offered = elections.filter((election) => election.conduct === conduct);
  const meant = electionMeant(offered, named);
  if (meant === undefined) return <Notice state="info" happened={words(language, none)} />;
  const { id: election, title, contests } = meant;
  const [only, second] = contests;
  return (
    <>
      <ElectionChooser {...{ language, offered, election }} onChoose={(id) => goTo(id)} />
      {only === undefined ? (
        <Notice state="info" happened={words(language, none)} />
      ) : second === undefined ? (
        <Sums key={election} {...{ language, me, election }} contest={only.id} area={me.area} />
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
