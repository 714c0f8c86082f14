import type { SittingPhase, SittingStanding, SittingStep } from './sitting-steps.ts';

/** Why a step is refused. */
export type SittingRefusal =
  | { readonly type: 'sitting-left' }
  | { readonly type: 'sitting-member-unknown'; readonly member: string }
  /** Not now: the sitting is at `phase`. */
  | { readonly type: 'sitting-not-now'; readonly phase: SittingPhase }
  /** Everybody has to hear the fingerprints; these were not there. */
  | { readonly type: 'sitting-not-all-present'; readonly absent: readonly string[] }
  /** The keys are made: nobody is replaced, and nothing is left. What suffices is `threshold` of those who remain. */
  | { readonly type: 'sitting-keys-made'; readonly threshold: number; readonly remaining: number }
  /** Nobody takes another's place: all leave, and a sitting of another name begins with another person. */
  | { readonly type: 'sitting-begins-anew' };

/** Steps that people ask for. What a device gave and what was computed is not asked, but seen. */
export type SittingRequest = Extract<
  SittingStep,
  { type: 'compared' | 'confirmed' | 'posted' | 'left' | 'lost' }
>;

type Answer =
  | { readonly ok: true; readonly value: SittingStep }
  | { readonly ok: false; readonly error: SittingRefusal };

/** Whether somebody's request is allowed where the sitting stands. */
export function requestStep(standing: SittingStanding, request: SittingRequest): Answer {
  const { phase, members, threshold, lost } = standing;
  const refuse = (error: SittingRefusal): Answer => ({ ok: false, error });
  const accept: Answer = { ok: true, value: request };
  if (phase === 'left') return refuse({ type: 'sitting-left' });
  if ('member' in request && !members.includes(request.member)) {
    return refuse({ type: 'sitting-member-unknown', member: request.member });
  }
  const isMade = standing.fingerprint !== undefined;
  switch (request.type) {
    case 'compared': {
      if (phase !== 'comparing') return refuse({ type: 'sitting-not-now', phase });
      const absent = members.filter((id) => !request.present.includes(id));
      return absent.length === 0 ? accept : refuse({ type: 'sitting-not-all-present', absent });
    }
    case 'confirmed':
      return phase === 'confirming' && !lost.includes(request.member)
        ? accept
        : refuse({ type: 'sitting-not-now', phase });
    case 'posted':
      return phase === 'posting' ? accept : refuse({ type: 'sitting-not-now', phase });
    case 'left':
      return isMade
        ? refuse({ type: 'sitting-keys-made', threshold, remaining: members.length - lost.length })
        : accept;
    case 'lost':
      // before the last round one missing trustee means no key at all
      if (!isMade) return refuse({ type: 'sitting-begins-anew' });
      return lost.includes(request.member) ? refuse({ type: 'sitting-not-now', phase }) : accept;
  }
}

/** The name of the sitting that follows one that was left: no device joins one of the old name again. */
export function nameAnew(name: string): string {
  const [, stem = name, number = '1'] = /^(.*) \(([0-9]{1,3})\)$/.exec(name) ?? [];
  return `${stem} (${Number(number) + 1})`;
}
