import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import type { BoardAnswer, ContestOptions } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { optionName } from '../option-name.ts';

/** Where the test did not come out: which booth, which option, and what that says. */
export function Differences({
  last,
  contests,
}: {
  readonly last: NonNullable<BoardAnswer['logicTest']['last']>;
  readonly contests: readonly ContestOptions[];
}) {
  const say = useBoardWords();
  const language = useLanguage();
  return (
    <>
      <Notice
        state="bad"
        happened={say('logicTest.differed.happened')}
        notHappened={say('logicTest.differed.notHappened')}
        toDo={say('logicTest.differed.toDo')}
      />
      <ul>
        {last.differences.length === 0 && <li>{say('logicTest.total')}</li>}
        {last.differences.map(({ booth, contest: id, key, expected, counted, slips, fault }) => {
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
