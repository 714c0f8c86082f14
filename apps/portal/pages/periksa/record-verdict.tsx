import { explainFault, RULE_SENTENCES, type RuleOutcome } from '@bilik/ballot';
import { answerLabel } from '@bilik/election';
import { CopyLine } from '@bilik/ui/copy-line';
import { DataTable } from '@bilik/ui/data-table';
import { useLanguage } from '@bilik/ui/language';
import { Notice } from '@bilik/ui/notice';
import { useEffect, useRef } from 'preact/hooks';
import type { CheckedRecord } from './check-record.ts';
import type { Published } from './published.ts';
import { useCheckingWords } from './words.ts';

const VERDICT_STATES = { right: 'good', incomplete: 'warn', wrong: 'bad', unreadable: 'bad' } as const;

/** What the check found: the verdict, the comparison with what is published, the figures, every rule. */
export function RecordVerdict(props: {
  readonly checked: CheckedRecord;
  readonly published: Published | undefined;
}) {
  const say = useCheckingWords();
  const { checked, published } = props;
  const { report, isExercise, voidChecked, differences } = checked;
  const isRight = report.verdict === 'right';
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'start' }), [checked]);
  return (
    <div ref={place} class="verdict" data-verdict={report.verdict}>
      <Notice
        state={VERDICT_STATES[report.verdict]}
        happened={say(`checking.verdict.${report.verdict}`)}
        {...(isRight ? {} : { toDo: say('checking.verdict.toDo') })}
      />
      {isExercise && <Notice state="info" happened={say('checking.exerciseRecord')} />}
      {differences === undefined ? (
        <Notice state="warn" happened={say('checking.notCompared')} toDo={say('checking.notCompared.toDo')} />
      ) : differences.length === 0 ? (
        <Notice
          state="good"
          happened={say(published?.votes === undefined ? 'checking.same.byHand' : 'checking.same')}
        />
      ) : (
        <Notice
          state="bad"
          happened={say('checking.differs', {
            what: differences.map((difference) => say(`checking.differs.${difference}`)).join(', '),
          })}
          toDo={say('checking.verdict.toDo')}
        />
      )}
      {!voidChecked && <Notice state="warn" happened={say('checking.voidNotChecked')} />}
      {checked.votes.length > 0 && <Votes checked={checked} published={published} />}
      {report.fileSha256 !== undefined && (
        <CopyLine label={say('checking.fileHash')} value={report.fileSha256} groupSize={4} />
      )}
      <Rules rules={report.rules} />
    </div>
  );
}

function Votes({
  checked,
  published,
}: {
  readonly checked: CheckedRecord;
  readonly published: Published | undefined;
}) {
  const say = useCheckingWords();
  const language = useLanguage();
  const publishedOf = (key: string) => published?.votes?.find((vote) => vote.key === key)?.count;
  type Column = Parameters<typeof DataTable<CheckedRecord['votes'][number]>>[0]['columns'][number];
  const answer: Column = {
    key: 'answer',
    header: say('portal.option'),
    cell: (row) => answerLabel(row.answer)[language],
  };
  const counted: Column = {
    key: 'count',
    header: say('checking.counted'),
    cell: (row) => row.count,
    numeric: true,
  };
  const beside: Column = {
    key: 'published',
    header: say('checking.publishedVotes'),
    cell: (row) => publishedOf(row.key) ?? '–',
    numeric: true,
  };
  return (
    <DataTable
      caption={say('checking.counts')}
      columns={published === undefined ? [answer, counted] : [answer, counted, beside]}
      rows={checked.votes}
      keyOf={({ answer }) => answer}
    />
  );
}

/** What is broken stands in sight; everything else is there for whoever wants to know. */
function Rules({ rules }: { readonly rules: readonly RuleOutcome[] }) {
  const say = useCheckingWords();
  const failed = rules.filter(({ outcome }) => outcome === 'failed');
  return (
    <>
      {failed.length > 0 && <RuleList rules={failed} />}
      <details>
        <summary>{say('checking.rules')}</summary>
        <RuleList rules={rules} />
      </details>
    </>
  );
}

/** Faults of one rule that are shown: a wrong record of a thousand ballots must not make a thousand lines. */
const FAULTS_SHOWN = 10;

function RuleList({ rules }: { readonly rules: readonly RuleOutcome[] }) {
  const say = useCheckingWords();
  const language = useLanguage();
  return (
    <ul>
      {rules.map(({ rule, outcome, findings }) => (
        <li key={rule}>
          {RULE_SENTENCES[rule][language]}: <strong>{say(`checking.rule.${outcome}`)}</strong>
          {findings.length > 0 && (
            <ul>
              {findings.slice(0, FAULTS_SHOWN).map((finding, index) => (
                <li key={`${rule} ${index}`}>
                  {explainFault(finding, language)}
                  {finding.ballotHash !== undefined && (
                    <>
                      {' '}
                      <code>{finding.ballotHash}</code>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
