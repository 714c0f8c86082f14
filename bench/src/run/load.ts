import { availableParallelism, loadavg } from 'node:os';

/** How busy the machine is, for whoever reads a figure: one on a busy machine says little. */
export function describeLoad(): string {
  const [minute = 0] = loadavg();
  return `load average ${minute.toFixed(2)} on ${availableParallelism()} cores`;
}
