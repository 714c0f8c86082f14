import { afterAll, describe, expect, test } from 'vitest';
import { ArchiveWriter } from '../src/archive/index.ts';
import {
  BELENIOS_2048,
  type BilikMark,
  type Choices,
  checkBallot,
  checkCredentialForm,
  chooseAnswers,
  combineShares,
  decryptTally,
  deriveCredential,
  electionPublicKey,
  encryptBallot,
  generateCredential,
  generateTrustee,
  parseElection,
  parsePublicCredentials,
  parseTrustees,
  type Question,
  sumBallots,
  writeElection,
  writeEncryptedTally,
  writeOwnedShare,
  writePublicCredentials,
  writeResult,
  writeSizedTally,
  writeTrustees,
} from '../src/index.ts';
import { ToolFolder } from './belenios-tool.ts';
import { holdCeremony } from './ceremony.ts';
import { at, HEAD_QUESTION, MARK, succeeded, testRandom } from './place.ts';

const group = BELENIOS_2048;
const random = testRandom('differential');
const UUID = 'TPSMawar11Desa';
const TIMESTAMP = 1785283200;

interface Case {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly bilik?: BilikMark;
  /** Choices of the voters in turn; the tool and ours encrypt alternately. */
  readonly votes: readonly Choices[];
  readonly expected: readonly (readonly number[])[];
}

const two: Question = {
  question: 'Wakil "BPD"',
  answers: ['Ani', 'Bérta, S.Pd.'],
  blank: true,
  min: 0,
  max: 2,
};
const pick = (answer: number) => chooseAnswers({ questions: [HEAD_QUESTION] }, [answer]);

/** The tool copies an explicit `false` from its template; ours leaves it out. */
function withoutFalse({ blank, ...rest }: Question): object {
  return blank ? { blank, ...rest } : rest;
}

const CASES: readonly Case[] = [
  {
    name: 'Bilik profile, one question',
    questions: [HEAD_QUESTION],
    bilik: MARK,
    votes: [pick(0), pick(3), pick(0), pick(1)],
    expected: [[2, 1, 0, 1]],
  },
  {
    name: 'Belenios profile, a blank, several choices and none',
    questions: [two, HEAD_QUESTION],
    votes: [
      [[1, 0, 0], ...pick(2)],
      [[0, 1, 1], ...pick(2)],
      [[0, 0, 0], ...pick(1)],
      [[0, 0, 1], ...pick(0)],
      [[1, 0, 0], ...pick(0)],
    ],
    expected: [
      [2, 1, 2],
      [2, 1, 2, 0],
    ],
  },
];

describe.each(CASES)(
  'an election shared with belenios-tool: $name',
  ({ name, questions, bilik, votes, expected }) => {
    const folder = new ToolFolder();
    afterAll(() => folder.remove());

    test('credentials, ballots, shares and result of either are accepted by the other, and verify passes', () => {
      // Trustees: a single one of the tool's, one of ours, and two of three from a ceremony of ours.
      folder.run(['setup', 'generate-trustee-key', '--group', group.name]);
      const toolTrustee = folder.names('.pubkey').map((file) => folder.read(file).trim());
      const ourTrustee = generateTrustee(group, random, 'Ketua "Panitia" é');
      const ceremony = holdCeremony(name, 3, 2);
      const { parameters } = ceremony.outcome;
      const ours = writeTrustees(group, [
        { kind: 'single', key: ourTrustee.key },
        { kind: 'threshold', parameters },
      ]);
      const trusteesText = `[["Single",${toolTrustee[0]}],${ours.slice(1)}`;
      const trustees = succeeded(parseTrustees(group, trusteesText));

      // Credentials: half made by the tool, half by us; each derives the other's.
      folder.run(['setup', 'generate-credentials', '--group', group.name, '--uuid', UUID, '--count', '3']);
      const toolCards = folder
        .read(at(folder.names('.privcreds'), 0))
        .trim()
        .split('\n')
        .map((line) => line.split(' ')[1] ?? '');
      const ourCards = [1, 2, 3].map(() => generateCredential(random));
      const cards = toolCards.flatMap((card, index) => [card, at(ourCards, index)]);
      const holders = cards.map((card) => deriveCredential(group, UUID, card));
      for (const [index, card] of cards.entries()) {
        expect(checkCredentialForm(card)).toEqual({ ok: true, value: card });
        const derive = [
          'setup',
          'generate-credentials',
          '--group',
          group.name,
          '--uuid',
          UUID,
          '--derive',
          card,
        ];
        expect(folder.run(derive).trim()).toBe(String(at(holders, index).publicKey));
      }
      const toolKeys = holders.filter((_, index) => index % 2 === 0).map(({ publicKey }) => publicKey);
      const listed = JSON.parse(folder.read(at(folder.names('.pubcreds'), 0))) as string[];
      expect(JSON.parse(writePublicCredentials(toolKeys))).toEqual(
        listed.map((entry) => entry.split(',')[0]),
      );
      const credentialsText = writePublicCredentials(holders.map(({ publicKey }) => publicKey));
      const credentials = succeeded(parsePublicCredentials(group, credentialsText));

      // The election and an archive of it.
      const definition = {
        uuid: UUID,
        name,
        description: 'Pilkades <serentak> "2026"\n–',
        group: group.name,
        publicKey: electionPublicKey(group, trustees),
        questions,
        ...(bilik === undefined ? {} : { bilik }),
      };
      const electionText = writeElection(definition);
      const election = succeeded(parseElection(electionText));
      folder.write('trustees.json', `${trusteesText}\n`);
      const template = { description: definition.description, name, questions: questions.map(withoutFalse) };
      folder.write('template.json', JSON.stringify(template));
      folder.run([
        'setup',
        'make-election',
        '--group',
        group.name,
        '--uuid',
        UUID,
        '--template',
        'template.json',
      ]);
      const { bilik: _, ...plain } = definition;
      expect(folder.read('election.json').trimEnd()).toBe(writeElection(plain));
      const writer = new ArchiveWriter({ timestamp: TIMESTAMP }, { order: 'as-given' });
      const archive = `${UUID}.bel`;
      let bytes = writer.setup({
        election: electionText,
        trustees: trusteesText,
        credentials: credentialsText,
      });
      const append = (more: Uint8Array) => {
        bytes = Buffer.concat([bytes, more]);
        folder.write(archive, bytes);
      };
      append(new Uint8Array(0));

      // Ballots, made alternately; each is checked by us here and by the tool in `verify`.
      const checked = votes.map((choices, index) => {
        folder.write('card', `${at(cards, index)}\n`);
        folder.write('choices', JSON.stringify(choices));
        const text =
          index % 2 === 0
            ? encryptBallot({ election, credential: at(holders, index), choices, random }).text
            : folder
                .run(['election', 'generate-ballot', '--privcred', 'card', '--ballot', 'choices'])
                .trimEnd();
        const ballot = succeeded(checkBallot({ election, credentials, text }));
        expect(folder.run(['sha256-b64'], text).trim()).toBe(ballot.tracker);
        append(writer.ballot(text));
        return ballot;
      });
      append(writer.endBallots());

      // The sum: the tool computes the same.
      const sum = sumBallots(election, checked);
      const tallyText = writeEncryptedTally(sum);
      const sizedTally = writeSizedTally(sum, tallyText);
      expect(folder.run(['election', 'compute-encrypted-tally']).trimEnd().split('\n')).toEqual([
        tallyText,
        sizedTally,
      ]);
      append(writer.encryptedTally(tallyText, sizedTally));

      // Shares: owners 1 and 3 by the tool, 2 and 5 by us; owner 4 stays away.
      folder.write('seed', at(ceremony.seeds, 0));
      folder.write('dkey', `${at(ceremony.outcome.decryptionKeys, 0)}\n`);
      const byTool = [
        ['decrypt', '--privkey', at(folder.names('.privkey'), 0), '--trustee-id', '1'],
        ['decrypt-threshold', '--key', 'seed', '--decryption-key', 'dkey', '--trustee-id', '3'],
      ].map((args) => at(folder.run(['election', ...args]).split('\n'), 0));
      const byUs = [ourTrustee.privateKey, at(ceremony.privateKeys, 2)].map((privateKey) =>
        decryptTally({ election, tally: sum.ciphertexts, privateKey, random }),
      );
      const shares = [
        { owner: 1, text: at(byTool, 0) },
        { owner: 2, text: at(byUs, 0) },
        { owner: 3, text: at(byTool, 1) },
        { owner: 5, text: at(byUs, 1) },
      ];
      const { ciphertexts: tally, totalWeight } = sum;
      const opening = succeeded(combineShares({ election, trustees, tally, totalWeight, shares }));
      expect(opening).toMatchObject({ counts: expected, refused: [], missing: [4] });
      for (const share of opening.shares)
        append(writer.partialDecryption(share.text, writeOwnedShare(share)));

      // The result: the tool computes the same, and verifies everything.
      expect(folder.run(['election', 'compute-result']).trimEnd()).toBe(writeResult(opening.counts));
      append(writer.result(writeResult(opening.counts)));
      folder.run(['election', 'verify']);

      // A planted fault: the same archive with another result is refused, so `verify` did look.
      const wrong = new ArchiveWriter({ timestamp: TIMESTAMP }, { order: 'as-given' });
      folder.write(
        archive,
        Buffer.concat([
          wrong.setup({ election: electionText, trustees: trusteesText, credentials: credentialsText }),
          ...checked.map(({ text }) => wrong.ballot(text)),
          wrong.endBallots(),
          wrong.encryptedTally(tallyText, sizedTally),
          ...opening.shares.map((share) => wrong.partialDecryption(share.text, writeOwnedShare(share))),
          wrong.result(writeResult(expected.map((row) => row.toReversed()))),
        ]),
      );
      expect(() => folder.run(['election', 'verify'])).toThrow();
    });
  },
);
