import { ActionBar, Button } from '@bilik/ui/button';
import { asDevice } from '@bilik/ui/call';
import { ChoiceField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StepHeading } from '@bilik/ui/page';
import { useRef, useState } from 'preact/hooks';
import {
  type Compared,
  type Finger,
  type FoundBy,
  type Identity,
  MOBILE_REASONS,
  type MobileReason,
  OVERRIDES,
  type Override,
  type VoterRow,
} from './desk-answers.ts';
import { type DeskSay, useDeskWords } from './desk-words.ts';
import { useFocusAtOnce } from './focus-at-once.ts';
import { VoterFacts } from './voter-facts.tsx';

/** The voter's row as it was found. */
export interface FoundVoter {
  readonly row: VoterRow;
  readonly foundBy: FoundBy;
  /** What the reader said of the finger; only of a card. */
  readonly finger: Finger;
}

export interface IdentityScreenProps {
  readonly found: FoundVoter;
  readonly votingDate: string;
  readonly isSending: boolean;
  readonly mayBeHelped: boolean;
  /** A mobile group left with ballots for voters who are not marked yet. */
  readonly mayBeMobile: boolean;
  readonly onPresent: (identity: Identity, isHelped: boolean) => void;
  /** Whether a mobile group visits the voter, who then does not stand here. */
  readonly onVisited: (isVisited: boolean) => void;
  readonly onBack: () => void;
}

type Chosen = Override | 'none';

/** Who stands here, what the person is compared with, and the one act: present. Enter confirms, Escape goes back. */
export function IdentityScreen(props: IdentityScreenProps) {
  const { found, votingDate, isSending, mayBeHelped, mayBeMobile, onPresent, onVisited, onBack } = props;
  const { row, foundBy, finger } = found;
  const say = useDeskWords();
  const form = useRef<HTMLFormElement>(null);
  useFocusAtOnce(form, '.step-heading', true);
  const fingerFailed = finger === 'not-matched' || finger === 'unreadable';
  const [override, setOverride] = useState<Chosen>(fingerFailed ? 'finger-unreadable' : 'none');
  const [isHelped, setHelped] = useState(false);
  const [visited, setVisited] = useState<MobileReason | 'here'>('here');
  const isHere = visited === 'here';
  const mayUsePhoto = foundBy === 'invitation' || (foundBy === 'card' && finger !== 'matched');
  const main = mainComparison(found, override);
  const present = (compared: Compared | null) => {
    if (isSending) return;
    if (visited === 'here')
      onPresent(identityOf(foundBy, compared, override === 'none' ? null : override), isHelped);
    else onPresent({ method: 'mobile', reason: visited, override: null }, false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onBack();
    if (event.key !== 'Enter') return;
    // The Enter that opened this screen may still be held down: only a new press counts.
    if (event.repeat) return event.preventDefault();
    // what does something else at Enter does only that: nobody is present because an officer unfolded an obstacle
    const isControl = event.target instanceof Element && event.target.matches('button, input, summary, a');
    if (!isControl && event.currentTarget instanceof HTMLFormElement) event.currentTarget.requestSubmit();
  };

  return (
    <form
      ref={form}
      class="identity"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        present(main);
      }}
    >
      <section class="sheet person">
        <div class="stack stack--tight">
          <p class="soft">
            {say(isHere ? 'desk.identity.heading' : 'desk.mobile.heading')}{' '}
            <strong>{say(`desk.identity.found.${foundBy}`)}</strong>
          </p>
          <StepHeading>{row.voter.name}</StepHeading>
        </div>
        <VoterFacts voter={row.voter} votingDate={votingDate} />
        {isHere && fingerFailed && (
          <Notice
            state="info"
            happened={say(`desk.refused.finger.${finger}`)}
            toDo={say('desk.identity.fingerToDo')}
          />
        )}
        {isHere && <p>{say(howToCompare(found))}</p>}
        {isHere && mayUsePhoto && (
          <div>
            <Button onPress={() => present('photo')}>{say('desk.present.photo')}</Button>
          </div>
        )}
        {isHere && mayBeHelped && (
          <div class="chips">
            <label class="choice">
              <input type="checkbox" checked={isHelped} onChange={() => setHelped(!isHelped)} />
              <span>{say('desk.helped')}</span>
            </label>
            {isHelped && (
              <p class="small">
                {say('desk.helped.toDo')}{' '}
                <a href={asDevice('/papers/pernyataan-pendamping.pdf')} target="_blank" rel="noreferrer">
                  {say('desk.helped.form')}
                </a>
              </p>
            )}
          </div>
        )}
        {!isHere && <p>{say('desk.mobile.means')}</p>}
        {mayBeMobile && (
          <details class="override">
            <summary>
              {say('desk.mobile')}
              {': '}
              <strong>{say(`desk.mobile.${visited}`)}</strong>
            </summary>
            <div class="chips">
              <ChoiceField
                label={say('desk.mobile')}
                choices={(['here', ...MOBILE_REASONS] as const).map((value) => ({
                  value,
                  label: say(`desk.mobile.${value}`),
                }))}
                value={visited}
                onChoose={(chosen) => {
                  setVisited(chosen);
                  onVisited(chosen !== 'here');
                }}
              />
            </div>
          </details>
        )}
        {isHere && (
          <details class="override" open={fingerFailed}>
            <summary>
              {say('desk.identity.override')}
              {': '}
              <strong>{say(`desk.identity.override.${override}`)}</strong>
            </summary>
            <div class="chips stack stack--tight">
              <ChoiceField
                label={say('desk.identity.override')}
                choices={(['none', ...OVERRIDES] as const).map((value) => ({
                  value,
                  label: say(`desk.identity.override.${value}`),
                }))}
                value={override}
                onChoose={setOverride}
              />
              <p class="soft small">{say('desk.identity.override.why')}</p>
            </div>
          </details>
        )}
      </section>
      <ActionBar>
        <Button kind="primary" size="large" submit={true} busy={isSending}>
          {isHere ? mainLabel(found, main, say) : say('desk.mobile.mark')}
        </Button>
        <Button size="large" onPress={onBack}>
          {say('desk.identity.back')}
        </Button>
      </ActionBar>
    </form>
  );
}

/** What the main button says the person was compared with: who has no card at hand cannot be held against it. */
function mainComparison({ foundBy, finger }: FoundVoter, override: Chosen): Compared | null {
  if (foundBy === 'card' && finger === 'matched') return 'finger';
  return override === 'no-card' ? null : 'card';
}

function mainLabel({ foundBy }: FoundVoter, compared: Compared | null, say: DeskSay): string {
  const needsComparing = foundBy === 'invitation' || foundBy === 'card';
  return say(needsComparing && compared === 'card' ? 'desk.present.card' : 'desk.present');
}

function howToCompare({ foundBy, finger }: FoundVoter) {
  if (foundBy === 'card' && finger === 'matched') return 'desk.identity.compare.finger';
  return foundBy === 'invitation' || foundBy === 'card'
    ? 'desk.identity.compare.card'
    : 'desk.identity.compare.photo';
}

function identityOf(foundBy: FoundBy, compared: Compared | null, override: Override | null): Identity {
  switch (foundBy) {
    case 'invitation':
      return { method: 'invitation-qr', compared: compared === 'finger' ? null : compared, override };
    case 'card':
      return { method: 'card-chip', compared, override };
    case 'nik':
      return { method: 'nik-typed', override };
    default:
      return { method: 'name-and-photo', override };
  }
}
