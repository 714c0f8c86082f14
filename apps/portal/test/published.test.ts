import { expect, test } from 'vitest';
import { readPublished, readSheetKey } from '../pages/periksa/published.ts';
import { codeCheckAddress } from '../src/pages/check-address.ts';

const HASH = 'a'.repeat(64);

test('what a polling place’s page says in the address is read, and nothing else is', () => {
  expect(readPublished(`#tps=16.07.01.2901-001&arsip=${HASH}&suara=c1.4-c2.2-blank.1`)).toEqual({
    place: '16.07.01.2901-001',
    record: HASH,
    voidList: undefined,
    votes: [
      { key: 'c1', count: 4 },
      { key: 'c2', count: 2 },
      { key: 'blank', count: 1 },
    ],
  });
  const withList = `#tps=16.07.01.2901-001&arsip=${HASH}&batal=${'b'.repeat(64)}&suara=c1.4-blank.1`;
  expect(readPublished(withList)?.voidList).toBe('b'.repeat(64));
  // slips counted by hand: there are no votes in the record
  const byHand = readPublished(`#tps=16.07.01.2901-001&arsip=${HASH}`);
  expect([byHand?.record, byHand?.votes]).toEqual([HASH, undefined]);
  for (const wrong of [
    '',
    '#',
    `#tps=1&arsip=${HASH}&suara=c1.4-blank.1`,
    `#tps=16.07.01.2901-001&arsip=x&suara=c1.4-c2.1`,
  ]) {
    expect(readPublished(wrong)).toBeUndefined();
  }
});

test('the key of paper sheets comes with the address that a polling place’s page writes', () => {
  const sheetKey = { signingKey: `${'+/aB'.repeat(10)}xyz=`, electionFingerprint: `${'/+Zz'.repeat(10)}abc` };
  const withKey = { kind: 'exercise' as const, event: { sheetKey } };
  const address = codeCheckAddress(withKey, '16.07.01.2901-001');
  expect(readSheetKey(address?.slice(address.indexOf('#')) ?? '')).toEqual({
    ...{ kind: 'exercise', pollingPlace: '16.07.01.2901-001' },
    ...sheetKey,
  });
  expect(codeCheckAddress({ kind: 'real', event: { sheetKey: null } }, 'x')).toBeUndefined();
  for (const wrong of ['', '#lembar=1&jenis=real', address?.replace('exercise', 'other') ?? '']) {
    expect(readSheetKey(wrong)).toBeUndefined();
  }
});
