/** Which device of a role this page is: the address says it, else what was last paired in this browser. */
export function ownDevice(role: 'desk' | 'board'): string {
  const told = new URLSearchParams(location.search).get('device');
  if (told?.startsWith(`${role}-`) === true) return told;
  return localStorage.getItem(keyOf(role)) ?? `${role}-1`;
}

/** Remembers which device of its role this browser is; what proves it is kept by the browser itself. */
export function rememberDevice(role: string, device: string): void {
  localStorage.setItem(keyOf(role), device);
}

const keyOf = (role: string): string => `bilik-device-${role}`;

/** Where a paired device works. @returns `undefined` for a device that has no page at the station */
export function pageOf(role: string, device: string): string | undefined {
  const path = role === 'board' ? '/papan/' : role === 'desk' ? '/meja/' : undefined;
  return path === undefined ? undefined : `${path}?device=${encodeURIComponent(device)}`;
}
