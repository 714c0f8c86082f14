import { phrasesOf } from '@bilik/words';
import { QUIET_MODULES, qrModules } from '../qr-code.ts';
import { type Bitmap, stackBitmaps } from '../raster/bitmap.ts';
import { Drawing } from '../raster/drawing.ts';
import { slipWords } from './phrases.ts';

/** Printable dots a row: 576 on 80 mm paper, 384 on 58 mm paper, at 8 dots a millimetre. */
export type SlipWidth = 576 | 384;

/** An exercise says LATIHAN on every paper; the logic and accuracy test says UJI, and UJI where SAH would stand. */
export type SlipKind = 'real' | 'exercise' | 'test' | 'exercise-test';

/** What slips are when booths serve a logic and accuracy test. */
export function testSlipKind(kind: 'real' | 'exercise'): SlipKind {
  return kind === 'exercise' ? 'exercise-test' : 'test';
}

const BANDS = {
  exercise: 'slip.exercise',
  test: 'slip.logicTest',
  'exercise-test': 'slip.logicTest.exercise',
} as const;

const isTest = (kind: SlipKind): boolean => kind === 'test' || kind === 'exercise-test';

/** Where a slip was printed. Never a voter, an order or a time. */
export interface SlipPlace {
  readonly electionTitle: string;
  readonly villageName: string;
  /** As printed, for instance `TPS 01 Melati`. */
  readonly pollingPlaceName: string;
  /** As printed, for instance `Bilik 2`. */
  readonly boothName: string;
  readonly kind: SlipKind;
  readonly widthDots: SlipWidth;
}

export interface ChoiceSlip extends SlipPlace {
  /** The candidate's number 1..99, or null for an option without one (blank vote, empty column). */
  readonly optionNumber: number | null;
  /** 1..200 characters, for instance a candidate's name or `Suara kosong`. */
  readonly optionLabel: string;
}

/** Rows of each slip, in dots; 8 dots = 1 mm. The same for both widths, every choice and both kinds. */
export const SLIP_HEIGHT = { choice: 896, mark: 256, tracker: 896, test: 1040 } as const;

const say = phrasesOf(slipWords);

const LONGEST_LABEL = 200;

/**
 * The choice, readable at arm's length. Every choice of one width has the same height and byte count; pictures differ
 * in nothing but number and name.
 * @throws RangeError for a label or number that no election allows
 */
export function renderChoiceSlip(slip: ChoiceSlip): Bitmap {
  const { optionNumber, optionLabel } = slip;
  if (optionLabel.trim() === '' || [...optionLabel].length > LONGEST_LABEL) {
    throw new RangeError(`an option has a label of 1 to ${LONGEST_LABEL} characters`);
  }
  if (optionNumber !== null && (!Number.isInteger(optionNumber) || optionNumber < 1 || optionNumber > 99)) {
    throw new RangeError('an option has a number from 1 to 99, or none');
  }
  const drawing = new Drawing(slip.widthDots, SLIP_HEIGHT.choice);
  drawHead(
    drawing,
    slip,
    say('id', 'slip.choice.title'),
    [slip.pollingPlaceName, slip.boothName].join(' · '),
  );
  drawing.text(say('id', 'slip.choice.heading'), { top: 262, height: 44 }, HEADING);
  if (optionNumber === null) drawEmptyBox(drawing, 330, 216);
  else {
    drawing.text(
      String(optionNumber),
      { top: 314, height: 248 },
      { weight: 800, largest: 340, smallest: 200, mostLines: 1, leading: 0.7 },
    );
  }
  drawing.text(
    optionLabel,
    { top: 576, height: 236 },
    { weight: 700, largest: 68, smallest: 20, mostLines: 11, leading: 1.12 },
  );
  drawing.rule(826, 3);
  const foot = isTest(slip.kind) ? 'slip.logicTest.meaning' : 'slip.choice.waiting';
  drawing.text(say('id', foot), { top: 836, height: 56 }, SMALL);
  return drawing.toBitmap();
}

/** The tail that makes a held slip count: white on black. As high as the BATAL mark. In a test it says UJI: no such slip ever counts. */
export function renderSahMark({ kind, widthDots }: Pick<SlipPlace, 'kind' | 'widthDots'>): Bitmap {
  const drawing = new Drawing(widthDots, SLIP_HEIGHT.mark);
  drawing.rectangle({ left: 0, top: 8, width: widthDots, height: 152 });
  const words = isTest(kind) ? 'slip.logicTest.mark' : 'slip.sah';
  drawing.text(say('id', words), { top: 8, height: 152 }, { ...MARK, paper: true });
  drawMarkFoot(drawing, say('id', isTest(kind) ? 'slip.logicTest.meaning' : 'slip.sah.meaning'), kind);
  return drawing.toBitmap();
}

/** The tail that makes a held slip void: black between stripes. As high as the SAH mark. */
export function renderBatalMark({ kind, widthDots }: Pick<SlipPlace, 'kind' | 'widthDots'>): Bitmap {
  const drawing = new Drawing(widthDots, SLIP_HEIGHT.mark);
  drawing.stripes(8, 22);
  drawing.text(say('id', 'slip.batal'), { top: 30, height: 108 }, { ...MARK, largest: 130 });
  drawing.stripes(138, 22);
  drawMarkFoot(drawing, say('id', 'slip.batal.meaning'), kind);
  return drawing.toBitmap();
}

/** What every tracker slip of a polling place says. It does not say which booth. */
export type TrackerPlace = Omit<SlipPlace, 'boothName'>;

const BALLOT_HASH = /^[A-Za-z0-9+/]{43}$/;

/** The rows of a tracker slip that differ from ballot to ballot. */
const TRACKER_ROWS = { from: 300, until: 746 } as const;

/**
 * What a voter takes home: the name of the ciphertext in the public record. Head and foot are drawn once, since the voter waits for the
 * rest.
 * @returns a slip for a ballot hash: 43 characters of base64, as in the record; throws a RangeError for anything else
 */
export function trackerSlips(place: TrackerPlace): (ballotHash: string) => Bitmap {
  const head = new Drawing(place.widthDots, TRACKER_ROWS.from);
  drawHead(head, place, say('id', 'slip.tracker.title'), place.pollingPlaceName);
  head.text(say('id', 'slip.tracker.heading'), { top: 258, height: 40 }, HEADING);
  const foot = new Drawing(place.widthDots, SLIP_HEIGHT.tracker - TRACKER_ROWS.until);
  foot.rule(2, 3);
  foot.text(say('id', 'slip.tracker.notProof'), { top: 10, height: 40 }, { ...SMALL, weight: 700 });
  foot.text(say('id', 'slip.tracker.keep'), { top: 50, height: 60 }, SMALL);
  foot.text(say('en', 'slip.tracker.notProof'), { top: 112, height: 32 }, { ...SMALL, largest: 22 });
  const headRows = head.toBitmap();
  const footRows = foot.toBitmap();
  return (ballotHash) => stackBitmaps([headRows, drawTracker(ballotHash, place.widthDots), footRows]);
}

function drawTracker(ballotHash: string, widthDots: SlipWidth): Bitmap {
  if (!BALLOT_HASH.test(ballotHash)) throw new RangeError('a ballot hash has 43 characters of base64');
  const drawing = new Drawing(widthDots, TRACKER_ROWS.until - TRACKER_ROWS.from);
  drawCode(drawing, ballotHash, 0, 290);
  const groups = ballotHash.match(/.{1,4}/g) ?? [];
  const isWide = widthDots === 576;
  const perLine = isWide ? 4 : 3;
  const columnWidth = isWide ? 140 : 126;
  for (let line = 0; line * perLine < groups.length; line += 1) {
    drawing.columns(groups.slice(line * perLine, (line + 1) * perLine), {
      middle: 318 + line * (isWide ? 48 : 36),
      left: (widthDots - perLine * columnWidth) / 2,
      columnWidth,
      size: isWide ? 38 : 32,
      weight: 600,
    });
  }
  return drawing.toBitmap();
}

const TEST_DIGITS = /^[0-9]{4}$/;

/** What the code of a test slip says: no card, no tracker, nothing that a desk would take. */
export function testSlipCode(digits: string | null): string {
  return digits === null ? 'BILIK-UJI' : `BILIK-UJI-${digits}`;
}

/**
 * For the self-test: shows whether all dots work, edges are cut off, and digits and a QR code can be read.
 * @param digits four digits, which whoever has this paper can type; null for a print that only shows how it prints
 * @throws RangeError for anything but four digits
 */
export function renderTestSlip(slip: SlipPlace, digits: string | null): Bitmap {
  if (digits !== null && !TEST_DIGITS.test(digits)) throw new RangeError('a test slip has four digits');
  const drawing = new Drawing(slip.widthDots, SLIP_HEIGHT.test);
  drawHead(drawing, slip, say('id', 'slip.test.title'), [slip.pollingPlaceName, slip.boothName].join(' · '));
  drawing.text(say('id', 'slip.test.heading'), { top: 256, height: 64 }, { ...HEADING, largest: 56 });
  drawing.text(
    say('id', digits === null ? 'slip.test.look' : 'slip.test.meaning'),
    { top: 322, height: 60 },
    SMALL,
  );
  if (digits !== null) {
    drawing.text(
      digits,
      { top: 392, height: 200 },
      { weight: 800, largest: 220, smallest: 120, mostLines: 1, leading: 0.7 },
    );
  }
  drawCode(drawing, testSlipCode(digits), 604, 300);
  for (let step = 0; step * 32 < slip.widthDots; step += 1) {
    drawing.rectangle({ left: step * 32, top: 930 + (step % 2) * 16, width: 32, height: 16 });
  }
  drawing.rectangle({ left: 0, top: 980, width: slip.widthDots, height: 30 });
  drawing.rectangle({ left: 4, top: 984, width: slip.widthDots - 8, height: 22 }, false);
  for (let left = 8; left < slip.widthDots - 8; left += 4) {
    drawing.rectangle({ left, top: 988, width: 2, height: 14 });
  }
  return drawing.toBitmap();
}

const HEADING = { weight: 700, largest: 36, smallest: 20, mostLines: 1 } as const;
const SMALL = { weight: 600, largest: 26, smallest: 18, mostLines: 3 } as const;
const MARK = { weight: 800, largest: 176, smallest: 80, mostLines: 1, leading: 0.7 } as const;

function drawHead(drawing: Drawing, slip: TrackerPlace, title: string, where: string): void {
  const isReal = slip.kind === 'real';
  drawing.rectangle({ left: 0, top: 0, width: drawing.width, height: 56 }, !isReal);
  if (isReal) drawing.rule(52, 4);
  drawing.text(
    slip.kind === 'real' ? title : say('id', BANDS[slip.kind]),
    { top: 2, height: 50 },
    { weight: 700, largest: 32, smallest: 18, mostLines: 1, paper: !isReal },
  );
  drawing.text(
    slip.electionTitle,
    { top: 62, height: 88 },
    { weight: 600, largest: 30, smallest: 11, mostLines: 7, leading: 1.1 },
  );
  drawing.text(
    say('id', 'slip.village', { village: slip.villageName }),
    { top: 152, height: 44 },
    { weight: 600, largest: 32, smallest: 11, mostLines: 3 },
  );
  drawing.text(where, { top: 196, height: 46 }, { weight: 700, largest: 38, smallest: 11, mostLines: 3 });
  drawing.rule(246, 4);
}

function drawMarkFoot(drawing: Drawing, meaning: string, kind: SlipKind): void {
  drawing.text(meaning, { top: 164, height: 56 }, { ...SMALL, weight: 700, largest: 28, mostLines: 2 });
  if (kind !== 'real') drawing.text(say('id', BANDS[kind]), { top: 220, height: 32 }, SMALL);
}

/** Where a candidate's number would stand: an empty box says "none of them" without a word. */
function drawEmptyBox(drawing: Drawing, top: number, side: number): void {
  const left = (drawing.width - side) / 2;
  drawing.rectangle({ left, top, width: side, height: side });
  drawing.rectangle({ left: left + 14, top: top + 14, width: side - 28, height: side - 28 }, false);
}

function drawCode(drawing: Drawing, text: string, top: number, side: number): void {
  const modules = qrModules(text);
  const room = Math.min(side, drawing.width);
  const scale = Math.floor(room / (modules.length + 2 * QUIET_MODULES));
  drawing.modules(modules, top + Math.floor((side - modules.length * scale) / 2), scale);
}
