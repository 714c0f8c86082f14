import { useLanguage } from '@bilik/ui/language';
import { formatNumber, formatPercent } from '@bilik/words/format';
import type { MinutesAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

/** One contest in ballot order, never by votes. Percentages are of the valid votes, computed here. */
export function ContestResult({
  contest,
  isSealed,
}: {
  readonly contest: MinutesAnswer['contests'][number];
  readonly isSealed: boolean;
}) {
  const say = useBoardWords();
  const language = useLanguage();
  const valid = contest.totals.find(({ key }) => key === 'valid')?.value ?? 0;
  const most = Math.max(1, ...contest.options.map(({ votes }) => votes));
  const hasSlips = contest.options.some(({ slips }) => slips !== null);
  return (
    <section class="sheet result">
      <h2 class="result__title">
        {contest.title[language]}
        {!isSealed && <span class="result__mark">{say('board.result.provisional')}</span>}
      </h2>
      <table class="result__table">
        <thead class="unseen">
          <tr>
            <th scope="col">{say('board.result.option')}</th>
            <th scope="col">{say('board.result.votes')}</th>
            <th scope="col">{say('board.result.share')}</th>
            {hasSlips && <th scope="col">{say('board.result.slips')}</th>}
          </tr>
        </thead>
        <tbody>
          {contest.options.map(({ key, label, votes, slips }) => (
            <tr key={key} class={key === 'blank' ? 'result__line result__line--blank' : 'result__line'}>
              <th scope="row" class="result__name">
                {label[language]}
                <span class="result__track" aria-hidden="true">
                  <span class="result__bar" style={{ width: `${(votes / most) * 100}%` }} />
                </span>
              </th>
              <td class="result__votes">{formatNumber(language, votes)}</td>
              <td class="result__share">{key === 'blank' ? '' : formatPercent(language, votes, valid)}</td>
              {hasSlips && (
                <td class="result__slips">
                  {slips === null ? '' : say('board.result.slipCount', { count: slips })}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <dl class="tally-row">
        {contest.totals.map(({ key, label, value }) => (
          <div class="tally-row__figure" key={key}>
            <dt>{label[language]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
