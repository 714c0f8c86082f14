import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { temporaryHome } from '../../test/temporary-home.ts';
import { openDurableFile, type StorageAct } from './durable-file.ts';

const Note = z.strictObject({ format: z.literal('note/1'), text: z.string() });
const note = (text: string) => ({ format: 'note/1' as const, text });

test('a cut before any act on the disk leaves the old or the new version, whole', () => {
  const seen: string[] = [];
  for (let cutAt = 1; ; cutAt += 1) {
    const path = join(temporaryHome(), 'note.json');
    expect(openDurableFile(path, Note).replace(note('old')).ok).toBe(true);
    let acts = 0;
    let cutBefore: StorageAct | undefined;
    const file = openDurableFile(path, Note, (act) => {
      acts += 1;
      if (acts !== cutAt) return;
      cutBefore = act;
      throw new Error('power cut');
    });
    let isAcknowledged = false;
    try {
      isAcknowledged = file.replace(note('new')).ok;
    } catch (error) {
      expect(error).toHaveProperty('message', 'power cut');
    }
    const after = openDurableFile(path, Note).read()?.text;
    if (isAcknowledged) {
      expect(after).toBe('new');
      break;
    }
    seen.push(`${cutBefore}: ${after}`);
  }
  expect(seen).toEqual([
    'write: old',
    'write-rest: old',
    'sync: old',
    'rename: old',
    'sync-folder: new',
    'done: new',
  ]);
});

test('a full disk is a typed refusal, and what is read afterwards is what stands on the disk', () => {
  const path = join(temporaryHome(), 'note.json');
  let full: StorageAct | undefined;
  const file = openDurableFile(path, Note, (act) => {
    if (act === full) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  });
  file.replace(note('old'));
  full = 'write-rest';
  expect(file.replace(note('new'))).toEqual({
    ok: false,
    error: { type: 'storage-failed', reason: 'ENOSPC' },
  });
  expect(file.read()).toEqual(note('old'));
  // After the rename the new version is in place, though nobody was told that it is safe.
  full = 'sync-folder';
  expect(file.replace(note('newer')).ok).toBe(false);
  expect(file.read()).toEqual(note('newer'));
  full = undefined;
  expect(file.replace(note('newest')).ok).toBe(true);
});

test('a file of another version, a changed or a cut file is refused and never reset', () => {
  for (const content of [
    '{"format":"note/2","text":""}',
    '{"format":"note/1","text":"a","more":1}',
    '{"for',
    '',
  ]) {
    const path = join(temporaryHome(), 'note.json');
    writeFileSync(path, content);
    expect(() => openDurableFile(path, Note)).toThrow('is not a file of this program');
    expect(statSync(path).size).toBe(content.length);
  }
});

test('files are readable by their owner alone, and nothing is left beside them', () => {
  const home = temporaryHome();
  openDurableFile(join(home, 'note.json'), Note).replace(note('a'));
  expect(readdirSync(home)).toEqual(['note.json']);
  expect(statSync(join(home, 'note.json')).mode & 0o777).toBe(0o600);
});
