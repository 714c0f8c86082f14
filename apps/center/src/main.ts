import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { actMatrixMarkdown } from './accounts/act-matrix.ts';
import { inviteCommand } from './accounts/invite-command.ts';
import { backupCommand, kindOfBackup, restoreCommand } from './backup/backup-command.ts';
import { forgetCommand } from './backup/forget-command.ts';
import { databaseAddress } from './database/address.ts';
import { beginExercise, ExerciseFiles, exerciseCommand } from './exercise/exercise-command.ts';
import { explainCenter } from './explain-center.ts';
import { migrateJobs } from './jobs/jobs.ts';
import { type CenterAnswer, keepKind, makeCenter, type OpenCenter, openCenter } from './open-center.ts';
import { type CenterProcess, type ProcessOptions, startApi, startWorker } from './processes.ts';
import { openBrokenWords } from './say-broken.ts';
import { readInitOrder } from './set-up/regency-order.ts';
import { type CommandReport, exportCommand, importCommand, initCommand } from './set-up/set-up-command.ts';
import { eraseCommand } from './voters/erasure/erase-command.ts';

const USAGE = `bilik center init|invite|set-up|api|worker|backup|restore|erase-voters|acts|stop|forget|begin-exercise|exercise --home DIR [--exercise] [--host ADDRESS] [--port 4300] [--name HOST,HOST] [--proxy ADDRESS,ADDRESS]
  init    membuat folder dan basis data, atau memajukannya / makes folder and database, or brings them forward
          --regency 33.27 [--voting-date 2027-06-09] [--villages N]: wilayah, aturan, acara / areas, rules, event
  invite  --account ID --name NAMA --role regency --area 33.27: akun pertama, atau yang lupa sandi / the first account, or who lost password or phone
  set-up  --regency 33.27 --export FILE | --import FILE: penyiapan tanpa orang / the set-up, without people
  api     melayani orang; boleh beberapa / serves people; several may run
  worker  memeriksa dan menghitung; boleh beberapa / checks and sums; several may run
  backup  --out FOLDER: semua tabel, berkas, situs umum, tanpa kunci / all tables, files, the public site, without keys
  restore --from FOLDER: ke basis data kosong, dibandingkan / into an empty database, compared
  erase-voters --event ID --by NAME: menghapus data pribadi setelah masa sengketa / erases persons' data after the dispute window
  acts    siapa boleh apa, sebagai Markdown; tanpa --home / who may do what, as Markdown; without --home
  stop    menghentikan PostgreSQL yang tertanam / ends the embedded PostgreSQL
  --name  nama host lain yang dipakai peramban / other host names that browsers use
  forget  --word NAMA-FOLDER: menghapus folder dan basis data tertanamnya / removes folder and embedded database
          pemilihan sebenarnya juga / a real election's also: --backup FOLDER --keys FOLDER
  --proxy alamat server HTTPS di depannya / addresses of the HTTPS server in front: 127.0.0.1
  begin-exercise  folder latihan yang kosong, dan kunci yang disebut paketnya / an exercise's empty folder, and the key that its package names
  exercise  --place FOLDER --package FILE --list FILE --portraits FOLDER --people FILE [--villages 240]: orang rekaan sampai pagi hari pemungutan
            invented people up to the morning of the voting day; --people is written: what the office people know
  DATABASE_URL: server PostgreSQL sendiri / a PostgreSQL server of one's own`;

/** Bad call: nothing was done. */
const USAGE_CODE = 2;
const REFUSED_CODE = 1;

const onBroken = openBrokenWords(console.error, () => performance.now());
const now = () => new Date();

async function main(): Promise<number> {
  // whatever else is asked for is not done
  if (process.argv.some((word) => word === '--help' || word === '-h')) {
    console.log(USAGE);
    return 0;
  }
  if (process.argv.length === 3 && process.argv[2] === 'acts') {
    process.stdout.write(actMatrixMarkdown());
    return 0;
  }
  const read = flags();
  if (read === undefined) {
    console.error(USAGE);
    return USAGE_CODE;
  }
  const { command, values } = read;
  const home = resolve(values.home);
  const databaseUrl = process.env['DATABASE_URL'];
  const options = { home, databaseUrl, now, onBroken };
  switch (command) {
    case 'init': {
      const { regency } = values;
      const kind = values.exercise ? 'exercise' : 'real';
      const villages = values.villages === undefined ? undefined : Number(values.villages);
      const order =
        regency === undefined
          ? undefined
          : readInitOrder({ regency, kind, villages, votingDate: values['voting-date'] }, now());
      // whoever mistypes a code has no half-made center
      if (order?.ok === false) return reported({ done: false, lines: Object.values(order.error.sentence) });
      const made = await makeCenter(home, kind, databaseUrl, onBroken);
      if (!made.ok) return refused(made);
      console.log(JSON.stringify({ ready: home, migrations: made.value.migrations }));
      return order === undefined
        ? 0
        : withCenter(options, ({ parts }) => initCommand(parts, order.value, now()));
    }
    case 'set-up': {
      const { regency, export: toFile, import: fromFile } = values;
      if (regency === undefined || (toFile === undefined) === (fromFile === undefined)) {
        console.error(USAGE);
        return USAGE_CODE;
      }
      return withCenter(options, ({ parts }) =>
        toFile === undefined
          ? importCommand(parts, regency, resolve(fromFile ?? ''))
          : exportCommand(parts, regency, resolve(toFile)),
      );
    }
    case 'invite': {
      const { account = '', role = '', area = '', name } = values;
      return withCenter(options, ({ parts }) => inviteCommand(parts, { account, name, role, area }, now()));
    }
    case 'api': {
      const started = await startApi({
        ...options,
        host: values.host,
        port: Number(values.port),
        hostNames: values.name.split(',').filter(Boolean),
        proxies: values.proxy.split(',').filter(Boolean),
      });
      if (!started.ok) return refused(started);
      console.log(`center ready ${started.value.url}`);
      return untilStopped(started.value);
    }
    case 'worker': {
      const started = await startWorker(options);
      if (!started.ok) return refused(started);
      console.log('center ready worker');
      return untilStopped(started.value);
    }
    case 'backup': {
      const { out } = values;
      if (out !== undefined)
        return withCenter(options, (center) => backupCommand(center, home, resolve(out)));
      console.error(USAGE);
      return USAGE_CODE;
    }
    case 'restore': {
      const { from } = values;
      const kind = from === undefined ? undefined : kindOfBackup(resolve(from));
      if (from === undefined) {
        console.error(USAGE);
        return USAGE_CODE;
      }
      // the folder that a real election is restored into is a real one's from now on
      const kept = kind === undefined ? undefined : keepKind(home, kind);
      if (kept?.ok === false) return refused(kept);
      const { url } = await databaseAddress(home, databaseUrl);
      const report = await restoreCommand({ home, url, now: now(), onBroken }, resolve(from));
      if (report.done) await migrateJobs(url, onBroken);
      return reported(report);
    }
    case 'erase-voters': {
      const { event, by } = values;
      if (event === undefined || by === undefined) {
        console.error(USAGE);
        return USAGE_CODE;
      }
      return withCenter(options, (center) => eraseCommand(center, home, onBroken, { event, by }, now()));
    }
    case 'begin-exercise': {
      const begun = await beginExercise(home);
      if (!begun.ok) return refused(begun);
      console.log(begun.value.receiver);
      return 0;
    }
    case 'exercise': {
      const files = ExerciseFiles.safeParse(values);
      if (files.success)
        return withCenter(options, ({ parts }) =>
          exerciseCommand(parts, files.data, Number(values.villages ?? '240')),
        );
      console.error(USAGE);
      return USAGE_CODE;
    }
    case 'stop':
      await (await databaseAddress(home, databaseUrl)).stopServer();
      return 0;
    case 'forget': {
      const { word, backup, keys } = values;
      return reported(await forgetCommand({ home, databaseUrl, word: word ?? '', backup, keys }));
    }
    default:
      console.error(USAGE);
      return USAGE_CODE;
  }
}

function flags() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        home: { type: 'string' },
        exercise: { type: 'boolean', default: false },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: '4300' },
        name: { type: 'string', default: '' },
        proxy: { type: 'string', default: '' },
        regency: { type: 'string' },
        account: { type: 'string' },
        role: { type: 'string' },
        area: { type: 'string' },
        event: { type: 'string' },
        by: { type: 'string' },
        'voting-date': { type: 'string' },
        villages: { type: 'string' },
        place: { type: 'string' },
        package: { type: 'string' },
        list: { type: 'string' },
        portraits: { type: 'string' },
        people: { type: 'string' },
        out: { type: 'string' },
        from: { type: 'string' },
        word: { type: 'string' },
        backup: { type: 'string' },
        keys: { type: 'string' },
        export: { type: 'string' },
        import: { type: 'string' },
      },
    });
    const [command] = positionals;
    const { home } = values;
    return command === undefined || home === undefined || positionals.length > 1
      ? undefined
      : { command, values: { ...values, home } };
  } catch {
    return undefined;
  }
}

function refused(answer: Extract<CenterAnswer<unknown>, { readonly ok: false }>): number {
  console.error(explainCenter(answer.error));
  return REFUSED_CODE;
}

/** Opens the center for one piece of work and closes it again; the embedded server lives on for the others. */
async function withCenter(
  options: ProcessOptions,
  work: (center: OpenCenter) => Promise<CommandReport>,
): Promise<number> {
  const opened = await openCenter(options.home, { ...options, part: 'asks' });
  if (!opened.ok) return refused(opened);
  try {
    return reported(await work(opened.value));
  } finally {
    await opened.value.close();
  }
}

function reported({ done, lines }: CommandReport): number {
  for (const line of lines) (done ? console.log : console.error)(line);
  return done ? 0 : REFUSED_CODE;
}

/** Runs until somebody stops it, then ends in order. */
function untilStopped(running: CenterProcess): Promise<number> {
  return new Promise((ended) => {
    const stop = () => void running.close().then(() => ended(0));
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}

process.exitCode = await main();
process.exit();
