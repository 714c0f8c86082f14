import { PAPER_WORDS, PRINTER_TROUBLES } from '@bilik/devices/printer-trouble';
import type { Reader } from '@bilik/ui/call';
import * as z from 'zod/mini';

const schema = z.object({
  left: z.object({ millimetres: z.int(), voters: z.int(), slips: z.int() }),
  paper: z.enum(PAPER_WORDS),
  trouble: z.nullable(z.enum(PRINTER_TROUBLES)),
  state: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })),
});

/** What the booth process says of its paper and of who may see to it. */
export type PaperView = z.output<typeof schema>;
export const readPaper: Reader<PaperView> = schema;
