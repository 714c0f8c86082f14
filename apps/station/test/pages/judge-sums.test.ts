import {
  checkArithmetic,
  mobileGroupFigures,
  type PollingPlaceFigures,
  slemanRulePack,
} from '@bilik/election';
import { tps01 } from '@bilik/election/fixtures';
import { expect, test } from 'vitest';
import { handSums } from '../../pages/board/result/judge-sums.ts';

const [electronic] = tps01.figures.contests;
if (electronic === undefined) throw new Error('fixture changed');

/** TPS 01 Melati with a mobile group: 5 ballots taken, 3 used, and as many out of the box; a test miscounts. */
function counted({ inBox = 3, invalid = 1, marked = 3 } = {}): PollingPlaceFigures {
  const people = ['ketua', 'anggota-1'];
  const mobileGroup = mobileGroupFigures({
    trips: [
      {
        number: 1,
        taken: 5,
        leftWhen: '09:00',
        leftConfirmedBy: people,
        returned: { used: 3, unused: 2, spoiled: 0, when: '11:00', note: null, confirmedBy: people },
      },
    ],
    checkIns: marked,
    contests: tps01.figures.contests,
    paper: {
      inBox,
      contests: [{ contest: electronic?.contest ?? '', options: [{ key: 'c1', votes: 2 }], invalid }],
    },
    rulePack: slemanRulePack,
  });
  if (mobileGroup === undefined) throw new Error('A group left');
  return { ...tps01.figures, users: tps01.figures.users + marked, mobileGroup };
}

const failing = (figures: PollingPlaceFigures) =>
  handSums({ sums: checkArithmetic(figures, tps01.rulePack).outcomes }).flatMap(({ id, verdict }) =>
    verdict === 'fails' ? [id] : [],
  );

test('a hand count of a mobile group’s paper that is wrong is told right after it was saved', () => {
  expect(failing(counted())).toEqual([]);
  const tooMany = [
    'mobile-ballots-in-box-are-used',
    'mobile-ballots-in-box-within-used',
    'mobile-ballots-in-box-within-check-ins',
  ];
  expect(failing(counted({ inBox: 4, invalid: 2 }))).toEqual(tooMany);
  expect(failing(counted({ inBox: 2, invalid: 0 }))).toEqual(['mobile-ballots-in-box-are-used']);
  expect(failing(counted({ inBox: 4 }))).toEqual([...tooMany, 'paper-votes-are-mobile-ballots-in-box']);
  expect(failing(counted({ invalid: 2 }))).toEqual(['paper-votes-are-mobile-ballots-in-box']);
});

test('where no group left none of its sums is asked for', () => {
  const sums = checkArithmetic(tps01.figures, tps01.rulePack).outcomes;
  expect(handSums({ sums }).map(({ id }) => id)).toEqual([
    'cards-issued-are-used-voided-returned',
    'slips-in-box-and-spoiled-are-printed',
    'slips-in-box-are-casts',
  ]);
});
