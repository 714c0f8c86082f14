import { Button, ButtonRow } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import { QrPicture } from '@bilik/ui/qr-picture';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
import type { Person } from '../board-answers.ts';
import { askForCode, type Device, type Given } from './device-calls.ts';
import { deviceName, useDevicesWords } from './devices-words.ts';

/** For whom somebody is asked to stand behind a code: one device, any that was not taken out, or nobody is asked. */
export type Asking = Device | 'any' | null;

/** A code that is on the screen, for whom, until when, and who was paired when it came. */
interface Shown extends Given {
  readonly device: Device | undefined;
  readonly endsAtMs: number;
  readonly pairedBefore: ReadonlySet<string>;
}

export interface AddDeviceProps {
  readonly people: readonly Person[];
  readonly devices: readonly Device[];
  readonly asking: Asking;
  readonly onAsk: (asking: Asking) => void;
  readonly onDone: () => void;
}

const pairedOf = (devices: readonly Device[]) =>
  new Set(devices.filter(({ isPaired }) => isPaired).map(({ device }) => device));

/** One officer asks for a code; the board shows it as QR and digits until it is over or a device has come. */
export function AddDevice({ people, devices, asking, onAsk, onDone }: AddDeviceProps) {
  const say = useDevicesWords();
  const [shown, setShown] = useState<Shown | null>(null);

  const ask = (): void => onAsk('any');
  const wanted = asking === 'any' || asking === null ? undefined : asking;
  const send = async (confirmations: readonly ProvedPerson[]) => {
    const given = await askForCode(wanted?.device, confirmations);
    if (given.ok) {
      const { value } = given;
      const endsAtMs = performance.now() + value.validMs;
      setShown({ ...value, device: wanted, endsAtMs, pairedBefore: pairedOf(devices) });
    }
    return given;
  };

  const come =
    shown === null ? undefined : devices.find((one) => one.isPaired && !shown.pairedBefore.has(one.device));
  return (
    <section class="sheet stack">
      {shown === null ? (
        <>
          <p>{say('pairing.add.explained')}</p>
          <div>
            <Button kind="primary" size="large" onPress={ask}>
              {say('pairing.add')}
            </Button>
          </div>
        </>
      ) : (
        <>
          {come === undefined ? (
            <GivenCode shown={shown} />
          ) : (
            <Notice state="good" happened={say('pairing.given.used', { name: deviceName(say, come) })} />
          )}
          <ButtonRow>
            <Button kind="primary" onPress={() => setShown(null)}>
              {say('pairing.given.close')}
            </Button>
            <Button onPress={ask}>{say('pairing.given.another')}</Button>
          </ButtonRow>
        </>
      )}
      <ConfirmedAct
        title={
          wanted !== undefined
            ? say('pairing.letIn.of', { name: deviceName(say, wanted) })
            : asking === null
              ? null
              : say('pairing.add')
        }
        who={say('pairing.add.who')}
        yes={say('pairing.add.yes')}
        no={say('pairing.remove.no')}
        act="pair_device"
        people={people}
        send={send}
        onClose={() => onAsk(null)}
        onDone={onDone}
      >
        <p>
          {wanted === undefined
            ? say('pairing.add.explained')
            : say('pairing.letIn.explained', { name: deviceName(say, wanted) })}
        </p>
      </ConfirmedAct>
    </section>
  );
}

const TICK_MS = 1_000;

function GivenCode({ shown }: { readonly shown: Shown }) {
  const say = useDevicesWords();
  const [leftMs, setLeftMs] = useState(shown.validMs);
  const heading = useRef<HTMLHeadingElement>(null);
  // it may have been asked for in a line far below
  useEffect(() => heading.current?.scrollIntoView({ block: 'nearest' }), [shown]);
  useEffect(() => {
    const tick = () => setLeftMs(Math.max(0, shown.endsAtMs - performance.now()));
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [shown]);
  if (leftMs === 0) return <Notice state="info" happened={say('pairing.given.over')} />;
  return (
    <div class="given-code">
      <QrPicture text={shown.qr} label={say('pairing.given.qr')} widthMm={55} />
      <div class="stack stack--tight">
        <h2 ref={heading}>
          {shown.device === undefined
            ? say('pairing.given')
            : say('pairing.given.for', { name: deviceName(say, shown.device) })}
        </h2>
        <p class="given-code__digits">
          <code>{`${shown.code.slice(0, 4)} ${shown.code.slice(4)}`}</code>
        </p>
        <p role="timer">{say('pairing.given.left', { seconds: Math.ceil(leftMs / 1000) })}</p>
      </div>
    </div>
  );
}
