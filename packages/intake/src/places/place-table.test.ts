import { expect, test } from 'vitest';
import { readPlaceTable } from './place-table.ts';

const problemsOf = (text: string) => {
  const read = readPlaceTable(text);
  return read.ok ? [] : read.error.map(({ path, code }) => `${path}: ${code}`);
};

test('a table of polling places is read with semicolons, commas or tabs, with or without titles', () => {
  const cells = [
    ['16.07.01.2003', '1', '210', '205'],
    ['16.07.01.2003', '2', '0', '300'],
  ];
  for (const separator of [';', ',', '\t']) {
    for (const titles of ['', `kode${separator}tps${separator}L${separator}P\r\n`]) {
      const read = readPlaceTable(
        `\ufeff${titles}${cells.map((row) => row.join(separator)).join('\r\n')}\r\n\r\n`,
      );
      expect(read).toMatchObject({
        ok: true,
        value: [
          { village: '16.07.01.2003', number: 1, registered: { L: 210, P: 205 } },
          { village: '16.07.01.2003', number: 2, registered: { L: 0, P: 300 } },
        ],
      });
    }
  }
});

test('every wrong cell is named by its row and column, and nothing of the table is used', () => {
  expect(
    problemsOf(
      [
        'kode;tps;L;P',
        '16.07.041.002;1;10;10',
        'Plaju;1;10;10',
        '16.07.01.2003;0;10;10',
        '16.07.01.2003;1;1.200;-1',
        '16.07.01.2003;2;10',
        '16.07.01.2003;3;10;10',
        '16.07.01.2003;3;11;11',
      ].join('\n'),
    ),
  ).toEqual([
    'baris 2, kode desa: bps-code',
    'baris 3, kode desa: village-code',
    'baris 4, nomor TPS: number',
    'baris 5, laki-laki: number',
    'baris 5, perempuan: number',
    'baris 6, laki-laki: columns',
    'baris 8, nomor TPS: place-twice',
  ]);
  expect(problemsOf('')).toEqual(['tabel: table-empty']);
  expect(problemsOf('kode;"tps;L;P\n')).toEqual(['baris 1: quote-not-closed']);
  expect(problemsOf(`${'16.07.01.2003;1;1;1\n'.repeat(30_000)}`)).toEqual(['tabel: table-too-long']);
  expect(problemsOf('x;1;1;1\n'.repeat(200))).toHaveLength(50);
});
