import { encryptBallot } from '../../src/index.ts';
import { at } from '../place.ts';
import { byHash, openRecord, pick, writeRecord } from '../record-maker.ts';
import { BILIK, credentialsWith, random, replaced, type Tampering, textsWith } from '../tampering.ts';

/** Rules of the Bilik profile, of which the tool knows nothing. */
export const AGAINST_OUR_PROFILE: readonly Tampering[] = [
  {
    name: 'a second ballot of one card',
    make: () => {
      const holder = at(BILIK.cards, 0);
      const second = encryptBallot({
        election: BILIK.election,
        credential: holder,
        choices: pick(2),
        random,
      }).text;
      const ballots = [...BILIK.texts.ballots, second].sort(byHash);
      return writeRecord(openRecord({ ...BILIK.texts, ballots }, BILIK));
    },
    rule: 'ballots.once',
    tool: 'accepts',
  },
  {
    name: 'ballots in another order than by hash',
    make: () => textsWith(BILIK, { ballots: BILIK.texts.ballots.toReversed() }),
    rule: 'ballots.order',
    tool: 'accepts',
  },
  {
    name: 'weights',
    make: () => credentialsWith(BILIK, (keys) => keys.map((key) => `${key},1`)),
    rule: 'credentials.valid',
    tool: 'accepts',
  },
  {
    name: 'a question with the Belenios blank under our mark',
    make: () =>
      textsWith(BILIK, { election: replaced(BILIK.texts.election, '"min":1', '"blank":true,"min":1') }),
    rule: 'election.valid',
    tool: 'refuses',
  },
  {
    name: 'a question that takes two answers under our mark',
    make: () => textsWith(BILIK, { election: replaced(BILIK.texts.election, '"max":1', '"max":2') }),
    rule: 'election.valid',
    tool: 'refuses',
  },
];
