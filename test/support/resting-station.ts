import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exerciseHome } from '../../apps/cli/src/exercise/exercise-home.ts';
import { cardPilePath } from '../../apps/cli/src/exercise/prepare.ts';
import { nextTurn } from './next-turn.ts';
import { castWhole, checkIn, openPlace, openPolls, openVotingHand } from './polling-place.ts';
import type { CastBallot } from './station-at-rest.ts';

// A station in a process of its own, on which so many people vote; then it rests with open polls until somebody kills it.
const { values } = parseArgs({ options: { root: { type: 'string' }, casts: { type: 'string' } } });
const home = exerciseHome(values.root ?? '');
const codes: string[] = JSON.parse(readFileSync(cardPilePath(home), 'utf8'));
const place = openPlace({ home });
openPolls(place);
const hand = openVotingHand({ home, codes });
const casts: CastBallot[] = [];
for (let voter = 1; voter <= Number(values.casts); voter += 1) {
  checkIn(place, voter);
  const ballot = hand.vote(voter % 4);
  castWhole(place, ballot);
  casts.push(ballot);
}
await nextTurn();
process.stdout.write(JSON.stringify(casts.map(({ hash, credential, text }) => ({ hash, credential, text }))));
process.stdout.write('\n');
process.stdin.resume();
