import { createHash } from 'node:crypto';
import type { RandomSource } from '@bilik/ballot';
import type { Answer, PreparedDevice } from '@bilik/server';
import { followMessage } from '@bilik/server/pairing-proof';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { DeviceSessions } from './device-sessions.ts';
import type { PairedDevice } from './devices.ts';
import { isProof } from './proof.ts';

/** What the page of a paired device keeps, so that it can go on at a station that took over. */
export interface Handed {
  /** SHA-256 of its session's token, hex: opens nothing without the device's secret. */
  readonly session: string;
  /** The station's last epoch and its mark: a station whose line lacks it is not the one to go on at. */
  readonly epoch: number;
  readonly mark: string;
}

export interface FollowRequest extends Handed {
  readonly device: string;
  /** The question that was answered. */
  readonly nonce: string;
  /** HMAC of `followMessage`, hex. */
  readonly proof: string;
}

export type FollowRefusal =
  | StoreFailed
  | { readonly type: 'question-old' }
  /** This station does not go on from the one that the device knows: an older copy, or one that went its own way. */
  | { readonly type: 'station-older' }
  /** No such session, or no such secret: the device is paired by a code. */
  | { readonly type: 'not-paired' };

/** Sessions that go from a station that broke to the one that took over from it. */
export interface Handover {
  /** Of a device that has a session. */
  readonly of: (device: string) => Handed | undefined;
  /**
   * Begins a session anew for who shows the one before, and the device's secret. Safe to repeat: for a minute the one before is still taken.
   * @returns the token, which is kept nowhere here
   */
  readonly follow: (
    request: FollowRequest,
  ) => Answer<{ readonly device: PairedDevice; readonly token: string }, FollowRefusal>;
}

export interface HandoverParts {
  readonly prepared: readonly PreparedDevice[];
  readonly sessions: DeviceSessions;
  readonly nonce: () => string;
  /** Of all epochs, the first one's first. */
  readonly marks: () => readonly string[];
  readonly durably: Durably;
  readonly random: RandomSource;
  /** A clock that nobody can set, in milliseconds. */
  readonly elapsedMs: () => number;
}

/** An answer may be lost on its way; the page asks again within seconds. */
const REPEAT_MS = 60_000;
const TOKEN_BYTES = 32;

export function openHandover(parts: HandoverParts): Handover {
  const { prepared, sessions, nonce, marks, durably, random, elapsedMs } = parts;
  const replaced = new Map<
    string,
    { readonly before: Buffer; readonly now: Buffer; readonly atMs: number }
  >();

  const isSession = (device: string, shown: Buffer): boolean => {
    if (sessions.matches(device, shown)) return true;
    const last = replaced.get(device);
    return (
      last !== undefined &&
      elapsedMs() - last.atMs < REPEAT_MS &&
      last.before.equals(shown) &&
      // neither taken out nor paired anew since
      sessions.matches(device, last.now)
    );
  };

  return {
    of(device) {
      const hash = sessions.hashOf(device);
      const line = marks();
      return hash === undefined
        ? undefined
        : { session: Buffer.from(hash).toString('hex'), epoch: line.length, mark: line.at(-1) ?? '' };
    },
    follow(request) {
      const device = prepared.find((one) => one.device === request.device);
      if (request.nonce !== nonce()) return { ok: false, error: { type: 'question-old' } };
      const shown = Buffer.from(request.session, 'hex');
      if (
        device === undefined ||
        !isProof(device.secret, followMessage(device.device, request.session, request.nonce), request.proof)
      ) {
        return { ok: false, error: { type: 'not-paired' } };
      }
      if (marks()[request.epoch - 1] !== request.mark) return { ok: false, error: { type: 'station-older' } };
      if (!isSession(device.device, shown)) return { ok: false, error: { type: 'not-paired' } };
      const token = Buffer.from(random(TOKEN_BYTES)).toString('base64url');
      const now = createHash('sha256').update(token).digest();
      const kept = durably('pair', () => sessions.begin(device.device, now));
      if (!kept.ok) return kept;
      replaced.set(device.device, { before: shown, now, atMs: elapsedMs() });
      return {
        ok: true,
        value: { device: { device: device.device, role: device.role, number: device.number }, token },
      };
    },
  };
}
