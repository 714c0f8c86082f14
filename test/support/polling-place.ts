import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BallotMaker, type MadeBallot, openBallotMaker, parseElection } from '@bilik/ballot';
import { fingerprintSchema } from '@bilik/election';
import { openPollingPlace } from '../../apps/station/src/open-polling-place.ts';
import type { PollingPlace } from '../../apps/station/src/polling-place.ts';
import type { WriteHook } from '../../apps/station/src/store/station-store.ts';
import { group, type PreparedHome, random } from './prepared-home.ts';

/** 12 December 2026, 09:40 in the polling place (WIB). */
export const MORNING_MS = Date.UTC(2026, 11, 12, 2, 40);

/** Opens the station's rooms without a door. Throws when it does not open: tests of refusals call `openPollingPlace` themselves. */
export function openPlace(prepared: Pick<PreparedHome, 'home'>, onWrite?: WriteHook): PollingPlace {
  const opened = openPollingPlace({
    home: prepared.home.station,
    second: prepared.home.stationSecond,
    group,
    now: () => MORNING_MS,
    elapsedMs: () => 0,
    random,
    software: { version: '0.0.0', fingerprint: fingerprintSchema.parse('0'.repeat(64)) },
    ...(onWrite === undefined ? {} : { onWrite }),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

export const CHAIR = 'ketua';
export const MEMBER = 'anggota-1';

/** Why the polls of a test close in the morning. */
export const EARLY = 'Semua pemilih dalam daftar sudah memilih.';

/** Prepares and prints the zero report; chair and a member sign it. */
export function signZeroReport({ zeroReport }: PollingPlace): ReturnType<typeof zeroReport.sign> {
  const prepared = zeroReport.prepare();
  if (!prepared.ok) return prepared;
  const printed = zeroReport.paper();
  if (!printed.ok) return printed;
  const { fingerprint } = prepared.value;
  return zeroReport.sign({ fingerprint, signedBy: [CHAIR, MEMBER], notSigned: [] });
}

/** The chair looks at the figures and closes releases whose voters left. */
export function abandon(
  { abandonments, board }: PollingPlace,
  count: number,
): ReturnType<typeof abandonments.close> {
  return abandonments.close({
    abandonedBefore: board.state().poll.abandoned,
    count,
    confirmedBy: [CHAIR],
  });
}

/** Zero report, signatures, opening. */
export function openPolls(place: PollingPlace): void {
  const { board } = place;
  for (const answer of [
    signZeroReport(place),
    board.command('prove_zero', [CHAIR]),
    board.command('open', [CHAIR, MEMBER]),
  ]) {
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  }
}

/** The voting device's side: a maker that takes cards from the prepared pile, top first. */
export type VotedBallot = MadeBallot & { readonly credential: string; readonly opening: string };

export interface VotingHand {
  readonly maker: BallotMaker;
  /** Takes the next card and encrypts. @returns the ballot, the card's public key and what opens it */
  readonly vote: (option: number) => VotedBallot;
}

export function openVotingHand(prepared: Pick<PreparedHome, 'home' | 'codes'>): VotingHand {
  const election = parseElection(
    readFileSync(join(prepared.home.station, 'place', 'election.json'), 'utf8'),
    {
      groups: [group],
    },
  );
  if (!election.ok) throw new Error('The prepared election is none');
  const maker = openBallotMaker(election.value, random);
  const pile = [...prepared.codes];
  return {
    maker,
    vote(option) {
      const code = pile.pop();
      if (code === undefined) throw new Error('The pile of cards is gone');
      const card = maker.readCard(code);
      if (!card.ok) throw new Error(card.error.type);
      return { ...maker.make([option]), credential: card.value, opening: maker.prove() };
    },
  };
}

/** Checks the next voter in; releases one ballot. */
export function checkIn(place: PollingPlace, voter: number): void {
  const answer = place.desk.checkIn({
    voter,
    desk: 1,
    identity: { method: 'name-and-photo', override: null },
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
}

/** The whole of one cast at the station. */
export function castWhole(place: PollingPlace, ballot: MadeBallot, booth = 1): void {
  for (const answer of [
    place.casting.seal(booth, ballot.text),
    place.casting.confirm(booth, ballot.hash),
    place.casting.finish(booth, ballot.hash, 'sah-in-box'),
  ]) {
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  }
}
