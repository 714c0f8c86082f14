import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemRandom } from '@bilik/ballot/native';
import { SCRYPT_COST } from './secret/sealed-secret.ts';
import { startTrustee } from './start-trustee.ts';

const USAGE = `One trustee's own device: key ceremony, check of the record, opening.

  node apps/trustee/src/main.ts --home DIR --port N [--host 127.0.0.1] [--workers N] [--exercise]

  --home      this trustee's own folder; two trustees never share one. With device.json in it the device knows its
              station; without it, by files
  --workers   threads for checking a record; by default one per core
  --exercise  shows LATIHAN from the first screen on, and refuses a real election
`;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

interface Settings {
  readonly home: string;
  readonly port: number;
  readonly host: string;
  readonly maxWorkers?: number;
  readonly isExercise: boolean;
}

/** @returns what was asked for, or what is wrong with it */
function readSettings(words: readonly string[]): Settings | string {
  const { values } = parseArgs({
    args: [...words],
    options: {
      home: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      workers: { type: 'string' },
      exercise: { type: 'boolean', default: false },
    },
  });
  const { home, host, workers, exercise } = values;
  const port = Number(values.port);
  if (home === undefined || home === '') return '--home is missing: the folder of this trustee.';
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return '--port must be a number from 0 to 65535.';
  if (!LOOPBACK.has(host) && !exercise) {
    return '--host must be this machine itself (127.0.0.1): a real key is never used over a network.';
  }
  const maxWorkers = workers === undefined ? undefined : Number(workers);
  if (maxWorkers !== undefined && (!Number.isInteger(maxWorkers) || maxWorkers < 0 || maxWorkers > 64)) {
    return '--workers must be a number from 0 to 64.';
  }
  return {
    home,
    port,
    host,
    isExercise: exercise,
    ...(maxWorkers === undefined ? {} : { maxWorkers }),
  };
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

function settingsOrStop(words: readonly string[]): Settings {
  try {
    const settings = readSettings(words);
    return typeof settings === 'string' ? stop(`${settings}\n\n${USAGE}`) : settings;
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : 'unreadable words'}\n\n${USAGE}`);
  }
}

/**
 * Runs one trustee's device until it is told to stop. Says its address as `trustee ready http://…`; ends with 2 when it cannot begin.
 * @param words what stands after the program's name
 */
export async function runTrustee(words: readonly string[]): Promise<void> {
  if (words.includes('--help') || words.includes('-h')) {
    console.log(USAGE);
    process.exit(0);
  }
  const settings = settingsOrStop(words);
  const pageFolder = join(import.meta.dirname, '..', 'dist', 'pages', 'trustee');
  if (!existsSync(pageFolder)) {
    stop('The page was not built. Run: node scripts/build-pages.mjs --only trustee/trustee');
  }
  const started = await startTrustee({
    ...settings,
    pageFolder,
    random: systemRandom,
    now: Date.now,
    scryptCost: SCRYPT_COST,
    onAct: (act) => console.log(JSON.stringify(act)),
    onBroken: (error, route) => console.error(`broken at ${route}: ${error.stack ?? error.message}`),
  });
  if (!started.ok) {
    stop(`Another program works on ${started.error.home}. Close it first: one folder, one device.`);
  }
  console.log(`trustee ready ${started.value.address}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void started.value.close().then(() => process.exit(0));
    });
  }
}
