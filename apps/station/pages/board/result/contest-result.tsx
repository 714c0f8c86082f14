import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { formatNumber, formatPercent } from '@bilik/words/format';
import type { MinutesAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { contestShares } from './contest-shares.ts';

/**
 * One contest in ballot order, never by votes: figures, and shares and bars of all valid votes. The blank vote stands below a rule
 * with its number alone.
 */
export function ContestResult({
  contest,
  isSealed,
}: {
  readonly contest: MinutesAnswer['contests'][number];
  readonly isSealed: boolean;
}) {
  const say = useBoardWords();
  const language = useLanguage();
  const { valid, barPercent, tied } = contestShares(contest);
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
                <span class="result__option">
                  <span>{label[language]}</span>
                  {key === 'blank' ? (
                    <span class="result__not-valid">{say('board.result.blankMeans')}</span>
                  ) : (
                    <span class="result__track" aria-hidden="true">
                      <span class="result__bar" style={{ width: `${barPercent(votes)}%` }} />
                    </span>
                  )}
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
      {tied.length > 0 && (
        <Notice
          state="info"
          happened={say('board.result.tied', {
            names: tied.map(({ label }) => label[language]).join(' · '),
            votes: tied[0]?.votes ?? 0,
          })}
          toDo={say('board.result.tied.toDo')}
        />
      )}
      {valid > 0 && <p class="soft">{say('board.result.bars', { count: valid })}</p>}
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
