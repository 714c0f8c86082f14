import { parseArgs } from 'node:util';
import { exerciseHome } from '../../apps/cli/src/exercise/exercise-home.ts';
import { whenSynced } from './cut-files.ts';
import { CHAIR, EARLY, MEMBER, openPlace } from './polling-place.ts';

// A polling place that is closed, in a process of its own that dies while it gives one file to its medium.
const { values } = parseArgs({ options: { root: { type: 'string' }, file: { type: 'string' } } });
const place = openPlace({ home: exerciseHome(values.root ?? '') });
whenSynced(
  values.file ?? '',
  () => process.kill(process.pid, 'SIGKILL'),
  () => place.board.command('close', [CHAIR, MEMBER], EARLY),
);
