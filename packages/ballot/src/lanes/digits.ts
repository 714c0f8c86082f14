import { DIGIT_BITS, DIGITS, PAIR_BYTES } from './product-kernel.ts';

/** Which of the two numbers of a pair. */
export type Lane = 0 | 1;

/** Four digits of 51 bits are 51 hex digits: read and written in pieces of 13, 13, 13 and 12, which floats hold. */
const GROUP_DIGITS = 4;
const GROUPS = Math.ceil(DIGITS / GROUP_DIGITS);
const HEX_DIGITS = GROUPS * 51;
const BASE = 2 ** DIGIT_BITS;

/** Floats per pair of numbers. */
const PAIR_FLOATS = PAIR_BYTES / 8;

/**
 * Writes a number into one lane, digits 0..2^51−1.
 * @param number 0..2^2088−1
 */
export function writeDigits(floats: Float64Array, pair: number, lane: Lane, number: bigint): void {
  const hex = number.toString(16).padStart(HEX_DIGITS, '0');
  const base = pair * PAIR_FLOATS + lane;
  const put = (digit: number, value: number) => {
    if (digit < DIGITS) floats[base + 2 * digit] = value;
  };
  for (let group = 0; group < GROUPS; group += 1) {
    const end = HEX_DIGITS - group * 51;
    const piece = (from: number, to: number) => Number.parseInt(hex.slice(end - to, end - from), 16);
    const [first, second, third, fourth] = [piece(0, 13), piece(13, 26), piece(26, 39), piece(39, 51)];
    const digit = group * GROUP_DIGITS;
    put(digit, first % BASE);
    put(digit + 1, Math.floor(first / BASE) + (second % (BASE / 2)) * 2);
    put(digit + 2, Math.floor(second / (BASE / 2)) + (third % (BASE / 4)) * 4);
    put(digit + 3, Math.floor(third / (BASE / 4)) + fourth * 8);
  }
}

/** Writes a number with digits in ±2^50, as constants are needed. */
export function writeBalancedDigits(floats: Float64Array, pair: number, lane: Lane, number: bigint): void {
  let rest = number;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const value = digit === DIGITS - 1 ? rest : BigInt.asIntN(DIGIT_BITS, rest);
    floats[pair * PAIR_FLOATS + 2 * digit + lane] = Number(value);
    rest = (rest - value) >> BigInt(DIGIT_BITS);
  }
}

const READING = 2 ** 52;
const scratch = new Float64Array(1);
const scratchBytes = new Uint8Array(scratch.buffer);
const HEX_BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Hex of an integer below 2^52, in 13 digits. */
function hex13(value: number): string {
  scratch[0] = value + READING;
  const byte = (index: number) => HEX_BYTES[scratchBytes[index] ?? 0] ?? '';
  return (
    ((scratchBytes[6] ?? 0) & 15).toString(16) + byte(5) + byte(4) + byte(3) + byte(2) + byte(1) + byte(0)
  );
}

/**
 * Reads a number that was left by products, and adds the modulus to a negative one.
 * @param offset added digit by digit: the digits of the modulus, when the number is in −p..p
 * @returns the number plus the modulus, above 0
 */
export function readDigits(
  floats: Float64Array,
  pair: number,
  lane: Lane,
  offset: readonly number[],
): bigint {
  const base = pair * PAIR_FLOATS + lane;
  const digits = new Array<number>(GROUPS * GROUP_DIGITS).fill(0);
  let carry = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const sum = (floats[base + 2 * digit] ?? 0) + (offset[digit] ?? 0) + carry;
    carry = Math.floor(sum / BASE);
    digits[digit] = sum - carry * BASE;
  }
  let hex = '0x';
  for (let digit = digits.length - GROUP_DIGITS; digit >= 0; digit -= GROUP_DIGITS) {
    const first = digits[digit] ?? 0;
    const second = digits[digit + 1] ?? 0;
    const third = digits[digit + 2] ?? 0;
    const fourth = digits[digit + 3] ?? 0;
    hex += hex13(Math.floor(fourth / 8)).slice(1);
    hex += hex13(Math.floor(third / 4) + (fourth % 8) * (BASE / 4));
    hex += hex13(Math.floor(second / 2) + (third % 4) * (BASE / 2));
    hex += hex13(first + (second % 2) * BASE);
  }
  return BigInt(hex);
}
