import { verifyRecordFile } from '@bilik/ballot/native';
import type { HandCount, MinutesFields } from '../../apps/station/src/minutes/minutes-fields.ts';
import type { MinutesPaper } from '../../apps/station/src/minutes/minutes-paper.ts';
import type { PollingPlace } from '../../apps/station/src/polling-place.ts';
import { must } from './answers.ts';
import { abandon, CHAIR, EARLY, MEMBER } from './polling-place.ts';
import type { PreparedHome } from './prepared-home.ts';

/** What people write into the minutes of a quiet day. */
export const QUIET_FIELDS: MinutesFields = {
  boardPresent: ['ketua', 'anggota-1', 'anggota-2'],
  witnessesPresent: ['saksi-1'],
  incidents: [],
  objections: [],
  helpedVoters: 0,
  trusteesUnable: false,
};

/** Writes on top of what stands in the minutes. */
export function writeFields(
  { written }: PollingPlace,
  fields: MinutesFields,
): ReturnType<typeof written.writeFields> {
  return written.writeFields({ basedOn: written.fieldsVersions(), fields });
}

/** Writes on top of the latest hand count. */
export function writeHandCount(
  { written }: PollingPlace,
  count: HandCount,
): ReturnType<typeof written.writeHandCount> {
  return written.writeHandCount({ basedOn: written.handCounts().length, count });
}

/** Closes what is left over, then the polls. */
export function closePolls(place: PollingPlace): void {
  const { onTheirWay } = place.board.state();
  if (onTheirWay > 0) must(abandon(place, onTheirWay));
  must(place.board.command('close', [CHAIR, MEMBER], EARLY));
}

/** Shares of the sealed sum as the trustees' devices give them, each after a check of the whole record. */
export async function sharesOf(
  prepared: PreparedHome,
  place: PollingPlace,
  owners: readonly number[],
): Promise<{ readonly owner: number; readonly text: string }[]> {
  const { sealed } = await verifyRecordFile(place.counting.sealedPath, { expect: 'sealed', maxWorkers: 0 });
  if (sealed === undefined) throw new Error('The sealed record is not right');
  return owners.map((owner) => ({ owner, text: prepared.share(owner, sealed.sum.ciphertexts) }));
}

/** The hand count that agrees with every figure. Call when the sum is open. */
export function agreeingHandCount(place: PollingPlace): HandCount {
  const { tokens, casts, contests } = place.board.figures();
  return {
    cardsLeft: tokens.pool - tokens.used - tokens.voided,
    cardsReturned: 0,
    slipBox: {
      inBox: casts,
      contests: contests.map(({ contest, options }) => ({
        contest,
        options: options.map(({ key, votes }) => ({ key, votes })),
      })),
    },
    countedBy: [CHAIR, MEMBER],
    reason: null,
  };
}

/** Prepares and prints the minutes; all of the board who are present sign them, and the witnesses too. */
export function signMinutes(place: PollingPlace): ReturnType<MinutesPaper['sign']> {
  const { minutesPaper } = place.board;
  const prepared = minutesPaper.prepare();
  if (!prepared.ok) return prepared;
  const printed = minutesPaper.paper();
  if (!printed.ok) return printed;
  const { boardPresent, witnessesPresent } = place.written.fields();
  return minutesPaper.sign({
    fingerprint: prepared.value.fingerprint,
    signedBy: [...(boardPresent ?? []), ...(witnessesPresent ?? [])],
    notSigned: [],
  });
}

/** From closed polls to a sealed result that agrees with everything. */
export async function countAndSeal(prepared: PreparedHome, place: PollingPlace): Promise<void> {
  await countWithoutSeal(prepared, place);
  must(await place.board.seal([CHAIR, MEMBER]));
}

/** From closed polls to figures that agree and minutes that are signed: only the seal is missing. */
export async function countWithoutSeal(prepared: PreparedHome, place: PollingPlace): Promise<void> {
  const { board, counting } = place;
  for (const { owner, text } of await sharesOf(prepared, place, [1, 3, 5])) {
    must(counting.receiveShare(owner, text));
  }
  must(board.command('count', [CHAIR, MEMBER]));
  must(writeFields(place, QUIET_FIELDS));
  must(writeHandCount(place, agreeingHandCount(place)));
  must(signMinutes(place));
}
