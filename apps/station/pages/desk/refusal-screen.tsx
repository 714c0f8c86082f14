import { Button, ButtonRow } from '@bilik/ui/button';
import { useLanguage } from '@bilik/ui/language';
import { StepHeading } from '@bilik/ui/page';
import { Shape, type ShapeName } from '@bilik/ui/shape';
import type { Language } from '@bilik/words';
import { useRef } from 'preact/hooks';
import { clockTime, hourAfter } from '../common/clock-time.ts';
import { placeCode } from '../common/place-name.ts';
import { WIRE_WORDS, type WireError } from '../common/wire-words.ts';
import type { CheckInRefusal, SearchRefusal } from './desk-answers.ts';
import { type DeskSay, useDeskWords } from './desk-words.ts';
import { useFocusAtOnce } from './focus-at-once.ts';

/** Why nobody was checked in; what the officer saw on an invitation counts like the station's answer. */
export type Refused =
  | CheckInRefusal
  | SearchRefusal
  /** The reader read a card that names nobody of this list. */
  | { readonly type: 'card-unknown' }
  | { readonly type: 'wire'; readonly error: WireError };

export interface RefusalScreenProps {
  readonly refused: Refused;
  /** Name of the voter, where one was found. */
  readonly name: string;
  readonly onBack: () => void;
  /** Sends the same check-in again: safe, because the station never records one twice. */
  readonly onRetry: () => void;
  readonly isSending: boolean;
}

/** A calm answer: one for each case, none of them an accusation. Enter and Escape go back to the search. */
export function RefusalScreen({ refused, name, onBack, onRetry, isSending }: RefusalScreenProps) {
  const say = useDeskWords();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useFocusAtOnce(box, '.step-heading', true);
  const { tone, shape, title, happened, more, notHappened, toDo, but } = explain(
    refused,
    name,
    say,
    language,
  );
  const canRetry = refused.type === 'wire' || refused.type === 'store-in-doubt';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onBack();
    if (event.key !== 'Enter') return;
    if (event.repeat) return event.preventDefault();
    if (event.target instanceof HTMLButtonElement) return;
    if (canRetry) onRetry();
    else onBack();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole screen; each has a button too
    <div ref={box} class={`refusal tone--${tone}`} onKeyDown={onKeyDown}>
      <Shape name={shape} />
      <div class="refusal__text">
        <StepHeading>{title}</StepHeading>
        <p class="big">{happened}</p>
        {more !== undefined && <p class="soft">{more}</p>}
        <p>{notHappened}</p>
        <p class="refusal__to-do">
          <strong>{say('parts.toDo')}:</strong> {toDo}
        </p>
        {but !== undefined && (
          <p>
            <strong>{but.when}</strong> {but.toDo}
          </p>
        )}
        <ButtonRow>
          {canRetry && (
            <Button kind="primary" size="large" onPress={onRetry} busy={isSending}>
              {say('common.tryAgain')}
            </Button>
          )}
          <Button kind={canRetry ? 'plain' : 'primary'} size="large" onPress={onBack}>
            {say('desk.refused.back')}
          </Button>
        </ButtonRow>
      </div>
    </div>
  );
}

interface Explained {
  readonly tone: 'info' | 'warn' | 'bad';
  readonly shape: ShapeName;
  readonly title: string;
  readonly happened: string;
  readonly more?: string | undefined;
  readonly notHappened: string;
  readonly toDo: string;
  /** The one case in which something else is to be done. */
  readonly but?: { readonly when: string; readonly toDo: string } | undefined;
}

function explain(refused: Refused, name: string, say: DeskSay, language: Language): Explained {
  const notHappened = say('desk.refused.nothing');
  switch (refused.type) {
    case 'already-checked-in': {
      const { desk, hour } = refused.earlier;
      return {
        tone: 'warn',
        shape: 'barred',
        title: say('desk.refused.already.title'),
        happened:
          hour === null
            ? say('desk.refused.already.happenedDesk', { name, desk })
            : say('desk.refused.already.happened', {
                name,
                desk,
                from: clockTime(language, hour),
                until: clockTime(language, hourAfter(hour)),
              }),
        notHappened: say('desk.refused.already.notHappened'),
        toDo: say('desk.refused.already.toDo'),
        but: { when: say('desk.returning'), toDo: `${say('desk.returning.how')} ${say('common.newCard')}` },
      };
    }
    case 'other-polling-place': {
      const number = /-(\d+)$/.exec(refused.place)?.[1];
      return {
        tone: 'info',
        shape: 'arrow',
        title: say('desk.refused.other.title'),
        happened:
          number === undefined
            ? say('desk.refused.other.happenedUnknown')
            : say('desk.refused.other.happened', { place: placeCode(Number(number)).replace('TPS ', '') }),
        notHappened,
        toDo: say('desk.refused.other.toDo'),
      };
    }
    case 'not-on-list':
      return {
        tone: 'info',
        shape: 'search',
        title: say('desk.refused.notListed.title'),
        happened: say('desk.refused.notListed.happened'),
        notHappened,
        toDo: say(refused.mayBeAdded ? 'desk.refused.notListed.mayBeAdded' : 'desk.refused.notListed.toDo'),
      };
    case 'ineligible': {
      const { reason, evidence } = refused.why;
      return {
        tone: 'warn',
        shape: 'barred',
        title: say('desk.refused.ineligible.title'),
        happened: say('desk.refused.ineligible.happened', { name, reason: say(`desk.reason.${reason}`) }),
        more: evidence === '' ? undefined : say('desk.refused.ineligible.evidence', { evidence }),
        notHappened,
        toDo: say('desk.refused.ineligible.toDo'),
      };
    }
    case 'polls-not-open':
      return {
        tone: 'info',
        shape: 'closed',
        title: say('desk.refused.notOpen.title'),
        happened: say('desk.refused.notOpen.happened'),
        notHappened,
        toDo: say('desk.refused.notOpen.toDo'),
      };
    case 'helper-not-allowed':
      return {
        tone: 'info',
        shape: 'barred',
        title: say('desk.refused.helper.title'),
        happened: say('desk.refused.helper.happened'),
        notHappened,
        toDo: say('desk.refused.helper.toDo'),
      };
    case 'mobile-group-not-allowed':
    case 'mobile-ballots-used-up':
      return {
        tone: 'info',
        shape: 'barred',
        title: say('desk.refused.mobile.title'),
        happened: say(`desk.refused.${refused.type}`),
        notHappened,
        toDo: say(`desk.refused.${refused.type}.toDo`),
      };
    case 'card-unknown':
      return {
        tone: 'info',
        shape: 'search',
        title: say('desk.refused.card.title'),
        happened: say('desk.refused.card.happened'),
        notHappened,
        toDo: say('desk.refused.card.toDo'),
      };
    case 'invitation-malformed':
    case 'invitation-other-version':
    case 'invitation-signature-wrong':
    case 'invitation-of-other-election':
      return {
        tone: 'info',
        shape: 'warn',
        title: say('desk.refused.invitation.title'),
        happened: say(`desk.refused.invitation.${refused.type}`),
        notHappened,
        toDo: say('desk.refused.invitation.toDo'),
      };
    case 'queue-sent-home':
    case 'queue-not-admitted':
      return {
        tone: 'info',
        shape: 'closed',
        title: say('desk.refused.late.title'),
        happened: say('desk.refused.late.happened', { closes: clockTime(language, refused.closes) }),
        more:
          refused.type === 'queue-not-admitted' && refused.admitted > 0
            ? say('desk.refused.late.admitted', { count: refused.admitted })
            : undefined,
        notHappened,
        toDo: say(
          refused.type === 'queue-sent-home' ? 'desk.refused.late.sentHome' : 'desk.refused.late.toDo',
        ),
      };
    case 'identity-not-compared':
      return {
        tone: 'info',
        shape: 'search',
        title: say('desk.refused.compare.title'),
        happened: say('desk.refused.compare.happened'),
        notHappened,
        toDo: say('desk.refused.compare.toDo'),
      };
    case 'card-not-read':
      return {
        tone: 'info',
        shape: 'waiting',
        title: say('desk.refused.cardGone.title'),
        happened: say('desk.refused.cardGone.happened'),
        notHappened,
        toDo: say('desk.refused.cardGone.toDo'),
      };
    case 'finger-not-matched':
      return {
        tone: 'info',
        shape: 'warn',
        title: say('desk.refused.finger.title'),
        happened: say(`desk.refused.finger.${refused.finger}`),
        notHappened,
        toDo: say('desk.refused.finger.toDo'),
      };
    case 'desk-unknown':
      return {
        tone: 'warn',
        shape: 'warn',
        title: say('desk.refused.desk.title'),
        happened: say('desk.refused.desk.happened', { desk: refused.desk, desks: refused.desks }),
        notHappened,
        toDo: say('desk.refused.desk.toDo'),
      };
    case 'voter-unknown':
      return {
        tone: 'warn',
        shape: 'warn',
        title: say('desk.refused.unknown.title'),
        happened: say('desk.refused.unknown.happened'),
        notHappened,
        toDo: say('desk.refused.unknown.toDo'),
      };
    case 'store-failed':
      return {
        tone: 'bad',
        shape: 'bad',
        title: say('desk.refused.store.title'),
        happened: say('desk.refused.store.happened'),
        notHappened,
        toDo: say('desk.refused.store.toDo'),
      };
    case 'store-in-doubt':
      return {
        tone: 'warn',
        shape: 'waiting',
        title: say('desk.refused.call.title'),
        happened: say('desk.refused.inDoubt.happened'),
        notHappened: say('parts.call.noConnection.notHappened'),
        toDo: say('desk.refused.inDoubt.toDo'),
      };
    case 'wire':
      return {
        tone: 'warn',
        shape: 'waiting',
        title: say('desk.refused.call.title'),
        happened: say(WIRE_WORDS[refused.error.type]),
        notHappened: say('parts.call.noConnection.notHappened'),
        toDo: say('desk.refused.call.toDo'),
      };
  }
}
