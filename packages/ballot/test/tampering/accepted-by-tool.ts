import { at } from '../place.ts';
import { hexHash, openRecord, stepsOf, writeRecord, writeSteps } from '../record-maker.ts';
import {
  BELENIOS,
  BILIK,
  ballotWith,
  credentialsWith,
  indexOf,
  move,
  OTHER,
  reordered,
  replaced,
  stepsWith,
  type Tampering,
  textsWith,
} from '../tampering.ts';

/** Format §15.2: the tool accepts all of these, and so publishes a count that not every ballot is in. */
export const ACCEPTED_BY_TOOL: readonly Tampering[] = [
  {
    name: 'a ballot after EndBallots: all before it are ignored',
    make: () => {
      const { ballots } = BILIK.texts;
      const counted = openRecord({ ...BILIK.texts, ballots: ballots.slice(0, 1) }, BILIK);
      const steps = stepsOf({ ...counted, ballots });
      move(steps, 1, indexOf(steps, 'EndBallots'));
      return writeSteps(steps);
    },
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'an event between ballots: those before it are ignored, and the sum is made without them',
    make: () => {
      const { ballots } = BILIK.texts;
      const counted = openRecord({ ...BILIK.texts, ballots: ballots.slice(2) }, BILIK);
      const steps = stepsOf({ ...counted, ballots });
      steps.splice(3, 0, { type: 'EndBallots', data: [] });
      return writeSteps(steps);
    },
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'another encrypted tally',
    make: () => {
      const tally = JSON.stringify(JSON.parse(BILIK.texts.tally).map((row: unknown[]) => row.reverse()));
      return textsWith(BILIK, {
        tally,
        sizedTally: BILIK.texts.sizedTally.replace(/[0-9a-f]{64}/, hexHash(tally)),
      });
    },
    rule: 'tally.sum',
    tool: 'accepts',
  },
  {
    name: 'another num_tallied',
    make: () =>
      textsWith(BILIK, {
        sizedTally: replaced(BILIK.texts.sizedTally, '"num_tallied":4', '"num_tallied":5'),
      }),
    rule: 'tally.size',
    tool: 'accepts',
  },
  {
    name: 'another total_weight',
    make: () =>
      textsWith(BILIK, {
        sizedTally: replaced(BILIK.texts.sizedTally, '"total_weight":4', '"total_weight":5'),
      }),
    rule: 'tally.size',
    tool: 'accepts',
  },
  {
    name: 'no EndBallots',
    make: () => stepsWith(BILIK, (steps) => steps.splice(indexOf(steps, 'EndBallots'), 1)),
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'no EncryptedTally',
    make: () => stepsWith(BILIK, (steps) => steps.splice(indexOf(steps, 'EncryptedTally'), 1)),
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'a second Setup in mid-archive: the ballots before it are ignored',
    make: () => {
      const [setup] = stepsOf(BILIK.texts);
      const ballots = stepsOf(BILIK.texts).filter(({ type }) => type === 'Ballot');
      return writeSteps([...(setup ? [setup] : []), ...ballots, ...stepsOf(OTHER.texts)]);
    },
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'two results, the first one wrong',
    make: () =>
      stepsWith(BILIK, (steps) => {
        steps.splice(indexOf(steps, 'Result'), 0, { type: 'Result', data: ['{"result":[[0,0,0,4]]}'] });
      }),
    rule: 'chain.order',
    tool: 'accepts',
  },
  {
    name: 'the same ballot twice',
    make: () => stepsWith(BILIK, (steps) => steps.splice(2, 0, at(steps, 1))),
    rule: 'ballots.unrepeated',
    tool: 'accepts',
  },
  {
    name: 'an older ballot of a voter, replayed after the newer one, which it replaces',
    make: () => {
      const { ballots } = BELENIOS.texts;
      return writeRecord(openRecord({ ...BELENIOS.texts, ballots: [...ballots, at(ballots, 0)] }, BELENIOS));
    },
    rule: 'ballots.unrepeated',
    tool: 'accepts',
  },
  {
    name: 'two partial decryptions of one owner',
    make: () =>
      stepsWith(BILIK, (steps) => {
        const index = indexOf(steps, 'PartialDecryption');
        steps.splice(index, 0, at(steps, index));
      }),
    rule: 'shares.owner',
    tool: 'accepts',
  },
  {
    name: 'the credential 1',
    make: () => credentialsWith(BILIK, (keys) => ['1', ...keys]),
    rule: 'credentials.valid',
    tool: 'accepts',
  },
  {
    name: 'an empty weight, which means none',
    make: () => {
      const unused = String(at(BELENIOS.cards, 2).publicKey);
      return credentialsWith(BELENIOS, (keys) => keys.map((key) => (key === unused ? `${key},` : key)));
    },
    rule: 'credentials.valid',
    tool: 'accepts',
  },
  {
    name: 'answer fields in another order',
    make: () =>
      ballotWith(BILIK, (ballot) => {
        ballot.answers = ballot.answers.map(reordered);
      }),
    rule: 'ballots.form',
    tool: 'accepts',
  },
  {
    name: 'an extra field in an answer',
    make: () =>
      ballotWith(BILIK, (ballot) => {
        ballot.answers = ballot.answers.map((answer) => ({ ...answer, note: 'halo' }));
      }),
    rule: 'ballots.form',
    tool: 'accepts',
  },
  {
    name: 'a leading zero in an answer',
    make: () =>
      ballotWith(BILIK, (ballot) => {
        const [choice] = at(ballot.answers, 0).choices;
        if (choice) choice.alpha = `0${choice.alpha}`;
      }),
    rule: 'ballots.form',
    tool: 'accepts',
  },
  {
    name: 'numbers as texts in the result',
    make: () => textsWith(BILIK, { result: BILIK.texts.result.replace(/([0-9]+)/g, '"$1"') }),
    rule: 'result.counts',
    tool: 'accepts',
  },
  {
    name: 'a space in the result',
    make: () => textsWith(BILIK, { result: replaced(BILIK.texts.result, ':', ': ') }),
    rule: 'result.counts',
    tool: 'accepts',
  },
  {
    name: 'an extra field in the trustees',
    make: () =>
      textsWith(BILIK, { trustees: replaced(BILIK.texts.trustees, ',"name"', ',"note":"x","name"') }),
    rule: 'trustees.valid',
    tool: 'accepts',
  },
];
