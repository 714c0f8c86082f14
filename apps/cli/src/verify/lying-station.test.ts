import {
  chooseAnswers,
  encodeRecord,
  encryptBallot,
  FAULT_SENTENCES,
  writeProvedBallot,
} from '@bilik/ballot';
import { systemRandom } from '@bilik/ballot/native';
import type { PollingPlaceFigures } from '@bilik/election';
import { fileHash, type VoidCredential } from '@bilik/transfer';
import { describe, expect, test } from 'vitest';
import { BALLOTS, CARDS, ELECTION, FIGURES } from '../../test/made-record.ts';
import {
  fileOf,
  MADE,
  type ResultContent,
  resultText,
  SPOILED_CARD,
  voidText,
} from '../../test/made-result.ts';
import { folderOfFile, runVerify } from '../../test/verify-run.ts';

const { file } = folderOfFile();
const record = file('record.bel', MADE.bytes);
const voids = file('void.json', voidText([SPOILED_CARD]));
const [contest] = FIGURES.contests;
if (contest === undefined) throw new Error('the fixture has no contest');

let files = 0;
const written = (content: string | Uint8Array) => {
  files += 1;
  return file(`file-${files}`, content);
};

/** What `bilik verify --json` finds wrong: `rule: fault field`. */
async function faultsOf(...parameters: string[]): Promise<{ code: number; faults: string[] }> {
  const { code, out } = await runVerify(...parameters, '--json');
  const { rules }: { rules: { findings: { rule: string; fault: string; values?: { field?: string } }[] }[] } =
    JSON.parse(out);
  return {
    code,
    faults: rules.flatMap(({ findings }) =>
      findings.map(({ rule, fault, values }) =>
        [`${rule}: ${fault}`, values?.field].filter(Boolean).join(' '),
      ),
    ),
  };
}

const withResult = (change: Partial<ResultContent>) =>
  ['--void', voids, '--result', written(resultText(change))] as const;

describe('figures signed by the polling place itself that its record contradicts', () => {
  const swapped = contest.options.map((option) => ({
    ...option,
    key: option.key === 'c1' ? ('c2' as const) : option.key === 'c2' ? ('c1' as const) : option.key,
  }));
  const cases: [string, PollingPlaceFigures, string][] = [
    [
      'the keys of two candidates swapped',
      { ...FIGURES, contests: [{ ...contest, options: swapped }] },
      'option-not-of-record figures.contests.0.options.0.key',
    ],
    ['casts and users', { ...FIGURES, casts: 99_999, users: 3 }, 'figure-not-of-record figures.casts'],
    [
      'valid, invalid and total',
      { ...FIGURES, contests: [{ ...contest, valid: 0, invalid: 500, total: 500 }] },
      'figure-not-of-record figures.contests.0.total',
    ],
    [
      'the cards',
      { ...FIGURES, tokens: { ...FIGURES.tokens, used: 1, voided: 777, pool: 0 } },
      'figure-not-of-void-list figures.tokens.voided',
    ],
    [
      'the contest',
      { ...FIGURES, contests: [{ ...contest, contest: 'another-contest' }] },
      'slip-box-not-of-ballot figures.slipBox.contests',
    ],
    ['the source', { ...FIGURES, resultSource: 'slip-count' }, 'source-not-of-record figures.resultSource'],
  ];

  test.each(cases)('%s: 1, and the figure is named', async (_, figures, fault) => {
    const { code, faults } = await faultsOf(record, ...withResult({ figures }));
    expect(code).toBe(1);
    expect(faults).toContain(`origin.figures: ${fault}`);
    expect(faults.every((found) => found.startsWith('origin.figures: '))).toBe(true);
    for (const language of ['id', 'en'] as const) {
      const { out } = await runVerify(record, ...withResult({ figures }), '--lang', language);
      expect(out).toMatch(/✗ .*\[origin\.figures\]/);
      expect(out).toMatch(/SALAH:|WRONG:/);
      expect(out).not.toMatch(/\{[a-z]+\}|undefined/);
    }
  });

  test('a hold without a reason, and a reason that is not named', async () => {
    expect(await faultsOf(record, ...withResult({ held: ['no-open-cases'] }))).toEqual({
      code: 1,
      faults: ['origin.figures: held-unfounded held'],
    });
    expect(await faultsOf(record, ...withResult({ figures: { ...FIGURES, users: 9 } }))).toMatchObject({
      code: 1,
      faults: expect.arrayContaining(['origin.figures: held-left-out held']),
    });
  });

  /** Three ballots of a group came back used; the station writes `inBox` and so many votes more for candidate 2. */
  const withPaper = (inBox: number, more: number, used = 3): PollingPlaceFigures => ({
    ...FIGURES,
    users: 11,
    registered: { L: 20, P: 20 },
    checkIns: { DPT: { L: 6, P: 5 }, added: { L: 0, P: 0 } },
    mobileGroup: {
      checkIns: 3,
      taken: 4,
      used,
      unused: 4 - used,
      spoiled: 0,
      counted: {
        inBox,
        contests: [
          {
            ...contest,
            options: contest.options.map((one) =>
              one.key === 'c2' ? { ...one, votes: one.votes + more } : one,
            ),
            valid: contest.valid + more,
            total: contest.total + more,
          },
        ],
      },
    },
  });

  test('paper of a mobile group that is more than was used, that is no sum, or that was never counted: 1', async () => {
    const leftOut = { code: 1, faults: expect.arrayContaining(['origin.figures: held-left-out held']) };
    expect(await faultsOf(record, ...withResult({ figures: withPaper(3, 3) }))).toEqual({
      code: 0,
      faults: [],
    });
    expect(await faultsOf(record, ...withResult({ figures: withPaper(3, 4) }))).toMatchObject(leftOut);
    expect(await faultsOf(record, ...withResult({ figures: withPaper(4, 4) }))).toMatchObject(leftOut);
    expect(await faultsOf(record, ...withResult({ figures: withPaper(3, 3, 2) }))).toMatchObject(leftOut);
    const { mobileGroup } = withPaper(3, 3);
    if (mobileGroup === undefined) throw new Error('a group left');
    const uncounted = { ...withPaper(3, 3), mobileGroup: { ...mobileGroup, counted: null } };
    expect(await faultsOf(record, ...withResult({ figures: uncounted }))).toEqual({
      code: 1,
      faults: ['origin.figures: mobile-paper-not-counted figures.mobileGroup.counted'],
    });
  });

  test('sums that fail and are named: 0, and they are said loudly before the verdict', async () => {
    const held = { figures: { ...FIGURES, openCases: 1 }, held: ['no-open-cases'] };
    const { code, out } = await runVerify(record, ...withResult(held));
    expect(code).toBe(0);
    expect(out).toMatch(/!! HASIL DITAHAN: .*no-open-cases[\s\S]*BENAR:/);
    const json = JSON.parse((await runVerify(record, ...withResult(held), '--json')).out);
    expect(json).toMatchObject({ held: ['no-open-cases'], resultSource: 'trustees', differences: [] });
    // one slip was pocketed: right, and said loudly
    const { slipBox } = FIGURES;
    if (slipBox === null) throw new Error('the fixture has no slip box');
    const pocketed = withResult({ figures: { ...FIGURES, slipBox: { ...slipBox, inBox: 6 } } });
    const published = await runVerify(record, ...pocketed, '--lang', 'en');
    expect(published.code).toBe(0);
    expect(published.out).toMatch(/!! SLIPS OR PAPER DIFFER: slips in box = casts[\s\S]*RIGHT:/);
    const { differences } = JSON.parse((await runVerify(record, ...pocketed, '--json')).out);
    expect(differences).toContainEqual(
      expect.objectContaining({ id: 'slips-in-box-are-casts', left: 6, right: 7 }),
    );
    const right = await runVerify(record, ...withResult({}));
    expect(right.out).not.toContain('DITAHAN');
    expect(right.out).toContain('terdaftar 10 · hadir 8 · suara masuk 7 · ditinggalkan 1');
    // what is contradicted is not shown
    const lie = await runVerify(record, ...withResult({ figures: { ...FIGURES, casts: 8 } }));
    expect(lie.out).not.toContain('suara masuk 8');
  });
});

describe('machine tests, opened in the void list', () => {
  const opened = (card: number, answer: number): [VoidCredential & { reason: 'proved' }, string] => {
    const credential = CARDS[card];
    if (credential === undefined) throw new RangeError(`no card ${card}`);
    const choices = chooseAnswers(ELECTION, [answer]);
    const { hash, seed, signature } = encryptBallot({
      election: ELECTION,
      credential,
      choices,
      random: systemRandom,
    });
    const opening = (told: number) =>
      writeProvedBallot({
        electionUuid: ELECTION.uuid,
        publicKey: credential.publicKey,
        signature,
        seed,
        answers: [told],
      });
    const entry = { credential: String(credential.publicKey), ballot: hash, reason: 'proved' } as const;
    return [{ ...entry, opening: opening(answer) }, opening((answer + 1) % 4)];
  };
  const faultsWith = async (credentials: readonly VoidCredential[]) => {
    const text = voidText(credentials);
    const tokens = { ...FIGURES.tokens, voided: credentials.length, returned: 2 - credentials.length };
    const result = resultText({ void_hash: fileHash(text), figures: { ...FIGURES, tokens } });
    return faultsOf(record, '--void', written(text), '--result', written(result));
  };

  test('the opening that the voter saw repeats the ballot: right; so does a list that says it has none', async () => {
    const [entry] = opened(8, 2);
    expect(await faultsWith([SPOILED_CARD, entry])).toEqual({ code: 0, faults: [] });
    expect(await faultsWith([SPOILED_CARD, { ...entry, opening: null }])).toEqual({ code: 0, faults: [] });
  });

  test('another choice, another card’s opening: 1, and the card is named', async () => {
    const [entry, lie] = opened(8, 2);
    const [other] = opened(9, 2);
    for (const opening of [lie, other.opening]) {
      expect(await faultsWith([SPOILED_CARD, { ...entry, opening }])).toEqual({
        code: 1,
        faults: ['origin.voided: void-opening-wrong'],
      });
    }
  });
});

describe('a void list signed by the polling place itself that its record contradicts', () => {
  const entry = (change: { readonly credential?: string; readonly ballot?: string }): VoidCredential => ({
    ...SPOILED_CARD,
    ...change,
  });
  test.each<[string, VoidCredential[], string]>([
    ['a card that is not on the public list', [entry({ credential: '12345' })], 'void-card-unknown'],
    [
      'a counted ballot under another card',
      [entry({ credential: String(CARDS[8]?.publicKey), ballot: fileHash(BALLOTS[0] ?? '') })],
      'void-ballot-counted',
    ],
    [
      'one ballot under two cards',
      [SPOILED_CARD, entry({ credential: String(CARDS[8]?.publicKey) })],
      'void-ballot-repeated',
    ],
  ])('%s: 1, and the entry is named', async (_, credentials, fault) => {
    const text = voidText(credentials);
    const tokens = { ...FIGURES.tokens, voided: credentials.length, returned: 2 - credentials.length };
    const result = resultText({ void_hash: fileHash(text), figures: { ...FIGURES, tokens } });
    const parameters = ['--void', written(text), '--result', written(result)];
    expect(await faultsOf(record, ...parameters)).toEqual({ code: 1, faults: [`origin.voided: ${fault}`] });
    const { out } = await runVerify(record, ...parameters);
    expect(out).toMatch(/✗ Kartu batal ada dalam daftar/);
    expect(out).not.toMatch(/\{[a-z]+\}|undefined/);
  });
});

describe('the record’s file, byte for byte', () => {
  /** The same events, all headers at another time. */
  function atAnotherTime(bytes: Uint8Array, unixSeconds: number): Uint8Array {
    const source = Buffer.from(bytes);
    const records: Uint8Array[] = [];
    for (let offset = 0; offset < source.length; ) {
      const name = source.toString('latin1', offset, offset + 100).replace(/\0.*$/s, '');
      const length = Number.parseInt(source.toString('latin1', offset + 124, offset + 135), 8);
      const content =
        name === 'BELENIOS'
          ? Buffer.from(`{"version":1,"timestamp":"${unixSeconds}"}`)
          : source.subarray(offset + 512, offset + 512 + length);
      records.push(encodeRecord(name, content, unixSeconds));
      offset += 512 + Math.ceil(length / 512) * 512;
    }
    return Buffer.concat(records);
  }
  const changed = atAnotherTime(MADE.bytes, 0);
  const other = file('changed-time.bel', changed);

  test('another time in all headers: right in itself and by its fingerprint, and found by the signed result', async () => {
    expect(Buffer.compare(atAnotherTime(MADE.bytes, 1785283200), MADE.bytes)).toBe(0);
    expect(changed.length).toBe(MADE.bytes.length);
    expect(Buffer.compare(changed, MADE.bytes)).not.toBe(0);
    const pinned = await runVerify(other, '--expect', MADE.recordHash, '--lang', 'en');
    expect(pinned.code).toBe(0);
    expect(pinned.out).toContain('but not the times in its headers');
    expect(pinned.out).toContain(fileOf(changed).sha256);
    const found = await faultsOf(other, ...withResult({}));
    expect(found).toEqual({ code: 1, faults: ['origin.file: file-differs'] });
    const { out } = await runVerify(other, ...withResult({}));
    expect(out).toContain('isinya sama, tetapi berkasnya bukan byte demi byte yang ditandatangani TPS');
    expect(out).toContain(fileOf(changed).sha256);
    expect(out).toContain(fileOf(MADE.bytes).sha256);
    expect(JSON.parse((await runVerify(other, ...withResult({}), '--json')).out)).toMatchObject({
      originShown: false,
    });
  });

  test('a length that is not the file’s is found too', async () => {
    const record_file = { ...fileOf(MADE.bytes), bytes: MADE.bytes.length + 1 };
    expect((await faultsOf(record, ...withResult({ record_file }))).faults).toEqual([
      'origin.file: file-differs',
    ]);
  });

  test('its SHA-256 and length are printed, so that people can compare; with a result nothing is left to compare', async () => {
    const bare = await runVerify(record);
    expect(bare.out).toMatch(new RegExp(`^SHA-256 berkas +${fileOf(MADE.bytes).sha256}$`, 'm'));
    expect(JSON.parse((await runVerify(record, '--json')).out)).toMatchObject({
      file: record,
      fileSha256: fileOf(MADE.bytes).sha256,
      fileBytes: MADE.bytes.length,
    });
    const both = await runVerify(record, '--expect', MADE.recordHash, ...withResult({}));
    expect(both.out).not.toContain('waktu dalam kepala');
    expect(both.code).toBe(0);
  });
});

test('every fault of these files is worded in both languages', () => {
  const worded = Object.entries(FAULT_SENTENCES).filter(([fault]) =>
    /^(figure|option|answers|contest|slip-box|source|held|file|void)-/.test(fault),
  );
  expect(worded.length).toBeGreaterThanOrEqual(14);
  for (const [, { id, en }] of worded) expect(id).not.toBe(en);
});
