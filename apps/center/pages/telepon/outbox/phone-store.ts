import type { SheetView } from '../../kantor/sheets/sheets-wire.ts';
import type { OutboxItem } from './outbox.ts';
import type { OutboxStore } from './run-outbox.ts';

const NAME = 'bilik-telepon';
/** 2: every item of the queue names who wrote it. */
const VERSION = 2;

/** A sheet as the center last showed it, and when that was; not known of what an older page kept. */
export type KeptSheet = SheetView & { readonly readAt?: number };

/** What a phone keeps over the day: the queue, and the sheets it may have to fill in without a network. */
export interface PhoneStore extends OutboxStore {
  readonly sheets: () => Promise<readonly KeptSheet[]>;
  readonly keepSheets: (sheets: readonly KeptSheet[]) => Promise<void>;
}

/**
 * Opens this browser's own database. Rejects where the browser has none: the page then says that nothing can be kept.
 * @param lastAccount who worked with this phone last: items of version 1 are theirs
 */
export async function openPhoneStore(lastAccount: string | null): Promise<PhoneStore> {
  const opening = indexedDB.open(NAME, VERSION);
  opening.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion === 0) {
      opening.result.createObjectStore('outbox', { keyPath: 'id' });
      opening.result.createObjectStore('sheets', { keyPath: 'place' });
      return;
    }
    const walking = opening.transaction?.objectStore('outbox').openCursor();
    if (walking === undefined) return;
    walking.onsuccess = () => {
      const item = walking.result;
      item?.update({ account: lastAccount ?? '', ...item.value });
      item?.continue();
    };
  };
  const database = await done(opening);
  // asks the browser not to clear it when space is short; a refusal changes nothing
  await navigator.storage?.persist?.().catch(() => false);
  const store = (name: 'outbox' | 'sheets', mode: IDBTransactionMode) =>
    database.transaction(name, mode, { durability: 'strict' });
  return {
    all: () => done(store('outbox', 'readonly').objectStore('outbox').getAll() as IDBRequest<OutboxItem[]>),
    async put(item) {
      const transaction = store('outbox', 'readwrite');
      transaction.objectStore('outbox').put(item);
      await finished(transaction);
    },
    sheets: () => done(store('sheets', 'readonly').objectStore('sheets').getAll() as IDBRequest<KeptSheet[]>),
    async keepSheets(sheets) {
      const transaction = store('sheets', 'readwrite');
      for (const sheet of sheets) transaction.objectStore('sheets').put(sheet);
      await finished(transaction);
    },
  };
}

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('this browser keeps nothing'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('this browser keeps nothing'));
  });
}
