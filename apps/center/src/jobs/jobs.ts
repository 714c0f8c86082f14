import { fromKysely, PgBoss } from 'pg-boss';
import type { z } from 'zod';
import { APP_ROLE, type Transaction } from '../database/connect.ts';

/** Work that is done later by whichever worker is free. A job carries ids, never content, and may be done twice. */
export interface Jobs {
  /** Asks for a job in the transaction of the row that it is about. The same key is asked for once while it waits. */
  readonly ask: (transaction: Transaction, name: JobName, input: object, key: string) => Promise<void>;
  /** Takes jobs of a name, one after the other; a job whose worker is killed is taken by another one. */
  readonly work: <Schema extends z.ZodType>(
    name: JobName,
    schema: Schema,
    handle: (input: z.output<Schema>) => Promise<void>,
    options?: { readonly sideBySide?: number },
  ) => Promise<void>;
  /** Waits for the jobs under way, half a minute at most. */
  readonly close: () => Promise<void>;
}

/** All kinds of jobs, and after how many seconds one counts as lost with its worker. */
export const JOB_SECONDS = {
  'check-delivery': 900,
  'import-voters': 900,
  'find-duplicates': 900,
  'write-portal': 900,
  'fold-results': 300,
} as const;
export type JobName = keyof typeof JOB_SECONDS;

/** Work that two workers must not do at once for the same key: one works, one waits. Of all other kinds only the waiting are limited. */
const ONE_AT_A_TIME: readonly string[] = ['write-portal'] satisfies readonly JobName[];

const SCHEMA = 'jobs';
/** A worker says so often that it lives; one that is silent for longer has lost its job. */
const HEARTBEAT_SECONDS = 15;

export interface JobsOptions {
  readonly url: string;
  /** `asks` takes no job, and keeps no house: an API process. */
  readonly part: 'asks' | 'works';
  readonly onBroken: (error: Error) => void;
  readonly pollingSeconds?: number;
}

/** Makes or updates the tables of jobs. @param url of the owner's login */
export async function migrateJobs(url: string, onBroken: (error: Error) => void): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', onBroken);
  await boss.start();
  for (const [name, seconds] of Object.entries(JOB_SECONDS)) {
    const options = {
      policy: ONE_AT_A_TIME.includes(name) ? 'stately' : 'short',
      retryLimit: 20,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 60,
      expireInSeconds: seconds,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      notify: true,
    } as const;
    await boss.createQueue(name, options);
  }
  await boss
    .getDb()
    .executeSql(
      `grant usage on schema ${SCHEMA} to ${APP_ROLE}; grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_ROLE}`,
    );
  await boss.stop({ graceful: false });
}

/** Opens the jobs of a center whose tables are there. */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const works = options.part === 'works';
  const boss = new PgBoss({
    connectionString: options.url,
    schema: SCHEMA,
    migrate: false,
    supervise: works,
    schedule: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    max: works ? 4 : 2,
    useListenNotify: works,
  });
  boss.on('error', options.onBroken);
  await boss.start();
  return {
    async ask(transaction, name, input, key) {
      await boss.send(name, input, { db: fromKysely(transaction), singletonKey: key });
    },
    async work(name, schema, handle, { sideBySide = 1 } = {}) {
      const pollingSeconds = options.pollingSeconds ?? 0.5;
      await boss.work(
        name,
        {
          pollingIntervalSeconds: pollingSeconds,
          // many notices that come during one job wake it once: without this the rest would lie for half a minute each
          notifyPollingIntervalSeconds: pollingSeconds,
          localConcurrency: sideBySide,
          heartbeatRefreshSeconds: HEARTBEAT_SECONDS / 3,
        },
        async ([job]) => {
          if (job === undefined) return;
          try {
            await handle(schema.parse(job.data));
          } catch (error) {
            // the job is tried again; whoever looks after the machine hears of each try
            const said = error instanceof Error ? error.message : String(error);
            // no number of a person in a log, whatever a library wrote into its words
            const quiet = said.replace(/\d{9,}/g, '…');
            options.onBroken(new Error(`the job ${name} failed: ${quiet}`, { cause: error }));
            throw error;
          }
        },
      );
    },
    close: () => boss.stop({ graceful: true, timeout: 30_000, close: true }),
  };
}
