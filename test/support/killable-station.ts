import { parseArgs } from 'node:util';
import { nativeGroup } from '@bilik/ballot/native';
import { fingerprintSchema } from '@bilik/election';
import { startStation } from '../../apps/station/src/station-server.ts';
import { openKillSwitch } from './kill-switch.ts';

// The station as it runs in the village, with one more argument: at which storage write it dies.
const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    second: { type: 'string' },
    port: { type: 'string' },
    'kill-at': { type: 'string' },
  },
});
const killSwitch = openKillSwitch(values['kill-at']);
const started = await startStation({
  home: values.home ?? '',
  second: values.second ?? '',
  host: '127.0.0.1',
  port: Number(values.port),
  group: nativeGroup(),
  now: Date.now,
  elapsedMs: () => performance.now(),
  software: { version: '0.0.0', fingerprint: fingerprintSchema.parse('0'.repeat(64)) },
  onBroken: (error, route) => console.error(`${route}: ${error.stack}`),
  onWrite: (write, step) => killSwitch(`${write} ${step}`),
});
if (!started.ok) {
  console.error(JSON.stringify(started.error));
  process.exit(1);
}
console.log(`ready ${started.value.url}`);
