import { Button, ButtonRow } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { ScrollRegion } from '@bilik/ui/scroll-region';
import { SearchedTable } from '@bilik/ui/searched-table';
import { StateBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words/language';
import { useEffect, useRef, useState } from 'preact/hooks';
import { LIST_LIMITS } from '../../../src/http/list-limits.ts';
import { callAct, paperAddress } from '../call-act.ts';
import type { Me } from '../me.ts';
import { nothing } from '../me.ts';
import { PlaceName, useOfficeNames } from '../office-names.tsx';
import { FigureFields, type Typed } from '../sheets/figure-fields.tsx';
import type { PhotoHandle } from '../sheets/photo-view.tsx';
import {
  type Ballot,
  ballotSchema,
  type Evidence,
  evidenceSchema,
  figuresOfBallot,
  linesOfBallot,
  refusalPhrase,
  words,
} from './lanes-wire.ts';

/** What the public sent: what nobody has looked at first; one of them opened to be judged. */
export function EvidenceScreen(props: {
  readonly election: string;
  readonly me: Me;
  readonly language: Language;
}) {
  const { election, me, language } = props;
  const { placeWords } = useOfficeNames();
  const [lines, setLines] = useState<readonly Evidence[]>([]);
  const [open, setOpen] = useState<Evidence>();
  const load = async () => {
    const answer = await callAct('lanes.evidence', { election }, evidenceSchema);
    if (answer.ok) setLines(answer.value);
    setOpen(undefined);
  };
  useEffect(() => {
    void load();
  }, [election]);
  if (open !== undefined) {
    return (
      <Judge key={open.id} election={election} evidence={open} me={me} language={language} onDone={load} />
    );
  }
  return (
    <SearchedTable
      mostRows={LIST_LIMITS.evidence}
      caption={words(language, 'lanes.evidence')}
      columns={[
        {
          key: 'place',
          header: words(language, 'lanes.place'),
          cell: ({ place }) => <PlaceName place={place} />,
        },
        {
          key: 'kind',
          header: words(language, 'lanes.evidence.kind'),
          cell: ({ kind }) => words(language, `lanes.evidence.kind.${kind}`),
        },
        {
          key: 'state',
          header: words(language, 'lanes.evidence.state'),
          cell: ({ verdict }) => (
            <StateBadge
              state={verdict === null ? 'waiting' : verdict === 'accepted' ? 'good' : 'idle'}
              word={words(language, `lanes.evidence.${verdict ?? 'waiting'}`)}
            />
          ),
        },
        {
          key: 'open',
          header: words(language, 'lanes.evidence.open'),
          cell: (line) => (
            <Button kind="quiet" onPress={() => setOpen(line)}>
              {words(language, 'lanes.evidence.open')}
            </Button>
          ),
        },
      ]}
      rows={lines}
      keyOf={({ id }) => String(id)}
      searchOf={({ place }) => placeWords(place)}
      empty={words(language, 'lanes.evidence.empty')}
      asLines
    />
  );
}

function Judge(props: {
  readonly election: string;
  readonly evidence: Evidence;
  readonly me: Me;
  readonly language: Language;
  readonly onDone: () => Promise<void>;
}) {
  const { election, evidence, me, language, onDone } = props;
  const { placeText } = useOfficeNames();
  const noPhoto = useRef<PhotoHandle>(null);
  const [ballots, setBallots] = useState<readonly Ballot[]>([]);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const forms = useRef<HTMLDivElement>(null);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (me.role === 'auditor') return;
    void callAct('lanes.ballot', { election, place: evidence.place }, ballotSchema).then((answer) => {
      if (answer.ok) setBallots(answer.value.ballots);
    });
  }, [election, evidence, me]);
  const judge = async (verdict: 'accepted' | 'refused', withFigures: boolean) => {
    const read = ballots.filter(({ contest }) =>
      Object.values(typed[contest] ?? {}).some((figure) => figure !== ''),
    );
    const figures = Object.fromEntries(
      (withFigures ? read : []).map((ballot) => [
        ballot.contest,
        figuresOfBallot(ballot, typed[ballot.contest] ?? {}),
      ]),
    );
    const input = { evidence: evidence.id, verdict, reason: reason.trim(), figures };
    const answer = await callAct('lanes.moderate', input, nothing);
    setRefused(!answer.ok);
    if (answer.ok) await onDone();
  };
  const label = words(language, 'lanes.evidence.photo', { place: placeText(evidence.place) });
  return (
    <>
      <StepHeading>
        {words(language, 'lanes.evidence.title', { place: placeText(evidence.place) })}
      </StepHeading>
      <div class="sheet-beside">
        <ScrollRegion class="sheet-photo__frame" aria-label={label}>
          {evidence.kind === 'photo' ? (
            <img
              class="sheet-photo__picture"
              src={paperAddress('lanes.evidence-photo', { evidence: evidence.id })}
              alt={label}
            />
          ) : (
            <p class="sheet-code">{evidence.code}</p>
          )}
        </ScrollRegion>
        <div class="stack">
          <Button kind="quiet" onPress={onDone}>
            {words(language, 'lanes.back')}
          </Button>
          {me.role !== 'auditor' && (
            <>
              <Field
                label={words(language, 'lanes.evidence.reason')}
                value={reason}
                onInput={setReason}
                maxLength={500}
              />
              {refused && (
                <Notice state="warn" happened={words(language, refusalPhrase({ type: 'refused' }))} />
              )}
              <ButtonRow>
                <Button onPress={() => judge('accepted', false)}>
                  {words(language, 'lanes.evidence.acceptOnly')}
                </Button>
                <Button kind="bad" onPress={() => judge('refused', false)}>
                  {words(language, 'lanes.evidence.refuse')}
                </Button>
              </ButtonRow>
              <div ref={forms} class="stack">
                {ballots.map((ballot, index) => {
                  const isLast = index === ballots.length - 1;
                  return (
                    <FigureFields
                      key={ballot.contest}
                      fields={linesOfBallot(ballot)}
                      legend={words(language, 'lanes.evidence.figures', { contest: ballot.title[language] })}
                      typed={typed[ballot.contest] ?? {}}
                      onType={(next) => setTyped({ ...typed, [ballot.contest]: next })}
                      marked={[]}
                      language={language}
                      photo={noPhoto}
                      saveWord={words(language, isLast ? 'lanes.evidence.accept' : 'lanes.evidence.next')}
                      onSave={async () => {
                        if (isLast) await judge('accepted', true);
                        else
                          forms.current?.querySelectorAll('form')[index + 1]?.querySelector('input')?.focus();
                      }}
                    />
                  );
                })}
              </div>
            </>
          )}
        </div>
      </div>
    </>
  );
}
