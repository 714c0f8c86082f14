import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import type { BoardAnswer, ContestOptions } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { optionName } from '../option-name.ts';

/** Where the test did not come out: which booth, which option, and what that says; one line for a booth that has only cards left over. */
export function Differences({
  last,
  script,
  contests,
}: {
  readonly last: NonNullable<BoardAnswer['logicTest']['last']>;
  /** Ballots of each booth's script. */
  readonly script: number;
  readonly contests: readonly ContestOptions[];
}) {
  const say = useBoardWords();
  const language = useLanguage();
  const { unused } = last;
  const others = last.differences.filter((one) => !unused.some(({ booth }) => booth === one.booth));
  const words = others.length === 0 && unused.length > 0 ? 'logicTest.unused' : 'logicTest.differed';
  return (
    <>
      <Notice
        state={words === 'logicTest.unused' ? 'warn' : 'bad'}
        happened={say(`${words}.happened`)}
        notHappened={say(`${words}.notHappened`)}
        toDo={say(`${words}.toDo`)}
      />
      <ul>
        {last.differences.length === 0 && <li>{say('logicTest.total')}</li>}
        {unused.map(({ booth, used }) => (
          <li key={booth}>{say('logicTest.unused.booth', { booth, used, script })}</li>
        ))}
        {others.map(({ booth, contest: id, key, expected, counted, slips, fault }) => {
          const contest = contests.find((one) => one.id === id);
          const option = contest?.options.find((one) => one.key === key);
          return (
            <li key={`${booth} ${id} ${key}`}>
              {say(`logicTest.fault.${fault}`, {
                booth,
                contest: contest?.title[language] ?? id,
                option: option === undefined ? key : optionName(option, say),
                expected,
                counted: counted ?? say('logicTest.unopened'),
                slips,
              })}
            </li>
          );
        })}
      </ul>
    </>
  );
}
