import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cataloguePage } from './catalogue-page.ts';

// Writes docs/event-log.md anew after the table of events was changed.
writeFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'event-log.md'), cataloguePage());
