import { generateKeyPairSync } from 'node:crypto';
import { lawText, regencyCodeSchema, slemanRulePack } from '@bilik/election';
import { expect, test } from 'vitest';
import { ed25519 } from '../../test/ed25519.ts';
import { adoptSetUp } from './adopt.ts';
import { defaultSetUp } from './default-set-up.ts';
import { peopleInTexts } from './people-in-text.ts';
import { readSetUp, SET_UP_LIMIT_BYTES, writeSetUp } from './set-up-file.ts';

const BANYUASIN = { code: regencyCodeSchema.parse('16.07'), name: 'Kabupaten Banyuasin' };
const PEMALANG = { code: regencyCodeSchema.parse('33.27'), name: 'Kabupaten Pemalang' };
const office = ed25519(generateKeyPairSync('ed25519'));

function written(changes: object = {}): string {
  const text = writeSetUp({ ...defaultSetUp(BANYUASIN), ...changes }, office.signer);
  if (!text.ok) throw new Error(text.error.sentence.en);
  return text.value;
}

function refused(text: string) {
  const read = readSetUp(text, office.check);
  return read.ok ? 'read' : read.error.type;
}

test('another regency reads what one handed over, byte for byte the same, and puts its own name and code on it', () => {
  const read = readSetUp(written(), office.check);
  if (!read.ok) throw new Error(read.error.sentence.en);
  expect(read.value).toEqual({ setUp: defaultSetUp(BANYUASIN), issuer: office.signer.issuer });
  const adopted = adoptSetUp(read.value.setUp, PEMALANG);
  expect(adopted.from).toEqual({ regency: '33.27', name: 'Kabupaten Pemalang' });
  expect(adoptSetUp(adopted, PEMALANG)).toEqual(adopted);
  expect(written(adopted)).toBe(written(adopted));
});

test('the basis of every stage, paper and score is said in Indonesian too', () => {
  const { calendars, checklists, selectionRules } = defaultSetUp(BANYUASIN);
  const bases = [
    ...calendars.flatMap(({ stages }) => stages),
    ...checklists.flatMap(({ requirements }) => requirements),
    ...selectionRules,
  ].map(({ basis }) => basis);
  expect(bases.length).toBeGreaterThan(40);
  for (const basis of bases) expect(lawText(basis, 'id')).not.toBe(lawText(basis, 'en'));
});

test("another regency's own rule pack becomes this one's and says that it is to be checked", () => {
  const adopted = adoptSetUp(
    { ...defaultSetUp(BANYUASIN), rulePacks: [{ ...slemanRulePack, regency: BANYUASIN.code }] },
    PEMALANG,
  );
  expect(adopted.rulePacks[0]).toMatchObject({ regency: '33.27' });
  expect(adopted.rulePacks[0]?.name.id).toMatch(/dari Kabupaten Banyuasin; periksa/);
  expect(adopted.rulePacks[0]?.settings).toEqual(slemanRulePack.settings);
});

test('a regency known by other words gets them', () => {
  const labels = (code: string) =>
    defaultSetUp({ code: regencyCodeSchema.parse(code), name: 'x' }).labels.head.id;
  expect(['33.27', '13.06', '32.12', '34.04'].map(labels)).toEqual([
    'kepala desa',
    'wali nagari',
    'kuwu',
    'lurah',
  ]);
});

test('every changed byte is refused, and each refusal has its own name', () => {
  const text = written();
  expect(refused(text)).toBe('read');
  const seen = new Set<string>();
  for (let position = 0; position < text.length; position += 397) {
    const other = text[position] === 'x' ? 'y' : 'x';
    seen.add(refused(text.slice(0, position) + other + text.slice(position + 1)));
  }
  expect(seen.has('read')).toBe(false);
  expect(seen.has('set-up-signature')).toBe(true);
  expect(refused(text.trimEnd())).toBe('set-up-not-canonical');
  expect(refused(text.replace(',"setUp"', ', "setUp"'))).toBe('set-up-not-canonical');
  expect(refused('{')).toBe('set-up-not-json');
  expect(refused('x'.repeat(SET_UP_LIMIT_BYTES + 1))).toBe('set-up-too-large');
});

test('people and unknown fields are refused, when written and when read', () => {
  const content = JSON.parse(written());
  const withPeople = readSetUp(
    JSON.stringify({ ...content, setUp: { ...content.setUp, people: [{ name: 'Sari' }] } }),
    office.check,
  );
  expect(withPeople).toMatchObject({
    error: { type: 'set-up-malformed', problems: [{ path: 'setUp.people', code: 'unknown-field' }] },
  });
  const set = defaultSetUp(BANYUASIN);
  for (const basis of ['Lihat NIK 1607 0101 0190 0000', 'Tanya 0812-3456-7890', 'Surat ke sari@contoh.id']) {
    const answer = writeSetUp(
      { ...set, selectionRules: set.selectionRules.map((rule) => ({ ...rule, basis })) },
      office.signer,
    );
    expect(answer).toMatchObject({
      error: { type: 'set-up-people', problems: [{ path: 'selectionRules[0].basis' }] },
    });
  }
  // numbers of regulations and days are no people
  expect(peopleInTexts(['100.3.3.2/713/2026', '16.07.05.2003', '2027-02-03 07:00', '141/6698/SJ'])).toEqual(
    [],
  );
});
