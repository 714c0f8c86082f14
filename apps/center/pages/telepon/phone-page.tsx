import { Button } from '@bilik/ui/button';
import { callApi } from '@bilik/ui/call';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words/language';
import { useEffect, useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../kantor/call-act.ts';
import { type Me, meSchema, nothing } from '../kantor/me.ts';
import { namesSchema } from '../kantor/office-names.tsx';
import { electionsSchema, listSchema, viewSchema } from '../kantor/sheets/sheets-wire.ts';
import { SignInScreen } from '../kantor/sign-in/sign-in-screen.tsx';
import { keepPage, type PageKept } from './offline/keep-page.ts';
import { type KnownBefore, readKnown, writeKnown } from './offline/known-before.ts';
import { type OutboxItem, refusedHere, waitingToSend } from './outbox/outbox.ts';
import { type KeptSheet, openPhoneStore, type PhoneStore } from './outbox/phone-store.ts';
import { type Outbox, openOutbox } from './outbox/run-outbox.ts';
import { sendItem } from './outbox/send-item.ts';
import { PhoneNamesContext } from './phone-names.tsx';
import { words } from './phone-words.ts';
import { QueueView } from './queue-view.tsx';
import { ScanCodes } from './scan-codes.tsx';
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
  const [pageKept, setPageKept] = useState<PageKept>();
  const [me, setMe] = useState<Me | null>();
  const [store, setStore] = useState<PhoneStore | null>();
  const [outbox, setOutbox] = useState<Outbox>();
  const [items, setItems] = useState<readonly OutboxItem[]>([]);
  const [sheets, setSheets] = useState<readonly KeptSheet[]>([]);
  const [place, setPlace] = useState<string>();
  const [scans, setScans] = useState(false);
  const [stays, setStays] = useState(false);
  // the queue asks while it runs: whose items may go out now
  const sender = useRef(known.account);

  useEffect(() => {
    void keepPage().then(setPageKept);
  }, []);

  useEffect(() => {
    let opened: Outbox | undefined;
    const wake = () => void opened?.wake();
    openPhoneStore(known.account).then(
      async (phone) => {
        setStore(phone);
        setSheets(await phone.sheets());
        opened = openOutbox({
          ...{ store: phone, send: sendItem, now: Date.now, random: anyPart, onChange: setItems },
          account: () => sender.current,
          after(milliseconds, call) {
            const timer = setTimeout(call, milliseconds);
            return () => clearTimeout(timer);
          },
          // the session is over, or another person's: who it is, the center says
          onSignedOut: () => void arrive(phone).then((isOther) => (isOther ? opened?.wake() : undefined)),
        });
        setOutbox(opened);
        addEventListener('online', wake);
        const [isOther] = await Promise.all([arrive(phone), opened.wake()]);
        if (isOther) await opened.wake();
      },
      () => setStore(null),
    );
    return () => {
      removeEventListener('online', wake);
      opened?.stop();
    };
  }, []);

  /** @returns whether somebody is signed in whose items could not go out before */
  const arrive = async (phone: PhoneStore): Promise<boolean> => {
    const kind = await callApi('/api/kind', {}, { value: kindSchema });
    const before = readKnown();
    const learn = (learned: Partial<KnownBefore>) => {
      const exercise = kind.ok ? kind.value.kind === 'exercise' : before.exercise;
      const now = { ...before, exercise, ...learned };
      setKnown(now);
      writeKnown(now);
    };
    if (kind.ok) learn({});
    const answer = await callAct('accounts.me', {}, meSchema);
    // without a line nobody is asked to sign in: the queue does not need them yet
    if (!answer.ok) {
      if (answer.error.type === 'not-paired') {
        setMe(null);
        sender.current = null;
      }
      return false;
    }
    const { account, name } = answer.value;
    const isOther = sender.current !== account;
    sender.current = account;
    setMe(answer.value);
    const named = await callAct('set-up.names', {}, namesSchema);
    const villages = named.ok ? villageNames(named.value.areas) : before.villages;
    learn({ account, people: { ...before.people, [account]: name }, villages });
    await fetchSheets(phone);
    setSheets(await phone.sheets());
    await markChecked(phone, account);
    setItems(await phone.all());
    return isOther;
  };
  const signOut = async () => {
    const answer = await callAct('accounts.sign-out', {}, nothing);
    const isOut = answer.ok || answer.error.type === 'not-paired';
    setStays(!isOut);
    if (!isOut) return;
    sender.current = null;
    setMe(null);
    const after = { ...known, account: null };
    setKnown(after);
    writeKnown(after);
    setPlace(undefined);
    setScans(false);
  };
  const writer = known.account;
  const sheet = sheets.find((candidate) => candidate.place === place);
  return (
    <PhoneNamesContext.Provider value={known}>
      <Page
        title={words(language, 'phone.title')}
        place={me?.name ?? (writer === null ? undefined : (known.people[writer] ?? writer))}
        tools={
          me === null || me === undefined ? undefined : (
            <Button kind="quiet" onPress={signOut}>
              {words(language, 'phone.signOut')}
            </Button>
          )
        }
        language={language}
        onLanguage={setLanguage}
        exercise={known.exercise}
        guide={words(language, scans ? 'phone.scan.guide' : 'phone.guide')}
        waitingToSend={waitingToSend(items) + refusedHere(items)}
      >
        {store === null && (
          <Notice
            state="bad"
            happened={words(language, 'phone.noStore')}
            toDo={words(language, 'phone.noStore.toDo')}
          />
        )}
        {stays && (
          <Notice
            state="warn"
            happened={words(language, 'phone.signOut.failed')}
            toDo={words(language, 'phone.signOut.failed.toDo')}
          />
        )}
        {me === null && store && (
          <>
            <Notice
              state="warn"
              happened={words(language, writer === null ? 'phone.out' : 'phone.signedOut')}
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
        {outbox !== undefined && writer !== null && scans && (
          <ScanCodes
            account={writer}
            isExercise={known.exercise}
            items={items}
            language={language}
            onTaken={(item) => outbox.add(item)}
            onBack={() => setScans(false)}
          />
        )}
        {outbox !== undefined && writer !== null && sheet !== undefined && (
          <SheetForm
            key={`${writer} ${sheet.place}`}
            sheet={sheet}
            account={writer}
            own={items.filter((item) => item.account === writer)}
            language={language}
            onWritten={(item) => outbox.add(item)}
            onBack={() => setPlace(undefined)}
          />
        )}
        {outbox !== undefined && sheet === undefined && !scans && (
          <QueueView
            sheets={sheets}
            items={items}
            language={language}
            onOpen={setPlace}
            onScan={() => setScans(true)}
            onSend={async () => {
              // somebody may have signed in on another page of this browser
              if (store !== null && store !== undefined) await arrive(store);
              await outbox.wake();
            }}
            onTakeIn={(fresh) => outbox.takeIn(fresh)}
            account={writer}
            pageKept={pageKept}
          />
        )}
      </Page>
    </PhoneNamesContext.Provider>
  );
}

/** Village codes have thirteen characters; what stands above villages has no polling place. */
function villageNames(areas: readonly { readonly code: string; readonly name: string }[]) {
  return Object.fromEntries(
    areas.filter(({ code }) => code.length === 13).map(({ code, name }) => [code, name]),
  );
}

/** Every sheet of the committee's village, for when the line is gone. */
async function fetchSheets(phone: PhoneStore): Promise<void> {
  const elections = await callAct('sheets.elections', {}, electionsSchema);
  for (const { id: election } of elections.ok ? elections.value : []) {
    const list = await callAct('sheets.list', { election }, listSchema);
    for (const { place } of list.ok ? list.value.lines.slice(0, 40) : []) {
      const sheet = await callAct('sheets.open', { election, place }, viewSchema);
      if (sheet.ok) await phone.keepSheets([{ ...sheet.value, readAt: Date.now() }]);
    }
  }
}

/** What became of the figures that the center has: two people agree on them, or not yet. */
async function markChecked(phone: PhoneStore, account: string): Promise<void> {
  const atCenter = (await phone.all())
    .filter((item) => item.kind === 'entry')
    .filter((item) => item.state === 'center' && item.account === account);
  for (const election of new Set(atCenter.map((item) => item.election))) {
    const own = await callAct('sheets.my-entries', { election }, ownSchema);
    for (const { sentAs, step } of own.ok ? own.value : []) {
      const item = atCenter.find(({ id }) => id === sentAs);
      if (item !== undefined && step === 'definitive') await phone.put({ ...item, state: 'checked' });
    }
  }
}
