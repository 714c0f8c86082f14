/** What this page was to its station when it lost it; shown to the one that took over. */
export interface HandedKeys {
  /** SHA-256 of the session's token, hex. */
  readonly session: string;
  readonly epoch: number;
  readonly mark: string;
}

/** What preparation gave this browser: who it is, its secret, and sometimes a code, so that nobody has to type one. */
export interface PreparedKeys {
  readonly device: string;
  readonly secret: string;
  readonly code: string | undefined;
  /** From the page of a station that broke. */
  readonly handed: HandedKeys | undefined;
}

const FRAGMENT =
  /^#([a-z]+-[0-9]{1,2})\.([0-9a-f]{64})(?:\.([0-9]{8})|\.from\.([0-9a-f]{64})\.([0-9]{1,4})\.([0-9a-f]{16}))?$/;
const KEPT = 'bilik-prepared';

/**
 * Reads the keys from the part of the address that is never sent (`#device.secret`, with `.code` or `.from.session.epoch.mark`) and takes
 * them out of the address bar and its history. For a reload they stay in this window's own storage, which goes with it.
 */
export function takeKeys(): PreparedKeys | undefined {
  const told = readKeys(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  if (told === undefined) return keptKeys();
  sessionStorage.setItem(KEPT, writeKeys({ ...told, code: undefined }));
  return told;
}

/** The keys of this window. */
export function keptKeys(): PreparedKeys | undefined {
  return readKeys(sessionStorage.getItem(KEPT) ?? '');
}

/** This page goes on at its station: what it was at another one is over. */
export function forgetHanded(): void {
  const kept = keptKeys();
  if (kept !== undefined) sessionStorage.setItem(KEPT, writeKeys({ ...kept, handed: undefined }));
}

export function readKeys(fragment: string): PreparedKeys | undefined {
  const [, device, secret, code, session, epoch, mark] = FRAGMENT.exec(fragment) ?? [];
  if (device === undefined || secret === undefined) return undefined;
  const handed =
    session === undefined || mark === undefined ? undefined : { session, epoch: Number(epoch), mark };
  return { device, secret, code, handed };
}

/** @returns what `readKeys` reads */
export function writeKeys({ device, secret, code, handed }: PreparedKeys): string {
  const more =
    handed !== undefined
      ? `.from.${handed.session}.${handed.epoch}.${handed.mark}`
      : code !== undefined
        ? `.${code}`
        : '';
  return `#${device}.${secret}${more}`;
}
