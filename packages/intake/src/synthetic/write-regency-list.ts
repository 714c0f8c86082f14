import type { SyntheticVillageList } from './generate-regency-lists.ts';
import { SYNTHETIC_NOTICE } from './generate-voter-list.ts';

const TITLES = [
  'Kode Desa',
  'Nama Desa',
  'No KK',
  'NIK',
  'Nama',
  'Tempat Lahir',
  'Tanggal Lahir',
  'Status Perkawinan',
  'Jenis Kelamin',
  'Dusun',
  'RT',
  'RW',
  'Disabilitas',
  'Keterangan',
];

/**
 * One CSV of a whole regency, as a civil registry hands it out: village after village, each row with the code of its village. In pieces, for it
 * has about 60 MB for 450,000 people. Every row is marked as made up.
 */
export function* writeRegencyList(lists: Iterable<SyntheticVillageList>): Generator<Buffer> {
  yield Buffer.from(`\ufeff${SYNTHETIC_NOTICE.id}\r\n${TITLES.join(';')}\r\n`, 'utf8');
  for (const { village, voters } of lists) {
    const lines = voters.map((person) =>
      [
        village.code,
        quoted(village.name),
        person.familyCard ?? '',
        person.nik,
        quoted(person.name),
        quoted(person.birthPlace),
        person.birthDate.split('-').reverse().join('/'),
        person.maritalStatus,
        person.sex,
        quoted(person.hamlet),
        person.rt,
        person.rw,
        quoted(person.disability ?? ''),
        'BUATAN',
      ].join(';'),
    );
    yield Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8');
  }
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
