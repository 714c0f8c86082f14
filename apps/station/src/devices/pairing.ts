/** A code that somebody at the board gave out; whoever proves it first is paired, and it is gone. */
export interface Invitation {
  /** 8 decimal digits. */
  readonly code: string;
  /** On the station's monotonic clock, in milliseconds; `null`: until it is used. */
  readonly endsAtMs: number | null;
  /** The start code admits boards alone; what the board gives out admits every prepared device. */
  readonly admits: 'any' | 'board';
}

/** Where pairing stands. Nothing of it is stored: codes die with the process. */
export interface PairingState {
  readonly invitations: readonly Invitation[];
  /** Wrong codes since the last right one, by devices that hold a secret of this package. */
  readonly wrongCodes: number;
  /** No code is heard before this instant of the monotonic clock. */
  readonly pausedUntilMs: number;
}

export const INVITATION_MS: number = 2 * 60_000;
/** Boards in the hall that add a device at the same moment. More than these at once: the oldest code dies. */
const MOST_INVITATIONS = 8;

export const NO_PAIRING: PairingState = { invitations: [], wrongCodes: 0, pausedUntilMs: 0 };

const PAUSES_SECONDS = [0, 0, 10, 20, 40, 80, 120];

/**
 * How long nobody is heard after the n-th wrong code in a row, in seconds.
 *
 * | n       | 1, 2 | 3  | 4  | 5  | 6  | from 7 |
 * |---------|------|----|----|----|----|--------|
 * | seconds | 0    | 10 | 20 | 40 | 80 | 120    |
 *
 * A code of 8 digits that lives for 2 minutes is so guessed with at most 8 tries: about one in ten million.
 */
export function pauseAfter(wrongCodes: number): number {
  return PAUSES_SECONDS[Math.min(Math.max(wrongCodes, 1), PAUSES_SECONDS.length) - 1] ?? 0;
}

const isAlive =
  (nowMs: number) =>
  ({ endsAtMs }: Invitation): boolean =>
    endsAtMs === null || nowMs < endsAtMs;

/** Adds a code. Codes that are over go; so does the oldest of too many, but never the start code. */
export function invite(state: PairingState, code: string, nowMs: number): PairingState {
  const alive = state.invitations.filter(isAlive(nowMs));
  const lasting = alive.filter(({ endsAtMs }) => endsAtMs === null);
  const passing = alive.filter(({ endsAtMs }) => endsAtMs !== null).slice(-(MOST_INVITATIONS - 1));
  const next: Invitation = { code, endsAtMs: nowMs + INVITATION_MS, admits: 'any' };
  return { ...state, invitations: [...lasting, ...passing, next] };
}

/** Sets the code by which the first board comes in; the one before it is gone. */
export function setStartCode(state: PairingState, code: string): PairingState {
  const others = state.invitations.filter(({ endsAtMs }) => endsAtMs !== null);
  return { ...state, invitations: [{ code, endsAtMs: null, admits: 'board' }, ...others] };
}

/** All codes that the board gave out are gone; the start code stays. */
export function revokeInvitations(state: PairingState): PairingState {
  return { ...state, invitations: state.invitations.filter(({ endsAtMs }) => endsAtMs === null) };
}

export type PairingRefusal =
  /** It holds no secret of this package: a personal phone, or a device of another polling place. */
  | { readonly type: 'device-not-prepared' }
  /** Nobody at the board gave out a code, or it is over. */
  | { readonly type: 'no-code-given' }
  | { readonly type: 'pairing-paused'; readonly seconds: number }
  /** `seconds`: how long nobody is heard now. */
  | { readonly type: 'wrong-code'; readonly seconds: number };

export interface Attempt {
  /** Whether it proved to hold the secret of the device that it says it is. */
  readonly isPrepared: boolean;
  readonly isBoard: boolean;
  /** Whether its proof is one of this code. */
  readonly proves: (code: string) => boolean;
}

/**
 * Decides one attempt. Only a device that holds a secret of the package can make codes count as wrong: a phone in the hall cannot keep
 * the devices of the hall out.
 * @param nowMs monotonic
 */
export function decidePairing(
  state: PairingState,
  attempt: Attempt,
  nowMs: number,
): {
  readonly state: PairingState;
  readonly outcome:
    | { readonly ok: true; readonly value: Invitation }
    | { readonly ok: false; readonly error: PairingRefusal };
} {
  const refuse = (error: PairingRefusal, next = state) =>
    ({ state: next, outcome: { ok: false, error } }) as const;
  if (!attempt.isPrepared) return refuse({ type: 'device-not-prepared' });
  const waitMs = state.pausedUntilMs - nowMs;
  if (waitMs > 0) return refuse({ type: 'pairing-paused', seconds: Math.ceil(waitMs / 1000) });
  const open = state.invitations.filter(
    (invitation) => isAlive(nowMs)(invitation) && (invitation.admits === 'any' || attempt.isBoard),
  );
  if (open.length === 0) return refuse({ type: 'no-code-given' });
  const proved = open.find(({ code }) => attempt.proves(code));
  if (proved === undefined) {
    const wrongCodes = state.wrongCodes + 1;
    const seconds = pauseAfter(wrongCodes);
    return refuse(
      { type: 'wrong-code', seconds },
      { ...state, wrongCodes, pausedUntilMs: nowMs + seconds * 1000 },
    );
  }
  return {
    state: {
      invitations: state.invitations.filter((invitation) => invitation !== proved),
      wrongCodes: 0,
      pausedUntilMs: 0,
    },
    outcome: { ok: true, value: proved },
  };
}
