import { explainFault, RULE_SENTENCES, type VerificationReport } from '@bilik/ballot';
import { useLanguage } from '@bilik/ui/language';
import { Shape, type ShapeName } from '@bilik/ui/shape';
import { useBoardWords } from '../board-words.ts';

type Outcome = VerificationReport['rules'][number]['outcome'];

const LOOK: Record<Outcome, { readonly tone: string; readonly shape: ShapeName }> = {
  passed: { tone: 'good', shape: 'check' },
  failed: { tone: 'bad', shape: 'cross' },
  skipped: { tone: 'idle', shape: 'idle' },
};

/** Every rule of the verifier with what became of it, and the first faults of those that failed. */
export function RuleList({ report }: { readonly report: VerificationReport }) {
  const say = useBoardWords();
  const language = useLanguage();
  // What is broken stands first.
  const rules = [...report.rules].sort(
    (left, right) => Number(right.outcome === 'failed') - Number(left.outcome === 'failed'),
  );
  return (
    <details class="aside" open={report.verdict !== 'right'}>
      <summary>{say('board.verify.rules')}</summary>
      <ul class="rules">
        {rules.map(({ rule, outcome, findings }) => (
          <li key={rule} class={`rules__rule tone--${LOOK[outcome].tone}`}>
            <Shape name={LOOK[outcome].shape} />
            <span>
              {RULE_SENTENCES[rule][language]}
              <span class="soft small"> · {say(`board.verify.rule.${outcome}`)}</span>
              {findings.slice(0, 3).map((finding, index) => (
                <span class="rules__fault" key={index}>
                  {explainFault(finding, language)}
                  {finding.record?.name !== undefined && ` · ${finding.record.name}`}
                  {finding.ballotHash !== undefined && ` · ${finding.ballotHash}`}
                  {finding.trustee !== undefined && ` · ${finding.trustee.name ?? finding.trustee.owner}`}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
