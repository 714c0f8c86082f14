import { parseArgs } from 'node:util';
import { readConfig } from './reader-config.ts';
import { runReader } from './reader-process.ts';

const { values } = parseArgs({ options: { home: { type: 'string' } } });
if (values.home === undefined) {
  console.error('Usage: reader --home DIR');
  process.exit(2);
}
const config = readConfig(values.home);
if (!config.ok) {
  console.error(`Alat baca tidak dijalankan. / The reader was not started.\n${config.error}`);
  process.exit(1);
}
const reader = await runReader({
  config: config.value,
  onUnheard: (why) =>
    console.error(
      `Mesin TPS tidak menerima; tempelkan kartu sekali lagi. / The station did not take it; hold the card to it again. (${why})`,
    ),
});
// its sockets and the daemon's watch may all be gone for a while: the process waits for them
const alive = setInterval(() => undefined, 60_000);
console.log('reader ready');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    clearInterval(alive);
    void reader.close().then(() => process.exit(0));
  });
}
