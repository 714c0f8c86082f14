import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseAddress } from './database/address.ts';
import { explainCenter } from './explain-center.ts';
import { type CenterAnswer, makeCenter } from './open-center.ts';
import { type CenterProcess, startApi, startWorker } from './processes.ts';

const USAGE = `center init|api|worker|stop --home DIR [--exercise] [--host ADDRESS] [--port 4300] [--name HOST,HOST]
  init    membuat folder dan basis data, atau memajukannya / makes folder and database, or brings them forward
  api     melayani orang; boleh beberapa / serves people; several may run
  worker  memeriksa dan menghitung; boleh beberapa / checks and sums; several may run
  stop    menghentikan PostgreSQL yang tertanam / ends the embedded PostgreSQL
  --name  nama host lain yang dipakai peramban / other host names that browsers use
  DATABASE_URL: server PostgreSQL sendiri / a PostgreSQL server of one's own`;

/** Bad call: nothing was done. */
const USAGE_CODE = 2;
const REFUSED_CODE = 1;

const onBroken = (error: Error) => console.error(`center: ${error.message}`);
const now = () => new Date();

async function main(): Promise<number> {
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
      const made = await makeCenter(home, values.exercise ? 'exercise' : 'real', databaseUrl, onBroken);
      if (!made.ok) return refused(made);
      console.log(JSON.stringify({ ready: home, migrations: made.value.migrations }));
      return 0;
    }
    case 'api': {
      const started = await startApi({
        ...options,
        host: values.host,
        port: Number(values.port),
        hostNames: values.name.split(',').filter(Boolean),
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
    case 'stop':
      await (await databaseAddress(home, databaseUrl)).stopServer();
      return 0;
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
