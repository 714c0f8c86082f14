import { Button, ButtonRow } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { SearchBox } from '@bilik/ui/search-box';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CallNotice } from '../common/call-notice.tsx';
import type { WireError } from '../common/wire-words.ts';
import {
  type FoundBy,
  type SearchAnswer,
  type SearchRefusal,
  searchVoters,
  type VoterRow,
} from './desk-answers.ts';
import { type DeskSay, useDeskWords } from './desk-words.ts';
import { useFocusAtOnce } from './focus-at-once.ts';
import { type DeskCamera, InvitationCamera } from './invitation-camera.tsx';
import { VoterLine } from './voter-facts.tsx';

export interface VoterSearchProps {
  readonly votingDate: string;
  readonly onPick: (row: VoterRow, foundBy: FoundBy) => void;
  /** The station knows why nobody was found: another polling place, or an invitation that is none of this election. */
  readonly onRefused: (refusal: SearchRefusal) => void;
  readonly onTyping: () => void;
  /** The officer has searched in vain and says what the invitation or the card shows. */
  readonly onAbsent: (standing: 'other-polling-place' | 'not-on-list') => void;
  readonly camera: DeskCamera;
  readonly label?: string | undefined;
  /** The search lies before the officer, and takes what is typed. */
  readonly isActive: boolean;
  /** The field takes the focus; on a tablet that raises the keyboard over whatever stands above the field. */
  readonly takesFocus: boolean;
}

interface Found {
  readonly query: string;
  readonly answer: SearchAnswer;
}

const NIK_DIGITS = 16;
const INVITATION_START = /^\s*(\][A-Z][0-9A-Z])?BILIK-U/i;
/** Up to here a number is a list number. */
const LIST_NUMBER_DIGITS = 4;

/** The one big field of the desk. What is typed here lives in this component and in the request's body only. */
export function VoterSearch(props: VoterSearchProps) {
  const { votingDate, onPick, onRefused, onTyping, onAbsent, label, isActive, takesFocus } = props;
  const say = useDeskWords();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<WireError | null>(null);
  const [attempt, setAttempt] = useState(0);
  /** The invitation that is whole: its scanner has sent Enter, or the camera saw it. */
  const [whole, setWhole] = useState('');
  /** A scanner ends with Enter before the answer is here: the pick waits for the answer to just this query. */
  const wantedQuery = useRef('');

  useEffect(() => {
    if (query.trim() === '' || (isInvitation(query) && query !== whole)) {
      setFound(null);
      setProblem(null);
      return;
    }
    let isStale = false;
    void searchVoters(query).then((result) => {
      if (isStale) return;
      setProblem(result.ok || result.error.type === 'refused' ? null : result.error);
      setFound(result.ok ? { query, answer: result.value } : null);
    });
    return () => {
      isStale = true;
    };
  }, [query, attempt, whole]);

  const form = useRef<HTMLFormElement>(null);
  useFocusAtOnce(form, 'input', isActive && takesFocus);
  useEffect(() => {
    if (!isActive) return;
    // A tap beside the field must not cost the first letters of a name.
    const onKeyDown = (event: KeyboardEvent) => {
      const isText = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (isText && event.target === document.body) form.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isActive]);

  const isCurrent = found !== null && found.query === query;
  const rows = found?.answer.rows ?? [];

  useEffect(() => {
    if (found === null || found.query !== query || wantedQuery.current !== query) return;
    wantedQuery.current = '';
    if (found.answer.refused !== null) {
      onRefused(found.answer.refused);
      return;
    }
    const [only, ...others] = found.answer.rows;
    if (only !== undefined && others.length === 0) onPick(only, found.answer.kind);
  }, [found, query, onPick, onRefused]);

  const type = (typed: string) => {
    wantedQuery.current = '';
    setQuery(typed);
    onTyping();
  };
  // A single row is picked by Enter at once: it must be the row of what is typed now, not of the letters before.
  const shownRows = found === null || (!isCurrent && rows.length === 1) ? null : rows;
  const advice = adviceFor(query, say);
  const isRefused = isCurrent && found.answer.refused !== null;
  const isAbsent = isCurrent && rows.length === 0 && advice === undefined && !isRefused;

  return (
    <form
      ref={form}
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const refused = isCurrent ? found.answer.refused : null;
        // a scanner's Enter comes after its letters: had the refusal stood already, that Enter would have sent it away unread
        if (refused !== null) return onRefused(refused);
        wantedQuery.current = isCurrent ? '' : query;
        if (isInvitation(query)) setWhole(query);
      }}
    >
      <SearchBox
        label={label ?? say('desk.search.label')}
        hint={isRefused ? say('desk.search.pressEnter') : (advice ?? hintFor(found, say))}
        query={query}
        onQuery={type}
        results={isAbsent || isRefused || advice !== undefined ? null : shownRows}
        total={found?.answer.total}
        keyOf={(row) => String(row.voter.number)}
        renderResult={({ voter }) => <VoterLine voter={voter} votingDate={votingDate} />}
        onPick={(row) => onPick(row, found?.answer.kind ?? 'nothing')}
      />
      <InvitationCamera
        camera={props.camera}
        onText={(text) => {
          type(text);
          wantedQuery.current = text;
          setWhole(text);
        }}
      />
      {problem !== null && (
        <CallNotice error={problem} onRetry={() => setAttempt((earlier) => earlier + 1)} />
      )}
      {isAbsent && (
        <Notice
          state="info"
          happened={say('desk.none.happened')}
          notHappened={say('desk.none.notHappened')}
          toDo={say('desk.none.toDo')}
        >
          <ButtonRow>
            <Button onPress={() => onAbsent('other-polling-place')}>{say('desk.none.otherPlace')}</Button>
            <Button onPress={() => onAbsent('not-on-list')}>{say('desk.none.notListed')}</Button>
          </ButtonRow>
        </Notice>
      )}
    </form>
  );
}

function isInvitation(query: string): boolean {
  return INVITATION_START.test(query);
}

/** While a NIK is typed, how many digits are missing or too many; an invitation is read when its Enter comes. */
function adviceFor(query: string, say: DeskSay): string | undefined {
  if (isInvitation(query)) return say('desk.search.invitation');
  const digits = query.replace(/[\s.-]/g, '');
  if (!/^\d+$/.test(digits) || digits.length <= LIST_NUMBER_DIGITS || digits.length === NIK_DIGITS) {
    return undefined;
  }
  const count = NIK_DIGITS - digits.length;
  return count > 0 ? say('desk.search.nikLeft', { count }) : say('desk.search.nikTooLong', { count: -count });
}

function hintFor(found: Found | null, say: DeskSay): string {
  if (found === null) return say('desk.search.hint');
  const { rows, total } = found.answer;
  if (total > rows.length) return say('desk.search.more', { shown: rows.length, count: total });
  if (rows.length > 1) return say('desk.search.several', { count: total });
  return say('desk.search.hint');
}
