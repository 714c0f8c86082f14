import type { Heard } from './station-http.ts';

/** One thing that somebody may ask about one voter's card or ballot, over and over. */
export interface Probe {
  readonly how: string;
  /** @param voter position in the true order of casting. @returns all that the answer says */
  readonly ask: (voter: number) => Promise<string>;
}

/** What a probe was told, poll by poll, of each voter. */
export interface Polled {
  readonly how: string;
  readonly answers: readonly (readonly string[])[];
}

/** What an answer says of this card or ballot; how much the station knows altogether stands beside it and is left out. */
export function saidOf({ status, refusal, error, value }: Heard): string {
  const { station: _known, ...why } = error;
  const content: unknown = value;
  const said =
    typeof content === 'object' && content !== null ? { ...content, station: undefined } : (content ?? null);
  return JSON.stringify([status, refusal, why, said]);
}

/** Asks every probe about every voter; call it after each step of the day. */
export function startPolling(
  probes: readonly Probe[],
  voters: number,
): { readonly poll: () => Promise<void>; readonly polled: () => readonly Polled[] } {
  const logs = probes.map((probe) => ({ probe, answers: [] as string[][] }));
  return {
    async poll() {
      for (const { probe, answers } of logs) {
        const said: string[] = [];
        for (let voter = 0; voter < voters; voter += 1) said.push(await probe.ask(voter));
        answers.push(said);
      }
    },
    polled: () => logs.map(({ probe, answers }) => ({ how: probe.how, answers })),
  };
}

/** Polls in which two voters were answered differently: a probe that tells nothing answers all alike, at every moment. */
export function tellingPolls({ answers }: Polled): number {
  return answers.filter((said) => new Set(said).size > 1).length;
}

/** Voters in the order in which the answer about them first changed: the order of casting, where a probe tells it. */
export function orderOfChanges({ answers }: Polled): number[] {
  const [first = []] = answers;
  return first
    .map((before, voter) => ({ voter, at: answers.findIndex((said) => said[voter] !== before) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ voter }) => voter);
}
