import { useSay } from '@bilik/ui/language';
import { type State, StateBadge } from '@bilik/ui/state-badge';
import type { RefusalOf } from '../../src/api/refusal.ts';
import { type CheckOutcome, checkOutcomes } from '../../src/explain/check-groups.ts';
import { phrase } from './phrases.ts';

const LOOK: Readonly<Record<CheckOutcome, State>> = { passed: 'good', failed: 'bad', skipped: 'idle' };

/** What this device checked, in plain words. */
export function CheckList(props: {
  readonly rules: readonly { readonly rule: string; readonly outcome: CheckOutcome }[];
}) {
  const say = useSay(phrase);
  return (
    <section class="stack stack--tight">
      <h3>{say('trustee.checks')}</h3>
      <ul class="checks">
        {checkOutcomes(props.rules).map(({ check, outcome }) => (
          <li key={check} class="checks__one">
            <span>{say(`trustee.checks.${check}`)}</span>
            <StateBadge state={LOOK[outcome]} word={say(`trustee.checks.${outcome}`)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where exactly a record is wrong, for who has to find out why. */
export function RecordFault({ refusal }: { readonly refusal: RefusalOf<'record-wrong'> }) {
  const { rule, fault, findingCount: count, ballotHash, recordNumber } = refusal;
  const say = useSay(phrase);
  return (
    <details class="sheet" open>
      <summary>{say('trustee.detail')}</summary>
      <ul class="faults">
        <li>{say('trustee.detail.rule', { rule, fault })}</li>
        <li>{say('trustee.detail.count', { count })}</li>
        {recordNumber !== undefined && (
          <li>{say('trustee.detail.record', { number: String(recordNumber) })}</li>
        )}
        {ballotHash !== undefined && <li>{say('trustee.detail.ballot', { hash: ballotHash })}</li>}
      </ul>
    </details>
  );
}
