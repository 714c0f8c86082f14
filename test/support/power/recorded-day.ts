import { readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exerciseHome } from '../../../apps/cli/src/exercise/exercise-home.ts';
import { cardPilePath } from '../../../apps/cli/src/exercise/prepare.ts';
import { CHAIR, checkIn, EARLY, MEMBER, openPlace, openVotingHand } from '../polling-place.ts';
import type { PreparedHome } from '../prepared-home.ts';

/** What the day asks of the station and what it hears; each line is written before, or after, the act itself. */
export interface DayWord {
  readonly said: 'ask' | 'ack';
  readonly act: string;
  readonly booth: number;
  readonly hash: string;
}

// A day of casting in a process of its own: under strace, its words stand among its system calls.
const { values } = parseArgs({ options: { root: { type: 'string' } } });
const home = exerciseHome(values.root ?? '');
const codes: string[] = JSON.parse(readFileSync(cardPilePath(home), 'utf8'));
const prepared: Pick<PreparedHome, 'home' | 'codes'> = { home, codes };
const place = openPlace(prepared);
const hand = openVotingHand(prepared);
const { casting, board } = place;

function say(word: DayWord): void {
  writeSync(1, `${JSON.stringify(word)}\n`);
}

function act(name: string, booth: number, hash: string, carryOut: () => { readonly ok: boolean }): void {
  say({ said: 'ask', act: name, booth, hash });
  const answer = carryOut();
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  say({ said: 'ack', act: name, booth, hash });
}

const voterArrives = (voter: number): void =>
  act('check-in', voter, '', () => {
    checkIn(place, voter);
    return { ok: true };
  });

for (const voter of [1, 2, 3, 4]) voterArrives(voter);
const [first, second, spoiled, proved, last] = [0, 1, 2, 3, 1].map((option) => hand.vote(option));
if (!first || !second || !spoiled || !proved || !last) throw new Error('The pile of cards is gone');
act('seal', 1, first.hash, () => casting.seal(1, first.text));
act('seal', 2, second.hash, () => casting.seal(2, second.text));
act('confirm', 1, first.hash, () => casting.confirm(1, first.hash));
act('confirm', 2, second.hash, () => casting.confirm(2, second.hash));
act('finish', 2, second.hash, () => casting.finish(2, second.hash, 'sah-in-box'));
act('finish', 1, first.hash, () => casting.finish(1, first.hash, 'sah-in-box'));
act('seal', 1, spoiled.hash, () => casting.seal(1, spoiled.text));
act('spoil', 1, spoiled.hash, () => casting.spoil(1, spoiled.hash));
act('finish', 1, spoiled.hash, () => casting.finish(1, spoiled.hash, 'batal-in-envelope'));
act('prove', 1, proved.hash, () => casting.prove(1, proved.text, proved.opening));
act('seal', 1, last.hash, () => casting.seal(1, last.text));
act('confirm', 1, last.hash, () => casting.confirm(1, last.hash));
act('finish', 1, last.hash, () => casting.finish(1, last.hash, 'sah-in-box'));
act('pause', 0, '', () => board.command('pause', [MEMBER]));
act('resume', 0, '', () => board.command('resume', [CHAIR, MEMBER]));
act('abandon', 0, '', () => place.abandonments.close({ abandonedBefore: 0, count: 1, confirmedBy: [CHAIR] }));
act('close', 0, '', () => board.command('close', [CHAIR, MEMBER], EARLY));
place.close();
