import { type BallotMaker, openBallotMaker, parseElection } from '@bilik/ballot';

/** One voter's ballot and the time of its two moments, in milliseconds. */
export interface TimedBallot {
  readonly text: string;
  /** From the code on the card to its public key. */
  readonly readCardMs: number;
  /** From the choice to the encrypted, proved and signed ballot. */
  readonly makeMs: number;
}

declare global {
  interface Window {
    /** Opens the maker as the voting worker does and builds its tables. @returns milliseconds of building */
    openMaker(election: string): number;
    voteOnce(cardCode: string, answer: number): TimedBallot;
  }
}

let maker: BallotMaker | undefined;

window.openMaker = (text) => {
  const election = parseElection(text);
  if (!election.ok) throw new Error('the bench made a wrong election');
  maker = openBallotMaker(election.value, (count) => crypto.getRandomValues(new Uint8Array(count)));
  const started = performance.now();
  maker.warm();
  return performance.now() - started;
};

window.voteOnce = (cardCode, answer) => {
  if (maker === undefined) throw new Error('the maker is not open yet');
  const started = performance.now();
  const card = maker.readCard(cardCode);
  const read = performance.now();
  if (!card.ok) throw new Error('the bench made a wrong card');
  const { text } = maker.make([answer]);
  const made = performance.now();
  maker.forget();
  return { text, readCardMs: read - started, makeMs: made - read };
};
