/** A code that somebody at the board gave out; whoever proves it first is paired, and it is gone. */
export interface Invitation {
  /** 8 decimal digits. */
  readonly code: string;
  /** On the station's monotonic clock, in milliseconds; `null`: until it is used. */
  readonly endsAtMs: number | null;
  /**
   * The start code admits boards alone, also one that was taken out: it lies on the station's own disk, and a hall must not be left without
   * a board. What the board gives out admits every prepared device that was not taken out, or the one for which it was made.
   */
  readonly admits: 'any' | 'board' | { readonly device: string };
}

/** How one device fared with codes. */
export interface Tries {
  /** Wrong codes since its last right one. */
  readonly wrongCodes: number;
  /** It is not heard before this instant of the monotonic clock. */
  readonly pausedUntilMs: number;
}

/** Where pairing stands. Nothing of it is stored: codes die with the process. */
export interface PairingState {
  readonly invitations: readonly Invitation[];
  /** By device. Only one that holds its secret of this package is counted, so there are never more than were prepared. */
  readonly tries: ReadonlyMap<string, Tries>;
}

export const INVITATION_MS: number = 2 * 60_000;
/** Boards in the hall that add a device at the same moment. More than these at once: the oldest code dies. */
const MOST_INVITATIONS = 8;

export const NO_PAIRING: PairingState = { invitations: [], tries: new Map() };
const NO_TRIES: Tries = { wrongCodes: 0, pausedUntilMs: 0 };

const PAUSES_SECONDS = [0, 0, 10, 20, 40, 80, 120];

/**
 * How long a device is not heard after its n-th wrong code in a row, in seconds.
 *
 * | n       | 1, 2 | 3  | 4  | 5  | 6  | from 7 |
 * |---------|------|----|----|----|----|--------|
 * | seconds | 0    | 10 | 20 | 40 | 80 | 120    |
 *
 * A device that holds a secret has so 6 guesses in the 2 minutes of a code of 8 digits, and 365 in twelve hours in which a code stands
 * open all the time: with one code, 4 in a million a day. Each device counts for itself: a hall of twenty, all of them in bad hands and none
 * taken out, has 7 in 100,000. Whoever is taken out has none.
 */
export function pauseAfter(wrongCodes: number): number {
  return PAUSES_SECONDS[Math.min(Math.max(wrongCodes, 1), PAUSES_SECONDS.length) - 1] ?? 0;
}

const isAlive =
  (nowMs: number) =>
  ({ endsAtMs }: Invitation): boolean =>
    endsAtMs === null || nowMs < endsAtMs;

/**
 * Adds a code. Codes that are over go; so does the oldest of too many, but never the start code.
 * @param device the only one that the code admits; null: any that was not taken out
 */
export function invite(
  state: PairingState,
  code: string,
  nowMs: number,
  device: string | null = null,
): PairingState {
  const alive = state.invitations.filter(isAlive(nowMs));
  const lasting = alive.filter(({ endsAtMs }) => endsAtMs === null);
  const passing = alive.filter(({ endsAtMs }) => endsAtMs !== null).slice(-(MOST_INVITATIONS - 1));
  const admits = device === null ? 'any' : { device };
  const next: Invitation = { code, endsAtMs: nowMs + INVITATION_MS, admits };
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
  /** People took it out: only a code made for it by name lets it in again. */
  | { readonly type: 'device-taken-out' }
  /** Of this device alone. */
  | { readonly type: 'pairing-paused'; readonly seconds: number }
  /** `seconds`: how long this device is not heard now. */
  | { readonly type: 'wrong-code'; readonly seconds: number };

export interface Attempt {
  readonly device: string;
  /** Whether it proved to hold the secret of the device that it says it is. */
  readonly isPrepared: boolean;
  readonly isBoard: boolean;
  readonly wasTakenOut: boolean;
  /** Whether its proof is one of this code. */
  readonly proves: (code: string) => boolean;
}

function mayUse({ admits }: Invitation, { device, isBoard, wasTakenOut }: Attempt): boolean {
  if (admits === 'any') return !wasTakenOut;
  return admits === 'board' ? isBoard : admits.device === device;
}

/**
 * Decides one attempt. Only a device that holds a secret of the package can make codes count as wrong, and only for itself: neither a phone
 * in the hall nor a stolen tablet keeps another device out.
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
  const { device } = attempt;
  const open = state.invitations.filter(
    (invitation) => isAlive(nowMs)(invitation) && mayUse(invitation, attempt),
  );
  if (open.length === 0) return refuse({ type: attempt.wasTakenOut ? 'device-taken-out' : 'no-code-given' });
  const before = state.tries.get(device) ?? NO_TRIES;
  const waitMs = before.pausedUntilMs - nowMs;
  if (waitMs > 0) return refuse({ type: 'pairing-paused', seconds: Math.ceil(waitMs / 1000) });
  const proved = open.find(({ code }) => attempt.proves(code));
  if (proved === undefined) {
    const wrongCodes = before.wrongCodes + 1;
    const seconds = pauseAfter(wrongCodes);
    const tries = new Map(state.tries).set(device, { wrongCodes, pausedUntilMs: nowMs + seconds * 1000 });
    return refuse({ type: 'wrong-code', seconds }, { ...state, tries });
  }
  const tries = new Map(state.tries);
  tries.delete(device);
  return {
    state: { invitations: state.invitations.filter((invitation) => invitation !== proved), tries },
    outcome: { ok: true, value: proved },
  };
}
