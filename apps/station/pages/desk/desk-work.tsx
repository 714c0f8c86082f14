import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { askStanding, type CheckInRequest, checkIn, type DeskCard, type VoterRow } from './desk-answers.ts';
import { useDeskWords } from './desk-words.ts';
import { type FoundVoter, IdentityScreen } from './identity-screen.tsx';
import { useDeskCamera } from './invitation-camera.tsx';
import { RefusalScreen, type Refused } from './refusal-screen.tsx';
import { Released } from './released.tsx';
import { VoterSearch } from './voter-search.tsx';

/** Where the officer is; the guided line follows it. */
export type DeskStep = 'search' | 'identity' | 'visited' | 'released' | 'marked' | 'refused' | 'uncertain';

/** What lies before the officer; gone with the next voter, kept nowhere. */
type Work =
  | { readonly name: 'search' }
  | { readonly name: 'identity'; readonly found: FoundVoter }
  /** The search again, below the confirmation of the voter before. */
  | { readonly name: 'released'; readonly row: VoterRow; readonly isMobile: boolean }
  | {
      readonly name: 'refused';
      readonly refused: Refused;
      readonly row: VoterRow | null;
      /** What was asked when the answer was lost. */
      readonly lost: Lost | null;
    };

type Lost =
  | { readonly asked: 'standing'; readonly found: FoundVoter }
  | { readonly asked: 'check-in'; readonly row: VoterRow; readonly request: CheckInRequest };

function stepOf(work: Work): DeskStep {
  if (work.name === 'refused' && work.refused.type === 'wire') return 'uncertain';
  return work.name === 'released' && work.isMobile ? 'marked' : work.name;
}

export interface DeskWorkProps {
  readonly deskNumber: number;
  /** `YYYY-MM-DD`. */
  readonly votingDate: string;
  /** Voting is open. */
  readonly isActive: boolean;
  /** Cards are laid down to try the reader, and stand for nobody. */
  readonly isTrying: boolean;
  readonly mayBeHelped: boolean;
  readonly mayBeMobile: boolean;
  /** The last card at this desk's reader. */
  readonly card: DeskCard | null;
  readonly onStep: (step: DeskStep) => void;
  /** The counts have changed. */
  readonly onRecorded: () => void;
}

/** Search, identity, card: the way of one voter through the desk. */
export function DeskWork(props: DeskWorkProps) {
  const { deskNumber, votingDate, isActive, isTrying, card, onStep, onRecorded } = props;
  const say = useDeskWords();
  const [work, setWork] = useState<Work>({ name: 'search' });
  const [isSending, setSending] = useState(false);
  const camera = useDeskCamera();
  /** Counts what the officer does, so that an answer that comes after something newer is let go. */
  const turn = useRef(0);

  const become = useCallback(
    (next: Work) => {
      turn.current += 1;
      setWork(next);
      onStep(stepOf(next));
    },
    [onStep],
  );

  const send = useCallback(
    async (row: VoterRow, request: CheckInRequest, isRepeated: boolean) => {
      setSending(true);
      const result = await checkIn(request);
      setSending(false);
      if (result.ok) {
        become({ name: 'released', row, isMobile: request.identity.method === 'mobile' });
        onRecorded();
        return;
      }
      const { error } = result;
      if (error.type !== 'refused') {
        become({
          name: 'refused',
          refused: { type: 'wire', error },
          row,
          lost: { asked: 'check-in', row, request },
        });
        return;
      }
      const { refusal } = error;
      // Voting was paused or closed meanwhile: the page learns of it and shows its own notice instead.
      if (refusal.type === 'polls-not-open') onRecorded();
      // The lost answer was "recorded": this desk itself checked the voter in a moment ago.
      if (isRepeated && refusal.type === 'already-checked-in' && refusal.earlier.desk === deskNumber) {
        become({ name: 'released', row, isMobile: request.identity.method === 'mobile' });
        onRecorded();
        return;
      }
      const lost: Lost | null =
        refusal.type === 'store-in-doubt' ? { asked: 'check-in', row, request } : null;
      become({ name: 'refused', refused: refusal, row, lost });
    },
    [become, deskNumber, onRecorded],
  );

  const pick = useCallback(
    async (found: FoundVoter) => {
      const { row } = found;
      turn.current += 1;
      const asked = turn.current;
      setSending(true);
      const result = await askStanding(row.voter.number);
      setSending(false);
      if (turn.current !== asked) return;
      if (!result.ok) {
        const { error } = result;
        if (error.type === 'refused') {
          become({ name: 'refused', refused: error.refusal, row, lost: null });
        } else {
          const lost: Lost = { asked: 'standing', found };
          become({ name: 'refused', refused: { type: 'wire', error }, row, lost });
        }
        return;
      }
      const { earlier } = result.value;
      become(
        earlier === null
          ? { name: 'identity', found }
          : { name: 'refused', refused: { type: 'already-checked-in', earlier }, row, lost: null },
      );
    },
    [become],
  );
  const refuse = useCallback(
    (refused: Refused) => become({ name: 'refused', refused, row: null, lost: null }),
    [become],
  );
  const isWaiting = isActive && (work.name === 'search' || work.name === 'released');
  useCard(card, isTrying ? 'trying' : isWaiting ? 'waiting' : 'busy', pick, refuse);
  const startSearch = useCallback(() => become({ name: 'search' }), [become]);

  switch (work.name) {
    case 'search':
    case 'released':
      return (
        <div class="stack">
          {work.name === 'released' && <Released voter={work.row.voter} isMobile={work.isMobile} />}
          <VoterSearch
            key="search"
            label={work.name === 'released' ? say('desk.released.next') : undefined}
            camera={camera}
            isActive={isActive}
            takesFocus={work.name === 'search' || matchMedia('(pointer: fine)').matches}
            votingDate={votingDate}
            onPick={(row, foundBy) => void pick({ row, foundBy, finger: 'not-asked' })}
            onRefused={refuse}
            onTyping={startSearch}
            onAbsent={(standing) =>
              become({
                name: 'refused',
                refused:
                  standing === 'not-on-list'
                    ? { type: 'not-on-list', mayBeAdded: false }
                    : { type: 'other-polling-place', place: '' },
                row: null,
                lost: null,
              })
            }
          />
          <p class="returning soft">
            <strong>{say('desk.returning')}</strong> {say('common.newCard')}
          </p>
        </div>
      );
    case 'identity':
      return (
        <IdentityScreen
          found={work.found}
          votingDate={votingDate}
          isSending={isSending}
          mayBeHelped={props.mayBeHelped}
          mayBeMobile={props.mayBeMobile}
          onPresent={(identity, isHelped) => {
            const { row } = work.found;
            void send(row, { voter: row.voter.number, identity, isHelped }, false);
          }}
          onVisited={(isVisited) => onStep(isVisited ? 'visited' : 'identity')}
          onBack={startSearch}
        />
      );
    case 'refused': {
      const { refused, row, lost } = work;
      return (
        <RefusalScreen
          refused={refused}
          name={row?.voter.name ?? ''}
          isSending={isSending}
          onBack={startSearch}
          onRetry={() => {
            if (lost?.asked === 'standing') void pick(lost.found);
            if (lost?.asked === 'check-in') void send(lost.row, lost.request, true);
          }}
        />
      );
    }
  }
}

/** A card on the reader finds its voter by itself, once, while the officer waits for the next; whoever is being served stays on the screen. */
function useCard(
  card: DeskCard | null,
  desk: 'trying' | 'waiting' | 'busy',
  onFound: (found: FoundVoter) => void,
  onNobody: (refused: Refused) => void,
): void {
  const lastTurn = useRef(0);
  useEffect(() => {
    if (card === null || desk === 'busy' || card.turn === lastTurn.current) return;
    lastTurn.current = card.turn;
    // it must not stand before the officer as a stranger's when the polls open
    if (desk === 'trying') return;
    const { row, place, finger } = card;
    if (row !== null) onFound({ row, foundBy: 'card', finger });
    else if (place !== null) onNobody({ type: 'other-polling-place', place });
    else onNobody({ type: 'card-unknown' });
  }, [card, desk, onFound, onNobody]);
}
