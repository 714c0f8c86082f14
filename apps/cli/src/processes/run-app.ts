import { spawn } from 'node:child_process';
import { type App, appMain } from './app-process.ts';

/** Runs one app's own process with this terminal until it ends. @returns its exit code */
export function runApp(app: App, parameters: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [appMain(app), ...parameters], { stdio: 'inherit' });
  // Ctrl+C reaches the child by the terminal; a signal to this process is handed on
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      // somebody else ended it, or the machine had no memory left: it could not say so itself
      if (signal !== null) console.error(`Proses diakhiri (${signal}). / The process was ended (${signal}).`);
      resolve(code ?? 1);
    });
  });
}
