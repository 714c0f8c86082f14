import { Button } from '@bilik/ui/button';
import { CopyLine } from '@bilik/ui/copy-line';
import { Field } from '@bilik/ui/field';
import { useLanguage } from '@bilik/ui/language';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import { useState } from 'preact/hooks';
import { clockTime } from '../../common/clock-time.ts';
import type { Person, PreparedPaper } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import type { ActResult } from './board-commands.ts';
import { chosenOf, PeopleChoice } from './people-choice.tsx';
import { PinDialog } from './pin-dialog.tsx';
import { ActNotice, useAct } from './use-act.tsx';

/** Why a witness who was present did not sign, by whom. */
export interface NotSigned {
  readonly person: string;
  readonly reason: string;
}

export interface SignedPaperProps {
  /** Which paper the words are about. */
  readonly words: 'board.zero' | 'board.seal';
  readonly href: string;
  readonly prepared: PreparedPaper;
  readonly zone: string;
  /** Those for whom the paper has a line to sign on. */
  readonly signers: readonly Person[];
  /** Who need not sign, but says why not. */
  readonly mayRefuse: (person: Person) => boolean;
  /** What is wrong with these signatures, in words. */
  readonly faultOf: (signedBy: readonly string[]) => string | undefined;
  readonly send: (signed: {
    readonly confirmations: readonly ProvedPerson[];
    readonly witnesses: readonly string[];
    readonly notSigned: readonly NotSigned[];
  }) => Promise<ActResult>;
  readonly onDone: () => void;
}

const LONGEST_REASON = 300;

/** A paper as it was fixed: opened and printed first, then signed by names. */
export function SignedPaper(props: SignedPaperProps) {
  const { words, prepared, signers } = props;
  const say = useBoardWords();
  const language = useLanguage();
  const act = useAct(props.onDone);
  const [signedBy, setSignedBy] = useState<readonly string[]>([]);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<string | undefined>(undefined);
  const [isChecked, setChecked] = useState(false);
  const [isProving, setProving] = useState(false);
  const { signed } = prepared;
  const isToOpen = signed === null && !prepared.isOpened;
  const silent = signers.filter((person) => props.mayRefuse(person) && !signedBy.includes(person.id));
  const reasonOf = ({ id }: Person) => (reasons[id] ?? '').trim();

  const chosen = chosenOf(signers, signedBy);

  const sign = () => {
    const fault = props.faultOf(signedBy);
    setError(fault);
    setChecked(true);
    if (fault !== undefined || silent.some((person) => reasonOf(person) === '')) return;
    act.forget();
    setProving(true);
  };

  return (
    <>
      <CopyLine
        label={say(`${words}.fingerprint`, {
          time: `${clockTime(language, prepared.preparedAt)} ${props.zone}`,
        })}
        value={prepared.fingerprint}
        groupSize={4}
      />
      <div>
        <a
          class={`button button--large ${isToOpen ? 'button--primary' : ''}`}
          href={props.href}
          target="_blank"
          rel="noopener"
        >
          {say(`${words}.openPaper`)}
        </a>
      </div>
      {signed !== null ? (
        <SignedNames {...props} signed={signed} />
      ) : (
        <>
          <PeopleChoice
            label={say(`${words}.signedBy`)}
            people={signers}
            chosen={signedBy}
            onChoose={(next) => {
              setSignedBy(next);
              setError(undefined);
            }}
            error={error}
          />
          {silent.map((person) => (
            <Field
              key={person.id}
              label={say('board.paper.notSigned', { name: person.name })}
              hint={say('board.paper.notSigned.hint')}
              value={reasons[person.id] ?? ''}
              maxLength={LONGEST_REASON}
              onInput={(text) => setReasons((before) => ({ ...before, [person.id]: text }))}
              error={isChecked && reasonOf(person) === '' ? say('form.required') : undefined}
            />
          ))}
          <div>
            <Button
              kind={prepared.isOpened ? 'primary' : 'plain'}
              size="large"
              onPress={sign}
              disabledBecause={prepared.isOpened ? undefined : say(`${words}.openFirst`)}
            >
              {say(`${words}.signed`)}
            </Button>
          </div>
        </>
      )}
      {!isProving && <ActNotice problem={act.problem} people={signers} />}
      <PinDialog
        open={isProving}
        title={say(`${words}.signed`)}
        signers={chosen.filter(({ role }) => role !== 'witness')}
        people={signers}
        act={act}
        send={(confirmations) =>
          props.send({
            confirmations,
            witnesses: chosen.filter(({ role }) => role === 'witness').map(({ id }) => id),
            notSigned: silent.map((person) => ({ person: person.id, reason: reasonOf(person) })),
          })
        }
        onSent={() => setProving(false)}
        onCancel={() => setProving(false)}
      />
    </>
  );
}

/** Who signed, when that was said, and who did not. */
export function SignedNames(props: {
  readonly words: SignedPaperProps['words'];
  readonly signed: NonNullable<PreparedPaper['signed']>;
  readonly signers: readonly Person[];
  readonly zone: string;
}) {
  const say = useBoardWords();
  const language = useLanguage();
  const { signed, signers } = props;
  return (
    <>
      <p>
        {say(`${props.words}.signedNames`, {
          names: namesOf(signers, signed.by),
          time: `${clockTime(language, signed.at)} ${props.zone}`,
        })}
      </p>
      {signed.notSigned.length > 0 && (
        <ul class="plain-list">
          {signed.notSigned.map(({ person, reason }) => (
            <li key={person}>
              {say('board.paper.notSigned.told', { name: namesOf(signers, [person]), reason })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function namesOf(people: readonly Person[], ids: readonly string[]): string {
  return people
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ');
}
