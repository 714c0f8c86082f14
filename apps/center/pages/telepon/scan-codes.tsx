import { Button } from '@bilik/ui/button';
import { CodeIntake, explainCodeProblem, useCodeWords } from '@bilik/ui/code-check';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { newSendingId } from '../kantor/upload-file.ts';
import { codeLabel } from './code-label.ts';
import { type OutboxItem, waitingToSend } from './outbox/outbox.ts';
import { type TakenCode, takeCode } from './outbox/take-code.ts';
import { usePhoneNames } from './phone-names.tsx';
import { words } from './phone-words.ts';

/** Signed QR codes of boards into the queue: by camera, from a photo, pasted or typed. */
export function ScanCodes(props: {
  readonly account: string;
  readonly isExercise: boolean;
  readonly items: readonly OutboxItem[];
  readonly language: Language;
  readonly onTaken: (item: OutboxItem) => Promise<void>;
  readonly onBack: () => void;
}) {
  const { account, isExercise, items, language, onTaken, onBack } = props;
  const [taken, setTaken] = useState<TakenCode>();
  const take = async (text: string) => {
    const now = Date.now();
    const answer = takeCode(text.trim(), items, { account, isExercise, id: newSendingId(), now });
    // said only when it is on the phone
    if (answer.type === 'to-queue') await onTaken(answer.item);
    setTaken(answer);
  };
  const waiting = waitingToSend(items.filter((item) => item.account === account));
  return (
    <div class="stack">
      <Button kind="quiet" onPress={onBack}>
        {words(language, 'phone.back')}
      </Button>
      <h2>{words(language, 'phone.scan')}</h2>
      {taken !== undefined && (
        <InSight of={taken}>
          <Said taken={taken} items={items} language={language} />
        </InSight>
      )}
      {waiting > 0 && <p role="status">{words(language, 'phone.waiting', { count: waiting })}</p>}
      <CodeIntake onText={(text) => void take(text)} isMain />
    </div>
  );
}

/** Comes into sight above the camera that brought it. */
function InSight(props: { readonly of: TakenCode; readonly children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [props.of]);
  return <div ref={place}>{props.children}</div>;
}

function Said(props: {
  readonly taken: TakenCode;
  readonly items: readonly OutboxItem[];
  readonly language: Language;
}) {
  const { taken, items, language } = props;
  const say = useCodeWords();
  const { placeText } = usePhoneNames();
  if (taken.type === 'not-taken') {
    const { problem } = taken;
    return (
      <Notice
        state="warn"
        happened={
          problem.type === 'code-is-key'
            ? words(language, 'phone.code.refused.code-is-key')
            : explainCodeProblem(say, problem)
        }
        notHappened={words(language, 'phone.scan.notKept')}
        toDo={words(language, 'phone.scan.again')}
      />
    );
  }
  // the queue goes on while this is read: what stands there now is said
  const { state, ...item } = items.find(({ id }) => id === taken.item.id) ?? taken.item;
  const label = item.kind === 'code' ? codeLabel(language, item, placeText(item.place)) : '';
  const where = words(language, `phone.state.${state}`);
  return (
    <Notice
      state={state === 'refused' ? 'bad' : state === 'phone' ? 'info' : 'good'}
      happened={
        taken.type === 'here'
          ? words(language, 'phone.scan.here', { label, where })
          : words(language, 'phone.scan.kept', { label, where })
      }
      toDo={words(language, 'phone.scan.next')}
    />
  );
}
