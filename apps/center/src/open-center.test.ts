import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keepKind, kindFile, kindIn } from './open-center.ts';

const root = mkdtempSync(join(tmpdir(), 'bilik-kind-'));
afterAll(() => rmSync(root, { recursive: true }));

test('a folder is of one kind for ever, and is told so once: a later call that is killed leaves it whole', () => {
  const home = join(root, 'pemalang');
  expect(keepKind(home, 'real').ok).toBe(true);
  const written = statSync(kindFile(home), { bigint: true });
  expect(keepKind(home, 'real').ok).toBe(true);
  const again = statSync(kindFile(home), { bigint: true });
  expect([again.ino, again.mtimeNs]).toEqual([written.ino, written.mtimeNs]);
  expect(keepKind(home, 'exercise')).toEqual({
    ok: false,
    error: { type: 'center-other-kind', kind: 'real' },
  });
  expect(kindIn(kindFile(home))).toBe('real');
});

test('the part of a first call that was killed is no kind', () => {
  const home = join(root, 'cut');
  expect(keepKind(home, 'exercise').ok).toBe(true);
  rmSync(kindFile(home));
  writeFileSync(`${kindFile(home)}.part`, '{"form');
  expect(kindIn(kindFile(home))).toBeUndefined();
  expect(keepKind(home, 'real').ok).toBe(true);
  expect(kindIn(kindFile(home))).toBe('real');
});
