/** What preparation gave this browser: who it is, its secret, and sometimes a code, so that nobody has to type one. */
export interface PreparedKeys {
  readonly device: string;
  readonly secret: string;
  readonly code: string | undefined;
}

const FRAGMENT = /^#([a-z]+-[0-9]{1,2})\.([0-9a-f]{64})(?:\.([0-9]{8}))?$/;
const KEPT = 'bilik-prepared';

/**
 * Reads the keys from the part of the address that is never sent (`#device.secret` or `#device.secret.code`) and takes them out of the
 * address bar and its history. For a reload they stay in this window's own storage, which goes with it.
 */
export function takeKeys(): PreparedKeys | undefined {
  const told = readKeys(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  if (told === undefined) return readKeys(sessionStorage.getItem(KEPT) ?? '');
  sessionStorage.setItem(KEPT, `#${told.device}.${told.secret}`);
  return told;
}

export function readKeys(fragment: string): PreparedKeys | undefined {
  const [, device, secret, code] = FRAGMENT.exec(fragment) ?? [];
  return device === undefined || secret === undefined ? undefined : { device, secret, code };
}
