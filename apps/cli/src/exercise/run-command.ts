import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import { nativeGroup } from '@bilik/ballot/native';
import { mobileGroupRulePack } from '@bilik/election';
import { readFlags, wholeNumber } from '../command-line/flags.ts';
import { hasRegency } from '../regency/begin-regency.ts';
import { exerciseRegency } from '../regency/open-regency.ts';
import { announce, announceRegency, commandAgain, homeInUse, isOnPath, portTaken } from './announcement.ts';
import { exerciseHome, exercisePorts } from './exercise-home.ts';
import { inventPeople, peopleOfList } from './exercise-people.ts';
import { cardsFor, votingNow } from './exercise-village.ts';
import { freeFirstPort, openExercise, PORT_SPAN } from './open-exercise.ts';
import { readDefinition } from './outside-world.ts';
import { isPrepared } from './prepare.ts';

export const USAGE = `bilik run [--port N] [--fresh] [--home DIR] [--voters N | --list FILE] [--booths N] [--desks N]
          [--mobile-group] [--addresses IP[,IP]] [--villages N | --without-regency]
  Membuka satu TPS latihan, lalu kantor kabupatennya. / Opens one polling place in exercise mode, then its regency.
  --villages  desa di kabupaten latihan, 2 sampai 280 / villages of the exercise's regency
  --without-regency  hanya TPS / the polling place alone
  --mobile-group  aturan yang mengizinkan rombongan keliling / rules that allow a mobile group
  --addresses  untuk latihan di ruang dengan perangkat sungguhan: alamat mesin TPS dan cadangannya di sana
               for an exercise in a hall, on real devices: addresses of the station and its spare there (docs/hall.md)`;

/** As many as devices try: the station's and its spare's. */
const MOST_ADDRESSES = 2;

/** @returns undefined for what is no list of IPv4 addresses */
function readAddresses(text: string): readonly string[] | undefined {
  const addresses = text.split(',');
  return addresses.length <= MOST_ADDRESSES && addresses.every(isIPv4) ? addresses : undefined;
}

/** The invented people of `npm start` are the same everywhere. */
const EXERCISE_SEED = 7;

/** Between two paper results: two hundred are in after a quarter of an hour, and a booth beside it feels nothing. */
const ARRIVAL_PACE_MS = 4000;

const USUAL_PORT = '4100';
const usualHome = (): string => process.env['BILIK_HOME'] ?? join(process.cwd(), '.bilik');

/** `npm start`: one polling place in exercise mode until it is stopped. @returns exit code */
export async function runCommand(parameters: readonly string[]): Promise<number> {
  const values = readFlags(parameters, {
    port: { type: 'string', default: USUAL_PORT },
    fresh: { type: 'boolean', default: false },
    home: { type: 'string', default: usualHome() },
    voters: { type: 'string', default: '120' },
    list: { type: 'string' },
    booths: { type: 'string', default: '1' },
    desks: { type: 'string', default: '2' },
    'mobile-group': { type: 'boolean', default: false },
    addresses: { type: 'string' },
    villages: { type: 'string', default: '240' },
    'without-regency': { type: 'boolean', default: false },
  });
  const port = wholeNumber(values?.port, 1024, 65_535 - PORT_SPAN);
  const voters = wholeNumber(values?.voters, 10, 5000);
  const booths = wholeNumber(values?.booths, 1, 20);
  const desks = wholeNumber(values?.desks, 1, 20);
  const villages = wholeNumber(values?.villages, 2, 280);
  const stationAddresses = values?.addresses === undefined ? undefined : readAddresses(values.addresses);
  if (
    values === undefined ||
    (values.addresses !== undefined && stationAddresses === undefined) ||
    port === undefined ||
    villages === undefined ||
    voters === undefined ||
    booths === undefined ||
    desks === undefined
  ) {
    console.error(USAGE);
    return 2;
  }
  const isForANewOne = values.list !== undefined || values['mobile-group'] || stationAddresses !== undefined;
  if (isForANewOne && !values.fresh && isPrepared(exerciseHome(values.home))) {
    console.error(
      'Latihan ini sudah punya daftar, aturan, dan alamat. Tidak ada yang berubah. Tambahkan --fresh untuk mulai baru dengan yang ini.\n' +
        'This exercise already has a list, rules and addresses. Nothing was changed. Add --fresh to begin anew with these.',
    );
    return 2;
  }
  const voting = votingNow(Date.now());
  const listed =
    values.list === undefined
      ? ({ ok: true, value: inventPeople(voters, EXERCISE_SEED, voting.date) } as const)
      : await peopleOfList(values.list, voting.date);
  if (!listed.ok) {
    console.error(listed.error);
    return 1;
  }
  const people = listed.value;
  const home = exerciseHome(values.home);
  const isNew = values.fresh || !isPrepared(home);
  // an exercise that was prepared without a regency names another receiver, and keeps it
  const regency =
    values['without-regency'] || !(isNew || hasRegency(home))
      ? undefined
      : exerciseRegency({
          ...{ home, villages, port: exercisePorts(port).center, paceMs: ARRIVAL_PACE_MS, now: Date.now },
          say: (line) => console.error(line),
        });
  const opened = await openExercise({
    root: values.home,
    firstPort: port,
    fresh: values.fresh,
    people,
    voting,
    stationAddresses,
    regency,
    rulePack: values['mobile-group'] ? mobileGroupRulePack : undefined,
    size: { booths, desks, cards: cardsFor(people.length) },
    group: nativeGroup(),
    say: (line) => console.error(line),
  });
  if (!opened.ok) {
    const { error } = opened;
    console.error(
      error.type === 'home-in-use'
        ? homeInUse(error.root)
        : portTaken(error.port, port, await freeFirstPort(Math.min(port + PORT_SPAN, 50_000))),
    );
    return 1;
  }
  const exercise = opened.value;
  const addresses = {
    outside: exercise.outside.url,
    desks: readDefinition(exercise.home).desks,
    booths: exercise.booths.map(({ url }) => url),
    trustees: exercise.trustees.map(({ url }) => url),
  };
  const again = commandAgain({
    home: values.home === usualHome() ? undefined : values.home,
    port: values.port === USUAL_PORT ? undefined : values.port,
  });
  const hasTool = isOnPath('belenios-tool', process.env['PATH'] ?? '');
  let isStopping = false;
  console.log(
    announce(addresses, {
      hasTool,
      again,
      regency:
        regency === undefined ? (values['without-regency'] ? 'left-out' : 'prepared-without') : 'follows',
    }),
  );
  regency?.start();
  void regency?.opened.then((standing) => {
    if (!isStopping) console.log(announceRegency(exercise.outside.url, standing));
  });
  const signal = new Promise<number>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      // a second one, from an impatient hand or from `timeout`, would otherwise end this process and leave its devices running
      process.on(name, () => {
        if (isStopping) return;
        isStopping = true;
        console.log('Menghentikan semua proses … / Stopping all processes …');
        resolve(0);
      });
    }
  });
  const lost = Promise.race(
    [exercise.station, ...exercise.booths, ...exercise.trustees].map((device) =>
      device.ended.then((code) => {
        if (!isStopping)
          console.error(
            `${device.name} berhenti sendiri / ended by itself (${code}). Jalankan lagi / start it again: ${again}`,
          );
        return 1;
      }),
    ),
  );
  const code = await Promise.race([signal, lost]);
  await Promise.all([regency?.stop(), exercise.stop()]);
  if (code === 0) console.log('Berhenti. Semua tersimpan. / Stopped. All is kept.');
  return code;
}
