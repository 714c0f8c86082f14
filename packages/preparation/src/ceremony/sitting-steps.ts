/** The three rounds of messages that trustees give to each other. */
export const SITTING_ROUNDS = ['certificate', 'polynomial', 'share'] as const;
export type SittingRound = (typeof SITTING_ROUNDS)[number];

/** What happened in a sitting, in the order in which it happened. Steps are only added. */
export type SittingStep =
  | {
      readonly type: 'planned';
      readonly threshold: number;
      /** Ids. */
      readonly members: readonly string[];
    }
  /** A trustee's messages of a round lie on the notice board, and hold as far as they can be checked by themselves. */
  | { readonly type: 'given'; readonly round: SittingRound; readonly member: string }
  /** All fingerprints were read aloud and agreed; who was there to hear it. */
  | { readonly type: 'compared'; readonly present: readonly string[] }
  /** The messages of a round do not make keys; `member` is whose message it is. Nobody gives a second version. */
  | { readonly type: 'faulty'; readonly member: string; readonly problem: string }
  /** The lists of trustees were computed from the messages. */
  | { readonly type: 'made'; readonly fingerprint: string }
  /** The trustee's own device shows the same fingerprint. */
  | { readonly type: 'confirmed'; readonly member: string }
  /** The paper with the fingerprint hangs where everybody can read it. */
  | { readonly type: 'posted'; readonly where: string }
  /** Everybody left before the keys were made. */
  | { readonly type: 'left'; readonly reason: string }
  /** After the keys were made: this trustee cannot come any more. */
  | { readonly type: 'lost'; readonly member: string; readonly reason: string };

export type SittingPhase =
  | 'certificates'
  | 'comparing'
  | 'polynomials'
  | 'shares'
  | 'faulty'
  | 'confirming'
  | 'posting'
  | 'ready'
  /** Fewer trustees than the threshold are left. */
  | 'too-few'
  | 'left';

/** Where a sitting stands. */
export interface SittingStanding {
  readonly phase: SittingPhase;
  readonly threshold: number;
  readonly members: readonly string[];
  /** Whose part of the phase is awaited, in the order of the plan. */
  readonly missing: readonly string[];
  /** By round: who has given. */
  readonly given: Readonly<Record<SittingRound, readonly string[]>>;
  readonly confirmed: readonly string[];
  readonly lost: readonly string[];
  readonly fingerprint: string | undefined;
  readonly fault: { readonly member: string; readonly problem: string } | undefined;
}

/** Where a sitting stands after its steps. @throws when the first step is not its plan: the stream was cut */
export function standingOf(steps: readonly SittingStep[]): SittingStanding {
  const [plan] = steps;
  if (plan?.type !== 'planned') throw new Error('A sitting begins with its plan');
  const { threshold, members } = plan;
  const of = <Type extends SittingStep['type']>(type: Type) =>
    steps.filter((step): step is Extract<SittingStep, { type: Type }> => step.type === type);
  const whoGave = (round: SittingRound) =>
    members.filter((id) => of('given').some((step) => step.round === round && step.member === id));
  const given = {
    certificate: whoGave('certificate'),
    polynomial: whoGave('polynomial'),
    share: whoGave('share'),
  };
  const confirmed = members.filter((id) => of('confirmed').some(({ member }) => member === id));
  const lost = members.filter((id) => of('lost').some(({ member }) => member === id));
  const [fault] = of('faulty');
  const [made] = of('made');
  const without = (who: readonly string[]) => members.filter((id) => !who.includes(id));

  const phase = (): { readonly phase: SittingPhase; readonly missing: readonly string[] } => {
    if (of('left').length > 0) return { phase: 'left', missing: [] };
    if (fault !== undefined) return { phase: 'faulty', missing: [] };
    if (made !== undefined) {
      if (members.length - lost.length < threshold) return { phase: 'too-few', missing: [] };
      const unconfirmed = without([...confirmed, ...lost]);
      if (unconfirmed.length > 0) return { phase: 'confirming', missing: unconfirmed };
      return { phase: of('posted').length === 0 ? 'posting' : 'ready', missing: [] };
    }
    if (given.certificate.length < members.length)
      return { phase: 'certificates', missing: without(given.certificate) };
    if (of('compared').length === 0) return { phase: 'comparing', missing: [] };
    if (given.polynomial.length < members.length)
      return { phase: 'polynomials', missing: without(given.polynomial) };
    return { phase: 'shares', missing: without(given.share) };
  };
  return {
    ...phase(),
    threshold,
    members,
    given,
    confirmed,
    lost,
    fingerprint: made?.fingerprint,
    fault: fault === undefined ? undefined : { member: fault.member, problem: fault.problem },
  };
}
