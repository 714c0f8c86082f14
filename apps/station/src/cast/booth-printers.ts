import type { PrinterTrouble, PrinterWord } from '@bilik/devices/printer-trouble';

export interface PrinterInTrouble {
  readonly booth: number;
  readonly trouble: PrinterTrouble;
}

/**
 * What each booth last said of its printer, for the board. In this process's memory and nowhere else, without a time: kept, troubles
 * around casts could help to put casts in an order. A booth that asks about its case
 * hears this too, and says its word again where a restarted station lost it.
 */
export interface BoothPrinters {
  readonly of: (booth: number) => PrinterWord;
  /** @returns whether this is news */
  readonly hear: (booth: number, word: PrinterWord) => boolean;
  /** By the booths' numbers. */
  readonly inTrouble: () => readonly PrinterInTrouble[];
}

export function openBoothPrinters(): BoothPrinters {
  const troubles = new Map<number, PrinterTrouble>();
  const of = (booth: number): PrinterWord => troubles.get(booth) ?? 'none';
  return {
    of,
    hear(booth, word) {
      if (of(booth) === word) return false;
      if (word === 'none') troubles.delete(booth);
      else troubles.set(booth, word);
      return true;
    },
    inTrouble: () =>
      [...troubles]
        .map(([booth, trouble]) => ({ booth, trouble }))
        .sort((one, other) => one.booth - other.booth),
  };
}
