import { randomBytes } from 'node:crypto';
import { nativeGroup } from '@bilik/ballot/native';
import { processFlags } from '@bilik/server';
import { explainStart } from './explain-start.ts';
import { isSpare, isSpareWithoutStick } from './media/take-over.ts';
import { takeOverByCommand } from './media/take-over-command.ts';
import { loadByCommand } from './place/load-command.ts';
import { machineStart } from './place/machine-start.ts';
import { isPlaceEmpty } from './place/place-swap.ts';
import { softwareFingerprint } from './place/software.ts';
import { USUAL_STICKS } from './setup/find-packages.ts';
import { startSetup } from './setup/setup-server.ts';
import { startStation } from './station-server.ts';

const USAGE = `station --home DIR --second DIR [--host ADDRESS] [--port 4101] [--https] [--exercise] [--sticks FOLDERS]
  Mesin TPS, atau laptop cadangan yang mengambil alih di layarnya. / The polling place's machine, or a spare that takes over on its screen.
  --home      folder mesin ini / this machine's folder
  --second    stik kedua / the second medium
  --host      alamat di jaringan ruang, dari paket; tanpa itu hanya mesin ini / address in the hall, from the package; else this machine alone
  --https     dengan sertifikat paket; wajib di ruang / with the package's certificate; a hall needs it
  --exercise  hanya menerima paket latihan; tanpa itu hanya yang sebenarnya / takes exercise packages only; without it real ones only
  --sticks    tempat paket dicari; bawaan / where packages are looked for; default: ${USUAL_STICKS}
station --home DIR --second DIR --take-over
  Laptop cadangan, di terminal: dua orang dan PIN-nya. / A spare, at the terminal: two people and their PINs.
station --home DIR --load PACKAGE [--exercise] [--place ID] [--issuer KEY] [--fingerprint HEX] < PASSPHRASE`;

const values = processFlags(USAGE, {
  home: { type: 'string' },
  second: { type: 'string' },
  'take-over': { type: 'boolean', default: false },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '4101' },
  https: { type: 'boolean', default: false },
  exercise: { type: 'boolean', default: false },
  load: { type: 'string' },
  place: { type: 'string' },
  issuer: { type: 'string' },
  fingerprint: { type: 'string' },
  sticks: { type: 'string', default: USUAL_STICKS },
});
function usage(): never {
  console.error(USAGE);
  process.exit(2);
}
if (values.home === undefined) usage();
if (values.load !== undefined) {
  const { place, issuer, fingerprint } = values;
  process.exit(
    await loadByCommand({
      path: values.load,
      home: values.home,
      expected: {
        kind: values.exercise ? 'exercise' : 'real',
        ...(place === undefined ? {} : { pollingPlace: place }),
        ...(issuer === undefined ? {} : { issuer }),
        ...(fingerprint === undefined ? {} : { fingerprint }),
      },
    }),
  );
}
if (values.second === undefined) usage();
const onBroken = (error: Error, route: string): void =>
  console.error(`station: ${route}: ${error.stack ?? error.message}`);
const group = nativeGroup();
let port = Number(values.port);
let startCode: string | undefined;
const spareFolders = { home: values.home, second: values.second };
if (isPlaceEmpty(values.home) || (!values['take-over'] && isSpare(spareFolders))) {
  const setup = await startSetup({
    ...spareFolders,
    port,
    opensAs: { host: values.host, https: values.https },
    kind: values.exercise ? 'exercise' : 'real',
    sticks: values.sticks,
    group,
    random: (count) => new Uint8Array(randomBytes(count)),
    now: Date.now,
    elapsedMs: () => performance.now(),
    onBroken,
  });
  const [untuk, purpose] = isPlaceEmpty(values.home)
    ? ['memuat paket', 'load the package']
    : ['mengambil alih TPS dari stik kedua', 'take over the polling place from the second medium'];
  console.log(
    `Buka halaman ini di mesin ini untuk ${untuk}: ${setup.url}/siap/\n` +
      `Open this page on this machine to ${purpose}: ${setup.url}/siap/`,
  );
  startCode = await setup.loaded;
  await setup.stop();
  // the page waits for the board where it is itself
  port = Number(new URL(setup.url).port);
}
if (values['take-over']) {
  const taken = await takeOverByCommand(spareFolders);
  if (!taken) process.exit(1);
}
if (isSpareWithoutStick(spareFolders)) {
  console.error(
    'Laptop ini cadangan, dan di folder media kedua tidak ada stik dari TPS ini. Tidak ada yang dimulai. Pasang stik dari laptop yang rusak, lalu jalankan lagi.\n' +
      'This laptop is the spare, and no stick of this polling place lies at the second medium. Nothing was begun. Put in the stick of the broken laptop and start again.',
  );
  process.exit(1);
}
const started = await startStation({
  home: values.home,
  second: values.second,
  host: values.host,
  port,
  https: values.https,
  startCode,
  group,
  now: Date.now,
  elapsedMs: () => performance.now(),
  software: softwareFingerprint(),
  machineStart: machineStart(),
  onBroken,
});
if (!started.ok) {
  console.error(explainStart(started.error));
  process.exit(1);
}
const station = started.value;
console.log(`station ready ${station.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void station.stop().then(() => process.exit(0)));
}
