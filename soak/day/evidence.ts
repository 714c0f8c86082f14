import type { Findings } from '../../test/support/findings.ts';

/** What a day left, from sources that know nothing of each other: people, paper, station, record. */
export interface DayEvidence {
  /** What people know: each voter's ballot that was acknowledged as cast, by its hash, and what it says. */
  readonly acknowledged: readonly {
    readonly voter: number;
    readonly hash: string;
    readonly option: number;
  }[];
  /** Voters who were let in by a desk. */
  readonly checkedIn: number;
  /** Of these, how many left without voting. */
  readonly left: number;
  /** Desks that let one voter in at once, more than one. */
  readonly letInTwice: number;
  /** Cards that were given out. */
  readonly cardsTaken: number;
  readonly station: {
    readonly released: number;
    readonly casts: number;
    readonly openCases: number;
    readonly abandoned: number;
    readonly cardsUsed: number;
    readonly cardsVoided: number;
    readonly castsWithoutSlip: number;
  };
  /** What the station counted beside its slots, as it lies on the disk. */
  readonly counters: { readonly casts: number; readonly slipsSah: number };
  /** Slips marked SAH by option, as eyes read them. */
  readonly sahSlips: readonly number[];
  /** Casts whose slip eyes missed, beyond what people told the station: their printer lied. */
  readonly slipsLostToLies: number;
  readonly record: {
    /** Hashes of all ballots in it. */
    readonly ballots: readonly string[];
    /** By option, as opened. */
    readonly counts: readonly number[];
    /** Rules of the verifiers that do not hold. */
    readonly failures: readonly string[];
  };
  /** Sums of the station's own arithmetic that do not hold, but those about slips. */
  readonly brokenSums: readonly string[];
  /** What programs could not explain. */
  readonly broken: readonly string[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Holds the sources of one day against each other. */
export function judgeDay(day: DayEvidence): Findings {
  const { acknowledged, station, record } = day;
  const lost: string[] = [];
  const doubled: string[] = [];
  const unexplained: string[] = [];
  const inRecord = new Set(record.ballots);
  const known = new Set(acknowledged.map(({ hash }) => hash));

  for (const { voter, hash } of acknowledged) {
    if (!inRecord.has(hash)) lost.push(`voter ${voter}: the ballot ${hash.slice(0, 8)} is not in the record`);
  }
  if (station.released < day.checkedIn) {
    lost.push(`${day.checkedIn} voters were let in, ${station.released} releases are left`);
  }
  if (record.ballots.length > inRecord.size) doubled.push('a ballot stands twice in the record');
  for (const hash of inRecord) {
    if (!known.has(hash)) doubled.push(`nobody was told of the ballot ${hash.slice(0, 8)} in the record`);
  }
  if (new Set(acknowledged.map(({ voter }) => voter)).size < acknowledged.length) {
    doubled.push('a voter has two ballots');
  }
  if (station.released > day.checkedIn) {
    doubled.push(`${day.checkedIn} voters were let in, there are ${station.released} releases`);
  }
  if (day.letInTwice > 0) doubled.push(`${day.letInTwice} voters were let in by two desks`);

  const equal = (what: string, left: unknown, right: unknown): void => {
    const [one, other] = [JSON.stringify(left), JSON.stringify(right)];
    if (one !== other) unexplained.push(`${what}: ${one} and ${other}`);
  };
  equal('casts of the station and ballots of the record', station.casts, record.ballots.length);
  equal('casts by slots and by the station’s counter', station.casts, day.counters.casts);
  equal(
    'slips with SAH and casts without a slip, and casts',
    day.counters.slipsSah + station.castsWithoutSlip,
    station.casts,
  );
  equal('casts and used cards', station.casts, station.cardsUsed);
  equal('open cases', station.openCases, 0);
  equal('abandoned releases and voters who left', station.abandoned, day.left);
  equal('releases, and casts with abandoned ones', station.released, station.casts + station.abandoned);
  equal(
    'cards that are out, and used with void and unused ones',
    day.cardsTaken,
    station.cardsUsed + station.cardsVoided,
  );
  const votes = record.counts.map(
    (_, option) => acknowledged.filter((vote) => vote.option === option).length,
  );
  equal('opened counts and what people remember', record.counts, votes);
  const sah = sum(day.sahSlips);
  const withSlip = station.casts - station.castsWithoutSlip - day.slipsLostToLies;
  if (sah > station.casts) doubled.push(`${sah} slips bear SAH for ${station.casts} casts`);
  else if (sah !== withSlip) unexplained.push(`${sah} slips bear SAH, ${withSlip} are explained`);
  day.sahSlips.forEach((slips, option) => {
    if (slips > (record.counts[option] ?? 0))
      unexplained.push(`option ${option} has ${slips} slips with SAH, ${record.counts[option]} votes`);
  });
  unexplained.push(...record.failures, ...day.brokenSums, ...day.broken);
  return { lost, doubled, unexplained };
}
