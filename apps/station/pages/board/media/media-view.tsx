import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { Shape } from '@bilik/ui/shape';
import { clockTime } from '../../common/clock-time.ts';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { MediaAct } from './media-act.tsx';

export interface MediaViewProps {
  readonly state: BoardAnswer;
  readonly onDone: () => void;
}

/** How the two media are, what two people can do, and every epoch of the day. */
export function MediaView({ state, onDone }: MediaViewProps) {
  const say = useBoardWords();
  const { media } = state;
  const mayReplace = media.state === 'one' || (media.state === 'paused' && media.medium === 'second');
  return (
    <div class="stack">
      <h2>{say('board.media.heading')}</h2>
      {media.state !== 'paused' && <p class="soft">{say('board.media.means')}</p>}
      <Standing state={state} />
      {mayReplace && <MediaAct act="put-in-new-medium" state={state} onDone={onDone} />}
      {mayReplace && media.state === 'paused' && (
        <MediaAct act="continue-on-one-medium" state={state} onDone={onDone} isSide />
      )}
      {media.state === 'paused' && (
        <details class="aside">
          <summary>{say('board.media.said')}</summary>
          <p lang="en">
            <code>{media.reason}</code>
          </p>
        </details>
      )}
      <Epochs state={state} />
    </div>
  );
}

function Standing({ state: { media, epochs } }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  const language = useLanguage();
  switch (media.state) {
    case 'two': {
      const [first = 1, second = 2] = media.media;
      return (
        <>
          <div class="sheet stack stack--tight">
            <p class="calm tone--good">
              <Shape name="check" />
              <span>{say('board.media.two')}</span>
            </p>
            <p>{say('board.media.numbers', { first, second })}</p>
            {epochs.length > 1 && <p>{say('board.media.label', { number: second, epoch: epochs.length })}</p>}
          </div>
          {media.isSlow && (
            <Notice state="warn" happened={say('board.media.slow')} toDo={say('board.media.slow.toDo')} />
          )}
          {media.shareDevice && (
            <Notice state="warn" happened={say('board.media.shared')} toDo={say('board.media.shared.toDo')} />
          )}
        </>
      );
    }
    case 'one':
      return (
        <Notice
          state="warn"
          happened={say('board.media.one', { time: clockTime(language, media.since) })}
          toDo={say('board.media.one.means')}
        />
      );
    case 'paused':
      // why stands above all views; here comes first what people can do
      return null;
  }
}

function Epochs({ state: { epochs, people } }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  const language = useLanguage();
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  return (
    <section class="sheet stack stack--tight">
      <h3>{say('board.media.epochs')}</h3>
      <ol class="plain-list stack stack--tight">
        {epochs.map(({ cause, media, at, confirmedBy }, index) => (
          <li key={`${cause} ${media.join()}`}>
            <strong>
              {say('board.media.epoch')} {index + 1}
            </strong>
            {' · '}
            {say(`board.media.cause.${cause}`)}
            {' · '}
            {say('board.media.epoch.media')} {media.join(' + ')}
            {at !== null && (
              <>
                {' · '}
                {say('board.media.epoch.at')} {clockTime(language, at)}
              </>
            )}
            {confirmedBy.length > 0 && (
              <>
                {' · '}
                {say('board.media.epoch.by')}: {confirmedBy.map(nameOf).join(', ')}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
