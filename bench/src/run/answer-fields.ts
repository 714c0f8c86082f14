/** The value at a path of a parsed answer. Throws with the path when a step of it is missing. */
export function valueAt(answer: unknown, ...path: readonly (string | number)[]): unknown {
  let value = answer;
  for (const [index, step] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) {
      throw new Error(`an answer has no ${path.slice(0, index + 1).join('.')}`);
    }
    value = Reflect.get(value, step);
  }
  return value;
}

function wrongKind(path: readonly (string | number)[], kind: string): Error {
  return new Error(`${path.join('.') || 'an answer'} is no ${kind}`);
}

export function textAt(answer: unknown, ...path: readonly (string | number)[]): string {
  const value = valueAt(answer, ...path);
  if (typeof value !== 'string') throw wrongKind(path, 'text');
  return value;
}

export function numberAt(answer: unknown, ...path: readonly (string | number)[]): number {
  const value = valueAt(answer, ...path);
  if (typeof value !== 'number') throw wrongKind(path, 'number');
  return value;
}

export function listAt(answer: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const value = valueAt(answer, ...path);
  if (!Array.isArray(value)) throw wrongKind(path, 'list');
  return value;
}
