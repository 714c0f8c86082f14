import { describe, expect, test } from 'vitest';
import { readRecords } from '../src/archive/index.ts';
import { BELENIOS_2048, bigintEngine, encryptBallot, parseEncryptedTally, withEngine } from '../src/index.ts';
import { nativeCheckers } from '../src/native/checkers.ts';
import { nativeHexHash, systemRandom } from '../src/native/tools.ts';
import {
  type CheckerSetup,
  explainFault,
  type Finding,
  localCheckers,
  type RuleId,
  type Verification,
  type VerifyOptions,
  verifyRecord,
} from '../src/verify/index.ts';
import { negatedBallot } from './negated-ballot.ts';
import { at, MARK, succeeded, testRandom } from './place.ts';
import {
  byHash,
  group,
  hexHash,
  makeRecord,
  openRecord,
  pick,
  stepsOf,
  writeRecord,
  writeSteps,
} from './record-maker.ts';
import { vectorBytes } from './records.ts';
import { BAD_BALLOTS } from './tampering/bad-ballots.ts';
import { BILIK, THRESHOLD } from './tampering.ts';

const random = testRandom('verify');

function verify(bytes: Uint8Array, options: Partial<VerifyOptions> = {}): Promise<Verification> {
  return verifyRecord(() => [bytes], {
    groups: [group],
    random: systemRandom,
    hexHash: nativeHexHash,
    ...options,
  });
}

const failedRules = ({ report }: Verification): RuleId[] =>
  report.rules.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule);
const findingsOf = ({ report }: Verification, rule: RuleId): readonly Finding[] =>
  at(
    report.rules.filter((outcome) => outcome.rule === rule),
    0,
  ).findings;

const RECORD = writeRecord(BILIK.texts);

describe('records that the tool made', () => {
  test.each([
    [
      'plain',
      'plain/WYgacw2PPoFuSm.bel.gz',
      5,
      4,
      '80f66315cf70d8c73fcffd0f991186a5ebef61a53c030931512a564b3cfba22a',
    ],
    [
      'threshold',
      'threshold/KwC7GcbPZQ5MJU.bel.gz',
      2,
      2,
      '450353cdfcdc450c61c51071fd49fbe5acae92383ceb9dfd12601a1a72ade07e',
    ],
    [
      'deterministic',
      'deterministic/TestVector1111.bel.gz',
      2,
      2,
      '59bade0d5c698e391400786b0dfde148be76a9546bd3e86d48e867336e2d7a73',
    ],
  ])('%s is right, in BigInt alone too', async (_, path, ballotCount, countedBallots, recordHash) => {
    for (const groups of [[group], [BELENIOS_2048]]) {
      const { report } = await verify(vectorBytes(path), { groups });
      expect(report).toMatchObject({
        verdict: 'right',
        profile: 'belenios',
        ballotCount,
        countedBallots,
        recordHash,
      });
    }
  });
});

describe('how far a record goes', () => {
  test('cut after each event: right only whole, incomplete before; sealed is enough for a trustee', async () => {
    const steps = stepsOf(BILIK.texts);
    for (let length = 1; length <= steps.length; length += 1) {
      const bytes = writeSteps(steps.slice(0, length));
      const last = at(steps, length - 1).type;
      const whole = await verify(bytes);
      expect(whole.report.verdict).toBe(length === steps.length ? 'right' : 'incomplete');
      expect(whole.report.lastEvent).toBe(last);
      const sealed = await verify(bytes, { expect: 'sealed' });
      const isSealed = length > steps.findIndex(({ type }) => type === 'EncryptedTally');
      expect(sealed.report.verdict).toBe(isSealed ? 'right' : 'incomplete');
      expect(sealed.sealed !== undefined).toBe(isSealed);
      if (!isSealed) expect(findingsOf(sealed, 'chain.complete')[0]?.values).toMatchObject({ after: last });
    }
  });

  test('what a trustee gets of a sealed record is what the record says, and the same after the opening', async () => {
    const steps = stepsOf(THRESHOLD.texts);
    const sealing = steps.findIndex(({ type }) => type === 'EncryptedTally');
    const { sealed, report } = await verify(writeSteps(steps.slice(0, sealing + 1)), { expect: 'sealed' });
    if (sealed === undefined) throw new Error('the record is sealed');
    expect(sealed.sum.ciphertexts).toEqual(
      succeeded(parseEncryptedTally(THRESHOLD.election, THRESHOLD.texts.tally)),
    );
    expect(sealed.sealedEventHash).toBe(report.recordHash);
    const later = await verify(writeSteps(steps), { expect: 'sealed' });
    expect(later.sealed?.ballotListDigest).toBe(sealed.ballotListDigest);
    expect(later.sealed?.sealedEventHash).toBe(sealed.sealedEventHash);
  });

  test('another list of ballots has another digest', async () => {
    const digests = await Promise.all(
      [BILIK.texts.ballots, BILIK.texts.ballots.slice(1), []].map(async (ballots) => {
        const { sealed } = await verify(writeRecord(openRecord({ ...BILIK.texts, ballots }, BILIK)));
        return sealed?.ballotListDigest;
      }),
    );
    expect(new Set(digests).size).toBe(3);
    expect(digests).not.toContain(undefined);
  });

  test('a cut anywhere else is wrong, and named', async () => {
    for await (const record of readRecords([RECORD])) {
      if (!record.ok) throw new Error('the record is readable');
      const { recordNumber, offset, name } = record.value;
      const { report } = await verify(RECORD.subarray(0, offset + 600));
      expect(report.verdict).toBe('wrong');
      expect(report.rules.flatMap(({ findings }) => findings)).toMatchObject([
        { rule: 'archive.form', fault: 'cut-short', record: { number: recordNumber, name } },
      ]);
    }
  });

  test('nothing, and anything that is no archive, is unreadable; a wrong first record is wrong', async () => {
    expect((await verify(new Uint8Array())).report.verdict).toBe('unreadable');
    expect((await verify(Buffer.from('halo'.repeat(1000)))).report.verdict).toBe('unreadable');
    expect((await verify(RECORD.subarray(1024))).report.verdict).toBe('wrong');
    expect((await verify(RECORD.subarray(0, 1024))).report.verdict).toBe('incomplete');
  });
});

test('each of 2,000 flipped bytes is refused, and the record that it stands in is named', async () => {
  const offsets: number[] = [];
  for await (const record of readRecords([RECORD])) if (record.ok) offsets.push(record.value.offset);
  let seed = 33;
  const seen = new Set<number>();
  let refused = 0;
  while (refused < 2000) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    const place = (seed >>> 1) % RECORD.length;
    const changed = Uint8Array.from(RECORD);
    changed[place] = (changed[place] ?? 0) ^ (1 << (seed % 8));
    const { report } = await verify(changed);
    const findings = report.rules.flatMap((rule) => rule.findings);
    const number = offsets.findLastIndex((offset) => offset <= place);
    expect(report.verdict, `byte ${place}`).not.toBe('right');
    expect(findings, `byte ${place}`).toMatchObject([{ record: { number } }]);
    seen.add(number);
    refused += 1;
  }
  expect(seen.size).toBe(offsets.length);
});

describe('what stands outside the record', () => {
  test('vote swapping: a ballot under a void credential is refused given the void list', async () => {
    // The voter's first ballot was not cast (its slip bears BATAL); the second, with a new card, was.
    const cast = at(BILIK.texts.ballots, 0);
    const spoiled = encryptBallot({
      election: BILIK.election,
      credential: at(BILIK.cards, 4),
      choices: pick(2),
      random,
    });
    const ballots = [spoiled.text, ...BILIK.texts.ballots.filter((text) => text !== cast)].sort(byHash);
    const swapped = writeRecord(openRecord({ ...BILIK.texts, ballots }, BILIK));
    const voidCredentials = [String(at(BILIK.cards, 4).publicKey)];
    expect((await verify(swapped)).report.verdict).toBe('right');
    const verification = await verify(swapped, { voidCredentials });
    expect(verification.report.verdict).toBe('wrong');
    expect(findingsOf(verification, 'ballots.void')).toMatchObject([{ ballotHash: hexHash(spoiled.text) }]);
    expect((await verify(RECORD, { voidCredentials })).report.verdict).toBe('right');
  });

  test('the posted fingerprint tells this record from any other', async () => {
    const { report } = await verify(RECORD);
    expect((await verify(RECORD, { expectedRecordHash: report.recordHash ?? '' })).report.verdict).toBe(
      'right',
    );
    const other = await verify(RECORD, { expectedRecordHash: '0'.repeat(64) });
    expect(failedRules(other)).toEqual(['origin.record']);
  });

  test('a profile can be insisted on', async () => {
    expect(failedRules(await verify(RECORD, { profile: 'belenios' }))).toEqual(['election.valid']);
    expect(failedRules(await verify(writeRecord(THRESHOLD.texts), { profile: 'bilik' }))).toContain(
      'election.valid',
    );
  });

  test('an election outside the profile that is insisted on is refused before its keys and ballots cost anything', async () => {
    for (const [bytes, profile] of [
      [writeRecord(THRESHOLD.texts), 'bilik'],
      [RECORD, 'belenios'],
    ] as const) {
      let started = 0;
      const local = localCheckers({ groups: [group], random: systemRandom });
      const checkers = {
        ...local,
        start: (setup: CheckerSetup) => {
          started += 1;
          return local.start(setup);
        },
      };
      const { report } = await verify(bytes, { profile, checkers });
      expect(report.verdict).toBe('wrong');
      expect(report.rules.filter(({ outcome }) => outcome === 'failed')).toMatchObject([
        { rule: 'election.valid', findings: [{ fault: 'not-in-profile', values: { path: 'bilik' } }] },
      ]);
      const looked = report.rules.filter(({ outcome }) => outcome !== 'skipped').map(({ rule }) => rule);
      expect(looked.filter((rule) => !/^(archive|chain)/.test(rule))).toEqual(['election.valid']);
      expect(report.ballotCount).toBeGreaterThan(0);
      expect(started).toBe(0);
      // the same checkers are begun for the same record where its profile is allowed
      expect((await verify(bytes, { checkers })).report.verdict).toBe('right');
      expect(started).toBe(1);
    }
  });

  test('a file that changes while it is read is refused', async () => {
    const { ballots } = BILIK.texts;
    const other = writeRecord(openRecord({ ...BILIK.texts, ballots: ballots.slice(1) }, BILIK));
    let opened = 0;
    const verification = await verifyRecord(
      () => {
        opened += 1;
        return [opened === 1 ? RECORD : other];
      },
      { groups: [group], random: systemRandom },
    );
    expect(failedRules(verification)).toContain('archive.hashes');
    expect(findingsOf(verification, 'archive.hashes')).toMatchObject([{ fault: 'record-changed' }]);
  });
});

describe('many ballots', () => {
  // 12 ballots have more elements than are tested one by one.
  const many = makeRecord({
    name: 'verify many',
    bilik: MARK,
    votes: Array.from({ length: 12 }, (_, card) => ({ card, choices: pick(card % 4) })),
    cardCount: 13,
  });
  const negated = negatedBallot(many.election, at(many.cards, 12), random);
  const withNegated = writeRecord({ ...many.texts, ballots: [...many.texts.ballots, negated].sort(byHash) });

  test('a ballot outside the group whose proofs all hold is found among many and named', async () => {
    const verification = await verify(withNegated);
    expect(failedRules(verification)).toEqual(['ballots.members']);
    expect(findingsOf(verification, 'ballots.members')).toMatchObject([
      { ballotHash: hexHash(negated), values: { question: 0, choice: 0, part: 'beta' } },
    ]);
  });

  test('worker threads give the same report as this thread, ballot by ballot', async () => {
    const bad = await Promise.all(BAD_BALLOTS.slice(0, 2).map(({ make }) => make()));
    const checkers = nativeCheckers({ ballotCount: 1000, maxWorkers: 2 });
    try {
      expect(checkers.slots).toBe(4);
      for (const bytes of [withNegated, RECORD, ...bad, writeRecord(many.texts)]) {
        const progress: number[] = [];
        const byWorkers = await verify(bytes, {
          checkers,
          onProgress: ({ ballotsChecked }) => progress.push(ballotsChecked),
        });
        expect(byWorkers.report).toEqual((await verify(bytes)).report);
        expect(progress).toEqual([...progress].sort((left, right) => left - right));
        expect(progress.at(-1)).toBe(byWorkers.report.ballotCount);
      }
    } finally {
      await checkers.close();
    }
  });

  test('arithmetic that errs accuses nobody: what it refuses is computed again in BigInt', async () => {
    const engine = { ...bigintEngine(BELENIOS_2048.p), name: 'erring' };
    let asked = 0;
    const erring = withEngine(BELENIOS_2048, {
      ...engine,
      commitments: (_, statements) => {
        asked += 1;
        return statements.map(() => ({ a: 1n, b: 1n }));
      },
      areMembers: () => false,
    });
    expect((await verify(RECORD, { groups: [erring] })).report.verdict).toBe('right');
    expect(asked).toBeGreaterThan(0);
    const bad = await at(BAD_BALLOTS, 0).make();
    expect(failedRules(await verify(bad, { groups: [erring] }))).toEqual(['ballots.proofs']);
    expect(failedRules(await verify(withNegated, { groups: [erring] }))).toEqual(['ballots.members']);
  });

  test('a worker that cannot go on makes the verification fail, not hang', async () => {
    const checkers = nativeCheckers({ ballotCount: 1000, maxWorkers: 1 });
    try {
      await expect(checkers.start({ electionText: '{}', ballotCount: 1 })).rejects.toThrow('does not parse');
    } finally {
      await checkers.close();
    }
    await expect(checkers.finish()).rejects.toThrow('ended');
  });

  test('of many bad ballots the first hundred are named and all are counted', async () => {
    const ballots = Array.from({ length: 120 }, (_, index) => `{"no ballot":${index}}`);
    const verification = await verify(writeRecord({ ...many.texts, ballots }));
    const outcome = verification.report.rules.find(({ rule }) => rule === 'ballots.form');
    expect(outcome).toMatchObject({ outcome: 'failed', findingCount: 120 });
    expect(outcome?.findings).toHaveLength(100);
  });
});

test('partial decryptions without end cost no more than one', async () => {
  const steps = stepsOf(BILIK.texts);
  const index = steps.findIndex(({ type }) => type === 'PartialDecryption');
  steps.splice(index, 0, ...Array.from({ length: 1000 }, () => at(steps, index)));
  const verification = await verify(writeSteps(steps));
  expect(failedRules(verification)).toEqual(['shares.owner']);
  const [first, second] = findingsOf(verification, 'shares.owner');
  expect(first).toMatchObject({ fault: 'too-many-shares', values: { limit: 1000 } });
  expect(second).toMatchObject({ fault: 'owner-repeated', trustee: { owner: 1, name: 'Saksi "1", é' } });
});

describe('a limit of ours that the tool does not have is named where it refuses', () => {
  const { texts } = THRESHOLD;
  const changed = (change: (election: Record<string, unknown>) => void): string => {
    const election: Record<string, unknown> = JSON.parse(texts.election);
    change(election);
    return JSON.stringify(election);
  };
  const question = { blank: false, min: 0, max: 1, question: 'q' };
  const answers = Array.from({ length: 251 }, (_, index) => String(index));
  const setAnswers = (election: Record<string, unknown>) => {
    election['questions'] = [{ answers, ...question }];
  };
  const keys: string[] = JSON.parse(BILIK.texts.credentials);
  const weights = keys.slice(0, 2).map((key, index) => `${key},${index === 0 ? 2 ** 30 - 1 : 1}`);
  test.each<[string, Partial<typeof texts>, RuleId, RegExp]>([
    [
      '251 answers',
      { election: changed(setAnswers) },
      'election.valid',
      /questions\[0\]\.answers – at most 250$/,
    ],
    [
      'a description of 20,001 characters',
      { election: changed((election) => Object.assign(election, { description: 'd'.repeat(20_001) })) },
      'election.valid',
      /^too long \(description\) – at most 20000$/,
    ],
    [
      'a uuid of 70 characters',
      { election: changed((election) => Object.assign(election, { uuid: 'A'.repeat(70) })) },
      'election.valid',
      /^too long \(uuid\) – at most 64$/,
    ],
    [
      'a total weight of 2^30',
      { credentials: JSON.stringify(weights) },
      'credentials.valid',
      /\(line 2\) – at most 1073741823$/,
    ],
  ])('%s', async (_, change, rule, sentence) => {
    const verification = await verify(writeRecord({ ...texts, ...change }));
    const [finding] = findingsOf(verification, rule);
    if (finding === undefined) throw new Error('it is refused');
    expect(explainFault(finding, 'en')).toMatch(sentence);
    expect(explainFault(finding, 'id')).toMatch(/paling banyak \d+$/);
  });
});

test('places are told in the words of people, who count from 1', () => {
  const finding: Finding = {
    rule: 'ballots.proofs',
    fault: 'individual-proof-invalid',
    values: { question: 0, choice: 2 },
  };
  expect(explainFault(finding, 'id')).toBe('bukti pilihan salah (pertanyaan 1, pilihan 3)');
  expect(explainFault(finding, 'en')).toBe('the proof of a choice is wrong (question 1, answer 3)');
});
