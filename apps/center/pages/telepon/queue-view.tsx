import { Button, ButtonRow } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { Notice } from '@bilik/ui/notice';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words/language';
import type { SheetView } from '../kantor/sheets/sheets-wire.ts';
import { type ItemState, type OutboxItem, onlyHere } from './outbox/outbox.ts';
import { queueFile } from './outbox/queue-file.ts';
import { words } from './phone-words.ts';

const LOOKS: Readonly<Record<ItemState, State>> = {
  phone: 'waiting',
  center: 'active',
  checked: 'good',
  refused: 'bad',
};

/** The sheets of the village, and where everything is that was written on this phone. */
export function QueueView(props: {
  readonly sheets: readonly SheetView[];
  readonly items: readonly OutboxItem[];
  readonly language: Language;
  readonly onOpen: (place: string) => void;
  readonly onSend: () => Promise<void>;
}) {
  const { sheets, items, language } = props;
  const here = onlyHere(items);
  const save = async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await queueFile(items));
    link.download = 'antrean-bilik.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div class="stack">
      <h2>{words(language, 'phone.sheets')}</h2>
      {sheets.length === 0 && <p>{words(language, 'phone.sheets.none')}</p>}
      <ButtonRow>
        {sheets.map(({ place }) => (
          <Button key={place} size="large" onPress={() => props.onOpen(place)}>
            {words(language, 'phone.type', { place })}
          </Button>
        ))}
      </ButtonRow>
      {items.length > 0 && (
        <Notice
          state={here > 0 ? 'info' : 'good'}
          happened={words(language, here > 0 ? 'phone.onlyHere' : 'phone.allSent', { count: here })}
        >
          {here > 0 && (
            <>
              <Button kind="primary" onPress={props.onSend}>
                {words(language, 'phone.send')}
              </Button>
              <Button kind="quiet" onPress={save}>
                {words(language, 'phone.export')}
              </Button>
            </>
          )}
        </Notice>
      )}
      <DataTable
        caption={words(language, 'phone.queue')}
        columns={[
          {
            key: 'item',
            header: words(language, 'phone.queue.item'),
            cell: ({ kind, place }) => words(language, `phone.queue.${kind}`, { place }),
          },
          {
            key: 'state',
            header: words(language, 'phone.queue.state'),
            cell: ({ state, refusal }) => (
              <>
                <StateBadge state={LOOKS[state]} word={words(language, `phone.state.${state}`)} />{' '}
                {refusal?.sentence?.[language]}
              </>
            ),
          },
        ]}
        rows={items.toSorted((left, right) => right.writtenAt - left.writtenAt)}
        keyOf={({ id }) => id}
        empty={words(language, 'phone.queue.none')}
        asLines
      />
    </div>
  );
}
