import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  BELENIOS_2048,
  checkBallot,
  type Election,
  generateCardCode,
  generateTrustee,
  parseElection,
  parsePublicCredentials,
  writeElection,
  writePublicCredentials,
} from '../index.ts';
import { openBallotMaker } from './ballot-maker.ts';
import { checkCardQuestion } from './card-question.ts';
import { parseProvedBallot, repeatProvedBallot, writeProvedBallot } from './proved-ballot.ts';

function bytesFrom(seed: string): (count: number) => Uint8Array {
  let counter = 0;
  return (count) => {
    counter += 1;
    return new Uint8Array(
      createHash('shake256', { outputLength: count }).update(`${seed}/${counter}`).digest(),
    );
  };
}

function election(uuid: string): Election {
  const { key } = generateTrustee(BELENIOS_2048, bytesFrom('trustee'));
  const parsed = parseElection(
    writeElection({
      uuid,
      name: 'Kepala desa',
      description: 'uji',
      group: BELENIOS_2048.name,
      publicKey: key.publicKey,
      questions: [
        { question: 'Kepala desa', answers: ['1. A', '2. B', 'SUARA KOSONG'], blank: false, min: 1, max: 1 },
      ],
      bilik: {
        profile: 1,
        kind: 'exercise',
        pollingPlace: '16.07.01.2003-001',
        signingKey: Buffer.alloc(32, 7).toString('base64'),
      },
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const here = election('BiLikTestVector1');
const code = generateCardCode(bytesFrom('card'));

describe('a voter’s card and choice on the voting device', () => {
  const maker = openBallotMaker(here, bytesFrom('page'));
  const card = maker.readCard(code);
  if (!card.ok) throw new Error('the card was not read');
  const listed = parsePublicCredentials(BELENIOS_2048, writePublicCredentials([BigInt(card.value)]));
  if (!listed.ok) throw new Error('the list was not read');

  test('each choice makes a ballot that passes every check', () => {
    for (const answer of [0, 1, 2]) {
      const made = maker.make([answer]);
      expect(checkBallot({ election: here, credentials: listed.value, text: made.text })).toMatchObject({
        ok: true,
        value: { hash: made.hash, tracker: made.tracker, credential: card.value },
      });
    }
  });

  test('the question whether it may cast is signed by the card that was read', () => {
    const nonce = 'ab'.repeat(32);
    const question = maker.askToCast(nonce);
    expect(question.credential).toBe(card.value);
    const check = (purpose: 'cast' | 'check') =>
      checkCardQuestion({ election: here, purpose, nonce, question }).ok;
    expect([check('cast'), check('check')]).toEqual([true, false]);
  });

  test('a proved ballot is repeated to the tracker; with another answer the tracker is another', () => {
    const made = maker.make([1]);
    const proved = parseProvedBallot(maker.prove());
    if (!proved.ok) throw new Error('the proof was not read');
    expect(proved.value.answers).toEqual([1]);
    expect(repeatProvedBallot(here, proved.value)).toMatchObject({
      ok: true,
      value: { tracker: made.tracker },
    });
    const lie = repeatProvedBallot(here, { ...proved.value, answers: [0] });
    expect(lie.ok && lie.value.tracker !== made.tracker).toBe(true);
    expect(repeatProvedBallot(here, { ...proved.value, answers: [9] })).toEqual({
      ok: false,
      error: { type: 'no-such-answer' },
    });
    expect(repeatProvedBallot(election('BiLikTestVector2'), proved.value)).toEqual({
      ok: false,
      error: { type: 'other-election' },
    });
  });

  test('a proof that is cut, changed in form or something else is refused', () => {
    maker.make([2]);
    const text = maker.prove();
    const bytes = Buffer.from(text.slice(14), 'base64url');
    const close = (change: (copy: Buffer) => Buffer) =>
      `BILIK-BUKTI.2.${change(Buffer.from(bytes)).toString('base64url')}`;
    expect(close((copy) => copy)).toBe(text);
    const damaged = [
      '',
      text.slice(0, -8),
      text.replace('BUKTI.2', 'BUKTI.1'),
      text.replace('BILIK', 'Bilik'),
      `${text}=`,
      `${text.slice(0, 40)} ${text.slice(40)}`,
      `${text}${'A'.repeat(5_000)}`,
      'BILIK-BUKTI.2.',
      // neither one answer less than none, nor more than a ballot can have
      close((copy) => copy.subarray(0, -1)),
      close((copy) => Buffer.concat([copy, Buffer.alloc(20)])),
      close((copy) => copy.fill(0x7a, 0, 1)),
      close((copy) => copy.fill('0', 1, 2)),
      close((copy) => copy.fill(0, 17, 17 + 256)),
    ];
    for (const one of damaged)
      expect(parseProvedBallot(one)).toEqual({ ok: false, error: { type: 'not-a-proof' } });
  });

  test('a proof of four contests fits one QR code that a plain camera reads, and every byte of it counts', () => {
    maker.make([1]);
    const proved = parseProvedBallot(maker.prove());
    if (!proved.ok) throw new Error('the proof was not read');
    const largest = writeProvedBallot({ ...proved.value, answers: [12, 12, 12, 12] });
    expect(largest.length).toBeLessThanOrEqual(586);
    const hashes = new Set<string>();
    const bytes = Buffer.from(largest.slice(14), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const read = parseProvedBallot(`BILIK-BUKTI.2.${changed.toString('base64url')}`);
      hashes.add(read.ok ? writeProvedBallot(read.value) : `refused ${at}`);
    }
    expect(hashes.size).toBe(bytes.length);
    expect(hashes.has(largest)).toBe(false);
  });

  test('after forgetting there is neither a card nor a ballot to prove', () => {
    maker.make([0]);
    maker.forget();
    expect(() => maker.prove()).toThrow('no ballot');
    expect(() => maker.make([0])).toThrow('before a card');
    expect(() => maker.askToCast('ab'.repeat(32))).toThrow('before a card');
  });
});
