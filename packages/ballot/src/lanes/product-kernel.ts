import { assembleModule, type Code, op } from './wasm-module.ts';

/**
 * Montgomery products of 2048-bit numbers, two at once, in 64-bit floating point with fused multiply-add.
 *
 * A number is Σ d_k·2^(51k), k = 0..40, each digit d_k an integer in a float64; two numbers lie side by side in the two
 * lanes of 41 16-byte words. `product(to, x, y)` leaves x·y·2^−2091 mod p, up to a multiple of p, at `to`.
 *
 * Exactness. Let |x_j| ≤ 2^51 and |y_i|, |p_j|, |m_i| ≤ 2^50 (what `product` leaves has digits in ±2^50; freshly loaded
 * numbers have digits below 2^51 and come in as x only). With C = 1.5·2^103, whose unit in the last place is 2^51,
 *   h = fma(x_j, y_i, C) = C + H·2^51 and g = fma(p_j, m_i, h) = C + G·2^51 stay between 2^103 and 2^104, since
 *   |x_j·y_i| + |p_j·m_i| ≤ 2^101 + 2^100 < 2^102; so H and G are integers and can be read off the bits;
 *   l = fma(x_j, y_i, (C + E) − h) = x_j·y_i − H·2^51 + E with E = 1.5·2^52, and e = fma(p_j, m_i, h − g) =
 *   p_j·m_i − (G−H)·2^51 are exact, |l − E| ≤ 2^50 and |e| ≤ 2^50, so l + e is an exact integer in [2^52, 2^53].
 * x_j·y_i + p_j·m_i = (l + e − E) + G·2^51: the first part is added at place i+j, G at place i+j+1, both as the bits of
 * the floats. What the bits hold beside the integers (those of E and C) is known for every place and is taken off in
 * the starting value, `startBits`. A place receives at most 41 such pairs, less than 2^59 in all; 2^62 is added so that
 * the logical shift that carries to the next place is right for negative sums too.
 *
 * Size. |result| ≤ |x·y|/2^2091 + p/2 + 1 < p for |x|, |y| < 2^2060: results may be multiplied again without end.
 */
export const DIGITS = 41;
export const DIGIT_BITS = 51;
/** Bytes of a pair of numbers. */
export const PAIR_BYTES = DIGITS * 16;

/** Where the kernel's constants lie in its memory, in bytes. */
export const LAYOUT = {
  modulus: 0,
  /** −1/p mod 2^51, balanced. */
  inverse: 1024,
  start: 2048,
  /** The places being summed. */
  sums: 4096,
  /** First byte for numbers. */
  free: 8192,
} as const;

const LARGE = 1.5 * 2 ** 103;
const SMALL = 1.5 * 2 ** 52;
/** Adding it to an integer in 0..2^52−1 puts that integer into the low bits. */
const READING = 2 ** 52;
const DIGIT_MASK = 2n ** BigInt(DIGIT_BITS) - 1n;
const SHIFT_BIAS = 2n ** 62n;
/** What the bias brings into the next place. */
const CARRIED_BIAS = SHIFT_BIAS >> BigInt(DIGIT_BITS);

function bitsOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

/** Starting value of each of the 82 places, 64 bits. */
export function startBits(): bigint[] {
  return Array.from({ length: 2 * DIGITS }, (_, place) => {
    // Pairs (i, j) with i + j = place, and with i + j + 1 = place; before a place is carried from, all of them came.
    const low = place < DIGITS ? place + 1 : 2 * DIGITS - 1 - place;
    const high = place < DIGITS ? place : 2 * DIGITS - place;
    const taken = BigInt(low) * bitsOf(SMALL) + BigInt(high) * bitsOf(LARGE);
    const carried = place === 0 ? 0n : CARRIED_BIAS;
    // The upper half is made into digits of ±2^50: half a digit is added before and taken off after the cut.
    const half = place < DIGITS ? 0n : 2n ** BigInt(DIGIT_BITS - 1);
    return BigInt.asUintN(64, SHIFT_BIAS + half - carried - taken);
  });
}

const PARAMETERS = ['to', 'x', 'y'] as const;
const VECTORS = [
  ...['c', 'ce', 'y0', 'm0', 'g0', 'y1', 'm1', 'g1', 'carry', 'sum'],
  ...['xj', 'pj', 'h', 'g', 'l', 'e'],
  ...['chainH', 'chainL', 'chainE', 'chainX', 'chainW'],
] as const;
type Local = (typeof PARAMETERS)[number] | 'row' | (typeof VECTORS)[number];
const LOCALS: readonly Local[] = [...PARAMETERS, 'row', ...VECTORS];

const get = (local: Local): Code => op.localGet(LOCALS.indexOf(local));
const set = (local: Local, value: Code): Code => [...value, ...op.localSet(LOCALS.indexOf(local))];
const constant = (value: number): Code => op.constant(bitsOf(value));
const multiplyAdd = (a: Code, b: Code, c: Code): Code => [...a, ...b, ...c, ...op.f64MultiplyAdd];
const subtract = (a: Code, b: Code): Code => [...a, ...b, ...op.f64Subtract];
const addFloats = (a: Code, b: Code): Code => [...a, ...b, ...op.f64Add];
const addBits = (...terms: readonly Code[]): Code =>
  terms.flatMap((term, index) => (index === 0 ? term : [...term, ...op.i64Add]));
const atFixed = (address: number): Code => [...op.i32Const(0), ...op.load(address)];
const digitOf = (number: 'x' | 'y', index: number): Code => [...get(number), ...op.load(16 * index)];
const modulusDigit = (index: number): Code => atFixed(LAYOUT.modulus + 16 * index);
const carryOf = (sum: Code): Code => [...sum, ...op.i32Const(DIGIT_BITS), ...op.i64ShiftRightUnsigned];
/** The low 51 bits of some bits, as a float, with `taken` taken off. */
const lowDigit = (bits: Code, taken: number): Code =>
  subtract(
    [...bits, ...op.constant(DIGIT_MASK), ...op.and, ...constant(READING), ...op.or],
    constant(READING + taken),
  );
/** The place that is `index` above the current row, and its starting value. */
const placeSum = (index: number): Code => [...get('row'), ...op.load(LAYOUT.sums + 16 * index)];
const storePlace = (index: number, value: Code): Code => [
  ...get('row'),
  ...value,
  ...op.store(LAYOUT.sums + 16 * index),
];

/**
 * For the row whose digit of y is `y`: finds m, so that the row's lowest place becomes a multiple of 2^51, and carries
 * from that place. Takes that place's sum from `sum`. Each step waits for the one before, so they are given one by one,
 * to be put between steps that do not wait.
 */
function chain(y: 'y0' | 'y1', m: 'm0' | 'm1', g: 'g0' | 'g1'): Code[] {
  const [x0, p0, inverse] = [digitOf('x', 0), modulusDigit(0), atFixed(LAYOUT.inverse)];
  return [
    set('chainH', multiplyAdd(x0, get(y), get('c'))),
    set('chainL', subtract(get('ce'), get('chainH'))),
    set('chainL', multiplyAdd(x0, get(y), get('chainL'))),
    set('chainX', lowDigit(addBits(get('sum'), get('chainL')), 0)),
    set('chainW', multiplyAdd(get('chainX'), inverse, get('c'))),
    set('chainW', subtract(get('c'), get('chainW'))),
    set(m, multiplyAdd(get('chainX'), inverse, get('chainW'))),
    set(g, multiplyAdd(p0, get(m), get('chainH'))),
    set('chainE', subtract(get('chainH'), get(g))),
    set('chainE', multiplyAdd(p0, get(m), get('chainE'))),
    set('chainL', addFloats(get('chainL'), get('chainE'))),
    set('carry', carryOf(addBits(get('sum'), get('chainL')))),
  ];
}

/** x_j·y_i + p_j·m_i: leaves l + e in `l` and g for the next place in `g`. */
function pairOfProducts(j: number): Code {
  return [
    ...set('xj', digitOf('x', j)),
    ...set('pj', modulusDigit(j)),
    ...set('h', multiplyAdd(get('xj'), get('y0'), get('c'))),
    ...set('g', multiplyAdd(get('pj'), get('m0'), get('h'))),
    ...set('l', subtract(get('ce'), get('h'))),
    ...set('e', subtract(get('h'), get('g'))),
    ...set('l', multiplyAdd(get('xj'), get('y0'), get('l'))),
    ...set('e', multiplyAdd(get('pj'), get('m0'), get('e'))),
    ...set('l', addFloats(get('l'), get('e'))),
  ];
}

function productBody(): Code {
  const code: Code[] = [set('c', constant(LARGE)), set('ce', constant(LARGE + SMALL))];
  for (let place = 0; place < DIGITS; place += 1) {
    code.push(storePlace(place, atFixed(LAYOUT.start + 16 * place)));
  }
  code.push(set('y0', digitOf('y', 0)), set('sum', placeSum(0)), ...chain('y0', 'm0', 'g0'));

  code.push(op.loop);
  code.push(
    pairOfProducts(1),
    set('sum', addBits(get('l'), get('g0'), placeSum(1), get('carry'))),
    storePlace(1, get('sum')),
    set('g0', get('g')),
    // After the last row this reads one word further; what is made of it is not used.
    set('y1', [...get('y'), ...get('row'), ...op.i32Add, ...op.load(16)]),
  );
  const nextRow = chain('y1', 'm1', 'g1');
  for (let j = 2; j < DIGITS; j += 1) {
    code.push(
      pairOfProducts(j),
      storePlace(j, addBits(get('l'), get('g0'), placeSum(j))),
      set('g0', get('g')),
      nextRow.shift() ?? [],
    );
  }
  const newPlace = [...get('row'), ...op.load(LAYOUT.start + 16 * DIGITS)];
  code.push(
    storePlace(DIGITS, addBits(get('g0'), newPlace)),
    set('y0', get('y1')),
    set('m0', get('m1')),
    set('g0', get('g1')),
    [...get('row'), ...op.i32Const(16), ...op.i32Add, ...op.localTee(LOCALS.indexOf('row'))],
    [...op.i32Const(16 * DIGITS), ...op.i32LessUnsigned, ...op.branchIf(0)],
    op.end,
  );

  for (let digit = 0; digit < DIGITS; digit += 1) {
    const place = atFixed(LAYOUT.sums + 16 * (DIGITS + digit));
    code.push(
      set('sum', digit === 0 ? place : addBits(place, get('carry'))),
      set('carry', carryOf(get('sum'))),
      [...get('to'), ...lowDigit(get('sum'), 2 ** (DIGIT_BITS - 1)), ...op.store(16 * digit)],
    );
  }
  return code.flat();
}

/** The module with the one function `product(to, x, y)`; the arguments are addresses, and may be equal. */
export function assembleProduct(memoryPages: number): Uint8Array<ArrayBuffer> {
  return assembleModule(
    [
      {
        name: 'product',
        parameterCount: PARAMETERS.length,
        i32Count: 1,
        v128Count: VECTORS.length,
        body: productBody(),
      },
    ],
    memoryPages,
  );
}
