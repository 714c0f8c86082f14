/** Longer than the longest polling day; the station forgets a session earlier, when its device is removed. */
const MAX_AGE_SECONDS = 36 * 60 * 60;

/** @returns the value of the first cookie of this name in a request's header */
export function readCookie(header: string, name: string): string | undefined {
  for (const part of header.split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return undefined;
}

/**
 * A session's cookie as a `set-cookie` header: no script reads it, no other site's request carries it.
 * @param token letters, digits, - and _
 * @param isSecure whether the door speaks HTTPS: then it never leaves over anything else
 */
export function sessionCookie(name: string, token: string, isSecure: boolean): string {
  const kept = `${name}=${token}; Path=/; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Strict`;
  return isSecure ? `${kept}; Secure` : kept;
}
