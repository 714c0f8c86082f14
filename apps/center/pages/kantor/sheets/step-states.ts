import type { SheetStep } from '@bilik/tabulation';
import type { State } from '@bilik/ui/state-badge';

/** Shape and tone of each step of a sheet. */
export const STEP_STATES: Readonly<Record<SheetStep, State>> = {
  awaited: 'idle',
  first_entry: 'active',
  differs: 'warn',
  faulty: 'bad',
  quarantined: 'bad',
  warned: 'warn',
  definitive: 'good',
  withdrawn: 'bad',
};
