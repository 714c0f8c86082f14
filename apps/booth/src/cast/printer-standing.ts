import type { Result } from '@bilik/devices';
import type { PaperWord, PrinterTrouble, PrinterWord } from '@bilik/devices/printer-trouble';
import type { StationClient } from '../station/station-client.ts';

/** What is known of the booth's printer between two jobs, and what of it the station is told. */
export interface PrinterStanding {
  readonly trouble: () => PrinterTrouble | null;
  /** How far the paper goes, as it was when the printer was asked last. */
  readonly paper: () => PaperWord;
  /** What the last job met; `null` when it was printed and cut. */
  readonly met: (trouble: PrinterTrouble | null) => void;
  /** People answered for the printer: nothing is known until it is asked itself. */
  readonly spokenFor: () => void;
  /** Nobody asked the printer itself yet: after a start, and after people spoke for it. */
  readonly isUnasked: () => boolean;
  /** The printer's own word, after it was told to leave an error whose cause is gone. */
  readonly look: () => Promise<PrinterTrouble | null>;
  /**
   * Tells the station what it does not know yet, as after its restart. Call at rest only, at the pace of the looks and after one: a trouble
   * that passes by itself is then never told, and no word goes out because a slip moved.
   */
  readonly tell: (known: { readonly printer: PrinterWord; readonly paper: PaperWord }) => Promise<void>;
}

export function openPrinterStanding(parts: {
  readonly printerReady: () => Promise<Result<PaperWord, PrinterTrouble>>;
  readonly station: Pick<StationClient, 'tellPrinter'>;
  readonly onChange: () => void;
}): PrinterStanding {
  let trouble: PrinterTrouble | null = null;
  let paper: PaperWord = 'enough';
  let isUnasked = true;
  /** A printer that was told to leave this error says it is ready: only a cut shows that the knife is free. */
  let isKnifeDoubtful = false;
  return {
    trouble: () => trouble,
    paper: () => paper,
    met(found) {
      trouble = found;
      if (found === null || found === 'cutter') isKnifeDoubtful = found === 'cutter';
    },
    spokenFor() {
      trouble = null;
      isUnasked = true;
    },
    isUnasked: () => isUnasked,
    async look() {
      const ready = await parts.printerReady();
      const found = ready.ok ? null : ready.error;
      isUnasked = false;
      const left = ready.ok ? ready.value : paper;
      if (found !== trouble || left !== paper) {
        trouble = found;
        paper = left;
        parts.onChange();
      }
      return found;
    },
    async tell(known) {
      const word = trouble ?? (isKnifeDoubtful ? 'cutter' : 'none');
      if (!isUnasked && (word !== known.printer || paper !== known.paper)) {
        await parts.station.tellPrinter(word, paper);
      }
    },
  };
}
