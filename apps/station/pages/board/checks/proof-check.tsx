import { Button } from '@bilik/ui/button';
import { CameraView } from '@bilik/ui/camera-view';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { inGroups } from '@bilik/words/format';
import { useState } from 'preact/hooks';
import { CallNotice } from '../../common/call-notice.tsx';
import type { ContestOptions } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { optionName } from '../option-name.ts';
import type { ProofFault, RepeatedBallot } from './ballot-tools.ts';
import { askProofStanding } from './card-standing.ts';

type Outcome =
  | { readonly type: 'repeated'; readonly ballot: RepeatedBallot; readonly isVoid: boolean | null }
  | { readonly type: 'fault'; readonly fault: ProofFault }
  | { readonly type: 'no-connection' };

const LONGEST_PROOF = 700;
/** As on the tracker slip. */
const GROUP = 4;

/**
 * Makes a proved ballot once more from its opening, in this page: when the tracking number that comes out is the one on
 * the slip, the booth had encrypted just this choice.
 */
export function ProofCheck({ contests }: { readonly contests: readonly ContestOptions[] }) {
  const say = useBoardWords();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const [camera, setCamera] = useState<'off' | 'on' | 'failed'>('off');

  const check = async () => {
    if (text.trim() === '') return setError(say('form.required'));
    setOutcome(await outcomeOf(text));
  };
  const take = async (seen: string) => {
    if (!seen.startsWith('BILIK-BUKTI.')) return;
    setCamera('off');
    setError(undefined);
    setText(seen);
    setOutcome(await outcomeOf(seen));
  };

  return (
    <section class="sheet stack">
      <h2>{say('board.proof')}</h2>
      <p>{say('board.proof.means')}</p>
      {camera === 'on' && (
        <CameraView
          label={say('board.proof.cameraView')}
          facing="user"
          lookWidthPixels={1280}
          onText={(seen) => void take(seen)}
          onFailed={() => setCamera('failed')}
        />
      )}
      {camera === 'failed' && <Notice state="info" happened={say('board.proof.noCamera')} />}
      <div>
        <Button
          kind={camera === 'on' ? undefined : 'primary'}
          size="large"
          onPress={() => {
            setOutcome(null);
            setCamera(camera === 'on' ? 'off' : 'on');
          }}
        >
          {say(camera === 'on' ? 'board.proof.cameraOff' : 'board.proof.camera')}
        </Button>
      </div>
      <Field
        label={say('board.proof.text')}
        hint={say('board.proof.text.hint')}
        value={text}
        lines={4}
        maxLength={LONGEST_PROOF}
        onInput={(typed) => {
          setText(typed);
          setError(undefined);
          setOutcome(null);
        }}
        error={error}
      />
      <div>
        <Button size="large" onPress={check}>
          {say('board.proof.check')}
        </Button>
      </div>
      {outcome?.type === 'no-connection' && <CallNotice error={{ type: 'no-connection' }} />}
      {outcome?.type === 'fault' && (
        <Notice
          state="warn"
          happened={say(`board.proof.${outcome.fault}`)}
          notHappened={say('board.proof.notHappened')}
          toDo={say(`board.proof.${outcome.fault}.toDo`)}
        />
      )}
      {outcome?.type === 'repeated' && (
        <div class="stack" role="status">
          <div class="tracker">
            <p class="soft">{say('board.proof.tracker')}</p>
            <p class="tracker__groups">
              {inGroups(outcome.ballot.tracker, GROUP).map((group, index) => (
                <span class="tracker__group" key={index}>
                  {group}
                </span>
              ))}
            </p>
          </div>
          <div>
            <p class="soft">{say('board.proof.choice')}</p>
            {contests.map((contest, index) => (
              <p class="big" key={contest.id}>
                <strong>{chosenName(contest, outcome.ballot.answers[index], say)}</strong>
              </p>
            ))}
          </div>
          <p>{say('board.proof.compare')}</p>
          {outcome.isVoid === true && <p class="soft">{say('board.proof.void')}</p>}
          {outcome.isVoid === null && <p class="soft">{say('board.proof.voidNotAsked')}</p>}
          {outcome.isVoid === false && (
            <Notice
              state="bad"
              happened={say('board.proof.notVoid')}
              toDo={say('board.proof.notVoid.toDo')}
            />
          )}
        </div>
      )}
    </section>
  );
}

function chosenName(
  contest: ContestOptions,
  answer: number | undefined,
  say: ReturnType<typeof useBoardWords>,
): string {
  const option = answer === undefined ? undefined : contest.options[answer];
  return option === undefined ? '–' : optionName(option, say);
}

async function outcomeOf(text: string): Promise<Outcome> {
  try {
    const { repeatProof } = await import('./ballot-tools.ts');
    const repeated = await repeatProof(text);
    if (!repeated.ok) return { type: 'fault', fault: repeated.error };
    // A proved ballot's card must be void for ever; whether it is, the station says.
    const answer = await askProofStanding(repeated.value.text);
    return {
      type: 'repeated',
      ballot: repeated.value,
      isVoid: answer.ok ? answer.value.isVoid : null,
    };
  } catch (error) {
    if (error instanceof TypeError) return { type: 'no-connection' };
    throw error;
  }
}
