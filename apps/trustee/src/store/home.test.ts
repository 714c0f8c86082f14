import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryHome } from '../../test/temporary-home.ts';
import { takeHome } from './home.ts';

test('a second device on the same folder is refused, until the first lets go', () => {
  const folder = join(temporaryHome(), 'trustee-1');
  const first = takeHome(folder);
  expect(first.ok).toBe(true);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(takeHome(folder)).toEqual({ ok: false, error: { type: 'home-in-use', home: folder } });
  if (first.ok) first.value.release();
  const second = takeHome(folder);
  expect(second.ok).toBe(true);
  if (second.ok) second.value.release();
});

test('another process is refused; after kill -9 of the holder nothing stale is left', async () => {
  const folder = temporaryHome();
  const module = join(import.meta.dirname, 'home.ts');
  const script = `import { takeHome } from ${JSON.stringify(module)};
    console.log(takeHome(${JSON.stringify(folder)}).ok); setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  const [said] = await once(holder.stdout, 'data');
  expect(String(said).trim()).toBe('true');
  expect(takeHome(folder).ok).toBe(false);

  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const taken = takeHome(folder);
  expect(taken.ok).toBe(true);
  if (taken.ok) taken.value.release();
});
