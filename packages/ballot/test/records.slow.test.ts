import { afterAll, describe, expect, test } from 'vitest';
import type { Choices, Question } from '../src/index.ts';
import { nativeHexHash, systemRandom } from '../src/native/tools.ts';
import { type VerificationReport, verifyRecord } from '../src/verify/index.ts';
import { ToolFolder } from './belenios-tool.ts';
import { at, MARK } from './place.ts';
import { group, makeRecord, type RecordPlan, UUID, writeRecord } from './record-maker.ts';

/** Runs the tool on a record. @returns whether it says that all checks passed */
function toolAccepts(bytes: Uint8Array): boolean {
  const folder = new ToolFolder();
  try {
    folder.write(`${UUID}.bel`, bytes);
    folder.run(['election', 'verify']);
    return true;
  } catch {
    return false;
  } finally {
    folder.remove();
  }
}

async function ourReport(bytes: Uint8Array): Promise<VerificationReport> {
  const { report } = await verifyRecord(() => [bytes], {
    groups: [group],
    random: systemRandom,
    hexHash: nativeHexHash,
  });
  return report;
}

function question(answers: readonly string[], more: Partial<Question> = {}): Question {
  return { question: 'Kepala desa', answers, blank: false, min: 1, max: 1, ...more };
}

const candidates = (count: number) => Array.from({ length: count }, (_, index) => `Calon ${index + 1}`);
const choose = (answer: number, count: number): Choices => [
  Array.from({ length: count }, (_, index): 0 | 1 => (index === answer ? 1 : 0)),
];
const votesFor = (count: number, ballots: number): RecordPlan['votes'] =>
  Array.from({ length: ballots }, (_, card) => ({ card, choices: choose(card % count, count) }));
const SPECIAL = [
  `H. Sari "Ayu", S.Pd., M.M.`,
  'Bérta \\ Nuñez – “Desa” <b>&amp;</b> / 東',
  `${'Ā panjang '.repeat(20)}`.slice(0, 200),
  'Suara kosong',
];
const THREE_OF_FIVE = { count: 5, threshold: 3, openers: [2, 3, 5] };

const PLANS: readonly (Omit<RecordPlan, 'bilik'> & { readonly belenios?: boolean })[] = [
  ...[2, 3, 4, 5].map((count) => ({
    name: `${count} candidates, one trustee`,
    questions: [question(candidates(count))],
    votes: votesFor(count, 4),
  })),
  {
    name: 'two trustees',
    questions: [question(candidates(3))],
    votes: votesFor(3, 3),
    trustees: { singles: 2 },
  },
  {
    name: 'two of three trustees',
    questions: [question(candidates(3))],
    votes: votesFor(3, 3),
    trustees: { count: 3, threshold: 2, openers: [1, 3] },
  },
  {
    name: 'three of five trustees',
    questions: [question(candidates(3))],
    votes: votesFor(3, 3),
    trustees: THREE_OF_FIVE,
  },
  {
    name: 'more trustees than needed',
    questions: [question(candidates(2))],
    votes: votesFor(2, 2),
    trustees: { ...THREE_OF_FIVE, openers: [1, 2, 3, 4, 5] },
  },
  { name: 'no ballot', questions: [question(candidates(3))], votes: [], cardCount: 3 },
  {
    name: 'no ballot, three of five',
    questions: [question(candidates(3))],
    votes: [],
    cardCount: 1,
    trustees: THREE_OF_FIVE,
  },
  { name: 'one ballot', questions: [question(candidates(3))], votes: votesFor(3, 1), cardCount: 4 },
  {
    name: 'all for one',
    questions: [question(candidates(2))],
    votes: votesFor(1, 3).map(({ card }) => ({ card, choices: choose(1, 2) })),
  },
  {
    name: 'names with quotes, commas, accents, 200 characters',
    questions: [question(SPECIAL)],
    votes: votesFor(4, 5),
  },
  {
    name: 'two questions',
    questions: [question(candidates(2)), question(candidates(3))],
    votes: [
      { card: 0, choices: [...choose(0, 2), ...choose(2, 3)] },
      { card: 1, choices: [...choose(1, 2), ...choose(2, 3)] },
    ],
  },
  {
    name: 'the Belenios blank, a re-vote and weights',
    belenios: true,
    questions: [question(candidates(2), { blank: true, min: 0, max: 2 })],
    votes: [
      { card: 0, choices: [[0, 1, 1]] },
      { card: 1, choices: [[1, 0, 0]] },
      { card: 2, choices: [[0, 0, 0]] },
      { card: 0, choices: [[0, 0, 1]] },
    ],
    cardCount: 3,
    weights: [1, 3, 7],
  },
];

describe('records of ours are accepted by belenios-tool, and by us', () => {
  test.each(PLANS)('$name', async ({ belenios = false, ...plan }) => {
    const { texts, election } = makeRecord({ ...plan, ...(belenios ? {} : { bilik: MARK }) });
    const bytes = writeRecord(texts);
    expect(toolAccepts(bytes)).toBe(true);
    const report = await ourReport(bytes);
    expect(report.rules.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(report).toMatchObject({
      verdict: 'right',
      profile: belenios ? 'belenios' : 'bilik',
      ballotCount: plan.votes.length,
    });
    expect(JSON.stringify({ result: report.counts })).toBe(texts.result);
    expect(election.questions).toEqual(plan.questions);
  });

  test('500 ballots, one card each, opened by three of five', { timeout: 240_000 }, async () => {
    const { texts } = makeRecord({
      name: '500 ballots',
      bilik: MARK,
      questions: [question(candidates(3))],
      votes: votesFor(3, 500),
      cardCount: 550,
      trustees: THREE_OF_FIVE,
    });
    const bytes = writeRecord(texts);
    expect(toolAccepts(bytes)).toBe(true);
    const report = await ourReport(bytes);
    expect(report).toMatchObject({ verdict: 'right', countedBallots: 500, counts: [[167, 167, 166]] });
  });
});

describe('a record that belenios-tool made alone is accepted by us', () => {
  const folder = new ToolFolder();
  afterAll(() => folder.remove());
  const G = ['--group', group.name];

  test('two singles, a blank, a re-vote, weights', async () => {
    const uuid = folder.run(['setup', 'generate-token']).trim();
    const voters = ['a@x.id,,2', 'b@x.id,,1', 'c@x.id,,5', 'd@x.id,,1'];
    folder.write('voters.txt', voters.map((line) => `${line}\n`).join(''));
    folder.run(['setup', 'generate-credentials', ...G, '--uuid', uuid, '--file', 'voters.txt']);
    const cards = folder
      .read(at(folder.names('.privcreds'), 0))
      .trim()
      .split('\n')
      .map((line) => line.split(' ').at(-1) ?? '');
    folder.run(['setup', 'generate-trustee-key', ...G]);
    folder.run(['setup', 'generate-trustee-key', ...G]);
    const trusteeIds = folder.names('.pubkey').map((name) => name.replace('.pubkey', ''));
    folder.write(
      'public_keys.jsons',
      trusteeIds.map((id) => `${folder.read(`${id}.pubkey`).trim()}\n`).join(''),
    );
    folder.run(['setup', 'make-trustees']);
    const questions = [question(['Sari', 'Budi'], { blank: true, max: 2 }), question(['Ya', 'Tidak'])];
    folder.write(
      'template.json',
      JSON.stringify({
        description: 'dari alat "lain"',
        name: 'Desa Mawar',
        questions: questions.map(({ blank, ...rest }) => (blank ? { blank, ...rest } : rest)),
      }),
    );
    folder.run(['setup', 'make-election', ...G, '--uuid', uuid, '--template', 'template.json']);
    folder.write('public_creds.json', folder.read(at(folder.names('.pubcreds'), 0)));
    folder.run(['archive', 'init']);
    const append = (type: string, input: string) =>
      folder.run(['archive', 'add-event', `--type=${type}`], input);
    const votes: readonly [number, Choices][] = [
      [
        0,
        [
          [0, 1, 0],
          [1, 0],
        ],
      ],
      [
        1,
        [
          [1, 0, 0],
          [0, 1],
        ],
      ],
      [
        2,
        [
          [0, 1, 1],
          [0, 1],
        ],
      ],
      [
        0,
        [
          [0, 0, 1],
          [0, 1],
        ],
      ],
    ];
    for (const [card, choices] of votes) {
      folder.write('card', `${at(cards, card)}\n`);
      folder.write('choices', JSON.stringify(choices));
      append(
        'Ballot',
        folder.run(['election', 'generate-ballot', '--privcred', 'card', '--ballot', 'choices']),
      );
    }
    append('EndBallots', '');
    append('EncryptedTally', folder.run(['election', 'compute-encrypted-tally']));
    for (const [index, id] of trusteeIds.entries()) {
      const decrypt = [
        'election',
        'decrypt',
        '--privkey',
        `${id}.privkey`,
        '--trustee-id',
        String(index + 1),
      ];
      append('PartialDecryption', folder.run(decrypt));
    }
    append('Result', folder.run(['election', 'compute-result']));
    folder.run(['election', 'verify']);

    const report = await ourReport(folder.bytes(`${uuid}.bel`));
    expect(report.rules.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(report).toMatchObject({
      verdict: 'right',
      profile: 'belenios',
      ballotCount: 4,
      countedBallots: 3,
    });
    // Weights go to the voters, not to the order of their keys: 2 for the re-vote, 1 for the blank, 5 for both.
    expect(report.counts).toEqual([
      [1, 5, 7],
      [0, 8],
    ]);
  });
});
