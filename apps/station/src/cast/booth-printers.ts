import type { PaperWord, PrinterTrouble, PrinterWord } from '@bilik/devices/printer-trouble';

export interface PrinterInTrouble {
  readonly booth: number;
  readonly trouble: PrinterTrouble;
}

export interface PaperRunningLow {
  readonly booth: number;
  readonly paper: Exclude<PaperWord, 'enough'>;
}

/**
 * What each booth last said of its printer and paper, for the board. In this process's memory and nowhere else, without a time: kept, troubles
 * around casts could help to put casts in an order. A booth that asks about its case
 * hears this too, and says its word again where a restarted station lost it.
 */
export interface BoothPrinters {
  readonly of: (booth: number) => { readonly printer: PrinterWord; readonly paper: PaperWord };
  /** @returns whether this is news */
  readonly hear: (booth: number, word: PrinterWord, paper: PaperWord) => boolean;
  /** By the booths' numbers. */
  readonly inTrouble: () => readonly PrinterInTrouble[];
  /** By the booths' numbers. */
  readonly runningLow: () => readonly PaperRunningLow[];
}

export function openBoothPrinters(): BoothPrinters {
  const troubles = new Map<number, PrinterTrouble>();
  const low = new Map<number, PaperRunningLow['paper']>();
  const of = (booth: number) => ({
    printer: troubles.get(booth) ?? ('none' as const),
    paper: low.get(booth) ?? ('enough' as const),
  });
  const byBooth = (one: { readonly booth: number }, other: { readonly booth: number }): number =>
    one.booth - other.booth;
  return {
    of,
    hear(booth, word, paper) {
      const known = of(booth);
      if (known.printer === word && known.paper === paper) return false;
      if (word === 'none') troubles.delete(booth);
      else troubles.set(booth, word);
      if (paper === 'enough') low.delete(booth);
      else low.set(booth, paper);
      return true;
    },
    inTrouble: () => [...troubles].map(([booth, trouble]) => ({ booth, trouble })).sort(byBooth),
    runningLow: () => [...low].map(([booth, paper]) => ({ booth, paper })).sort(byBooth),
  };
}
