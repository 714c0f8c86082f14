import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { importCommand } from './import-command.ts';
import { syntheticListCommand } from './synthetic-list-command.ts';

let folder = '';
let printed: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bilik-import-'));
  printed = [];
  for (const stream of ['log', 'error'] as const) {
    vi.spyOn(console, stream).mockImplementation((line: string) => {
      printed.push(line);
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function path(name: string): string {
  return join(folder, name);
}

async function syntheticFile(name: string): Promise<string> {
  const line = [
    '--village',
    '16.07.05.2003',
    '--voters',
    '30',
    '--voting-date',
    '2026-11-15',
    '--out',
    path(name),
  ];
  expect(await syntheticListCommand(line)).toBe(0);
  return path(name);
}

describe('bilik import', () => {
  test.each(['list.csv', 'list.xlsx'])(
    'a synthetic %s is importable for an exercise, and written whole',
    async (name) => {
      const file = await syntheticFile(name);
      expect(printed.join('\n')).toContain('SYNTHETIC LIST');
      printed = [];
      const line = [file, '--exercise', '--voting-date', '2026-11-15', '--out', path('out.json')];
      expect(await importCommand(line)).toBe(0);
      const text = printed.join('\n');
      expect(text).toContain('Terbaca: 30 pemilih');
      expect(text).toContain('→ NIK');
      expect(text).toContain('DAPAT DIIMPOR');
      expect(text).not.toMatch(/\d{10}/);
      const written = JSON.parse(readFileSync(path('out.json'), 'utf8'));
      expect(written).toMatchObject({ format: 'bilik/voter-list-import/v1', purpose: 'exercise' });
      expect(written.voters).toHaveLength(30);
      expect(statSync(path('out.json')).mode & 0o777).toBe(0o600);
      expect(await importCommand(line)).toBe(2);
      expect(printed.at(-1)).toContain('EEXIST');
    },
  );

  test('the same list is refused as a real one, each row named, nothing written', async () => {
    const file = await syntheticFile('list.csv');
    printed = [];
    expect(await importCommand([file, '--lang', 'en', '--out', path('out.json')])).toBe(1);
    const text = printed.join('\n');
    expect(text).toContain('ERRORS (30)');
    expect(text.match(/row \d+ column C \(NIK\)/g)).toHaveLength(30);
    expect(text).toContain('NOT IMPORTABLE');
    expect(() => statSync(path('out.json'))).toThrow('ENOENT');
  });

  test('as JSON: every problem with kind, place and both languages', async () => {
    writeFileSync(
      path('bad.csv'),
      'NIK;Nama;JK;Tempat Lahir;Tanggal Lahir;Status;Dusun\n1,6E+15;SRI;P;BETUNG;31/02/1960;S;I\n',
    );
    expect(await importCommand([path('bad.csv'), '--json', '--voting-date', '2026-11-15'])).toBe(1);
    const report = JSON.parse(printed.join(''));
    expect(report).toMatchObject({
      importable: false,
      preview: { voters: 0 },
      problems: [
        { kind: 'identity-scientific', row: 2, column: { letter: 'A', title: 'NIK' } },
        { kind: 'birth-date-impossible', row: 2, column: { letter: 'E' } },
      ],
    });
    for (const { meaning, action } of report.problems) {
      expect([meaning.id, meaning.en, action.id, action.en].every((text) => text.length > 5)).toBe(true);
    }
  });

  test.each([
    ['no file of that name', () => [path('none.csv')]],
    ['a folder', () => [folder]],
    ['no file at all', () => []],
    ['an unknown option', () => [path('x.csv'), '--force']],
    ['a BPS code for the village', () => [path('x.csv'), '--village', '1607040001']],
    ['a day that is none', () => [path('x.csv'), '--voting-date', '2026-02-30']],
    ['a language that is none', () => [path('x.csv'), '--lang', 'xx']],
    ['an answer that is none', () => [path('x.csv'), '--hidden-rows', 'maybe']],
  ])('exit 2 and a sentence: %s', async (_, line) => {
    expect(await importCommand(line())).toBe(2);
    expect(printed.join('\n').length).toBeGreaterThan(20);
  });

  test('exit 2 for a file that is no list', async () => {
    writeFileSync(path('scan.pdf'), '%PDF-1.4');
    expect(await importCommand([path('scan.pdf')])).toBe(2);
    expect(printed.join('\n')).toContain('PDF');
  });
});

describe('bilik synthetic-list', () => {
  test.each([
    [[]],
    [['--village', '16.07.05.2003', '--out', 'list.pdf']],
    [['--village', '1607052003', '--out', 'list.csv']],
    [['--village', '16.07.05.2003', '--voters', '0', '--out', 'list.csv']],
    [['--village', '16.07.05.2003', '--out', '/no/such/folder/list.csv']],
  ])('exit 2 and a sentence: %j', async (line) => {
    expect(await syntheticListCommand(line)).toBe(2);
    expect(printed.join('\n').length).toBeGreaterThan(20);
  });
});
