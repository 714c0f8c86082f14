import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT, type PersonDraft, readDraft } from '../pages/kantor/voters/person-draft.ts';
import { CorrectionInput, PersonInput } from '../src/voters/voter-input.ts';

const DRAFT: PersonDraft = {
  ...{ nik: '160799 010180.0001', familyCard: '', name: '  Orang   Buatan ', sex: 'L', birthPlace: 'Betung' },
  ...{ birthDate: '1980-01-01', maritalStatus: 'S', hamlet: 'Dusun I', rt: '1', rw: '02', disability: '' },
};

describe('a person typed into a form', () => {
  test('is what the center takes: numbers in groups, RT in three digits, no second blank in a name', () => {
    const read = readDraft(DRAFT, 'add');
    expect(read.ok && PersonInput.parse(read.person)).toMatchObject({
      ...{ nik: '1607990101800001', familyCard: null, name: 'Orang Buatan', rt: '001', rw: '002' },
      disability: null,
    });
  });

  test('a correction leaves empty numbers as they are; somebody new needs a NIK', () => {
    const unchanged = { ...DRAFT, nik: '' };
    expect(readDraft(unchanged, 'add')).toEqual({ ok: false, wrong: ['nik'] });
    const read = readDraft(unchanged, 'correct');
    expect(read.ok && CorrectionInput.parse(read.person)).toMatchObject({
      ...{ nik: null, familyCard: 'unchanged' },
    });
  });

  test.each<readonly [string, Partial<PersonDraft>]>([
    ['nik', { nik: '160799010180000' }],
    ['familyCard', { familyCard: '12' }],
    ['name', { name: 'Orang\u202eBuatan' }],
    ['sex', { sex: null }],
    ['birthDate', { birthDate: '2001-02-29' }],
    ['birthDate', { birthDate: '01-02-2001' }],
    ['hamlet', { hamlet: ' ' }],
    ['rt', { rt: '1a' }],
  ])('%s that is not in order is named, and the center would refuse it too', (field, part) => {
    expect(readDraft({ ...DRAFT, ...part }, 'add')).toEqual({ ok: false, wrong: [field] });
  });

  test('an empty form names every field that must be filled in', () => {
    const read = readDraft(EMPTY_DRAFT, 'add');
    expect(read.ok ? [] : read.wrong).toEqual([
      ...['nik', 'name', 'sex', 'birthPlace', 'birthDate', 'maritalStatus', 'hamlet', 'rt', 'rw'],
    ]);
  });
});
