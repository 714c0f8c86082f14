import { writeSync } from 'node:fs';

/**
 * Counts named steps, says each, and kills this process with SIGKILL at the wanted one: no exit handler runs, nothing is flushed.
 * @param killAt number of the step, from 1; nothing for a run that is only counted
 */
export function openKillSwitch(killAt: string | undefined): (step: string) => void {
  let count = 0;
  return (step) => {
    count += 1;
    // synchronous, so that the line is out before the process is gone
    writeSync(1, `step ${count} ${step}\n`);
    if (String(count) === killAt) process.kill(process.pid, 'SIGKILL');
  };
}
