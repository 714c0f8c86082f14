import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'bilik-files-'));
afterAll(() => rmSync(root, { recursive: true }));

const STORE = new URL('./file-store.ts', import.meta.url).href;

/** Keeps a file in a process whose files may not grow beyond 4 kB, as on a disk that becomes full in the middle of a write. */
function keepInLittleRoom(bytes: number) {
  const program = `
    const { openFileStore } = await import(${JSON.stringify(STORE)});
    const kept = await openFileStore(${JSON.stringify(root)}).keep(Buffer.alloc(${bytes}, 7), 100_000);
    console.log(JSON.stringify(kept));`;
  return spawnSync(
    'bash',
    ['-c', 'ulimit -f 4; exec "$0" --input-type=module --eval "$1"', process.execPath, program],
    { encoding: 'utf8' },
  );
}

test.skipIf(process.platform === 'win32')(
  'a disk that takes a part of a file takes none of it: half a photo is never acknowledged',
  () => {
    expect(keepInLittleRoom(3000)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('"bytes":3000'),
    });
    const refused = keepInLittleRoom(10_000);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toContain('EFBIG');
    const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(1);
    expect(readdirSync(join(root, 'incoming'))).toEqual([]);
  },
);
