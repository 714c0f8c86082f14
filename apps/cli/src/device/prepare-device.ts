import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEVICE_FILE, type DeviceFile, type PreparedDevice, stationAddresses } from '@bilik/server';
import { type BoothSettings, boothConfigText } from './booth-settings.ts';
import { FINDER_FILE, hasScreen, isStationPage, kioskPolicies, kioskScript } from './kiosk.ts';
import { type TrustStoreProblem, trustAuthority } from './trust-store.ts';

/** What preparation leaves in the home of the user under whom a device runs. */
export const DEVICE_FILES = {
  device: DEVICE_FILE,
  authority: 'authority.pem',
  script: 'start-kiosk.sh',
  /** Which of its station's addresses answers, for a kiosk whose page the station serves. */
  finder: FINDER_FILE,
  /** To be copied by the machine's administrator: `/etc/chromium/policies/managed/bilik.json`. */
  policies: 'chromium-policies.json',
  /** A booth's spoken guidance. */
  voices: 'voices',
  /** A booth's printer, paper and what it has for eyes, ears and hands. */
  booth: 'booth.json',
  /** Which card reader a reader's process hears. */
  reader: 'reader.json',
} as const;

/** What of a package a device needs. */
export interface DeviceParts {
  readonly prepared: PreparedDevice;
  /** PEM. */
  readonly authority: string;
  readonly stationCertificate: string;
  /** A booth's clips by file name; none for any other device, or where the package has none. */
  readonly voices: ReadonlyMap<string, Uint8Array>;
  /** A booth's printer and paper; left out where nobody said any: one that was prepared before keeps what it has. */
  readonly booth?: BoothSettings | undefined;
}

const FINDER_SOURCE = join(import.meta.dirname, FINDER_FILE);

/** Any NFC reader of this machine. */
const USUAL_READER = { source: { type: 'pcsc' } };

/**
 * Makes the home of one user that of one prepared device: who it is, whom it trusts, and, where it has a screen, how its kiosk starts.
 * @errors when the authority was not taken into the browser's store; the files are written all the same
 */
export function prepareDevice(
  { prepared, authority, stationCertificate, voices, booth }: DeviceParts,
  { home, port }: { readonly home: string; readonly port: number },
):
  | { readonly ok: true; readonly value: DeviceFile }
  | { readonly ok: false; readonly error: TrustStoreProblem } {
  const file: DeviceFile = {
    format: 'bilik/device/1',
    prepared,
    stations: stationAddresses(stationCertificate, port),
    authority,
  };
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const write = (name: string, content: string | Uint8Array, mode = 0o600): string => {
    const path = join(home, name);
    writeFileSync(path, content, { mode });
    // one that was there before keeps its own mode
    chmodSync(path, mode);
    return path;
  };
  write(DEVICE_FILES.device, JSON.stringify(file));
  // clips of an earlier package may name another candidate
  rmSync(join(home, DEVICE_FILES.voices), { recursive: true, force: true });
  if (voices.size > 0) mkdirSync(join(home, DEVICE_FILES.voices), { mode: 0o700 });
  for (const [name, clip] of voices) write(join(DEVICE_FILES.voices, name), clip);
  const isNew = (name: string): boolean => !existsSync(join(home, name));
  if (prepared.role === 'booth' && (booth !== undefined || isNew(DEVICE_FILES.booth))) {
    write(DEVICE_FILES.booth, boothConfigText(booth));
  }
  if (prepared.role === 'reader' && isNew(DEVICE_FILES.reader)) {
    write(DEVICE_FILES.reader, `${JSON.stringify(USUAL_READER, null, 2)}\n`);
  }
  const authorityFile = write(DEVICE_FILES.authority, authority);
  if (!hasScreen(prepared.role)) return { ok: true, value: file };
  if (isStationPage(prepared.role)) write(DEVICE_FILES.finder, readFileSync(FINDER_SOURCE));
  write(DEVICE_FILES.script, kioskScript(file), 0o700);
  write(DEVICE_FILES.policies, `${JSON.stringify(kioskPolicies(file), null, 2)}\n`, 0o644);
  const trusted = trustAuthority(home, authorityFile);
  return trusted.ok ? { ok: true, value: file } : trusted;
}
