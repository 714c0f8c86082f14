import { parseArgs } from 'node:util';
import { systemRandom } from '@bilik/ballot/native';
import { startTrustee } from '../src/index.ts';

/** A trustee's process that kills itself before its n-th act on the disk: no handler runs, nothing is closed. */
const { values } = parseArgs({ options: { home: { type: 'string' }, cut: { type: 'string' } } });
const cutAt = Number(values.cut);
let acts = 0;
const started = await startTrustee({
  home: values.home ?? '',
  port: 0,
  host: '127.0.0.1',
  isExercise: true,
  random: systemRandom,
  now: Date.now,
  scryptCost: { n: 2, r: 1, p: 1 },
  onAct: () => {},
  onBroken: (error) => console.error(error),
  storageHook() {
    acts += 1;
    if (acts === cutAt) process.kill(process.pid, 'SIGKILL');
  },
});
if (!started.ok) throw new Error(started.error.type);
console.log(`trustee ready ${started.value.address}`);
