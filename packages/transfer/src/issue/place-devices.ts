import type { RandomSource } from '@bilik/ballot';

/** A device with a secret of its own, as it stands in `devices.json`. */
export interface NewDevice {
  readonly device: string;
  readonly role: 'board' | 'desk' | 'reader' | 'booth' | 'trustee' | 'spare';
  /** From 1 within its role. */
  readonly number: number;
  /** 32 bytes in hex. */
  readonly secret: string;
}

/** How many devices of each role a polling place has. */
export type DeviceCounts = Readonly<Record<NewDevice['role'], number>>;

/** The board of the hall, and the technician's own. */
export const BOARDS = 2;

const SECRET_BYTES = 32;

/** All devices of a polling place, each with a secret that was drawn for it alone. */
export function newDevices(counts: DeviceCounts, random: RandomSource): NewDevice[] {
  const roles = ['board', 'desk', 'reader', 'booth', 'trustee', 'spare'] as const;
  return roles.flatMap((role) =>
    Array.from({ length: counts[role] }, (_, index) => ({
      device: `${role}-${index + 1}`,
      role,
      number: index + 1,
      secret: Buffer.from(random(SECRET_BYTES)).toString('hex'),
    })),
  );
}
