import {
  civilTime,
  type HandCountFigures,
  type MinutesRecord,
  type PollingPlaceMinutes,
} from '@bilik/election';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definitionWith, EMPTY_RECORD, figuresWith, minutesOf } from '../../test/melati.ts';
import { expectArchivable, FINGERPRINT, pictureOf, squeezed } from '../../test/paper-looks.ts';
import { readCodes } from '../../test/read-code.ts';
import { PdfReading } from '../reading/pdf-reading.ts';
import { renderMinutes } from './minutes.ts';

const handCount = (inBox: number, first: number): HandCountFigures => ({
  cardsLeft: 131,
  cardsReturned: 1,
  slipBox: {
    inBox,
    contests: [
      {
        contest: 'kepala-desa',
        options: [
          { key: 'c1', votes: first },
          { key: 'c2', votes: 2 },
          { key: 'c3', votes: 0 },
          { key: 'blank', votes: 1 },
        ],
      },
    ],
  },
});

/** Everything filled in, as the committee leaves it at night. */
const FULL_RECORD: MinutesRecord = {
  ...EMPTY_RECORD,
  zeroReport: {
    fingerprint: FINGERPRINT,
    preparedAt: civilTime('06:45'),
    signedAt: civilTime('06:52'),
    signedBy: ['chair', 'member-1', 'witness-1'],
  },
  openedAt: civilTime('07:00'),
  closedAt: civilTime('13:05'),
  software: { version: 'bilik 0.1.0', fingerprint: FINGERPRINT },
  record: { electionHash: 'ElectionHashOf43Characters', lastEventHash: 'LastEventHashOf43Characters' },
  sealedRecordHash: 'SealedHashThatTrusteesCompared',
  trusteesPresent: ['trustee-1', 'trustee-2'],
  boardPresent: ['chair', 'member-1', 'member-2'],
  witnessesPresent: ['witness-1', 'witness-2'],
  restarts: [{ device: 'Bilik 2', at: civilTime('09:40'), cause: null, castsBefore: 3, castsAfter: 3 }],
  overrides: { 'card-unreadable': 2, 'finger-unreadable': 0, 'no-card': 0, 'reader-broken': 0, other: 0 },
  incidents: [{ at: civilTime('10:15'), what: 'Kertas macet "lagi" #hack() 😀.', action: 'Struk BATAL' }],
  extensions: [
    {
      at: civilTime('12:40'),
      until: civilTime('13:30'),
      reason: 'Listrik padam.',
      confirmedBy: ['chair', 'member-1'],
    },
  ],
  notedIncidents: [
    {
      number: 1,
      when: '09:00',
      kind: 'power',
      what: 'Listrik padam',
      action: 'Genset menyala',
      notedBy: 'chair',
    },
  ],
  queueAdmissions: [{ at: civilTime('13:30'), count: 4, confirmedBy: ['chair'] }],
  checkedInLate: 3,
  mediaEpochs: [
    {
      number: 2,
      cause: 'new-medium',
      media: [1, 3],
      at: civilTime('10:05'),
      confirmedBy: ['chair', 'member-2'],
    },
  ],
  recordFileHash: 'cd'.repeat(32),
  objections: [{ by: 'Yanti', what: 'Minta hitung ulang', answer: 'Sudah, sama' }],
  helpedVoters: 1,
  singleMediumSince: 'never',
  caseAnswers: [
    { booth: 2, slip: 'sah-in-box', answeredBy: ['chair', 'member-2'] },
    { booth: 1, slip: 'no-slip', answeredBy: ['member-1', 'member-2'] },
  ],
  abandonments: [{ at: civilTime('12:50'), count: 1, confirmedBy: ['chair'] }],
  handCounts: [
    { ...handCount(8, 5), countedBy: ['chair', 'member-1'], reason: null },
    { ...handCount(7, 4), countedBy: ['member-1', 'member-2'], reason: 'Satu struk terbaca dua kali.' },
    { ...handCount(7, 4), countedBy: ['chair', 'member-2'], reason: 'Saksi minta dihitung lagi' },
  ],
};

const melati = (changed: Partial<MinutesRecord> = {}): PollingPlaceMinutes =>
  minutesOf(definitionWith({}), figuresWith({}), { ...FULL_RECORD, ...changed });
const read = (minutes: PollingPlaceMinutes, language: 'id' | 'en' = 'id'): PdfReading =>
  new PdfReading(renderMinutes({ minutes, prepared: null, qrText: null, language }));

describe('minutes', () => {
  test('PDF/A-2b with its fonts inside; same minutes, same bytes', () => {
    const [first, second] = [0, 1].map(() =>
      renderMinutes({ minutes: melati(), prepared: null, qrText: 'x' }),
    );
    expect(first).toEqual(second);
    expectArchivable(new PdfReading(first ?? new Uint8Array()));
  });

  test('a draft says that it is none to be signed; prepared, they carry minute and fingerprint', () => {
    const draft = read(melati()).pages.join('');
    expect(draft).toContain(squeezed('Rancangan Jangan ditandatangani.'));
    expect(draft).not.toContain(squeezed('Sidik berita acara ini'));
    const prepared = { at: civilTime('14:20'), fingerprint: 'cd'.repeat(32) };
    const text = new PdfReading(renderMinutes({ minutes: melati(), prepared, qrText: null })).pages.join('');
    expect(text).not.toContain('Rancangan');
    for (const words of [
      'Sidik berita acara ini',
      'cd'.repeat(32),
      'Cetakan ini disiapkan pukul 14.20 WIB.',
      'sebab kertas tidak dapat memuat tanda tangannya sendiri',
    ]) {
      expect(text).toContain(squeezed(words));
    }
  });

  test('tell of voting that was opened or closed before its hour, why and by whom; else they say nothing of it', () => {
    const [opened, closed] = [
      { command: 'open', at: civilTime('06:50'), announced: civilTime('07:00'), reason: 'Saksi lengkap' },
      { command: 'close', at: civilTime('11:41'), announced: civilTime('13:00'), reason: 'Banjir.' },
    ] as const;
    const confirmedBy = ['chair', 'member-1'];
    const acts = [
      { ...opened, confirmedBy },
      { ...closed, confirmedBy },
    ];
    const text = read(melati({ earlyActs: acts })).pages.join('');
    for (const words of [
      'Dibuka sebelum waktunya Pukul 06.50, sebelum pukul 07.00 WIB yang diumumkan. Alasan: Saksi lengkap.',
      'Ditutup sebelum waktunya Pukul 11.41, sebelum pukul 13.00 WIB yang diumumkan. Alasan: Banjir. Diputuskan oleh Rahmat Hidayat; Dewi Lestari.',
    ]) {
      expect(text).toContain(squeezed(words));
    }
    expect(read(melati()).pages.join('')).not.toContain(squeezed('sebelum waktunya'));
  });

  test('name who extended the hours, counted the queue and put in a medium, and the SHA-256 of the record’s file', () => {
    const text = read(melati()).pages.join('');
    for (const words of [
      'Pukul 12.40, sampai pukul 13.30: Listrik padam. Diputuskan oleh Rahmat Hidayat; Dewi Lestari.',
      'Nomor 1, listrik (09.00): Listrik padam. Tindakan: Genset menyala. Dicatat oleh Rahmat Hidayat.',
      'Pukul 13.30: 4 orang dalam antrean dihitung oleh Rahmat Hidayat.',
      'Setelah jam penutupan dilayani: 3 orang.',
      'Masa 2, pukul 10.05: media baru dipasang (media 1, 3), oleh Rahmat Hidayat; Agus Salim.',
      'cd'.repeat(32),
    ]) {
      expect(text).toContain(squeezed(words));
    }
  });

  test('say nothing of storage media unless the day went on with one', () => {
    expect(read(melati({ mediaEpochs: [] })).pages.join('')).not.toContain(squeezed('media penyimpanan'));
    const text = read(melati({ singleMediumSince: civilTime('09:30') })).pages.join('');
    expect(text).toContain(squeezed('Sejak pukul 09.30 hanya satu media penyimpanan dipakai.'));
  });

  test('say how often a PIN was wrong, and nothing of PINs when none was', () => {
    expect(read(melati()).pages.join('')).not.toContain(squeezed('PIN salah'));
    const text = read(melati({ wrongPins: 12 })).pages.join('');
    expect(text).toContain(squeezed('PIN salah sampai jumlah suara dibuka 12'));
  });

  test('say all that was handed in: place, day in words, figures, names, events, sums', () => {
    const pdf = read(melati());
    const text = pdf.pages.join('');
    for (const [index, page] of pdf.pages.entries()) {
      expect(page).toContain(squeezed(`Halaman ${index + 1} dari ${pdf.pageCount}`));
      expect(page).not.toContain('LATIHAN');
    }
    for (const words of [
      'PANITIA PEMILIHAN KEPALA DESA SUKAMAJU',
      'KECAMATAN BANYUASIN III – KABUPATEN BANYUASIN',
      'BERITA ACARA PEMUNGUTAN DAN PENGHITUNGAN SUARA',
      'Pada hari Sabtu, tanggal dua belas Desember dua ribu dua puluh enam (12-12-2026)',
      'dibuka pukul 07.00 dan ditutup pukul 13.05 WIB',
      'Rahmat Hidayat; Yanti',
      '1. Siti Aminah 4 empat 66,67 % 4 0',
      '2. H. Muhammad Zainuddin, S.Pd. 2 dua 33,33 % 2 0',
      '3. Bambang Sutrisno 0 nol 0,00 % 0 0',
      'Suara kosong 1 satu – 1 0',
      'Jumlah suara 7 tujuh',
      'Struk dan suara masuk sama.',
      '09.40: Bilik 2; sebab: tidak diketahui. Surat suara tersimpan sebelum: 3, sesudah: 3.',
      '10.15: Kertas macet "lagi" #hack() ?. Tindakan: Struk BATAL.',
      'kartu tidak terbaca: 2',
      'Yanti: Minta hitung ulang. Jawaban: Sudah, sama.',
      FINGERPRINT,
      'SealedHashThatTrusteesCompared',
      'LastEventHashOf43Characters',
      'mewakili 2. H. Muhammad Zainuddin, S.Pd.',
      '6,67 %',
      'Disiapkan pukul 06.45. Dinyatakan sudah ditandatangani pukul 06.52 oleh Rahmat Hidayat; Dewi Lestari; Yanti.',
      '12.50: 1 hak suara. Ditutup oleh Rahmat Hidayat.',
      'Bilik 2: struk bertanda SAH ada di kotak. Dilihat oleh Rahmat Hidayat; Agus Salim.',
      'Bilik 1: tidak ada struk. Dilihat oleh Dewi Lestari; Agus Salim.',
      'Hitungan 1 (dikoreksi): 8 struk di kotak. Dihitung oleh Rahmat Hidayat; Dewi Lestari.',
      'Hitungan 2 (dikoreksi): 7 struk di kotak. Dihitung oleh Dewi Lestari; Agus Salim. Berubah: struk di kotak dari 8 menjadi 7; 1. Siti Aminah dari 5 menjadi 4. Alasan: Satu struk terbaca dua kali.',
      'Hitungan 3 (koreksi, yang berlaku): 7 struk di kotak. Dihitung oleh Rahmat Hidayat; Agus Salim. Tidak ada angka yang berubah. Alasan: Saksi minta dihitung lagi.',
    ]) {
      expect(text).toContain(squeezed(words));
    }
    for (const { sentence } of melati().sums) expect(text).toContain(squeezed(sentence.id));
    expect(text).not.toContain('belumdiisi');
    expect(text).not.toContain('TIDAKCOCOK');
    expect(text).not.toContain('\ufffd');
  });

  test('in English on request', () => {
    const text = read(melati(), 'en').pages.join('');
    expect(text).toContain(squeezed('On Saturday, 12 December 2026'));
    expect(text).toContain(squeezed('1. Siti Aminah 4 66.67 % 4 0'));
    expect(text).toContain(squeezed('Page 1 of'));
    for (const words of [
      'Prepared at 06:45. Declared at 06:52 to be signed by Rahmat Hidayat; Dewi Lestari; Yanti.',
      '12:50: 1 releases. Closed by Rahmat Hidayat.',
      'Booth 2: a slip with SAH is in the box. Seen by Rahmat Hidayat; Agus Salim.',
      'Count 1 (corrected): 8 slips in the box.',
      'Count 2 (corrected): 7 slips in the box. Counted by Dewi Lestari; Agus Salim. Changed: slips in the box from 8 to 7; 1. Siti Aminah from 5 to 4. Reason: Satu struk terbaca dua kali.',
      'Count 3 (the correction that holds): 7 slips in the box. Counted by Rahmat Hidayat; Agus Salim. No figure changed.',
    ]) {
      expect(text).toContain(squeezed(words));
    }
  });

  test('an exercise says LATIHAN across every page', () => {
    const exercise = minutesOf(definitionWith({ kind: 'exercise' }), figuresWith({}), FULL_RECORD);
    const pages = read(exercise).pages;
    expect(pages.length).toBeGreaterThan(1);
    // Once in the watermark, once in the footer.
    for (const page of pages) expect(page.split('LATIHAN')).toHaveLength(3);
  });

  test('an exercise says whose day and whose hours it shows; a real paper has one clock', () => {
    const clocks = squeezed('Latihan: jam menurut mesin, tanggal menurut ketetapan.');
    const exercise = minutesOf(definitionWith({ kind: 'exercise' }), figuresWith({}), FULL_RECORD);
    expect(read(exercise).pages.join('')).toContain(clocks);
    expect(read(melati()).pages.join('')).not.toContain(clocks);
  });

  test('a box opened only after the first count: its figures were not counted before, which is no zero', () => {
    const handCounts = [
      { ...handCount(0, 0), slipBox: null, countedBy: ['chair', 'member-1'], reason: null },
      { ...handCount(7, 4), countedBy: ['chair', 'member-1'], reason: 'Kotak baru dibuka' },
    ];
    const text = read(minutesOf(definitionWith({}), figuresWith({}), { ...FULL_RECORD, handCounts })).pages;
    expect(text.join('')).toContain(
      squeezed(
        'Berubah: struk di kotak dari belum dihitung menjadi 7; 1. Siti Aminah dari belum dihitung menjadi 4;',
      ),
    );
  });

  test('one hand count is no correction; a box still closed and a quiet day say so', () => {
    const quiet: MinutesRecord = {
      ...FULL_RECORD,
      caseAnswers: [],
      abandonments: [],
      handCounts: [
        { cardsLeft: 131, cardsReturned: 1, slipBox: null, countedBy: ['chair', 'member-1'], reason: null },
      ],
    };
    const text = read(minutesOf(definitionWith({}), figuresWith({}), quiet)).pages.join('');
    for (const words of [
      'Kotak struk belum dibuka. Kartu dihitung oleh Rahmat Hidayat; Dewi Lestari.',
      'Hak suara yang ditutup karena ditinggalkan Nihil.',
      'Struk setelah pelayanan terputus Nihil.',
    ]) {
      expect(text).toContain(squeezed(words));
    }
    expect(text).not.toContain('koreksi');
  });

  test('figures that do not add up hold the minutes, with the sum that fails', () => {
    const held = minutesOf(definitionWith({}), figuresWith({ users: 9 }), FULL_RECORD);
    const text = read(held).pages.join('');
    expect(text).toContain(squeezed('Berita acara ini ditahan'));
    expect(text).toContain('TIDAKCOCOK');
    const failing = held.sums.filter(({ verdict }) => verdict === 'fails');
    expect(failing.length).toBeGreaterThan(0);
    for (const { sentence } of failing) expect(text.split(squeezed(sentence.id)).length).toBeGreaterThan(2);
  });

  test('cards that nobody has counted are no zeros', () => {
    const counted = { pool: 140, issued: 9, used: 7, voided: 1, returned: 1 };
    const textWith = (tokens: unknown) =>
      read(minutesOf(definitionWith({}), figuresWith({ tokens }), FULL_RECORD)).pages.join('');
    expect(textWith(counted)).not.toContain(squeezed('belum dihitung'));
    const text = textWith({ ...counted, issued: null, returned: null });
    // cards issued, cards returned
    expect(text.split(squeezed('belum dihitung'))).toHaveLength(3);
    // the two sums with these figures
    expect(text.split(squeezed('belum diketahui'))).toHaveLength(3);
    expect(text).not.toContain('TIDAKCOCOK');
  });

  test('what nobody has filled in is named above everything else', () => {
    const empty = minutesOf(definitionWith({}), figuresWith({ slipBox: null }), EMPTY_RECORD);
    const [first = ''] = read(empty).pages;
    expect(empty.missing.length).toBeGreaterThan(10);
    for (const { sentence } of empty.missing) expect(first).toContain(squeezed(sentence.id));
    expect(first.indexOf('Belumlengkap')).toBeLessThan(
      first.indexOf(squeezed('Pemilih dan pengguna hak pilih')),
    );
  });

  test('five candidates with names of 200 characters, quotes and accents', () => {
    const candidates = [1, 2, 3, 4, 5].map((number) => ({
      number,
      name: `${number} "Élok" & Söhne <b>`.padEnd(199, ' na').concat('!'),
    }));
    const contest = {
      id: 'kepala-desa',
      office: 'village-head',
      title: { id: 'Kepala Desa', en: 'Village head' },
      candidates,
    };
    const options = [1, 2, 3, 4, 5]
      .map((number) => ({ key: `c${number}`, votes: 1 }))
      .concat([{ key: 'blank', votes: 2 }]);
    const figures = figuresWith({
      slipBox: null,
      contests: [{ contest: 'kepala-desa', options, valid: 5, invalid: 2, total: 7 }],
    });
    const text = read(
      minutesOf(
        definitionWith({
          contests: [contest],
          people: melati().definition.people.filter(({ role }) => role !== 'witness'),
        }),
        figures,
        FULL_RECORD,
      ),
    ).pages.join('');
    for (const { name } of candidates) expect(text).toContain(squeezed(name));
    expect(text.split('20,00%')).toHaveLength(6);
  });

  test('the signed text is read back from the code on the paper by another reader', async () => {
    const qrText = `bilik/v1/result;16.07.05.2003-001;7;4,2,0,1;${'Ab0+/'.repeat(60)}`;
    const pdf = new PdfReading(renderMinutes({ minutes: melati(), prepared: null, qrText }));
    expect(pdf.drawings).toHaveLength(1);
    for (const drawing of pdf.drawings) expect(await readCodes(pictureOf(drawing))).toEqual([qrText]);
  });

  test('whatever people write in a hurry, the paper can be made', () => {
    let strange = 0;
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120, size: 'max' });
    fc.assert(
      fc.property(text, text, (what, answer) => {
        if (/[^\u0020-\u024f]/.test(what)) strange += 1;
        const record = { ...FULL_RECORD, objections: [{ by: 'Yanti', what, answer }] };
        expect(read(minutesOf(definitionWith({}), figuresWith({}), record)).pageCount).toBeGreaterThan(1);
      }),
      { numRuns: 12, seed: 1607 },
    );
    expect(strange).toBeGreaterThan(3);
  });
});
