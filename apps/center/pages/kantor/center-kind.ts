import { type CallResult, callApi } from '@bilik/ui/call';

type Kind = { readonly kind: 'exercise' | 'real' };

const kindReader = {
  safeParse(value: unknown) {
    const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
    return kind === 'exercise' || kind === 'real'
      ? ({ success: true, data: { kind } } as const)
      : ({ success: false } as const);
  },
};

/** Whether this center holds an exercise: what it shows and prints then says LATIHAN. */
export function askKind(): Promise<CallResult<Kind, never>> {
  return callApi('/api/kind', {}, { value: kindReader });
}
