import { openStationSession, processFlags, readDeviceFile } from '@bilik/server';
import { readConfig } from './reader-config.ts';
import { runReader } from './reader-process.ts';

const USAGE = `reader --home DIR [--pair CODE]
  Satu alat baca kartu di meja. / One card reader at a desk.
  --home  folder perangkat ini, dengan device.json dan reader.json / this device's folder, with device.json and reader.json
  --pair  8 angka dari papan (Perangkat, Tambah perangkat); sekali / 8 digits that the board shows; once`;

const values = processFlags(USAGE, { home: { type: 'string' }, pair: { type: 'string' } });
if (values.home === undefined) {
  console.error(USAGE);
  process.exit(2);
}

function stop(why: string): never {
  console.error(`Alat baca tidak dijalankan. / The reader was not started.\n${why}`);
  process.exit(1);
}

const config = readConfig(values.home);
if (!config.ok) stop(config.error);
const file = readDeviceFile(values.home);
if (!file.ok) stop(file.error);
if (file.value.prepared.role !== 'reader') stop('device.json is not of a reader');
const session = openStationSession({ home: values.home, file: file.value, onChange: () => undefined });
if (values.pair !== undefined) {
  const paired = await session.pair(values.pair);
  if (!paired.ok) {
    const { error } = paired;
    stop(
      error.type === 'station-unheard'
        ? 'Mesin TPS tidak menjawab. / The station does not answer.'
        : `Mesin TPS menolak kode itu. / The station refused that code. (${error.reason}, ${error.pauseSeconds} s)`,
    );
  }
}
if (!session.isPaired()) {
  stop(
    'Belum dipasangkan: jalankan dengan --pair KODE dari papan. / Not paired: start it with --pair CODE from the board.',
  );
}
const reader = await runReader({
  config: config.value,
  session,
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
