import { createHash } from 'node:crypto';
import type { RandomSource } from '@bilik/ballot';
import type { ElectionDefinition } from '@bilik/election';
import type { Answer, Claim, DeviceRole, PreparedDevice } from '@bilik/server';
import { identityMessage, pairingMessage, pairingQrText } from '@bilik/server/pairing-proof';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { DeviceSessions } from './device-sessions.ts';
import {
  decidePairing,
  INVITATION_MS,
  invite,
  NO_PAIRING,
  type PairingRefusal,
  type PairingState,
  revokeInvitations,
  setStartCode,
} from './pairing.ts';
import { newPairingCode } from './pairing-code.ts';
import { isProof } from './proof.ts';

/** A device as which somebody speaks. */
export type PairedDevice = Pick<PreparedDevice, 'device' | 'role' | 'number'>;

/** One line of the board's list. */
export interface DeviceStanding extends PairedDevice {
  readonly isPaired: boolean;
  /** Heard within the last 40 seconds; kept in memory alone. */
  readonly isHeard: boolean;
  /** People took it out, and it is not heard before they make a code for it. */
  readonly wasTakenOut: boolean;
}

export interface JoinRequest {
  readonly device: string;
  /** The question that was answered. */
  readonly nonce: string;
  readonly identity: string;
  readonly proof: string;
}

export type JoinRefusal =
  | PairingRefusal
  | StoreFailed
  /** Another device was paired in between: ask again. */
  | { readonly type: 'question-old' };

interface DeviceUnknown {
  readonly type: 'device-unknown';
}

export type InviteRefusal = PeopleRefusal | DeviceUnknown;

export type RemoveRefusal =
  | PeopleRefusal
  | StoreFailed
  | DeviceUnknown
  /** A board cannot shut itself out. */
  | { readonly type: 'own-device' };

export interface GivenCode {
  readonly code: string;
  /** What the board shows as a QR. */
  readonly qr: string;
  readonly validMs: number;
}

/** Which devices belong to this polling place, and which of them speak with it. */
export interface Devices {
  readonly list: () => readonly DeviceStanding[];
  /** What a device must answer with its secret; another one after each pairing. 64 hex digits. */
  readonly nonce: () => string;
  /**
   * Gives out a code that admits one prepared device.
   * @param device for which it is made: needed for one that was taken out; left out, any other may come by it
   */
  readonly invite: (
    confirmedBy: readonly string[],
    device?: string | undefined,
  ) => Answer<GivenCode, InviteRefusal>;
  /** Pairs a device. Its session before, if any, is over. @returns the token, which is kept nowhere here */
  readonly join: (
    request: JoinRequest,
  ) => Answer<{ readonly device: PairedDevice; readonly token: string }, JoinRefusal>;
  /** Ends a device's session; codes that were given out die too, and it is not heard before people make one for it. */
  readonly remove: (
    request: { readonly device: string; readonly confirmedBy: readonly string[] },
    by: string,
  ) => Answer<null, RemoveRefusal>;
  /** Whose session a request shows. */
  readonly recognise: (claim: Claim) => PairedDevice | undefined;
  /** Devices of one role that were prepared. */
  readonly ofRole: (role: DeviceRole) => readonly PairedDevice[];
}

export interface DevicesParts {
  readonly definition: ElectionDefinition;
  readonly prepared: readonly PreparedDevice[];
  readonly sessions: DeviceSessions;
  readonly durably: Durably;
  readonly random: RandomSource;
  /** A clock that nobody can set, in milliseconds. */
  readonly elapsedMs: () => number;
  /** The first start code, when somebody was told it already. */
  readonly startCode?: string | undefined;
  /** Keeps the code by which the first board comes in where the station's own machine can read it. */
  readonly writeStartCode: (code: string) => void;
}

const TOKEN_BYTES = 32;
const NONCE_BYTES = 32;
const HEARD_MS = 40_000;

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** @param parts with the store's sessions, which outlive a restart; codes and questions do not */
export function openDevices(parts: DevicesParts): Devices {
  const { prepared, sessions, durably, random, elapsedMs } = parts;
  const byName = new Map(prepared.map((device) => [device.device, device]));
  const heardAtMs = new Map<string, number>();
  let pairing: PairingState = NO_PAIRING;
  let nonce = '';

  const askAnew = (): void => {
    nonce = Buffer.from(random(NONCE_BYTES)).toString('hex');
  };
  const renewStartCode = (code = newPairingCode(random)): void => {
    pairing = setStartCode(pairing, code);
    parts.writeStartCode(code);
  };
  askAnew();
  renewStartCode(parts.startCode);

  const shown = ({ device, role, number }: PreparedDevice): PairedDevice => ({ device, role, number });

  return {
    nonce: () => nonce,
    list: () =>
      prepared.map((device) => ({
        ...shown(device),
        isPaired: sessions.has(device.device),
        isHeard:
          sessions.has(device.device) &&
          elapsedMs() - (heardAtMs.get(device.device) ?? Number.NEGATIVE_INFINITY) < HEARD_MS,
        wasTakenOut: sessions.wasTakenOut(device.device),
      })),
    ofRole: (role) => prepared.filter((device) => device.role === role).map(shown),
    invite(confirmedBy, device) {
      const people = confirmAct(parts.definition, 'pair_device', confirmedBy);
      if (!people.ok) return people;
      if (device !== undefined && !byName.has(device))
        return { ok: false, error: { type: 'device-unknown' } };
      const code = newPairingCode(random);
      pairing = invite(pairing, code, elapsedMs(), device);
      return { ok: true, value: { code, qr: pairingQrText(code), validMs: INVITATION_MS } };
    },
    join(request) {
      const device = byName.get(request.device);
      if (device === undefined) return { ok: false, error: { type: 'device-not-prepared' } };
      if (request.nonce !== nonce) return { ok: false, error: { type: 'question-old' } };
      const { secret } = device;
      const decided = decidePairing(
        pairing,
        {
          device: device.device,
          wasTakenOut: sessions.wasTakenOut(device.device),
          isPrepared: isProof(secret, identityMessage(device.device, nonce), request.identity),
          isBoard: device.role === 'board',
          proves: (code) => isProof(secret, pairingMessage(device.device, code, nonce), request.proof),
        },
        elapsedMs(),
      );
      if (!decided.outcome.ok) {
        pairing = decided.state;
        return decided.outcome;
      }
      const token = Buffer.from(random(TOKEN_BYTES)).toString('base64url');
      // a code whose pairing was not kept is good for another try
      const kept = durably('pair', () => sessions.begin(device.device, sha256(token)));
      if (!kept.ok) return kept;
      pairing = decided.state;
      heardAtMs.delete(device.device);
      askAnew();
      if (decided.outcome.value.admits === 'board') renewStartCode();
      return { ok: true, value: { device: shown(device), token } };
    },
    remove({ device, confirmedBy }, by) {
      const people = confirmAct(parts.definition, 'remove_device', confirmedBy);
      if (!people.ok) return people;
      if (!byName.has(device)) return { ok: false, error: { type: 'device-unknown' } };
      if (device === by) return { ok: false, error: { type: 'own-device' } };
      const ended = durably('remove-device', () => sessions.end(device));
      if (!ended.ok) return ended;
      pairing = revokeInvitations(pairing);
      return { ok: true, value: null };
    },
    recognise({ name, token }) {
      const device = byName.get(name);
      if (device === undefined || !sessions.matches(name, sha256(token))) return undefined;
      heardAtMs.set(name, elapsedMs());
      return shown(device);
    },
  };
}
