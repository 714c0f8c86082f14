import {
  deriveCredential,
  type Election,
  openBallotMaker,
  parseElection,
  randomScalar,
  signBallot,
  type unsignedBallot,
} from '@bilik/ballot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PollingPlace } from '../apps/station/src/polling-place.ts';
import { must, refusalOf } from './support/answers.ts';
import { checkIn, openPlace, openPolls, openVotingHand } from './support/polling-place.ts';
import { group, type PreparedHome, prepareHome, random } from './support/prepared-home.ts';
import {
  changedCounters,
  changedTables,
  newFolder,
  removeFolders,
  tablesOf,
} from './support/station-disk.ts';

type Answers = ReturnType<typeof unsignedBallot>['answers'];

/** A ballot as text of JSON that a forger may change. */
interface LooseBallot {
  election_uuid: string;
  election_hash: string;
  credential: string;
  answers: Answers;
  signature: { hash: string; proof: { challenge: string; response: string } };
}

/** What a forger has: an own card, somebody else's ballot, and the same election's public texts. */
interface Forger {
  readonly election: Election;
  readonly text: string;
  readonly mine: LooseBallot;
  readonly theirs: LooseBallot;
  /** Made with the same card for an election with another identifier. */
  readonly elsewhere: string;
  readonly sign: (answers: Answers) => string;
}

let prepared: PreparedHome;
let place: PollingPlace;
let forger: Forger;

beforeAll(async () => {
  prepared = await prepareHome({ root: newFolder(), voters: 4, cards: 5 });
  place = openPlace(prepared);
  openPolls(place);
  checkIn(place, 1);
  forger = equipForger();
});

afterAll(() => {
  place.close();
  removeFolders();
});

function equipForger(): Forger {
  const { election } = place.place;
  const hand = openVotingHand(prepared);
  const { text } = hand.vote(1);
  const card = deriveCredential(group, election.uuid, prepared.codes.at(-1) ?? '');
  const otherUuid = `${election.uuid.slice(0, -1)}${election.uuid.endsWith('z') ? 'y' : 'z'}`;
  const other = must(parseElection(election.text.replace(election.uuid, otherUuid), { groups: [group] }));
  const maker = openBallotMaker(other, random);
  must(maker.readCard(prepared.codes.at(-1) ?? ''));
  return {
    election,
    text,
    mine: JSON.parse(text),
    theirs: JSON.parse(hand.vote(2).text),
    elsewhere: maker.make([1]).text,
    sign(answers) {
      const unsigned = {
        election_uuid: election.uuid,
        election_hash: election.fingerprint,
        credential: String(card.publicKey),
        answers,
      };
      const { hash, challenge, response } = signBallot(election, unsigned, card.secret, random);
      const proof = { challenge: String(challenge), response: String(response) };
      return JSON.stringify({ ...unsigned, signature: { hash, proof } });
    },
  };
}

/** The forger's own ballot with a change, in the format's own spelling. */
const changed = (change: (ballot: LooseBallot) => void) => (): string => {
  const ballot = structuredClone(forger.mine);
  change(ballot);
  return JSON.stringify(ballot);
};

/** The same with one number raised by one, found by what stands before it. */
const raised = (before: string) => (): string => {
  const start = forger.text.indexOf(before) + before.length;
  const end = forger.text.indexOf('"', start);
  return `${forger.text.slice(0, start)}${BigInt(forger.text.slice(start, end)) + 1n}${forger.text.slice(end)}`;
};

const respelled = (from: string | RegExp, to: string) => (): string => forger.text.replace(from, to);

/** Other ciphertexts of the same choices. */
function rerandomised(answers: Answers): Answers {
  return answers.map((answer) => ({
    ...answer,
    choices: answer.choices.map(({ alpha, beta }) => {
      const r = randomScalar(group, random);
      return {
        alpha: String(group.multiply(BigInt(alpha), group.generator.power(r))),
        beta: String(group.multiply(BigInt(beta), forger.election.encryptionKey.power(r))),
      };
    }),
  }));
}

/** The forger's own answers with another first element. */
function withAlpha(alpha: string): Answers {
  return forger.mine.answers.map((answer) => ({
    ...answer,
    choices: answer.choices.map((choice, index) => (index === 0 ? { ...choice, alpha } : choice)),
  }));
}

describe('a ballot that is not right', () => {
  test.each<[string, () => string, string]>([
    ['another uuid', changed((ballot) => (ballot.election_uuid = 'TPSMawar111Desa1')), 'other-election'],
    ['another fingerprint', changed((ballot) => (ballot.election_hash = 'A'.repeat(43))), 'other-election'],
    ['made for another election', () => forger.elsewhere, 'other-election'],
    [
      'somebody else’s card',
      changed((ballot) => (ballot.credential = forger.theirs.credential)),
      'hash-mismatch',
    ],
    [
      'a card that is not listed',
      changed((ballot) => (ballot.credential = String(group.g))),
      'unknown-credential',
    ],
    ['an alpha', raised('"alpha":"'), 'hash-mismatch'],
    ['a beta', raised('"beta":"'), 'hash-mismatch'],
    ['a challenge of a choice', raised('"individual_proofs":[[{"challenge":"'), 'hash-mismatch'],
    ['a challenge of the whole', raised('"overall_proof":[{"challenge":"'), 'hash-mismatch'],
    ['a response', raised('"response":"'), 'hash-mismatch'],
    ['the signed hash', changed((ballot) => (ballot.signature.hash = 'A'.repeat(43))), 'hash-mismatch'],
    ['the signature', raised('"proof":{"challenge":"'), 'signature-invalid'],
    [
      'another ballot’s signature',
      changed((ballot) => (ballot.signature.proof = forger.theirs.signature.proof)),
      'signature-invalid',
    ],
    ['no answers', changed((ballot) => (ballot.answers = [])), 'wrong-count'],
    ['an answer too many', changed((ballot) => ballot.answers.push(...forger.theirs.answers)), 'too-long'],
    ['a field too many', respelled('{', '{"weight":"2",'), 'malformed'],
    ['a field missing', respelled(/"election_hash":"[^"]*",/, ''), 'malformed'],
    [
      'fields in another order',
      respelled(/("election_uuid":"[^"]*"),("election_hash":"[^"]*")/, '$2,$1'),
      'malformed',
    ],
    ['leading zeros', respelled('"alpha":"', '"alpha":"0'), 'malformed'],
    ['a number that is none', respelled('"alpha":"', '"alpha":"-'), 'malformed'],
    ['a number as a number', respelled(/"alpha":"(\d+)"/, '"alpha":1'), 'malformed'],
    ['a name twice', respelled('{', '{"election_uuid":"x",'), 'not-canonical'],
    ['spaces', respelled('":', '": '), 'not-canonical'],
    ['an escape for a letter', respelled('"alpha"', '"\\u0061lpha"'), 'not-canonical'],
    ['a newline at the end', () => `${forger.text}\n`, 'not-canonical'],
    ['cut short', () => forger.text.slice(0, -10), 'not-canonical'],
    ['over its size', () => forger.text.padEnd(100_000, ' '), 'too-long'],
    ['no JSON', () => 'suara saya', 'not-canonical'],
    ['nothing', () => '', 'not-canonical'],
    ['a list', () => '[]', 'malformed'],
    ['null', () => 'null', 'malformed'],
    [
      'signed: an element outside the group',
      () => forger.sign(withAlpha(String(group.p - 1n))),
      'not-a-member',
    ],
    ['signed: zero as an element', () => forger.sign(withAlpha('0')), 'malformed'],
    ['signed: somebody else’s answers', () => forger.sign(forger.theirs.answers), 'individual-proof-invalid'],
    [
      'signed: the same, re-randomised',
      () => forger.sign(rerandomised(forger.theirs.answers)),
      'individual-proof-invalid',
    ],
    [
      'signed: one’s own, re-randomised',
      () => forger.sign(rerandomised(forger.mine.answers)),
      'individual-proof-invalid',
    ],
    [
      'somebody else’s ballot, re-randomised',
      () => JSON.stringify({ ...forger.theirs, answers: rerandomised(forger.theirs.answers) }),
      'hash-mismatch',
    ],
  ])('%s: refused by name, counted, nothing else changed', (_, forge, fault) => {
    const text = forge();
    expect(text).not.toBe(forger.text);
    for (const ask of [place.casting.seal, place.casting.prove]) {
      const before = tablesOf(prepared);
      const { ballotsRefused } = place.board.state();
      expect(ask(1, text, '')).toEqual({ ok: false, error: { type: 'ballot-refused', fault } });
      expect(place.board.state().ballotsRefused).toBe(ballotsRefused + 1);
      const after = tablesOf(prepared);
      expect(changedTables(before, after)).toEqual(['counter']);
      expect(changedCounters(before, after)).toEqual(['ballots-refused']);
    }
  });

  test('one character changed, anywhere: refused', () => {
    let refused = 0;
    for (let draw = 0; draw < 60; draw += 1) {
      const position = Buffer.from(random(4)).readUInt32BE() % forger.text.length;
      const letter = '0123456789,:"[]{} aA+'[draw % 21] ?? '0';
      if (forger.text[position] === letter) continue;
      const text = forger.text.slice(0, position) + letter + forger.text.slice(position + 1);
      expect(refusalOf(place.casting.seal(1, text)), `${letter} at ${position}`).toBe('ballot-refused');
      refused += 1;
    }
    expect(refused).toBeGreaterThan(40);
  });

  test('leaves the right one as welcome as before', () => {
    expect(must(place.casting.seal(1, forger.text))).toMatchObject({ state: 'sealing' });
    expect(forger.sign(forger.mine.answers)).not.toBe(forger.text);
    // the forger's own signature is a right one: what was refused above was refused for its content
    expect(refusalOf(place.casting.seal(1, forger.sign(forger.mine.answers)))).toBe('card-in-use');
  });
});
