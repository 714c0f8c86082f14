import { PHASE_COMMANDS } from '../../apps/station/src/phase/act-log.ts';
import type { PollingPlace } from '../../apps/station/src/polling-place.ts';
import { must, refusalOf } from './answers.ts';
import { closePolls } from './day-end.ts';
import { CHAIR, checkIn, MEMBER, openPlace, openPolls, openVotingHand } from './polling-place.ts';
import { type PreparedHome, prepareHome } from './prepared-home.ts';
import { copyOf, newFolder } from './station-disk.ts';

export const BOTH: readonly string[] = [CHAIR, MEMBER];

/** A place before its day, and the same with polls closed over 5 casts (2 · 1 · 1 and 1 blank), one BATAL, one proved, one abandoned. */
export async function prepareClosedDay(
  regency: Pick<Parameters<typeof prepareHome>[0], 'beginRegency'> = {},
): Promise<{
  readonly prepared: PreparedHome;
  readonly closed: PreparedHome;
}> {
  const prepared = await prepareHome({ root: newFolder(), voters: 8, cards: 12, booths: 2, ...regency });
  const closed = copyOf(prepared);
  const place = openPlace(closed);
  openPolls(place);
  for (const voter of [1, 2, 3, 4, 5, 6]) checkIn(place, voter);
  const hand = openVotingHand(prepared);
  for (const [index, option] of [0, 1, 0, 3, 2].entries()) {
    voteOnPaper(place, hand.vote(option), 'sah-in-box', index + 1);
  }
  voteOnPaper(place, hand.vote(0), 'batal-in-envelope', 6);
  const opened = hand.vote(1);
  must(place.casting.prove(2, opened.text, opened.opening));
  closePolls(place);
  place.close();
  return { prepared, closed };
}

/** One voter with paper: the booth tells how many slips it printed. */
export function voteOnPaper(
  place: PollingPlace,
  { text, hash }: { readonly text: string; readonly hash: string },
  slip: 'sah-in-box' | 'batal-in-envelope',
  slipsPrinted: number,
): void {
  must(place.casting.seal(1, text));
  must(slip === 'sah-in-box' ? place.casting.confirm(1, hash) : place.casting.spoil(1, hash));
  must(place.finishCase({ booth: 1, hash, slip, slipsPrinted, answeredBy: [] }));
}

/** Ids of what still stands against a command. */
export function unmetFor(place: PollingPlace, command: string): string[] {
  return (
    place.board
      .state()
      .commands.find((offered) => offered.command === command)
      ?.unmet.map(({ id }) => id) ?? []
  );
}

/** The signed files that lie beside the record. */
export function beside(place: PollingPlace): { voidText: string; resultText: string } {
  return { voidText: place.counting.voidList() ?? '', resultText: resultTextOf(place) };
}

/** The signed result; empty before it is sealed. */
export function resultTextOf({ board }: PollingPlace): string {
  const result = board.signedResult();
  return result === undefined ? '' : must(result).toString('utf8');
}

/** What each command of the board is answered, in the order of the table. */
export async function commandRefusals({ board }: PollingPlace): Promise<string[]> {
  const answers = PHASE_COMMANDS.map((command) =>
    command === 'seal' ? board.seal(BOTH) : board.command(command, BOTH),
  );
  return (await Promise.all(answers)).map(refusalOf);
}
