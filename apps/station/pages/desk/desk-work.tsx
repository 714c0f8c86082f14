import { useCallback, useState } from 'preact/hooks';
import { type CheckInRequest, checkIn, type VoterRow } from './desk-answers.ts';
import { useDeskWords } from './desk-words.ts';
import { IdentityScreen } from './identity-screen.tsx';
import { RefusalScreen, type Refused } from './refusal-screen.tsx';
import { Released } from './released.tsx';
import { type FoundBy, VoterSearch } from './voter-search.tsx';

/** Where the officer is; the guided line follows it. */
export type DeskStep = 'search' | 'identity' | 'released' | 'refused' | 'uncertain';

/** What lies before the officer; gone with the next voter, kept nowhere. */
type Work =
  | { readonly name: 'search' }
  | { readonly name: 'identity'; readonly row: VoterRow; readonly foundBy: FoundBy }
  /** The search again, below the confirmation of the voter before. */
  | { readonly name: 'released'; readonly row: VoterRow }
  | {
      readonly name: 'refused';
      readonly refused: Refused;
      readonly row: VoterRow | null;
      /** The check-in whose answer was lost. */
      readonly request: CheckInRequest | null;
    };

export interface DeskWorkProps {
  readonly deskNumber: number;
  /** Voting is open. */
  readonly isActive: boolean;
  readonly onStep: (step: DeskStep) => void;
  /** The counts have changed. */
  readonly onRecorded: () => void;
}

/** Search, identity, card: the way of one voter through the desk. */
export function DeskWork({ deskNumber, isActive, onStep, onRecorded }: DeskWorkProps) {
  const say = useDeskWords();
  const [work, setWork] = useState<Work>({ name: 'search' });
  const [isSending, setSending] = useState(false);

  const become = useCallback(
    (next: Work) => {
      setWork(next);
      onStep(next.name === 'refused' && next.refused.type === 'wire' ? 'uncertain' : next.name);
    },
    [onStep],
  );

  const send = useCallback(
    async (row: VoterRow, request: CheckInRequest, isRepeated: boolean) => {
      setSending(true);
      const result = await checkIn(request);
      setSending(false);
      if (result.ok) {
        become({ name: 'released', row });
        onRecorded();
        return;
      }
      const { error } = result;
      if (error.type !== 'refused') {
        become({ name: 'refused', refused: { type: 'wire', error }, row, request });
        return;
      }
      const { refusal } = error;
      // Voting was paused or closed meanwhile: the page learns of it and shows its own notice instead.
      if (refusal.type === 'polls-not-open') onRecorded();
      // The lost answer was "recorded": this desk itself checked the voter in a moment ago.
      if (isRepeated && refusal.type === 'already-checked-in' && refusal.earlier.desk === deskNumber) {
        become({ name: 'released', row });
        onRecorded();
        return;
      }
      become({ name: 'refused', refused: refusal, row, request: null });
    },
    [become, deskNumber, onRecorded],
  );

  const pick = useCallback(
    (row: VoterRow, foundBy: FoundBy) => {
      // Who is already present is only asked about: the station refuses, and says where and when it was.
      if (row.checkedIn) void send(row, requestFor(row, deskNumber), false);
      else become({ name: 'identity', row, foundBy });
    },
    [become, deskNumber, send],
  );
  const startSearch = useCallback(() => become({ name: 'search' }), [become]);

  switch (work.name) {
    case 'search':
    case 'released':
      return (
        <div class="stack">
          {work.name === 'released' && <Released voter={work.row.voter} />}
          <VoterSearch
            key="search"
            label={work.name === 'released' ? say('desk.released.next') : undefined}
            isActive={isActive}
            takesFocus={work.name === 'search' || matchMedia('(pointer: fine)').matches}
            onPick={pick}
            onTyping={startSearch}
            onAbsent={(standing) =>
              become({
                name: 'refused',
                refused:
                  standing === 'not-on-list'
                    ? { type: 'not-on-list', mayBeAdded: false }
                    : { type: 'other-polling-place', place: '' },
                row: null,
                request: null,
              })
            }
          />
        </div>
      );
    case 'identity':
      return (
        <IdentityScreen
          row={work.row}
          foundBy={work.foundBy}
          isSending={isSending}
          onPresent={(identity) =>
            void send(work.row, { ...requestFor(work.row, deskNumber), identity }, false)
          }
          onBack={startSearch}
        />
      );
    case 'refused': {
      const { refused, row, request } = work;
      return (
        <RefusalScreen
          refused={refused}
          name={row?.voter.name ?? ''}
          isSending={isSending}
          onBack={startSearch}
          onRetry={() => {
            if (row !== null && request !== null) void send(row, request, true);
          }}
        />
      );
    }
  }
}

function requestFor({ voter }: VoterRow, desk: number): CheckInRequest {
  return { voter: voter.number, desk, identity: { method: 'name-and-photo', override: null } };
}
