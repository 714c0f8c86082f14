/** The outcome of a decision that can fail on election day: a value, or a typed error. What cannot happen throws. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** Wraps a success. */
export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps an expected failure. */
export function fail<Failure>(error: Failure): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error };
}

/** Ends a switch over a closed union; reaching it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}

/** The same shape with every level read-only. Branded strings stay what they are. */
export type Frozen<Shape> = Shape extends string | number | boolean | null | undefined
  ? Shape
  : Shape extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof Shape]: Frozen<Shape[Key]> };
