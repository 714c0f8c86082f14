import { asDevice } from '@bilik/ui/call';
import { useLanguage } from '@bilik/ui/language';
import { Shape } from '@bilik/ui/shape';
import { clockTime } from '../../common/clock-time.ts';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';

/** Every start in the middle of the day has its paper: printed, read aloud, kept with the minutes. */
export function RestartReports({ restarts }: Pick<BoardAnswer, 'restarts'>) {
  const say = useBoardWords();
  const language = useLanguage();
  if (restarts.length === 0) return null;
  return (
    <section class="sheet stack stack--tight">
      <h2>{say('board.restarts')}</h2>
      <p class="calm tone--warn">
        <Shape name="warn" />
        <span>{say('board.restarts.toDo')}</span>
      </p>
      <ol class="plain-list">
        {restarts.map(({ at, cause }, index) => (
          <li key={`${at} ${index}`}>
            <a
              href={asDevice(`/papers/laporan-mulai-ulang.pdf?nomor=${index + 1}`)}
              target="_blank"
              rel="noreferrer"
            >
              {say('board.restarts.report', { number: index + 1, at: clockTime(language, at) })}
            </a>
            {' · '}
            {say(`board.restarts.cause.${cause ?? 'unknown'}`)}
          </li>
        ))}
      </ol>
    </section>
  );
}
