import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardPhrase } from '../../pages/board/board-words.ts';
import { CLOSING_STEPS, closingSteps } from '../../pages/board/closing/way-to-seal.ts';
import { nextStep } from '../../pages/board/next-step.ts';
import { OPENING_STEPS, openingSteps } from '../../pages/board/today/way-to-open.ts';
import { VIEWS, viewOf, viewOfPhase } from '../../pages/board/view-names.ts';
import { COUNTED, melati } from './board-answer.ts';

const PHASES = ['configured', 'zero_proven', 'open', 'paused', 'closed', 'counted', 'sealed'] as const;
const say: Parameters<typeof nextStep>[1] = (key, ...values) => boardPhrase('id', key, ...values);
const PREPARED = { fingerprint: 'a'.repeat(64), preparedAt: '06:45', isOpened: true, signed: null };
const SIGNED = { at: '06:52', by: ['ketua', 'anggota-1'], notSigned: [] };
const guide = (changed: Parameters<typeof melati>[0]) => nextStep(melati(changed), say, 'id');

describe('the guided line of the board', () => {
  test('tells the story of a day, one act after the other', () => {
    const filled = { missing: [] as string[], handCount: COUNTED };
    const day = [
      guide({}),
      guide({ zeroReport: PREPARED }),
      guide({ zeroReport: { ...PREPARED, signed: SIGNED } }),
      guide({ phase: 'zero_proven' }),
      guide({ phase: 'open' }),
      guide({ phase: 'open', openCases: [{ booth: 1, state: 'sealing' }] }),
      guide({
        phase: 'open',
        openCases: [
          { booth: 1, state: 'sealing' },
          { booth: 3, state: 'cast' },
        ],
      }),
      guide({ phase: 'paused' }),
      guide({ phase: 'closed' }),
      guide({ phase: 'closed', shares: { owners: [1, 2], threshold: 2, sit: 'polling-place' } }),
      guide({ phase: 'closed', ...filled, shares: { owners: [2], threshold: 2, sit: 'polling-place' } }),
      guide({ phase: 'closed', ...filled, shares: { owners: [1, 2], threshold: 2, sit: 'polling-place' } }),
      guide({ phase: 'counted', handCount: COUNTED, missing: ['incidents', 'objections'] }),
      guide({ phase: 'counted', ...filled }),
      guide({ phase: 'sealed', ...filled }),
    ].map(({ view, text }) => `${view}: ${text}`);
    expect(day).toEqual([
      'hari-ini: Siapkan laporan nol, cetak, dan minta ketua, anggota, serta saksi menandatanganinya.',
      'hari-ini: Siapkan laporan nol, cetak, dan minta ketua, anggota, serta saksi menandatanganinya.',
      'hari-ini: Laporan nol sudah ditandatangani. Ketua menyatakan kotak masih kosong.',
      'hari-ini: Pukul 07.00 WIB: ketua dan satu anggota membuka pemungutan suara.',
      'penutupan: Layani pemilih. Penutupan pukul 13.00 WIB, setelah antrean habis.',
      'penutupan: Layani pemilih. Penutupan pukul 13.00 WIB, setelah antrean habis.',
      'hari-ini: Bilik 3: selesaikan struknya di layar bilik itu, berdua.',
      'hari-ini: Bila gangguan sudah beres, dua orang melanjutkan pemungutan suara.',
      'penutupan: Hitung sisa kartu dan isi kotak struk, sementara pemegang kunci memeriksa arsip.',
      'penutupan: Hitung sisa kartu dan isi kotak struk dengan tangan, berdua.',
      'penutupan: Tunggu 1 pemegang kunci lagi memeriksa arsip di perangkatnya sendiri.',
      'penutupan: Ketua dan satu anggota membuka jumlah suara.',
      'penutupan: Lengkapi berita acara: masih 2 isian.',
      'penutupan: Cetak berita acara, tanda tangani, lalu segel hasilnya.',
      'hasil: Kirim hasil ke kabupaten bila belum, lewat jaringan atau stik. Bagikan arsip kepada saksi, dan tempel salinan berita acara di papan pengumuman.',
    ]);
  });

  test('a printer that needs somebody comes before the slip that it could not finish', () => {
    const stuck = { phase: 'open', openCases: [{ booth: 2, state: 'void' }] } as const;
    const broken = (trouble: 'paper-out' | 'jam') =>
      guide({ ...stuck, openCases: [...stuck.openCases], printersInTrouble: [{ booth: 2, trouble }] });
    expect(broken('paper-out')).toEqual({ view: 'hari-ini', text: 'Bilik 2: kertas habis. Ganti kertas.' });
    expect(broken('jam').text).toContain('Bilik 2: kertas macet.');
    expect(guide({ ...stuck, openCases: [...stuck.openCases] }).text).toContain('Bilik 2: selesaikan');
  });

  test('a slip that only waits for its voter never alarms', () => {
    const { text } = guide({ phase: 'open', openCases: [{ booth: 2, state: 'sealing' }] });
    expect(text).not.toContain('Bilik 2');
  });
});

test('before the zero report the line goes from pairing to the tests, and never back to the self-test', () => {
  const selfTest = { last: null, untried: { booths: [1], desks: [] }, hasNews: false };
  const untested = { ...melati().logicTest, runs: 0, last: null };
  expect(
    [
      guide({ pairedPlaces: 0, selfTest, logicTest: untested }),
      guide({ selfTest, logicTest: untested }),
      guide({ logicTest: untested }),
      guide({ selfTest, logicTest: { ...untested, state: 'under-way' } }),
      guide({ selfTest }),
    ].map(({ view, text }) => `${view}: ${text}`),
  ).toEqual([
    'perangkat: Pasangkan dulu bilik dan meja: satu kode untuk setiap perangkat.',
    'hari-ini: Uji diri dulu: coba tiap bilik dan meja, lalu tekan “Jalankan uji diri”.',
    'hari-ini: Uji hitung: dua orang menekan “Mulai uji hitung”. Bila tidak dilakukan, ketua mencatat alasannya dahulu.',
    'hari-ini: Uji hitung: pakai semua kartu uji di setiap bilik, lalu ketik hitungan struknya.',
    'hari-ini: Siapkan laporan nol, cetak, dan minta ketua, anggota, serta saksi menandatanganinya.',
  ]);
});

describe('the steps to the open polls', () => {
  const NOTHING_TRIED = { last: null, untried: { booths: [1], desks: [] }, hasNews: false };
  const tried = (verdict: 'go' | 'attention' | 'no-go') => ({
    ...melati().selfTest,
    last: { at: '06:10', verdict, checks: [] },
  });
  const UNTESTED = { ...melati().logicTest, runs: 0, last: null };
  const differed = {
    ...UNTESTED,
    runs: 1,
    last: { at: '06:40', isMatch: false, differences: [], unused: [] },
  };
  const PASSED = { ...UNTESTED, isInTime: false };
  const stand = (changed: Parameters<typeof melati>[0]) => {
    const steps = openingSteps(melati(changed));
    return OPENING_STEPS.map((name) => steps[name]).join(' ');
  };

  test('what is done folds, and one thing is due after the other', () => {
    expect([
      stand({ selfTest: NOTHING_TRIED, logicTest: UNTESTED }),
      stand({ selfTest: { ...tried('go'), hasNews: true }, logicTest: UNTESTED }),
      stand({ selfTest: tried('attention'), logicTest: UNTESTED }),
      stand({ logicTest: { ...UNTESTED, state: 'under-way' } }),
      stand({ selfTest: NOTHING_TRIED, logicTest: { ...UNTESTED, state: 'under-way' } }),
      stand({ selfTest: NOTHING_TRIED }),
      stand({}),
      stand({ zeroReport: PREPARED }),
      stand({ phase: 'zero_proven', zeroReport: { ...PREPARED, signed: SIGNED } }),
    ]).toEqual([
      'now done next next next',
      'now done next next next',
      'attention done now next next',
      'done done now next next',
      'next done now next next',
      'next done done now next',
      'done done done now next',
      'done done done now next',
      'done done done done now',
    ]);
  });

  test('what did not come out stays open until people go on without it, and is never called done', () => {
    expect([
      stand({ selfTest: tried('no-go'), logicTest: UNTESTED }),
      stand({ logicTest: differed }),
      stand({
        logicTest: {
          ...differed,
          skipped: { at: '06:50', reason: 'Waktunya tidak cukup.', confirmedBy: [] },
        },
      }),
      stand({ selfTest: tried('no-go'), logicTest: { ...differed, isInTime: false }, zeroReport: PREPARED }),
      stand({ selfTest: NOTHING_TRIED, logicTest: PASSED, zeroReport: PREPARED }),
    ]).toEqual([
      'differs done now next next',
      'done done differs next next',
      'done done next now next',
      'next done next now next',
      'next done next now next',
    ]);
  });

  test('a witness whose letter nobody looked at leaves that step undone, and stops nothing', () => {
    const people = [...melati().people, { id: 'saksi-1', name: 'Suhartini', role: 'witness' as const }];
    expect(stand({ people })).toBe('done next done now next');
    const mandates = [{ person: 'saksi-1', letter: null, checkedAt: '06:20' }];
    expect(stand({ people, mandates })).toBe('done done done now next');
  });
});

describe('the steps to the sealed result', () => {
  test('whatever is known, at least one step is due until sealing, and afterwards none', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...PHASES),
        fc.nat(3),
        fc.boolean(),
        fc.subarray(melati().missing),
        fc.nat(5),
        (phase, shares, isCounted, missing, onTheirWay) => {
          const hasBox = isCounted && !missing.includes('slipBox');
          const state = melati({
            phase,
            shares: { owners: [1, 2, 3].slice(0, shares), threshold: 2, sit: 'polling-place' },
            handCount: isCounted ? COUNTED : null,
            missing: phase === 'sealed' ? [] : missing,
            onTheirWay: phase === 'open' || phase === 'paused' ? onTheirWay : 0,
          });
          const steps = closingSteps(state);
          const due = CLOSING_STEPS.filter((name) => steps[name] === 'now');
          seen.add(`${phase} ${due.join('+')}`);
          if (phase === 'open' || phase === 'paused' || phase === 'closed')
            expect(due.length).toBeGreaterThan(0);
          if (phase === 'configured' || phase === 'zero_proven') expect(due).toEqual([]);
          // What cannot be taken back is never due before what it rests on is done.
          if (steps.close === 'now') expect(onTheirWay).toBe(0);
          if (steps.count === 'now') expect([shares >= 2, hasBox]).toEqual([true, true]);
          if (steps.seal === 'now') expect([phase, steps.minutes, hasBox]).toEqual(['counted', 'done', true]);
        },
      ),
      { numRuns: 2000, seed: 1607 },
    );
    // Else the property proved nothing.
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'open voters',
        'open close',
        'closed trustees+hands',
        'closed count',
        'counted seal',
      ]),
    );
  });

  test('a sealed polling place has nothing left to do', () => {
    const steps = closingSteps(melati({ phase: 'sealed', missing: [], handCount: COUNTED }));
    expect(new Set(Object.values(steps))).toEqual(new Set(['done']));
  });
});

describe('the views', () => {
  test('an address asks for one view or for none; every phase opens one', () => {
    expect(VIEWS.map((name) => viewOf(`#${name}`))).toEqual(VIEWS);
    expect(['', '#', '#main', '#hasil2', 'hasil'].map(viewOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(PHASES.map(viewOfPhase)).toEqual([
      'hari-ini',
      'hari-ini',
      'hari-ini',
      'hari-ini',
      'penutupan',
      'penutupan',
      'hasil',
    ]);
  });
});
