import { join } from 'node:path';
import type { PrintJob } from '@bilik/devices';
import type { PaperWord } from '@bilik/devices/printer-trouble';
import { openKeptLine } from '../kept-line.ts';

/** How much paper a booth has left, as it reckons. */
export interface PaperLeft {
  readonly millimetres: number;
  /** Voters for whom it suffices: tracker slip, choice and mark. */
  readonly voters: number;
  /** Voters whose choice was printed on this roll. */
  readonly slips: number;
}

/**
 * The booth's own reckoning of its roll, kept over restarts. A printer's sensor tells of the last metres only, and some have none; a
 * roll that ends under a slip costs a voter a card. Every job is taken off before it is printed, so a torn one counts whole.
 */
export interface PaperRoll {
  readonly left: () => PaperLeft;
  /** @param nearEnd what the printer's own sensor says */
  readonly word: (nearEnd: boolean) => PaperWord;
  /** A job is about to be printed. */
  readonly use: (job: PrintJob) => void;
  /** The printer says that there is none left, whatever was reckoned. */
  readonly ranOut: () => void;
  /** Somebody put in a roll of so many metres. */
  readonly changed: (metres: number) => void;
}

/** Voters left at which a new roll should be brought: an hour of a busy booth. */
export const LOW_VOTERS = 40;
/** Voters left at which the roll should be changed before the next one comes. */
export const NEARLY_OUT_VOTERS = 8;

const DOTS_PER_MILLIMETRE = 8;
/** What a cut moves beyond the last printed row: from the head past the knife, up to 15 mm on printers of this kind. */
const HEAD_TO_KNIFE_DOTS = 120;

/** Of paper that one job moves, rounded up. */
export function millimetresOf(job: PrintJob): number {
  const rows = job.rasters.reduce((sum, raster) => sum + raster.height, 0);
  const cut = job.cut === 'hold' ? 0 : HEAD_TO_KNIFE_DOTS;
  return Math.ceil((rows + job.feedDots + cut) / DOTS_PER_MILLIMETRE);
}

const lineOf = (millimetres: number, slips: number): string =>
  `${String(millimetres).padStart(7, '0')} ${String(slips).padStart(6, '0')}`;

/**
 * @param folder the booth's own root
 * @param metres of the roll that was put in when the booth was prepared
 * @param voter every job of one voter who casts
 */
export function openPaperRoll(folder: string, metres: number, voter: readonly PrintJob[]): PaperRoll {
  const line = openKeptLine(join(folder, 'paper-left'), /^[0-9]{7} [0-9]{6}$/, lineOf(metres * 1_000, 0));
  const voterMillimetres = voter.reduce((sum, job) => sum + millimetresOf(job), 0);
  let [millimetres = 0, slips = 0] = line.text.split(' ').map(Number);
  const keep = (): void => line.keep(lineOf(millimetres, slips));
  const voters = (): number => Math.floor(millimetres / voterMillimetres);
  return {
    left: () => ({ millimetres, voters: voters(), slips }),
    word(nearEnd) {
      if (voters() <= NEARLY_OUT_VOTERS) return 'nearly-out';
      return nearEnd || voters() <= LOW_VOTERS ? 'low' : 'enough';
    },
    use(job) {
      millimetres = Math.max(0, millimetres - millimetresOf(job));
      if (job.cut === 'hold') slips += 1;
      keep();
    },
    ranOut() {
      if (millimetres === 0) return;
      millimetres = 0;
      keep();
    },
    changed(fresh) {
      millimetres = fresh * 1_000;
      slips = 0;
      keep();
    },
  };
}
