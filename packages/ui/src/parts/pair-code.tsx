import { pairing } from '@bilik/words/catalogue/pairing';
import { phrasesOf } from '@bilik/words/phrases';
import { useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { CameraView } from './camera-view.tsx';
import { Keypad } from './keypad.tsx';
import { useSay } from './language.tsx';
import { Notice } from './notice.tsx';
import { StepHeading } from './page.tsx';

const phrase = phrasesOf(pairing);

/** Why a device was not paired, by the station's own names. */
export interface PairingTrouble {
  readonly type: string;
  /** How long this device is not heard now, in seconds; 0 when it is. */
  readonly seconds: number;
}

export interface PairCodeProps {
  /** Such as "Bilik 1"; `undefined` when this device was not prepared. */
  readonly name: string | undefined;
  /** Pairs with the code. @returns what stood against it; `null` when it is done */
  readonly onCode: (code: string) => Promise<PairingTrouble | null>;
}

const CODE_DIGITS = 8;
/** What the board's QR says ends with the code; so does nothing else that lies about in a polling place. */
const QR_TEXT = /^BILIK-PERANGKAT\.1\.([0-9]{8})$/;

/** The board's code, typed or seen by the camera. */
export function PairCode({ name, onCode }: PairCodeProps) {
  const say = useSay(phrase);
  const [digits, setDigits] = useState('');
  const [trouble, setTrouble] = useState<PairingTrouble | null>(null);
  const [state, setState] = useState<'asking' | 'pairing' | 'done'>('asking');
  const [isWatching, setWatching] = useState(false);
  const [noCamera, setNoCamera] = useState(false);

  const give = async (code: string): Promise<void> => {
    if (state !== 'asking') return;
    setWatching(false);
    setState('pairing');
    const stood = await onCode(code);
    setTrouble(stood);
    setState(stood === null ? 'done' : 'asking');
    if (stood !== null) setDigits('');
  };

  if (name === undefined)
    return <PairingTroubleNotice trouble={{ type: 'device-not-prepared', seconds: 0 }} />;
  if (state !== 'asking')
    return <p role="status">{say(state === 'done' ? 'pairing.done' : 'pairing.busy')}</p>;
  return (
    <Keypad
      label={say('pairing.code')}
      hint={say('pairing.as', { name })}
      value={digits}
      onChange={setDigits}
      onComplete={give}
      length={CODE_DIGITS}
      startsAnew={trouble !== null}
      lead={
        <>
          <StepHeading>{say('pairing.heading')}</StepHeading>
          <p>{say('pairing.guide')}</p>
          {noCamera && <Notice key="camera" state="info" happened={say('pairing.noCamera')} />}
          {trouble !== null && <PairingTroubleNotice trouble={trouble} />}
        </>
      }
      instead={
        isWatching ? (
          <CameraView
            label={say('pairing.cameraView')}
            facing="user"
            lookWidthPixels={640}
            onText={(text) => {
              const code = QR_TEXT.exec(text)?.[1];
              if (code !== undefined) void give(code);
            }}
            onFailed={() => {
              setWatching(false);
              setNoCamera(true);
            }}
          />
        ) : undefined
      }
    >
      <Button size="large" onPress={() => setWatching(!isWatching)}>
        {say(isWatching ? 'pairing.cameraOff' : 'pairing.camera')}
      </Button>
    </Keypad>
  );
}

function PairingTroubleNotice({ trouble: { type, seconds } }: { readonly trouble: PairingTrouble }) {
  const say = useSay(phrase);
  switch (type) {
    case 'device-not-prepared':
      return (
        <Notice
          state="bad"
          happened={say('pairing.notPrepared')}
          notHappened={say('pairing.notPrepared.notHappened')}
          toDo={say('pairing.notPrepared.toDo')}
        />
      );
    case 'no-code-given':
      return <Warning happened={say('pairing.noCode')} toDo={say('pairing.noCode.toDo')} />;
    case 'device-taken-out':
      return <Warning happened={say('pairing.takenOut')} toDo={say('pairing.takenOut.toDo')} />;
    case 'wrong-code':
      return (
        <Warning
          happened={say('pairing.wrongCode')}
          toDo={seconds === 0 ? say('pairing.wrongCode.toDo') : say('pairing.wrongCode.wait', { seconds })}
        />
      );
    case 'pairing-paused':
      return <Warning happened={say('pairing.paused')} toDo={say('pairing.paused.toDo', { seconds })} />;
    case 'station-unheard':
    case 'no-connection':
      return <Warning happened={say('pairing.unheard')} toDo={say('pairing.unheard.toDo')} />;
    default:
      return <Warning happened={say('pairing.failed')} toDo={say('pairing.failed.toDo')} />;
  }
}

function Warning({ happened, toDo }: { readonly happened: string; readonly toDo: string }) {
  const say = useSay(phrase);
  return <Notice state="warn" happened={happened} notHappened={say('pairing.nothing')} toDo={toDo} />;
}
