import { type ElectionDefinition, peopleOfAct } from '@bilik/election';
import { command, type Door, question } from '@bilik/server';
import { z } from 'zod';
import type { Booth } from './cast/booth.ts';
import type { PaperRoll } from './slip/paper-roll.ts';
import type { Printing } from './slip/printing.ts';
import type { SlipBook } from './slip/slip-book.ts';

/** One person with their PIN; a technician may repair. */
const Confirmations = z
  .array(z.strictObject({ person: z.string().min(1).max(60), pin: z.string().regex(/^[0-9]{6}$/) }))
  .length(1);

/** What the booth's officers' page asks and does: how far the paper goes, a new roll, a test print. */
export function openPaperRoutes(
  door: Door,
  parts: {
    readonly definition: ElectionDefinition;
    readonly booth: Booth;
    readonly roll: PaperRoll;
    readonly print: Printing['print'];
    readonly test: SlipBook['test'];
  },
): void {
  const { booth, roll } = parts;
  /** Who may stand behind a repair, as the published table has it. */
  const people = peopleOfAct('change_roll', parts.definition.people).mayConfirm.map(({ id, name, role }) => ({
    id,
    name,
    role,
  }));
  question(door, '/api/paper', () => ({
    left: roll.left(),
    paper: booth.paper(),
    trouble: booth.trouble(),
    state: booth.state().name,
    people,
  }));
  command(
    door,
    '/api/change-roll',
    z.strictObject({ metres: z.int().min(5).max(200), confirmations: Confirmations }),
    ({ metres, confirmations }) =>
      booth.repair('change_roll', confirmations, async () => {
        roll.changed(metres);
        return null;
      }),
  );
  command(door, '/api/test-print', z.strictObject({ confirmations: Confirmations }), ({ confirmations }) =>
    booth.repair('test_printer', confirmations, async () => {
      const printed = await parts.print(parts.test(null));
      return printed.ok ? null : printed.error.type;
    }),
  );
}
