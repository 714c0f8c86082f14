import { parseArgs } from 'node:util';
import { startBooth } from '../../apps/booth/src/booth-server.ts';
import { openKillSwitch } from './kill-switch.ts';

// The booth as it runs in the village, with one more argument: at which step it dies.
const { values } = parseArgs({
  options: { home: { type: 'string' }, port: { type: 'string' }, 'kill-at': { type: 'string' } },
});
const started = await startBooth({
  home: values.home ?? '',
  host: '127.0.0.1',
  port: Number(values.port),
  onBroken: (error, route) => console.error(`${route}: ${error.stack}`),
  step: openKillSwitch(values['kill-at']),
});
if (!started.ok) {
  console.error(started.error);
  process.exit(1);
}
console.log(`ready ${started.value.url}`);
