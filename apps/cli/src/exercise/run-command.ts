import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nativeGroup } from '@bilik/ballot/native';
import { exerciseHome } from './exercise-home.ts';
import { inventPeople, peopleOfList } from './exercise-people.ts';
import { cardsFor } from './exercise-village.ts';
import { openExercise, PORT_SPAN } from './open-exercise.ts';
import { isPrepared } from './prepare.ts';

const USAGE = `bilik run [--port N] [--fresh] [--home DIR] [--voters N | --list FILE] [--booths N]
  Membuka satu TPS latihan. / Opens one polling place in exercise mode.`;

/** The invented people of `npm start` are the same everywhere. */
const EXERCISE_SEED = 7;

function wholeNumber(text: string, least: number, most: number): number | undefined {
  return /^[0-9]{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most
    ? Number(text)
    : undefined;
}

function addressList(exercise: {
  outside: string;
  station: string;
  booths: readonly string[];
  trustees: readonly string[];
}): string {
  return [
    '',
    'LATIHAN · EXERCISE — TPS 01 Melati, Desa Merah Mata, Banyuasin (semua orang rekaan / all people are invented)',
    '',
    `  Mulai di sini / start here      ${exercise.outside}/luar/`,
    `  Tumpukan kartu / card pile      ${exercise.outside}/luar/#kartu`,
    `  Meja e-verifikasi / desk        ${exercise.station}/meja/`,
    `  Papan TPS / board               ${exercise.station}/papan/`,
    ...exercise.booths.map((url, index) => `  Bilik ${index + 1} / booth                 ${url}/bilik/`),
    ...exercise.trustees.map((url, index) => `  Pemegang kunci ${index + 1} / trustee      ${url}/`),
    '',
    'Berhenti / stop: Ctrl+C. Lanjutkan / go on: npm start. Mulai baru / begin anew: npm start -- --fresh',
    '',
  ].join('\n');
}

/** `npm start`: one polling place in exercise mode until it is stopped. @returns exit code */
export async function runCommand(parameters: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      port: { type: 'string', default: '4100' },
      fresh: { type: 'boolean', default: false },
      home: { type: 'string', default: process.env['BILIK_HOME'] ?? join(process.cwd(), '.bilik') },
      voters: { type: 'string', default: '120' },
      list: { type: 'string' },
      booths: { type: 'string', default: '1' },
    },
  });
  const port = wholeNumber(values.port, 1024, 65_535 - PORT_SPAN);
  const voters = wholeNumber(values.voters, 10, 5000);
  const booths = wholeNumber(values.booths, 1, 20);
  if (port === undefined || voters === undefined || booths === undefined) {
    console.error(USAGE);
    return 2;
  }
  if (values.list !== undefined && !values.fresh && isPrepared(exerciseHome(values.home))) {
    console.error(
      'Latihan ini sudah punya daftar. Tidak ada yang berubah. Tambahkan --fresh untuk mulai baru dengan daftar itu.\n' +
        'This exercise already has a list. Nothing was changed. Add --fresh to begin anew with that one.',
    );
    return 2;
  }
  const listed =
    values.list === undefined
      ? ({ ok: true, value: inventPeople(voters, EXERCISE_SEED) } as const)
      : await peopleOfList(values.list);
  if (!listed.ok) {
    console.error(listed.error);
    return 1;
  }
  const people = listed.value;
  const opened = await openExercise({
    root: values.home,
    firstPort: port,
    fresh: values.fresh,
    people,
    size: { booths, desks: 2, cards: cardsFor(people.length) },
    group: nativeGroup(),
    say: (line) => console.error(line),
  });
  if (!opened.ok) {
    console.error(
      `Pintu ${opened.error.port} sudah dipakai program lain; tidak ada yang dibuka. Coba: npm start -- --port ${port + PORT_SPAN}\n` +
        `Port ${opened.error.port} is taken by another program; nothing was opened. Try: npm start -- --port ${port + PORT_SPAN}`,
    );
    return 1;
  }
  const exercise = opened.value;
  console.log(
    addressList({
      outside: exercise.outside.url,
      station: exercise.station.url,
      booths: exercise.booths.map(({ url }) => url),
      trustees: exercise.trustees.map(({ url }) => url),
    }),
  );
  let isStopping = false;
  const signal = new Promise<number>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        isStopping = true;
        resolve(0);
      });
    }
  });
  const lost = Promise.race(
    [exercise.station, ...exercise.booths, ...exercise.trustees].map((device) =>
      device.ended.then((code) => {
        if (!isStopping)
          console.error(
            `${device.name} berhenti sendiri / ended by itself (${code}). Jalankan lagi: npm start`,
          );
        return 1;
      }),
    ),
  );
  const code = await Promise.race([signal, lost]);
  await exercise.stop();
  if (code === 0) console.log('Berhenti. Semua tersimpan. / Stopped. All is kept.');
  return code;
}
