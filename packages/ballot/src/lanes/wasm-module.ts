/** Instructions of a WebAssembly function, in bytes. */
export type Code = readonly number[];

/** One function of a module. Its parameters are i32; then come the locals, first the i32, then the v128. */
export interface WasmFunction {
  readonly name: string;
  readonly parameterCount: number;
  readonly i32Count: number;
  readonly v128Count: number;
  readonly body: Code;
}

const I32 = 0x7f;
const V128 = 0x7b;
const FUNCTION_TYPE = 0x60;
const END = 0x0b;
const SIMD_PREFIX = 0xfd;
const SECTION = { types: 1, imports: 2, functions: 3, exports: 7, code: 10 } as const;

/** The imported memory, as the module names it. */
export const MEMORY_IMPORT = { module: 'lanes', name: 'memory' } as const;

/** A module of functions that work on one imported memory (WebAssembly core specification 2.0, chapter 5). */
export function assembleModule(
  functions: readonly WasmFunction[],
  memoryPages: number,
): Uint8Array<ArrayBuffer> {
  const section = (id: number, items: readonly Code[]): Code => {
    const content = vector(items);
    return [id, ...unsigned(content.length), ...content];
  };
  const memory = [...name(MEMORY_IMPORT.module), ...name(MEMORY_IMPORT.name), 2, 0, ...unsigned(memoryPages)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(
      SECTION.types,
      functions.map(({ parameterCount }) => [
        FUNCTION_TYPE,
        ...vector(Array.from({ length: parameterCount }, () => [I32])),
        0,
      ]),
    ),
    ...section(SECTION.imports, [memory]),
    ...section(
      SECTION.functions,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      SECTION.exports,
      functions.map((item, index) => [...name(item.name), 0, ...unsigned(index)]),
    ),
    ...section(SECTION.code, functions.map(functionBody)),
  ]);
}

function functionBody({ i32Count, v128Count, body }: WasmFunction): Code {
  const locals = vector([
    [...unsigned(i32Count), I32],
    [...unsigned(v128Count), V128],
  ]);
  return [...unsigned(locals.length + body.length + 1), ...locals, ...body, END];
}

/** LEB128 of a non-negative integer. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** Signed LEB128. */
function signed(value: number): Code {
  const isLast = value >= -0x40 && value < 0x40;
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}

function vector(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

function name(text: string): Code {
  const bytes = new TextEncoder().encode(text);
  return [...unsigned(bytes.length), ...bytes];
}

const simd = (opcode: number): Code => [SIMD_PREFIX, ...unsigned(opcode)];
const V128_ALIGNMENT = 4;
const VOID_BLOCK = 0x40;

/** The instructions that the kernels need. */
export const op = {
  localGet: (index: number): Code => [0x20, ...unsigned(index)],
  localSet: (index: number): Code => [0x21, ...unsigned(index)],
  localTee: (index: number): Code => [0x22, ...unsigned(index)],
  i32Const: (value: number): Code => [0x41, ...signed(value)],
  i32Add: [0x6a],
  i32LessUnsigned: [0x49],
  loop: [0x03, VOID_BLOCK],
  branchIf: (depth: number): Code => [0x0d, ...unsigned(depth)],
  end: [END],
  /** Loads 16 bytes from the address on the stack plus an offset. */
  load: (offset: number): Code => [...simd(0), V128_ALIGNMENT, ...unsigned(offset)],
  store: (offset: number): Code => [...simd(11), V128_ALIGNMENT, ...unsigned(offset)],
  /** The same 64 bits in both lanes. */
  constant: (bits: bigint): Code => {
    const bytes = new Uint8Array(16);
    const view = new DataView(bytes.buffer);
    view.setBigUint64(0, bits, true);
    view.setBigUint64(8, bits, true);
    return [...simd(12), ...bytes];
  },
  and: simd(78),
  or: simd(80),
  i64ShiftRightUnsigned: simd(0xcd),
  i64Add: simd(0xce),
  f64Add: simd(0xf0),
  f64Subtract: simd(0xf1),
  /** a·b + c, in machines worth using rounded once (relaxed SIMD). */
  f64MultiplyAdd: simd(0x107),
} as const satisfies Record<string, Code | ((value: number) => Code) | ((bits: bigint) => Code)>;
