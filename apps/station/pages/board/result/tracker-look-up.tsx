import type { TrackerFault } from '@bilik/ballot';
import { Button } from '@bilik/ui/button';
import { asDevice } from '@bilik/ui/call';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { CallNotice } from '../../common/call-notice.tsx';
import { type BoardSay, useBoardWords } from '../board-words.ts';
import type { BallotPlace } from './find-ballot.ts';

/** Room for spaces between groups, and for a slip of the finger. */
const LONGEST_ENTRY = 80;

/** What a voter does with the tracker slip: finds the ballot in the record, in this browser. */
export function TrackerLookUp() {
  const say = useBoardWords();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [found, setFound] = useState<BallotPlace | 'no-connection' | null>(null);
  const [isLooking, setLooking] = useState(false);

  const look = async () => {
    if (typed.trim() === '') return setError(say('form.required'));
    setLooking(true);
    try {
      // the record's reader comes when somebody looks for the first time
      const { findBallot, parseTracker } = await import('./find-ballot.ts');
      const tracker = parseTracker(typed);
      if (!tracker.ok) return setError(faultInWords(tracker.error, say));
      const [record, voidList] = await Promise.all([
        fetchWhole(asDevice('/api/record/record.bel')),
        fetchWhole(asDevice('/api/record/void')),
      ]);
      const bytes = new Uint8Array(await record.arrayBuffer());
      setFound(await findBallot(bytes, await voidList.text(), tracker.value));
    } catch (thrown) {
      if (!(thrown instanceof TypeError)) throw thrown;
      setFound('no-connection');
    } finally {
      setLooking(false);
    }
  };

  return (
    <section class="sheet stack">
      <h2>{say('board.tracker')}</h2>
      <p>{say('board.tracker.means')}</p>
      <Field
        label={say('board.tracker.number')}
        hint={say('board.tracker.number.hint')}
        value={typed}
        maxLength={LONGEST_ENTRY}
        onInput={(text) => {
          setTyped(text);
          setError(undefined);
          setFound(null);
        }}
        error={error}
      />
      <div>
        <Button size="large" onPress={look} busy={isLooking}>
          {say('board.tracker.look')}
        </Button>
      </div>
      {found === 'no-connection' && <CallNotice error={{ type: 'no-connection' }} />}
      {found !== null && found !== 'no-connection' && <Found place={found} />}
    </section>
  );
}

function faultInWords(fault: TrackerFault, say: BoardSay): string {
  switch (fault.type) {
    case 'wrong-length':
      return say('board.tracker.mistyped', { count: fault.length });
    case 'foreign-character':
      return say('board.tracker.badSign', { sign: fault.character });
    case 'impossible-last-character':
      return say('board.tracker.lastSign', { sign: fault.character });
  }
}

function Found({ place }: { readonly place: BallotPlace }) {
  const say = useBoardWords();
  const happened = say(`board.tracker.${place}`);
  switch (place) {
    case 'counted':
      return <Notice state="good" happened={happened} notHappened={say('board.tracker.counted.means')} />;
    case 'spoiled':
    case 'proved':
      return <Notice state="info" happened={happened} notHappened={say('board.tracker.void.means')} />;
    case 'absent':
    case 'damaged':
      return <Notice state="warn" happened={happened} toDo={say(`board.tracker.${place}.toDo`)} />;
  }
}

async function fetchWhole(path: string): Promise<Response> {
  const response = await fetch(path, { cache: 'no-store' });
  if (response.status !== 200) throw new TypeError(`${path} answered ${response.status}`);
  return response;
}
