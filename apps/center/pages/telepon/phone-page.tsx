import { callApi } from '@bilik/ui/call';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words/language';
import { useEffect, useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../kantor/call-act.ts';
import { type Me, meSchema } from '../kantor/me.ts';
import { electionsSchema, listSchema, type SheetView, viewSchema } from '../kantor/sheets/sheets-wire.ts';
import { SignInScreen } from '../kantor/sign-in/sign-in-screen.tsx';
import { keepPage, type PageKept } from './offline/keep-page.ts';
import { readKnown, writeKnown } from './offline/known-before.ts';
import { type OutboxItem, refusedHere, waitingToSend } from './outbox/outbox.ts';
import { openPhoneStore, type PhoneStore } from './outbox/phone-store.ts';
import { type Outbox, openOutbox } from './outbox/run-outbox.ts';
import { sendItem } from './outbox/send-item.ts';
import { words } from './phone-words.ts';
import { QueueView } from './queue-view.tsx';
import { SheetForm } from './sheet-form.tsx';

const kindSchema = z.object({ kind: z.enum(['exercise', 'real']) });
const ownSchema = z.array(z.object({ sentAs: z.string(), step: z.string() }));

/** From 0 to below 1: spreads the phones' next tries. */
function anyPart(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}

/** The phone of a village committee: what is written goes into the queue first, and from there to the center. */
export function PhonePage() {
  const [language, setLanguage] = useState<Language>('id');
  const [known, setKnown] = useState(readKnown);
  const account = useRef(known.account);
  const [pageKept, setPageKept] = useState<PageKept>();
  const [me, setMe] = useState<Me | null>();
  const [store, setStore] = useState<PhoneStore | null>();
  const [outbox, setOutbox] = useState<Outbox>();
  const [items, setItems] = useState<readonly OutboxItem[]>([]);
  const [sheets, setSheets] = useState<readonly SheetView[]>([]);
  const [place, setPlace] = useState<string>();

  useEffect(() => {
    void keepPage().then(setPageKept);
  }, []);

  useEffect(() => {
    let opened: Outbox | undefined;
    const wake = () => void opened?.wake();
    openPhoneStore().then(
      async (phone) => {
        setStore(phone);
        setSheets(await phone.sheets());
        opened = openOutbox({
          account: () => account.current,
          ...{ store: phone, send: sendItem, now: Date.now, random: anyPart, onChange: setItems },
          after(milliseconds, call) {
            const timer = setTimeout(call, milliseconds);
            return () => clearTimeout(timer);
          },
          onSignedOut: () => setMe(null),
        });
        setOutbox(opened);
        addEventListener('online', wake);
        await opened.wake();
      },
      () => setStore(null),
    );
    return () => {
      removeEventListener('online', wake);
      opened?.stop();
    };
  }, []);

  const arrive = async (phone: PhoneStore) => {
    const kind = await callApi('/api/kind', {}, { value: kindSchema });
    const learn = (who: string | null) => {
      const exercise = kind.ok ? kind.value.kind === 'exercise' : known.exercise;
      account.current = who;
      setKnown({ account: who, exercise });
      writeKnown({ account: who, exercise });
    };
    if (kind.ok) learn(known.account);
    const answer = await callAct('accounts.me', {}, meSchema);
    // without a line nobody is asked to sign in: the queue does not need them yet
    if (!answer.ok) {
      if (answer.error.type === 'not-paired') setMe(null);
      return;
    }
    setMe(answer.value);
    learn(answer.value.account);
    await fetchSheets(phone);
    setSheets(await phone.sheets());
    await markChecked(phone);
    setItems(await phone.all());
  };
  useEffect(() => {
    if (store !== null && store !== undefined) void arrive(store);
  }, [store]);

  const sheet = sheets.find((candidate) => candidate.place === place);
  return (
    <Page
      title={words(language, 'phone.title')}
      place={me?.name}
      language={language}
      onLanguage={setLanguage}
      exercise={known.exercise}
      guide={words(language, 'phone.guide')}
      waitingToSend={waitingToSend(items) + refusedHere(items)}
    >
      {store === null && (
        <Notice
          state="bad"
          happened={words(language, 'phone.noStore')}
          toDo={words(language, 'phone.noStore.toDo')}
        />
      )}
      {me === null && store && (
        <>
          <Notice
            state="warn"
            happened={words(language, 'phone.signedOut')}
            toDo={words(language, 'phone.signedOut.toDo')}
          />
          <SignInScreen
            language={language}
            onSignedIn={async () => {
              await arrive(store);
              await outbox?.wake();
            }}
          />
        </>
      )}
      {outbox !== undefined && sheet !== undefined && known.account !== null && (
        <SheetForm
          key={sheet.place}
          account={known.account}
          sheet={sheet}
          language={language}
          onWritten={(item) => outbox.add(item)}
          onBack={() => setPlace(undefined)}
        />
      )}
      {outbox !== undefined && sheet === undefined && (
        <QueueView
          sheets={sheets}
          items={items}
          language={language}
          onOpen={setPlace}
          onSend={() => outbox.wake()}
          onTakeIn={(fresh) => outbox.takeIn(fresh)}
          account={known.account}
          pageKept={pageKept}
        />
      )}
    </Page>
  );
}

/** Every sheet of the committee's village, for when the line is gone. */
async function fetchSheets(phone: PhoneStore): Promise<void> {
  const elections = await callAct('sheets.elections', {}, electionsSchema);
  for (const { id: election } of elections.ok ? elections.value : []) {
    const list = await callAct('sheets.list', { election }, listSchema);
    for (const { place } of list.ok ? list.value.lines.slice(0, 40) : []) {
      const sheet = await callAct('sheets.open', { election, place }, viewSchema);
      if (sheet.ok) await phone.keepSheets([sheet.value]);
    }
  }
}

/** What became of the figures that the center has: two people agree on them, or not yet. */
async function markChecked(phone: PhoneStore): Promise<void> {
  const atCenter = (await phone.all()).filter(({ kind, state }) => kind === 'entry' && state === 'center');
  for (const election of new Set(atCenter.map((item) => item.election))) {
    const own = await callAct('sheets.my-entries', { election }, ownSchema);
    for (const { sentAs, step } of own.ok ? own.value : []) {
      const item = atCenter.find(({ id }) => id === sentAs);
      if (item !== undefined && step === 'definitive') await phone.put({ ...item, state: 'checked' });
    }
  }
}
