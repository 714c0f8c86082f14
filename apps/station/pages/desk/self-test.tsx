import { Button, ButtonRow } from '@bilik/ui/button';
import { CameraView } from '@bilik/ui/camera-view';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StateBadge } from '@bilik/ui/state-badge';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type DeskState, tellSelfTest } from './desk-answers.ts';
import { useDeskWords } from './desk-words.ts';

/** Every square code of ours but a card's begins so; a scanner may put its own mark before it. */
const OUR_CODE = /^\s*(\][A-Za-z][0-9A-Za-z])?BILIK/i;

/** Officers try scanner and card reader of this desk before the polls open. What is read here is looked at and dropped. */
export function DeskSelfTest({ state, onSent }: { readonly state: DeskState; readonly onSent: () => void }) {
  const say = useDeskWords();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [isScanned, setScanned] = useState(false);
  const [isForeign, setForeign] = useState(false);
  const [isWatching, setWatching] = useState(false);
  const [isCardRead, setCardRead] = useState(false);
  const [sent, setSent] = useState<'no' | 'yes' | 'failed'>('no');
  const hasReader = state.reader !== 'none';
  const turn = state.card?.turn ?? 0;
  /** A card that lay there before was not laid down for this. */
  const turnBefore = useRef(turn);
  useEffect(() => {
    if (isOpen && turn > turnBefore.current) setCardRead(true);
  }, [isOpen, turn]);

  const look = (read: string): void => {
    const isOurs = OUR_CODE.test(read);
    setForeign(!isOurs);
    if (!isOurs) return;
    setScanned(true);
    setWatching(false);
    setText('');
  };
  if (!isOpen) {
    return (
      <div>
        <Button
          onPress={() => {
            turnBefore.current = turn;
            setOpen(true);
          }}
        >
          {say('selfTest.desk.start')}
        </Button>
      </div>
    );
  }
  return (
    <section class="sheet stack">
      <h2>{say('selfTest.desk.heading')}</h2>
      <p class="soft">{say('selfTest.desk.means')}</p>
      {isScanned ? (
        <div>
          <StateBadge state="good" word={say('selfTest.desk.scan.read')} />
        </div>
      ) : (
        <form
          class="stack stack--tight"
          onSubmit={(event) => {
            event.preventDefault();
            look(text);
          }}
        >
          <Field
            label={say('selfTest.desk.scan')}
            hint={say('selfTest.desk.scan.hint')}
            error={isForeign ? say('selfTest.desk.scan.other') : undefined}
            value={text}
            maxLength={1000}
            onInput={setText}
          />
          {isWatching ? (
            <CameraView
              label={say('desk.camera.view')}
              facing="environment"
              lookWidthPixels={900}
              onText={look}
              onFailed={() => setWatching(false)}
            />
          ) : (
            <div>
              <Button onPress={() => setWatching(true)}>{say('selfTest.desk.camera.on')}</Button>
            </div>
          )}
        </form>
      )}
      <div>
        {hasReader ? (
          <StateBadge
            state={isCardRead ? 'good' : 'waiting'}
            word={say(isCardRead ? 'selfTest.desk.card.read' : 'selfTest.desk.card')}
          />
        ) : (
          <StateBadge state="idle" word={say('selfTest.desk.card.none')} />
        )}
      </div>
      {sent === 'yes' && <Notice state="good" happened={say('selfTest.desk.sent')} />}
      {sent === 'failed' && (
        <Notice
          state="warn"
          happened={say('selfTest.desk.notSent')}
          toDo={say('selfTest.desk.notSent.toDo')}
        />
      )}
      <ButtonRow>
        <Button
          kind="primary"
          size="large"
          onPress={async () => {
            const told = await tellSelfTest({
              scannerRead: isScanned,
              readerRead: hasReader ? isCardRead : null,
            });
            setSent(told.ok ? 'yes' : 'failed');
            onSent();
          }}
        >
          {say('selfTest.desk.send')}
        </Button>
      </ButtonRow>
    </section>
  );
}
