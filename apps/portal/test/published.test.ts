import { pollingPlaceIdSchema } from '@bilik/election';
import { expect, test } from 'vitest';
import { readPublished, readSheetCode, readSheetKey } from '../pages/periksa/published.ts';
import { differencesOf } from '../pages/periksa/published-differences.ts';
import { checkAddress, codeCheckAddress } from '../src/pages/check-address.ts';

const HASH = 'a'.repeat(64);

test('what a polling place’s page says in the address is read, and nothing else is', () => {
  expect(
    readPublished(
      `#tps=16.07.01.2901-001&jenis=exercise&calon=1.%20Sari/2.%20Budi%20%26%20co&arsip=${HASH}&suara=c1.4-c2.2-blank.1`,
    ),
  ).toEqual({
    place: '16.07.01.2901-001',
    kind: 'exercise',
    names: ['1. Sari', '2. Budi & co'],
    record: HASH,
    voidList: undefined,
    votes: [
      { key: 'c1', count: 4 },
      { key: 'c2', count: 2 },
      { key: 'blank', count: 1 },
    ],
  });
  const withList = `#tps=16.07.01.2901-001&jenis=exercise&calon=1.%20Sari/2.%20Budi%20%26%20co&arsip=${HASH}&batal=${'b'.repeat(64)}&suara=c1.4-blank.1`;
  expect(readPublished(withList)?.voidList).toBe('b'.repeat(64));
  // slips counted by hand: there are no votes in the record
  const byHand = readPublished(
    `#tps=16.07.01.2901-001&jenis=exercise&calon=1.%20Sari/2.%20Budi%20%26%20co&arsip=${HASH}`,
  );
  expect([byHand?.record, byHand?.votes]).toEqual([HASH, undefined]);
  for (const wrong of [
    '',
    '#',
    // without names figures are nobody's
    `#tps=16.07.01.2901-001&arsip=${HASH}&suara=c1.4-blank.1`,
    `#tps=16.07.01.2901-001&jenis=exercise&calon=%ZZ&arsip=${HASH}`,
    `#tps=1&jenis=real&calon=1.%20Sari&arsip=${HASH}&suara=c1.4-blank.1`,
    `#tps=16.07.01.2901-001&jenis=exercise&calon=1.%20Sari/2.%20Budi%20%26%20co&arsip=x&suara=c1.4-c2.1`,
  ]) {
    expect(readPublished(wrong)).toBeUndefined();
  }
});

test('the key of paper sheets comes with the address that a polling place’s page writes', () => {
  const sheetKey = { signingKey: `${'+/aB'.repeat(10)}xyz=`, electionFingerprint: `${'/+Zz'.repeat(10)}abc` };
  const withKey = { kind: 'exercise' as const, event: { sheetKey } };
  const address = codeCheckAddress(withKey, '16.07.01.2901-001', 'BILIK1/HASIL/A+B:1.2-3');
  expect(readSheetKey(address?.slice(address.indexOf('#')) ?? '')).toEqual({
    ...{ kind: 'exercise', pollingPlace: '16.07.01.2901-001' },
    ...sheetKey,
  });
  expect(readSheetCode(address?.slice(address.indexOf('#')) ?? '')).toBe('BILIK1/HASIL/A+B:1.2-3');
  // a text that is no code is never put into an address; without one the page waits for it
  const without = codeCheckAddress(withKey, '16.07.01.2901-001', '<b>&kode=') ?? '';
  expect(without).not.toContain('kode');
  expect(readSheetKey(without.slice(without.indexOf('#')))?.pollingPlace).toBe('16.07.01.2901-001');
  expect(readSheetCode(without.slice(without.indexOf('#')))).toBeUndefined();
  expect(codeCheckAddress({ kind: 'real', event: { sheetKey: null } }, 'x', 'BILIK1')).toBeUndefined();
  for (const wrong of ['', '#lembar=1&jenis=real', address?.replace('exercise', 'other') ?? '']) {
    expect(readSheetKey(wrong)).toBeUndefined();
  }
});

test('a page whose names or kind are others than the record’s says so: the same votes under other names are another result', () => {
  const figures = {
    ...{ users: 7, valid: 6, invalid: 1, blank: 1, total: 7 },
    options: [
      { key: 'c1' as const, votes: 4 },
      { key: 'c2' as const, votes: 2 },
    ],
  };
  const evidence = { record: HASH, signedResult: HASH, voidList: null, sheetPhotos: [], code: null };
  const contest = (...names: string[]) => ({
    ...{ id: 'kepala-desa', title: { id: 'x', en: 'x' } },
    candidates: names.map((name, index) => ({ number: index + 1, name, photo: null })),
  });
  const record = {
    ...{ file: HASH, pollingPlace: '16.07.01.2901-001', kind: 'exercise' },
    answers: ['1. Sari', '2. Budi / co', 'SUARA KOSONG / BLANK VOTE'],
    votes: [
      { key: 'c1', count: 4 },
      { key: 'c2', count: 2 },
      { key: 'blank', count: 1 },
    ],
  };
  const differences = (kind: 'exercise' | 'real', source: 'trustees' | 'slip-count', ...names: string[]) => {
    const place = {
      id: pollingPlaceIdSchema.parse('16.07.01.2901-001'),
      name: null,
      mode: 'electronic' as const,
    };
    const address = checkAddress(
      { kind, contest: contest(...names) },
      { ...place, registered: { L: 5, P: 5 }, result: null },
      { source, figures, evidence },
    );
    const published = readPublished(address.slice(address.indexOf('#')));
    return published && differencesOf(published, record);
  };
  expect(differences('exercise', 'trustees', 'Sari', 'Budi / co')).toEqual([]);
  expect(differences('exercise', 'trustees', 'Budi / co', 'Sari')).toEqual(['names']);
  expect(differences('exercise', 'slip-count', 'Budi / co', 'Sari')).toEqual(['names']);
  expect(differences('exercise', 'trustees', 'Sari')).toEqual(['names']);
  expect(differences('real', 'trustees', 'Sari', 'Budi / co')).toEqual(['kind']);
});
