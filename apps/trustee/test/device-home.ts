import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes a home that of a device which is paired with a station: what the technician and the board did before. */
export function pairedHome(home: string, origin: string): string {
  const prepared = { device: 'trustee-1', role: 'trustee', number: 1, secret: 'ab'.repeat(32) };
  const file = { format: 'bilik/device/1', prepared, stations: [origin], authority: null };
  writeFileSync(join(home, 'device.json'), JSON.stringify(file));
  writeFileSync(join(home, 'session-token'), 'A'.repeat(43));
  return home;
}
