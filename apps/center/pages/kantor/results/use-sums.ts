import { explainCall } from '@bilik/ui/call';
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import type { ActName } from '../../../src/accounts/acts.ts';
import { callAct } from '../call-act.ts';

/** How often the sums are asked for while somebody looks at them. */
const AGAIN_MS = 5000;

/** Which sums: of one contest in one area. */
export interface SumsQuestion {
  readonly election: string;
  readonly contest: string;
  readonly area: string;
}

/**
 * The sums of an area, asked for again while the screen is open.
 * @returns `view` undefined before the first answer, null where they are not for this person; `stale` says why they stand still
 */
export function useSums<View>(
  act: ActName,
  { election, contest, area }: SumsQuestion,
  schema: z.ZodMiniType<View>,
) {
  const [view, setView] = useState<View | null>();
  const [stale, setStale] = useState<ReturnType<typeof explainCall>>();
  const load = async () => {
    const answer = await callAct(act, { election, contest, area }, schema);
    if (answer.ok) setView(answer.value);
    else if (answer.error.type === 'refused') setView(null);
    // figures that stand still say so: whoever looks believes them otherwise
    setStale(answer.ok || answer.error.type === 'refused' ? undefined : explainCall(answer.error));
  };
  const isForbidden = view === null;
  useEffect(() => {
    void load();
    if (isForbidden) return;
    const timer = setInterval(() => void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [election, contest, area, isForbidden]);
  return { view, stale, load };
}
