interface Answered {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly type: string };
}

/** The value of an answer that must be a yes. */
export function must<Value>(
  answer: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (answer.ok) return answer.value;
  throw new Error(`refused: ${JSON.stringify(answer.error)}`);
}

/** The name of a refusal, or 'accepted'. */
export function refusalOf(answer: Answered): string {
  return answer.ok ? 'accepted' : (answer.error?.type ?? 'unnamed');
}
