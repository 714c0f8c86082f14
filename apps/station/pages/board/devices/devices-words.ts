import { useSay } from '@bilik/ui/language';
import { pairing } from '@bilik/words/catalogue/pairing';
import { phrasesOf, type Say } from '@bilik/words/phrases';
import type { Device } from './device-calls.ts';

const phrase = phrasesOf(pairing);
export type DevicesSay = Say<readonly [typeof pairing]>;

/** What the board says about devices, in the language of the screen. */
export function useDevicesWords(): DevicesSay {
  return useSay(phrase);
}

/** "Bilik 2". */
export function deviceName(say: DevicesSay, { role, number }: Pick<Device, 'role' | 'number'>): string {
  return say('pairing.name', { role: say(`pairing.role.${role}`), number });
}
