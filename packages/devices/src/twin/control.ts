import { fail, type Result, succeed } from '../result.ts';

export type TwinLie =
  | 'none'
  /** Confirms every job and prints nothing. */
  | 'answers-without-moving'
  /** Prints nothing, and gives the answer of the job before this one, as something on the way may that repeats an old answer. */
  | 'answers-for-the-last-job'
  /** Prints, but never confirms a job. Status is answered. */
  | 'moves-without-answering'
  /** Prints, and answers nothing at all. */
  | 'deaf'
  /** Says that all is well whatever happens, and confirms only what it printed. */
  | 'hides-faults';

/** What the twin can be told, in process or as one JSON object a line. `afterRows` counts rows that the head passes. */
export type TwinCommand =
  /** The paper stops. Noticed: the printer reports an error and stops. Unnoticed: it prints on one spot and confirms. */
  | { readonly type: 'jam'; readonly afterRows: number; readonly noticed: boolean }
  | { readonly type: 'clear-jam' }
  | { readonly type: 'run-out'; readonly afterMillimetres: number }
  | { readonly type: 'near-end' }
  | { readonly type: 'new-roll' }
  | { readonly type: 'open-cover'; readonly afterRows: number }
  | { readonly type: 'close-cover' }
  | { readonly type: 'stick-cutter' }
  | { readonly type: 'free-cutter' }
  /** The cable comes out: what was received is still printed; connections end at once until it is plugged in. */
  | { readonly type: 'unplug'; readonly afterRows: number }
  | { readonly type: 'plug-in' }
  /** Power goes and comes back: the connection ends, buffers are lost, the paper stays as it is. */
  | { readonly type: 'power-cycle'; readonly afterRows: number }
  /** 0 = as fast as it can. */
  | { readonly type: 'speed'; readonly rowsPerSecond: number }
  | { readonly type: 'lie'; readonly how: TwinLie }
  /** Changes nothing; for the answer. */
  | { readonly type: 'state' };

export interface TwinState {
  readonly connected: boolean;
  readonly pluggedIn: boolean;
  readonly coverOpen: boolean;
  readonly paper: 'enough' | 'near-end' | 'out';
  readonly jam: 'none' | 'noticed' | 'unnoticed';
  readonly cutterStuck: boolean;
  readonly lie: TwinLie;
  /** Rows between knife and head and beyond the knife, not yet cut. */
  readonly rowsUncut: number;
  readonly rollLeftMillimetres: number;
  readonly bytesWaiting: number;
}

const LIES: readonly TwinLie[] = [
  'none',
  'answers-without-moving',
  'answers-for-the-last-job',
  'moves-without-answering',
  'deaf',
  'hides-faults',
];
const LARGEST_COUNT = 1_000_000;
const LONGEST_LINE = 1_000;

const count = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_COUNT;
const isLie = (value: unknown): value is TwinLie => LIES.some((lie) => lie === value);

/** The fields of each command besides its type. */
const FIELDS: Readonly<Record<TwinCommand['type'], readonly string[]>> = {
  jam: ['afterRows', 'noticed'],
  'clear-jam': [],
  'run-out': ['afterMillimetres'],
  'near-end': [],
  'new-roll': [],
  'open-cover': ['afterRows'],
  'close-cover': [],
  'stick-cutter': [],
  'free-cutter': [],
  unplug: ['afterRows'],
  'plug-in': [],
  'power-cycle': ['afterRows'],
  speed: ['rowsPerSecond'],
  lie: ['how'],
  state: [],
};

const isType = (value: unknown): value is TwinCommand['type'] =>
  typeof value === 'string' && Object.hasOwn(FIELDS, value);

/** Reads one line of the control port. The error is a sentence for who types it. */
export function parseTwinCommand(line: string): Result<TwinCommand, string> {
  if (line.length > LONGEST_LINE) return fail(`a command has at most ${LONGEST_LINE} characters`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return fail('not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return fail('not a JSON object');
  const fields = new Map<string, unknown>(Object.entries(parsed));
  const type = fields.get('type');
  if (!isType(type)) return fail(`"type" is one of: ${Object.keys(FIELDS).join(', ')}`);
  const expected = ['type', ...FIELDS[type]];
  if (fields.size !== expected.length || !expected.every((name) => fields.has(name))) {
    return fail(`"${type}" has exactly these fields: ${expected.join(', ')}`);
  }
  const command = commandOf(type, fields);
  return command === null ? fail(`a field of "${type}" has the wrong kind of value`) : succeed(command);
}

function commandOf(type: TwinCommand['type'], fields: ReadonlyMap<string, unknown>): TwinCommand | null {
  const afterRows = fields.get('afterRows');
  switch (type) {
    case 'jam': {
      const noticed = fields.get('noticed');
      return count(afterRows) && typeof noticed === 'boolean' ? { type, afterRows, noticed } : null;
    }
    case 'open-cover':
    case 'unplug':
    case 'power-cycle':
      return count(afterRows) ? { type, afterRows } : null;
    case 'run-out': {
      const afterMillimetres = fields.get('afterMillimetres');
      return count(afterMillimetres) ? { type, afterMillimetres } : null;
    }
    case 'speed': {
      const rowsPerSecond = fields.get('rowsPerSecond');
      return count(rowsPerSecond) ? { type, rowsPerSecond } : null;
    }
    case 'lie': {
      const how = fields.get('how');
      return isLie(how) ? { type, how } : null;
    }
    default:
      return { type };
  }
}
