import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/** Where all programs of this tree keep what they compiled. */
const COMPILE_CACHE = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'bilik');

const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.looseObject({ type: z.string() }) }),
]);

/** One trustee's own process, as a person or a coordinator reaches it. */
export interface TrusteeProcess {
  readonly address: string;
  readonly child: ChildProcess;
  /** From the start of the process to its first answer. */
  readonly startMs: number;
  /** Everything that it has written to its terminal. */
  readonly said: () => string;
  readonly post: (path: string, body: unknown) => Promise<z.output<typeof Answer>>;
  /** The value, which must have the given form. */
  readonly tell: <Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
  ) => Promise<z.output<Schema>>;
  readonly state: () => Promise<unknown>;
  readonly killNow: () => Promise<void>;
  /** The signal that ended the process, once it has ended; `null` when it left by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
}

/** Starts `main.ts`, or another script of a trustee, and waits until it answers. */
export async function startProcess(
  parameters: readonly string[],
  script: string = join(import.meta.dirname, '..', 'src', 'main.ts'),
): Promise<TrusteeProcess> {
  const begun = performance.now();
  const child = spawn(process.execPath, [script, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_code, signal) => resolve(signal));
  });
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const found = /^trustee ready (http\S+)$/.exec(line)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    child.once('exit', () => reject(new Error(`a trustee's process ended: ${lines.join('\n')}`)));
  });
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return Answer.parse(await response.json());
  };
  const state = async () => {
    const answer = Answer.parse(await (await fetch(`${address}/api/state`)).json());
    if (!answer.ok) throw new Error('a state was refused');
    return answer.value;
  };
  await state();
  return {
    address,
    child,
    startMs: performance.now() - begun,
    said: () => lines.join('\n'),
    post,
    state,
    ended,
    async tell(path, body, schema) {
      const answer = await post(path, body);
      if (!answer.ok) throw new Error(`${path} was refused: ${JSON.stringify(answer.error)}`);
      return schema.parse(answer.value);
    },
    async killNow() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
