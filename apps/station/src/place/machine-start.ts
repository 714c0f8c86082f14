import { readFileSync } from 'node:fs';

/** Names this start of the machine, where Linux tells it; another one at the next start of the program means that the machine was off. */
export function machineStart(): string | undefined {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return undefined;
  }
}
