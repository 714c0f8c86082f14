import { lawText } from '@bilik/election/law-text';
import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import { Field } from '@bilik/ui/field';
import { StepHeading } from '@bilik/ui/page';
import { useState } from 'preact/hooks';
import { type Candidate, type VillageProps, words } from './candidates-wire.ts';
import { CropPhoto } from './crop-photo.tsx';

const FINDINGS = ['received', 'accepted'] as const;

/** One candidate's photo and papers, each with what was found, and the withdrawal. */
export function CandidatePapers(
  props: VillageProps & { readonly candidate: Candidate; readonly onClose: () => void },
) {
  const { village, language, candidate, carryOut, onClose } = props;
  const [leaving, setLeaving] = useState(false);
  const [why, setWhy] = useState('');
  const { name } = candidate;
  return (
    <section class="sheet stack">
      <StepHeading>{words(language, 'candidates.papers', { name })}</StepHeading>
      <CropPhoto
        name={name}
        language={language}
        onSet={(jpeg) =>
          carryOut(
            'candidates.set-photo',
            { candidate: candidate.id, jpeg },
            words(language, 'candidates.photo.done', { name }),
          )
        }
      />
      <ul class="papers">
        {village.checklist.requirements.map((requirement) => (
          <PaperLine key={requirement.id} {...props} requirement={requirement} />
        ))}
      </ul>
      <div class="row">
        <Button kind="quiet" onPress={() => setLeaving(true)}>
          {words(language, 'candidates.withdraw')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {words(language, 'candidates.close')}
        </Button>
      </div>
      <ConfirmDialog
        open={leaving}
        kind="bad"
        title={words(language, 'candidates.withdraw.title', { name })}
        confirmWord={words(language, 'candidates.withdraw')}
        cancelWord={words(language, 'common.back')}
        onConfirm={async () => {
          setLeaving(false);
          await carryOut(
            'candidates.withdraw',
            { candidate: candidate.id, reason: why.trim() },
            words(language, 'candidates.withdrawn', { name }),
          );
        }}
        onCancel={() => setLeaving(false)}
      >
        <Field
          label={words(language, 'candidates.withdraw.reason')}
          value={why}
          onInput={setWhy}
          maxLength={500}
        />
      </ConfirmDialog>
    </section>
  );
}

function PaperLine(
  props: VillageProps & {
    readonly candidate: Candidate;
    readonly requirement: VillageProps['village']['checklist']['requirements'][number];
  },
) {
  const { candidate, requirement, language, carryOut } = props;
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const found = candidate.findings.findLast((finding) => finding.requirement === requirement.id);
  const note = (finding: object) =>
    carryOut(
      'candidates.note-finding',
      { candidate: candidate.id, finding: { requirement: requirement.id, ...finding } },
      '',
    );
  return (
    <li class="papers__line">
      <div>
        <strong>{requirement.name[language]}</strong>
        <span class="small papers__basis">{lawText(requirement.basis, language)}</span>
        {found?.reason !== undefined && <span class="papers__basis">{found.reason}</span>}
      </div>
      <fieldset
        class="row"
        aria-label={words(language, 'candidates.findingOf', { paper: requirement.name[language] })}
      >
        {FINDINGS.map((finding) => (
          <button
            key={finding}
            type="button"
            class="papers__mark"
            aria-pressed={found?.finding === finding}
            onClick={() => void note({ finding })}
          >
            {words(language, `candidates.finding.${finding}`)}
          </button>
        ))}
        <button
          type="button"
          class="papers__mark"
          aria-pressed={found?.finding === 'refused'}
          aria-expanded={refusing}
          onClick={() => setRefusing(!refusing)}
        >
          {words(language, 'candidates.finding.refused')}
        </button>
      </fieldset>
      {refusing && (
        <form
          class="office__narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void note({ finding: 'refused', reason: reason.trim() }).then((done) => setRefusing(!done));
          }}
        >
          <Field
            label={words(language, 'candidates.refusal.reason')}
            value={reason}
            onInput={setReason}
            maxLength={500}
          />
          <Button submit>{words(language, 'candidates.refuse')}</Button>
        </form>
      )}
    </li>
  );
}
