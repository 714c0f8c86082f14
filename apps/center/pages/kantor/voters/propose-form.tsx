import { Button } from '@bilik/ui/button';
import { ChoiceField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { nothing } from '../me.ts';
import { EvidenceFields, NO_EVIDENCE, sendEvidence } from './evidence-fields.tsx';
import { useListStage } from './list-stage.ts';
import type { Outcome } from './outcome-notice.tsx';
import { draftOf, EMPTY_DRAFT, type PersonField, readDraft } from './person-draft.ts';
import { PersonFields } from './person-fields.tsx';
import { type ShownPerson, words } from './voters-wire.ts';

const REASONS = [
  ...['dead', 'moved', 'under-age', 'military-or-police', 'not-resident', 'right-withdrawn'],
  ...['not-capable', 'other'],
] as const;
type Reason = (typeof REASONS)[number];

/** Why somebody may not vote, in words; one that this page does not propose stands as it is. */
export function reasonWord(language: Language, reason: string): string {
  const known = REASONS.find((one) => one === reason);
  return known === undefined ? reason : words(language, `voters.propose.reason.${known}`);
}

const BUTTON = {
  add: 'voters.propose.add',
  correct: 'voters.propose.correct',
  'mark-ineligible': 'voters.propose.mark',
  restore: 'voters.propose.restore',
} as const;
type Kind = keyof typeof BUTTON;

interface ProposeProps {
  readonly election: string;
  readonly village: string;
  /** undefined: somebody new. */
  readonly person?: ShownPerson;
  readonly language: Language;
  readonly onOutcome: (outcome: Outcome) => void;
}

/**
 * A proposal about somebody on a list, or about somebody who should be on it; sent with its evidence. A list that takes no such proposal
 * says so before anything is filled in.
 */
export function ProposeForm(props: ProposeProps) {
  const { election, village, person, language } = props;
  const stage = useListStage(election, village);
  if (stage === undefined) return null;
  const kinds = kindsOf(person).filter((kind) => stage !== 'final' || kind === 'mark-ineligible');
  const [first] = kinds;
  if (stage === null || first === undefined) {
    return (
      <Notice
        state="info"
        happened={words(language, `voters.propose.${stage === null ? 'noList' : 'locked'}`)}
        toDo={words(language, `voters.propose.${stage === null ? 'noList' : 'locked'}.toDo`)}
      />
    );
  }
  return <Form {...props} kinds={kinds} first={first} isLocked={stage === 'final'} />;
}

function kindsOf(person: ShownPerson | undefined): readonly Kind[] {
  if (person === undefined) return ['add'];
  return person.ineligible === null ? ['mark-ineligible', 'correct'] : ['restore', 'correct'];
}

function Form(
  props: ProposeProps & {
    readonly kinds: readonly Kind[];
    readonly first: Kind;
    readonly isLocked: boolean;
  },
) {
  const { election, village, person, language, kinds, first, isLocked, onOutcome } = props;
  const [kind, setKind] = useState<Kind>(first);
  const [reason, setReason] = useState<Reason>('dead');
  const [draft, setDraft] = useState(person === undefined ? EMPTY_DRAFT : draftOf(person));
  const [wrong, setWrong] = useState<readonly PersonField[]>([]);
  const [evidence, setEvidence] = useState(NO_EVIDENCE);
  const [isLost, setIsLost] = useState(false);
  const wantsPerson = kind === 'add' || kind === 'correct';
  const send = async () => {
    const read = wantsPerson ? readDraft(draft, kind) : undefined;
    setWrong(read?.ok === false ? read.wrong : []);
    setIsLost(false);
    if (read?.ok === false) return;
    const sent = await sendEvidence(evidence);
    setIsLost(sent?.type === 'not-arrived');
    if (sent !== null && sent.type !== 'kept') {
      if (sent.type !== 'not-arrived') onOutcome({ type: 'refused', refusal: sent });
      return;
    }
    const evidenceFile = sent === null ? null : sent.sha256;
    const proposal = {
      ...{ election, village, kind, origin: evidence.origin, evidence: evidence.text, evidenceFile },
      ...(person === undefined ? {} : { voter: person.id }),
      ...(kind === 'mark-ineligible' ? { reason } : {}),
      ...(read === undefined ? {} : { person: read.person }),
    };
    const answer = await callAct('voters.propose', proposal, nothing);
    onOutcome(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setEvidence(NO_EVIDENCE);
    if (person === undefined) setDraft(EMPTY_DRAFT);
  };
  return (
    <form
      class="office__narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{words(language, person === undefined ? 'voters.propose.add' : 'voters.propose.title')}</h2>
      {isLocked && <p class="small">{words(language, 'voters.propose.lockedMark')}</p>}
      {kinds.length > 1 && (
        <ChoiceField
          label={words(language, 'voters.propose.what')}
          value={kind}
          onChoose={setKind}
          choices={kinds.map((value) => ({
            value,
            label: words(language, value === 'add' ? BUTTON.add : `voters.propose.what.${value}`),
          }))}
        />
      )}
      {kind === 'mark-ineligible' && (
        <ChoiceField
          label={words(language, 'voters.propose.reason')}
          value={reason}
          onChoose={setReason}
          choices={REASONS.map((value) => ({
            value,
            label: words(language, `voters.propose.reason.${value}`),
          }))}
        />
      )}
      {wantsPerson && (
        <PersonFields
          draft={draft}
          onDraft={setDraft}
          wrong={wrong}
          isCorrection={kind === 'correct'}
          language={language}
        />
      )}
      <EvidenceFields evidence={evidence} onEvidence={setEvidence} language={language} />
      {wrong.length > 0 && <Notice state="warn" happened={words(language, 'voters.propose.wrong')} />}
      {isLost && <Notice state="bad" happened={words(language, 'voters.propose.file.lost')} />}
      <Button kind="primary" submit>
        {words(language, BUTTON[kind])}
      </Button>
    </form>
  );
}
