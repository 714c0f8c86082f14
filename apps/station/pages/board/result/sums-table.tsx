import { useLanguage } from '@bilik/ui/language';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import { formatNumber } from '@bilik/words/format';
import type { ContestOptions, RuleOutcome } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { optionName } from '../option-name.ts';

const VERDICT: Record<RuleOutcome['verdict'], State> = { holds: 'good', fails: 'bad', unknown: 'waiting' };

/** Every sum of the polling place, in words and figures, with its verdict. Nothing is left out and nothing is repaired. */
export function SumsTable({
  caption,
  sums,
  contests,
}: {
  readonly caption: string;
  readonly sums: readonly RuleOutcome[];
  readonly contests: readonly ContestOptions[];
}) {
  const say = useBoardWords();
  const language = useLanguage();
  const write = (value: number) => formatNumber(language, value);
  const nameOf = ({ contest, option }: RuleOutcome) => {
    const options = contests.find(({ id }) => id === contest)?.options;
    const found = options?.find(({ key }) => key === option);
    return found === undefined ? '' : `: ${optionName(found, say)}`;
  };
  return (
    <table class="table table--sums table--lines">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say('parts.sums.rule')}</th>
          <th scope="col" class="table__number">
            {say('parts.sums.figures')}
          </th>
          <th scope="col">{say('parts.sums.verdict')}</th>
        </tr>
      </thead>
      <tbody>
        {sums.map((sum) => {
          const { id, contest, option, sentence, relation, left, right, verdict } = sum;
          return (
            <tr key={`${id} ${contest} ${option}`}>
              <th scope="row">
                {sentence[language]}
                {nameOf(sum)}
              </th>
              <td class="table__number">
                {verdict === 'unknown' ? '–' : `${write(left)} ${signOf(relation, verdict)} ${write(right)}`}
              </td>
              <td>
                <StateBadge
                  state={verdict === 'fails' && sum.severity === 'slip' ? 'warn' : VERDICT[verdict]}
                  word={
                    verdict === 'holds'
                      ? say('parts.sums.same')
                      : verdict === 'unknown'
                        ? say('board.sums.unknown')
                        : say('parts.sums.differs', { difference: Math.abs(left - right) })
                  }
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function signOf(relation: RuleOutcome['relation'], verdict: RuleOutcome['verdict']): string {
  if (relation === 'equal') return verdict === 'holds' ? '=' : '≠';
  return verdict === 'holds' ? '≤' : '>';
}
