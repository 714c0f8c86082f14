import { spawn } from 'node:child_process';
import { appMain, buildPages } from '../processes/app-process.ts';
import { planRun } from './run-device.ts';

const END_WITH_PARENT = new URL('../processes/end-with-parent.ts', import.meta.url);

/**
 * `bilik device run`: the process of a prepared folder, in this terminal, until it ends or is stopped.
 * @returns its exit code; 1 when nothing was started, undefined when no folder was named
 */
export async function runDevice(parameters: readonly string[]): Promise<number | undefined> {
  const home = homeOf(parameters);
  if (home === undefined) return undefined;
  const plan = planRun(home, parameters);
  if (!plan.ok) {
    console.error(plan.error);
    return 1;
  }
  buildPages();
  const { app, parameters: told } = plan.value;
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT.href, appMain(app), ...told], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl+C reaches both; this one waits until the other has stopped in order
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** The folder among words that are otherwise the process's own. */
function homeOf(parameters: readonly string[]): string | undefined {
  const at = parameters.indexOf('--home');
  const next = at < 0 ? undefined : parameters[at + 1];
  if (next !== undefined && !next.startsWith('-')) return next;
  return parameters.find((word) => word.startsWith('--home='))?.slice('--home='.length);
}
