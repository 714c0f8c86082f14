import {
  type Frozen,
  fail,
  lineSchema,
  type Result,
  slugSchema,
  succeed,
  villageCodeSchema,
} from '@bilik/election';
import { z } from 'zod';
import { type Refusal, refusal } from '../refusal.ts';

/** SHA-256 of the UTF-8 bytes of a text, in 64 lower-case hexadecimal digits. */
export type Sha256 = (text: string) => string;

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`), 'hex');

/** Dice that are thrown in the room, after all secrets are committed to. */
export const DICE = 6;
/** Most balls in the bag; a village has 2 to 5 candidates. */
const MOST_CANDIDATES = 5;
/** Values of one byte. */
const BYTE_VALUES = 256;

/** Who came, in the order of arrival, and the hash that binds the secret each one typed. */
export const arrivalSchema = z.strictObject({
  candidate: slugSchema,
  /** As it stands in the minutes: the candidate, or the one who holds the mandate. */
  drawnBy: lineSchema(200),
  commitment: hex(64),
});

/** What each one's commitment hid: the words they chose and the salt that the machine added so that nobody can guess them. */
export const revealSchema = z.strictObject({ candidate: slugSchema, words: lineSchema(80), salt: hex(32) });

/** The whole record of a draw: what anybody needs to compute it again. */
export const drawRecordSchema = z.strictObject({
  format: z.literal('bilik/v1/number-draw'),
  village: villageCodeSchema,
  arrivals: z.array(arrivalSchema).min(1).max(MOST_CANDIDATES),
  dice: z.array(z.int().min(1).max(6)).length(DICE),
  reveals: z.array(revealSchema).min(1).max(MOST_CANDIDATES),
  /** In the order of arrival. */
  numbers: z
    .array(z.strictObject({ candidate: slugSchema, number: z.int().min(1).max(MOST_CANDIDATES) }))
    .min(1)
    .max(MOST_CANDIDATES),
});
export type DrawRecord = Frozen<z.infer<typeof drawRecordSchema>>;
export type Arrival = DrawRecord['arrivals'][number];
export type Reveal = DrawRecord['reveals'][number];

/** Why a draw does not hold. `candidate` is the one whose words do not fit. */
export type DrawRefusal = Refusal<
  'arrival-twice' | 'reveal-missing' | 'commitment-broken' | 'numbers-differ'
> & { readonly candidate: string | null };

const BYTES = new TextEncoder();
const field = (text: string) => `${BYTES.encode(text).length}:${text}`;
const purposeText = (purpose: string, fields: readonly string[]) =>
  [`bilik/v1/${purpose}`, ...fields.map(field)].join('\n');

/** The hash that a person is bound to before the dice are thrown. */
export function drawCommitment(village: string, { candidate, words, salt }: Reveal, sha256: Sha256): string {
  return sha256(purposeText('draw-commitment', [village, candidate, words, salt]));
}

/**
 * Draws: in the order of arrival each one takes one ball out of the bag, which ball says the seed.
 * @param input.arrivals 1 to 5, candidates distinct
 * @param input.dice     six, each 1 to 6, thrown after all commitments were shown
 * @errors 'arrival-twice' · 'reveal-missing' · 'commitment-broken': nothing is drawn, the commitments are made anew
 */
export function drawNumbers(
  input: Pick<DrawRecord, 'village' | 'arrivals' | 'dice' | 'reveals'>,
  sha256: Sha256,
): Result<DrawRecord, DrawRefusal> {
  const { village, arrivals, dice, reveals } = input;
  const parts: string[] = [village];
  const seen = new Set<string>();
  for (const { candidate, commitment } of arrivals) {
    if (seen.has(candidate)) return fail(arrivalTwice(candidate));
    seen.add(candidate);
    const reveal = reveals.find((one) => one.candidate === candidate);
    if (reveal === undefined) return fail(revealMissing(candidate));
    if (drawCommitment(village, reveal, sha256) !== commitment) return fail(commitmentBroken(candidate));
    parts.push(candidate, commitment, reveal.words, reveal.salt);
  }
  const seed = sha256(purposeText('draw-seed', [...parts, dice.join('')]));
  const balls = ballOrder(seed, arrivals.length, sha256);
  return succeed({
    format: 'bilik/v1/number-draw',
    village,
    arrivals,
    dice,
    reveals: reveals.filter(({ candidate }) => seen.has(candidate)),
    numbers: arrivals.map(({ candidate }, position) => ({ candidate, number: balls[position] ?? 0 })),
  });
}

/** Computes a draw again from its record alone. @errors as `drawNumbers` · 'numbers-differ' when other numbers stand in it */
export function checkDraw(record: DrawRecord, sha256: Sha256): Result<null, DrawRefusal> {
  const again = drawNumbers(record, sha256);
  if (!again.ok) return again;
  const differs = again.value.numbers.find(
    ({ candidate, number }, position) =>
      record.numbers[position]?.candidate !== candidate || record.numbers[position]?.number !== number,
  );
  if (differs === undefined && record.numbers.length === again.value.numbers.length) return succeed(null);
  return fail({
    ...refusal(
      'numbers-differ',
      'Nomor dalam catatan undian bukan nomor yang keluar dari kata dan dadu yang tercatat. Undian ini tidak sah. Ulangi di depan umum.',
      'The numbers in the record are not those that its words and dice give. This draw does not hold. Repeat it in public.',
    ),
    candidate: differs?.candidate ?? null,
  });
}

/**
 * Balls 1 to `count` in the order in which they come out of the bag. Bytes of the hash stream choose among the balls that are left; a
 * byte that would favour the first ones is thrown away, so each is exactly as likely.
 * @param count 1 to 5
 */
export function ballOrder(seed: string, count: number, sha256: Sha256): readonly number[] {
  const bag = Array.from({ length: count }, (_, position) => position + 1);
  const drawn: number[] = [];
  for (let block = 0; bag.length > 0; block += 1) {
    const bytes = sha256(purposeText('draw-balls', [seed, String(block)])).match(/../g) ?? [];
    for (const byte of bytes) {
      const position = ballOfByte(Number.parseInt(byte, 16), bag.length);
      if (position === null) continue;
      drawn.push(...bag.splice(position, 1));
      if (bag.length === 0) break;
    }
  }
  return drawn;
}

/** Which of `left` balls a byte chooses, from 0; null: the byte is thrown away. */
export function ballOfByte(byte: number, left: number): number | null {
  const fair = BYTE_VALUES - (BYTE_VALUES % left);
  return byte < fair ? byte % left : null;
}

function arrivalTwice(candidate: string): DrawRefusal {
  return {
    ...refusal(
      'arrival-twice',
      'Seorang calon tercatat datang dua kali. Belum ada nomor yang diundi. Perbaiki urutan kedatangan.',
      'A candidate is noted as arriving twice. No number was drawn. Correct the order of arrival.',
    ),
    candidate,
  };
}

function revealMissing(candidate: string): DrawRefusal {
  return {
    ...refusal(
      'reveal-missing',
      'Kata rahasia seorang calon belum dibuka. Belum ada nomor yang diundi. Bila kata itu hilang, ulangi dari awal di depan umum.',
      'The secret words of a candidate are not revealed. No number was drawn. If they are lost, begin again in public.',
    ),
    candidate,
  };
}

function commitmentBroken(candidate: string): DrawRefusal {
  return {
    ...refusal(
      'commitment-broken',
      'Kata yang dibuka bukan kata yang dikunci sebelum dadu dilempar. Belum ada nomor yang diundi. Periksa ejaannya, atau ulangi dari awal di depan umum.',
      'The words that were revealed are not those that were bound before the dice. No number was drawn. Check the spelling, or begin again in public.',
    ),
    candidate,
  };
}
