import { Button, ButtonRow } from '@bilik/ui/button';
import { CameraView } from '@bilik/ui/camera-view';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { QrPicture } from '@bilik/ui/qr-picture';
import { StateBadge } from '@bilik/ui/state-badge';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type DeskState, tellSelfTest } from './desk-answers.ts';
import { useDeskWords } from './desk-words.ts';

/** A scanner may put its own mark before what it read. */
const SCANNER_MARK = /^\s*(\][A-Za-z][0-9A-Za-z])?/;
/** Every square code of ours but a card's begins so. */
const OUR_CODE = /^BILIK/i;
const CODE_WIDTH_MM = 40;

/** A code that nobody knows but who reads it off this screen. */
function newTestCode(): string {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `BILIK-UJI-MEJA-${String(drawn).padStart(10, '0')}`;
}

/** Officers try scanner and card reader of this desk before the polls open. What is read here is looked at and dropped. */
export function DeskSelfTest({ state, onSent }: { readonly state: DeskState; readonly onSent: () => void }) {
  const say = useDeskWords();
  const [isOpen, setOpen] = useState(false);
  const [code] = useState(newTestCode);
  const [text, setText] = useState('');
  const [isScanned, setScanned] = useState(false);
  const [wrong, setWrong] = useState<'other' | 'otherOfOurs' | null>(null);
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

  const look = (read: string, isRight: (bare: string) => boolean): void => {
    const bare = read.replace(SCANNER_MARK, '').trim();
    const isRead = isRight(bare);
    setWrong(isRead ? null : OUR_CODE.test(bare) ? 'otherOfOurs' : 'other');
    if (!isRead) return;
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
            // what comes by the keyboard may have been typed by a hand: only this screen knows its code
            look(text, (bare) => bare.toUpperCase() === code);
          }}
        >
          <p>{say('selfTest.desk.scan.hint')}</p>
          <QrPicture text={code} label={say('selfTest.desk.scan.picture')} widthMm={CODE_WIDTH_MM} />
          <Field
            label={say('selfTest.desk.scan')}
            error={wrong === null ? undefined : say(`selfTest.desk.scan.${wrong}`)}
            value={text}
            maxLength={1000}
            onInput={setText}
          />
          {isWatching ? (
            <CameraView
              label={say('desk.camera.view')}
              facing="environment"
              lookWidthPixels={900}
              // it cannot see its own screen, and no hand types into it
              onText={(seen) => look(seen, (bare) => OUR_CODE.test(bare))}
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
