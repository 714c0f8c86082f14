import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Roles of the devices of one polling place. */
export const DEVICE_ROLES = ['desk', 'board', 'booth', 'trustee', 'reader', 'spare'] as const;
export type DeviceRole = (typeof DEVICE_ROLES)[number];

const Secret = z.string().regex(/^[0-9a-f]{64}$/);

/** A device as it was prepared: a role, a number in it, and a secret that it shares with its station alone. */
export const PreparedDeviceSchema = z
  .strictObject({
    /** Role and number: `desk-1`. */
    device: z.string().max(20),
    role: z.enum(DEVICE_ROLES),
    number: z.int().min(1).max(99),
    /** 32 bytes in hex. */
    secret: Secret,
  })
  .refine(({ device, role, number }) => device === `${role}-${number}`, 'named by role and number');
export type PreparedDevice = z.output<typeof PreparedDeviceSchema>;

/** What lies in a device's own home as `device.json`: who it is, and where and by what certificate it finds its station. */
export const DeviceFileSchema = z.strictObject({
  format: z.literal('bilik/device/1'),
  prepared: PreparedDeviceSchema,
  /** Origins of the station, and of its spare; tried in this order. */
  stations: z
    .array(z.url({ protocol: /^https?$/ }))
    .min(1)
    .max(4),
  /** PEM of the authority whose certificate the station shows; `null` only in an exercise on one machine, where there is no HTTPS. */
  authority: z.string().max(4_000).nullable(),
});
export type DeviceFile = z.output<typeof DeviceFileSchema>;

export const DEVICE_FILE = 'device.json';

/** @errors a sentence that says which field of `device.json` is wrong; the secret is never quoted */
export function readDeviceFile(
  home: string,
): { readonly ok: true; readonly value: DeviceFile } | { readonly ok: false; readonly error: string } {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(join(home, DEVICE_FILE), 'utf8'));
  } catch {
    return { ok: false, error: `${join(home, DEVICE_FILE)} is missing or not JSON` };
  }
  const parsed = DeviceFileSchema.safeParse(content);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    error: parsed.error.issues
      .map((issue) => `${DEVICE_FILE}: ${issue.path.join('.')}: ${issue.message}`)
      .join('\n'),
  };
}
