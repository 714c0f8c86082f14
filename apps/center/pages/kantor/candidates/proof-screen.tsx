import { Button } from '@bilik/ui/button';
import { type BallotCard, FaceGroup } from '@bilik/ui/candidate-card';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { StateBadge } from '@bilik/ui/state-badge';
import { useState } from 'preact/hooks';
import { paperAddress } from '../call-act.ts';
import { type VillageProps, words } from './candidates-wire.ts';
import { photoAddress } from './village-candidates.tsx';

/** The ballot as the booth shows it, and each candidate's word that it is right. */
export function ProofScreen(props: VillageProps & { readonly mayAct: boolean }) {
  const { election, village, language, mayAct } = props;
  const { proof } = village;
  const title = <StepHeading>{words(language, 'proof.title', { name: village.name })}</StepHeading>;
  if (proof === null) {
    return (
      <>
        {title}
        <Notice state="info" happened={words(language, 'proof.notYet')} />
      </>
    );
  }
  const standing = village.candidates
    .flatMap(({ number, state, ...candidate }) =>
      state === 'determined' && number !== null ? [{ ...candidate, number }] : [],
    )
    .sort((left, right) => left.number - right.number);
  const cards: BallotCard[] = standing.map(({ id, name, number, photo }) => ({
    key: id,
    name,
    number,
    photo: photo === null ? undefined : photoAddress(election, village.code, id, photo),
  }));
  if (standing.length === 1) cards.push({ key: 'empty', name: words(language, 'proof.empty') });
  cards.push({ key: 'blank', name: words(language, 'proof.blank') });
  return (
    <>
      {title}
      <p>{words(language, 'proof.guide')}</p>
      <div class="proof">
        <h3>{proof.contest.title[language]}</h3>
        <FaceGroup cards={cards} />
      </div>
      <p class="small">
        {words(language, 'proof.fingerprint')}: <code class="proof__fingerprint">{proof.fingerprint}</code>
      </p>
      {proof.open.length === 0 && <Notice state="good" happened={words(language, 'proof.complete')} />}
      <h3>{words(language, 'proof.signOffs')}</h3>
      <ul class="papers">
        {standing.map(({ id, name }) => (
          <li key={id} class="papers__line">
            <StateBadge
              state={proof.open.includes(id) ? 'waiting' : 'good'}
              word={words(language, proof.open.includes(id) ? 'proof.open' : 'proof.signed', { name })}
            />
            {mayAct && proof.open.includes(id) && (
              <SignForm {...props} candidate={id} name={name} fingerprint={proof.fingerprint} />
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={paperAddress('candidates.paper', { election, village: village.code, paper: 'proof' })}>
          {words(language, 'candidates.print.proof')}
        </a>
      </p>
    </>
  );
}

function SignForm(
  props: VillageProps & { readonly candidate: string; readonly name: string; readonly fingerprint: string },
) {
  const { language, candidate, name, fingerprint, carryOut } = props;
  const [signedBy, setSignedBy] = useState(name);
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        void carryOut(
          'candidates.sign-off',
          { candidate, fingerprint, signedBy: signedBy.trim() },
          words(language, 'proof.signed', { name }),
        );
      }}
    >
      <Field
        label={words(language, 'proof.signedBy', { name })}
        value={signedBy}
        onInput={setSignedBy}
        maxLength={200}
      />
      <Button submit>{words(language, 'proof.sign', { name })}</Button>
    </form>
  );
}
