import { Button } from '@bilik/ui/button';
import { asDevice } from '@bilik/ui/call';
import { DataTable } from '@bilik/ui/data-table';
import { useLive } from '@bilik/ui/live';
import { StateBadge } from '@bilik/ui/state-badge';
import { useState } from 'preact/hooks';
import { CallNotice } from '../../common/call-notice.tsx';
import { ConfirmedAct } from '../act/confirmed-act.tsx';
import type { Person } from '../board-answers.ts';
import { AddDevice, type Asking } from './add-device.tsx';
import { askDevices, type Device, removeDevice } from './device-calls.ts';
import { deviceName, useDevicesWords } from './devices-words.ts';

/** How often the list is asked for: that a device fell silent is no event. */
const RECHECK_MS = 5_000;

/** Which devices belong to this polling place and which of them speak with it; adding one, taking one out. */
export function DevicesView({ people }: { readonly people: readonly Person[] }) {
  const live = useLive(asDevice('/api/live'), askDevices, { recheckMs: RECHECK_MS });
  const say = useDevicesWords();
  const [leaving, setLeaving] = useState<Device | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const list = live.value;

  if (list === undefined) {
    return live.state === 'offline' ? (
      <CallNotice error={{ type: 'no-connection' }} onRetry={live.refresh} />
    ) : null;
  }

  return (
    <div class="stack">
      <AddDevice
        people={people}
        devices={list.devices}
        asking={asking}
        onAsk={setAsking}
        onDone={live.refresh}
      />
      <DataTable<Device>
        caption={say('pairing.devices')}
        rows={list.devices}
        keyOf={({ device }) => device}
        asLines
        columns={[
          {
            key: 'device',
            header: say('pairing.devices.device'),
            cell: (device) =>
              device.device === list.own
                ? `${deviceName(say, device)} (${say('pairing.own')})`
                : deviceName(say, device),
          },
          {
            key: 'state',
            header: say('pairing.devices.state'),
            cell: (device) => <Standing device={device} />,
          },
          {
            key: 'act',
            header: say('pairing.devices.act'),
            cell: (device) =>
              device.wasTakenOut ? (
                <Button onPress={() => setAsking(device)}>
                  {say('pairing.letIn.of', { name: deviceName(say, device) })}
                </Button>
              ) : device.isPaired && device.device !== list.own ? (
                <Button onPress={() => setLeaving(device)}>
                  {say('pairing.remove.of', { name: deviceName(say, device) })}
                </Button>
              ) : null,
          },
        ]}
      />
      <ConfirmedAct
        title={leaving === null ? null : say('pairing.remove.question', { name: deviceName(say, leaving) })}
        who={say('pairing.remove.who')}
        yes={say('pairing.remove.yes')}
        kind="bad"
        no={say('pairing.remove.no')}
        act="remove_device"
        people={people}
        send={(confirmations) => removeDevice(leaving?.device ?? '', confirmations)}
        onClose={() => setLeaving(null)}
        onDone={live.refresh}
      >
        <p>{say('pairing.remove.explained')}</p>
      </ConfirmedAct>
    </div>
  );
}

function Standing({ device: { role, isPaired, isHeard, wasTakenOut } }: { readonly device: Device }) {
  const say = useDevicesWords();
  if (role === 'spare') return <StateBadge state="idle" word={say('pairing.state.spare')} />;
  if (wasTakenOut) return <StateBadge state="warn" word={say('pairing.state.takenOut')} />;
  if (!isPaired) return <StateBadge state="idle" word={say('pairing.state.away')} />;
  return isHeard ? (
    <StateBadge state="good" word={say('pairing.state.here')} />
  ) : (
    <StateBadge state="waiting" word={say('pairing.state.silent')} />
  );
}
