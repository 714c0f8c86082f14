import {
  GET_UID,
  type IdentityReader,
  type ReaderListener,
  type ReaderTrouble,
  readCardNumber,
  systemTimer,
  type Timer,
} from '@bilik/devices';

/** How long until the daemon is looked for again, in milliseconds: somebody plugs it in or starts it. */
const AGAIN_MS = 2_000;

export interface PcscReaderOptions {
  /** Part of the reader's name, where a machine has several; left out: any. */
  readonly name?: string | undefined;
  readonly onEvent: ReaderListener;
  readonly timer?: Timer;
}

type SmartcardPackage = typeof import('smartcard');

/** The package is compiled where a compiler was; elsewhere there is none, and the desk goes on without a reader. */
async function loadPackage(): Promise<SmartcardPackage | undefined> {
  try {
    return await import('smartcard');
  } catch {
    return undefined;
  }
}

/**
 * A card reader by PC/SC. It reads the number that the card says to everybody and nothing else: the chip of a KTP-el opens only to a SAM
 * of the civil registry, which no reader of ours has.
 */
export async function openPcscReader(options: PcscReaderOptions): Promise<IdentityReader> {
  const { name = '', onEvent, timer = systemTimer } = options;
  const trouble = (word: ReaderTrouble): void => onEvent({ type: 'trouble', trouble: word });
  const smartcard = await loadPackage();
  if (smartcard === undefined) {
    trouble('no-reader');
    return { close: async () => undefined };
  }
  let isClosed = false;
  let stop: () => void = () => undefined;
  let cancelAgain: () => void = () => undefined;

  const start = (): void => {
    const devices = new smartcard.Devices();
    const attached = new Set<string>();
    let isLost = false;
    const isOurs = (reader: string): boolean => reader.includes(name);
    const lose = (): void => {
      if (isLost || isClosed) return;
      isLost = true;
      devices.stop();
      trouble('no-reader');
      cancelAgain = timer.after(AGAIN_MS, start);
    };
    devices.on('reader-attached', (reader) => {
      if (!isOurs(reader.name)) return;
      attached.add(reader.name);
      onEvent({ type: 'ready' });
    });
    devices.on('reader-detached', (reader) => {
      if (attached.delete(reader.name)) trouble('no-reader');
    });
    devices.on('card-inserted', ({ reader, card }) => {
      if (!isOurs(reader.name)) return;
      card.transmit([...GET_UID]).then(
        (answer) => {
          const uid = readCardNumber(answer);
          if (uid.ok) onEvent({ type: 'read', read: { kind: 'number', uid: uid.value } });
          else trouble(uid.error);
        },
        () => trouble('card-gone'),
      );
    });
    devices.on('error', lose);
    stop = () => devices.stop();
    devices.start();
  };
  start();
  return {
    async close() {
      isClosed = true;
      cancelAgain();
      stop();
    },
  };
}
