import { StateBadge } from '@bilik/ui/state-badge';
import type { ReaderStanding } from './desk-answers.ts';
import { useDeskWords } from './desk-words.ts';

/** What the card reader of this desk does; nothing at a desk that has none. */
export function ReaderLine({ reader }: { readonly reader: ReaderStanding }) {
  const say = useDeskWords();
  if (reader === 'none') return null;
  return (
    <div class="stack stack--tight">
      <StateBadge state={reader === 'ready' ? 'good' : 'warn'} word={say(`desk.reader.${reader}`)} />
      {reader !== 'ready' && <p class="soft small">{say('desk.reader.toDo')}</p>}
    </div>
  );
}
