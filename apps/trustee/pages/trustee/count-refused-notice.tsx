import { useSay } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import type { TrusteeState } from '../../src/api/state.ts';
import { phrase } from './phrases.ts';

/** A number that was refused stays in sight, also after a right one: the supervisor should hear of it. */
export function CountRefusedNotice({ countRefused }: Pick<TrusteeState, 'countRefused'>) {
  const say = useSay(phrase);
  if (countRefused === null) return null;
  const { times, typedCount } = countRefused;
  return (
    <Notice
      state="warn"
      happened={say('trustee.compare.refusedBefore', { count: times, typed: typedCount })}
      toDo={say('trustee.compare.refusedBefore.toDo')}
    />
  );
}
