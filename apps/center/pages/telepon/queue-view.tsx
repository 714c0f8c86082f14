import { Button, ButtonRow } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import { codeAnswer, codeLabel } from './code-label.ts';
import type { PageKept } from './offline/keep-page.ts';
import { type ItemState, type OutboxItem, refusedHere, waitingToSend } from './outbox/outbox.ts';
import type { KeptSheet } from './outbox/phone-store.ts';
import { QUEUE_FILE_LIMIT_BYTES, queueFile, readQueue } from './outbox/queue-file.ts';
import { usePhoneNames } from './phone-names.tsx';
import { words } from './phone-words.ts';
import { isTypedHere } from './sheet-form.tsx';

const LOOKS: Readonly<Record<ItemState, State>> = {
  phone: 'waiting',
  center: 'active',
  checked: 'good',
  refused: 'bad',
};

interface Taken {
  readonly count?: number;
  readonly error?: 'not-a-queue' | 'of-another';
}

/** The sheets of the village, and where everything is that was written on this phone. */
export function QueueView(props: {
  readonly sheets: readonly KeptSheet[];
  readonly items: readonly OutboxItem[];
  readonly language: Language;
  readonly onOpen: (place: string) => void;
  /** Opens the scanning of boards' codes. */
  readonly onScan: () => void;
  readonly onSend: () => Promise<void>;
  /** Takes in what was saved as a file. @returns how many were not here yet */
  readonly onTakeIn: (items: readonly OutboxItem[]) => Promise<number>;
  /** As whom things are written and sent here: who is signed in, or was last; null after they signed out. */
  readonly account: string | null;
  /** Whether the page opens without a network; undefined while that is not known. */
  readonly pageKept: PageKept | undefined;
}) {
  const { sheets, items, language, account, pageKept } = props;
  const { personText, placeText } = usePhoneNames();
  const [taken, setTaken] = useState<Taken>();
  const own = items.filter((item) => item.account === account);
  const awaited = sheets.filter(({ step }) => step === 'awaited' || step === 'first_entry');
  const waiting = waitingToSend(own);
  const refused = refusedHere(own);
  const here = waiting + refused;
  const takeIn = async (file: File) => {
    const read =
      file.size > QUEUE_FILE_LIMIT_BYTES
        ? ({ ok: false, error: 'not-a-queue' } as const)
        : readQueue(await file.text(), account);
    setTaken(read.ok ? { count: await props.onTakeIn(read.items) } : read);
  };
  const save = async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await queueFile(items, account ?? ''));
    link.download = 'antrean-bilik.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div class="stack">
      {account === null ? (
        <p>{words(language, 'phone.nobody')}</p>
      ) : (
        <>
          <p>{words(language, 'phone.writesAs', { name: personText(account) })}</p>
          <h2>{words(language, 'phone.sheets')}</h2>
          {awaited.length === 0 && (
            <p>{words(language, sheets.length === 0 ? 'phone.sheets.none' : 'phone.sheets.done')}</p>
          )}
          <ButtonRow>
            {awaited.map((sheet) => (
              <Button key={sheet.place} size="large" onPress={() => props.onOpen(sheet.place)}>
                {words(language, isTypedHere(sheet, own) ? 'phone.photo' : 'phone.type', {
                  place: placeText(sheet.place),
                })}
              </Button>
            ))}
            <Button size="large" onPress={props.onScan}>
              {words(language, 'phone.scan')}
            </Button>
          </ButtonRow>
        </>
      )}
      <OfOthers items={items} account={account} language={language} />
      {own.length > 0 && (
        <Notice
          state={here > 0 ? 'info' : 'good'}
          happened={
            here === 0
              ? own.length < items.length && account !== null
                ? words(language, 'phone.allSent.own', { name: personText(account) })
                : words(language, 'phone.allSent')
              : waiting > 0
                ? words(language, 'phone.waiting', { count: waiting })
                : words(language, 'phone.refusedHere', { count: refused })
          }
          toDo={
            waiting > 0 && refused > 0 ? words(language, 'phone.refusedHere', { count: refused }) : undefined
          }
        >
          {here > 0 && (
            <>
              <Button kind="primary" onPress={props.onSend}>
                {words(language, 'phone.send')}
              </Button>
              {account !== null && (
                <Button kind="quiet" onPress={save}>
                  {words(language, 'phone.export')}
                </Button>
              )}
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
            cell: (item) => (
              <>
                {item.kind === 'code'
                  ? codeLabel(language, item, placeText(item.place))
                  : words(language, `phone.queue.${item.kind}`, { place: placeText(item.place) })}
                {item.account !== account &&
                  ` · ${words(language, 'phone.queue.of', { name: personText(item.account) })}`}
              </>
            ),
          },
          {
            key: 'state',
            header: words(language, 'phone.queue.state'),
            cell: (item) => (
              <>
                <StateBadge state={LOOKS[item.state]} word={words(language, `phone.state.${item.state}`)} />{' '}
                {item.kind === 'code' ? codeAnswer(language, item) : item.refusal?.sentence?.[language]}
              </>
            ),
          },
        ]}
        rows={items.toSorted((left, right) => right.writtenAt - left.writtenAt)}
        keyOf={({ id }) => id}
        empty={words(language, 'phone.queue.none')}
        asLines
      />
      {account !== null && (
        <FileField
          label={words(language, 'phone.import')}
          hint={words(language, 'phone.import.hint')}
          accept="application/json,.json"
          onFile={(file) => void takeIn(file)}
          error={taken?.error === undefined ? undefined : words(language, `phone.import.${taken.error}`)}
        />
      )}
      {taken?.count !== undefined && (
        <Notice state="good" happened={words(language, 'phone.imported', { count: taken.count })} />
      )}
      {pageKept !== undefined && (
        <p>
          <StateBadge
            state={pageKept === 'kept' ? 'good' : 'warn'}
            word={words(language, `phone.page.badge.${pageKept}`)}
          />{' '}
          {words(language, `phone.page.${pageKept}`)}
        </p>
      )}
    </div>
  );
}

/** What other people wrote on this phone and the center has not: it goes out when they sign in here. */
function OfOthers(props: {
  readonly items: readonly OutboxItem[];
  readonly account: string | null;
  readonly language: Language;
}) {
  const { items, account, language } = props;
  const { personText } = usePhoneNames();
  const waiting = items.filter((item) => item.state === 'phone' && item.account !== account);
  const others = [...new Set(waiting.map((item) => item.account))];
  return (
    <>
      {others.map((other) => (
        <Notice
          key={other}
          state="info"
          happened={words(language, 'phone.ofOther', {
            name: personText(other),
            count: waiting.filter((item) => item.account === other).length,
          })}
          toDo={words(language, 'phone.ofOther.toDo', { name: personText(other) })}
        />
      ))}
    </>
  );
}
