import { parseTracker } from '@bilik/ballot';
import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import type { CheckedRecord } from './check-record.ts';
import { useCheckingWords } from './words.ts';

type Found = 'in' | 'absent' | 'wrong';

/** "Is my ballot in?": looked up in the record that was checked on this page, and sent nowhere. */
export function TrackerSection({ checked }: { readonly checked: CheckedRecord | undefined }) {
  const say = useCheckingWords();
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<Found>();
  const find = () => {
    const tracker = parseTracker(number);
    if (!tracker.ok) setFound('wrong');
    else setFound(checked?.ballotHashes.has(tracker.value.ballotHash) ? 'in' : 'absent');
  };
  return (
    <section class="stack" aria-labelledby="tracker">
      <h2 id="tracker">{say('checking.tracker')}</h2>
      {checked?.report.verdict !== 'right' ? (
        <p>{say('checking.tracker.first')}</p>
      ) : (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            find();
          }}
        >
          <Field
            label={say('checking.tracker.label')}
            hint={say('checking.tracker.hint')}
            value={number}
            onInput={(text) => {
              setNumber(text);
              setFound(undefined);
            }}
            maxLength={120}
          />
          <Button submit>{say('checking.tracker.find')}</Button>
        </form>
      )}
      {found === 'in' && <Notice state="good" happened={say('checking.tracker.in')} />}
      {found === 'absent' && (
        <Notice
          state="bad"
          happened={say('checking.tracker.absent')}
          toDo={say('checking.tracker.absent.toDo')}
        />
      )}
      {found === 'wrong' && <Notice state="warn" happened={say('checking.tracker.wrong')} />}
    </section>
  );
}
