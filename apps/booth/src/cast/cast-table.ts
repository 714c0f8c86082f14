import type { BoothState } from './booth-state.ts';

/** What can happen between two acts. `power-returns`: booth and station died together. */
export const CAST_CUTS = [
  'booth-dies',
  'power-returns',
  'station-dies',
  'line-out',
  'page-reloads',
  'printer-stops',
  'printer-lies',
] as const;
export type CastCut = (typeof CAST_CUTS)[number];

/** The three ends of a ballot: cast with one SAH slip; BATAL, card void, new card on the same release; never happened. */
export type CastEnd = 'cast' | 'void' | 'never';

/**
 * What a cut leads to. `goes-on`: the same command is repeated until it is heard, and the voter decides as if nothing had been;
 * `decided`: the end that the voter chose stands already; `not-here`: there is nothing to cut.
 */
export interface CastFate {
  readonly leadsTo: CastEnd | 'goes-on' | 'decided' | 'not-here';
  /** Which question two people answer by the paper; null when nobody is asked. */
  readonly asks: 'cast' | 'void' | null;
}

const fate = (leadsTo: CastFate['leadsTo'], asks: CastFate['asks'] = null): CastFate => ({ leadsTo, asks });
const NEVER = fate('never');
const VOID = fate('void');
const VOID_ASKED = fate('void', 'void');
const CAST = fate('cast');
const CAST_ASKED = fate('cast', 'cast');
const DECIDED = fate('decided');
const GOES_ON = fate('goes-on');
const NOT_HERE = fate('not-here');

/** One moment of a vote, in the order of its way: the code says its name there, and a test can stop it there. */
export interface CastMoment {
  readonly state: BoothState['name'];
  /** What the station holds of this ballot. */
  readonly station: 'nothing' | 'sealing' | 'cast' | 'void';
  /** What is on paper, Indonesian and English. */
  readonly paper: { readonly id: string; readonly en: string };
  readonly fates: Readonly<Record<CastCut, CastFate>>;
}

/** A booth that forgot, a station that did not: both dead at once leave what the booth alone leaves, since all that counts is on the medium. */
function fates(
  boothDies: CastFate,
  others: Partial<Record<'wire' | 'page-reloads' | 'printer-stops' | 'printer-lies', CastFate>>,
): CastMoment['fates'] {
  const wire = others.wire ?? GOES_ON;
  return {
    'booth-dies': boothDies,
    'power-returns': boothDies,
    'station-dies': wire,
    'line-out': wire,
    'page-reloads': others['page-reloads'] ?? GOES_ON,
    'printer-stops': others['printer-stops'] ?? NOT_HERE,
    'printer-lies': others['printer-lies'] ?? NOT_HERE,
  };
}

const NO_PAPER = { id: 'belum ada', en: 'none yet' };
const TRACKER = { id: 'struk pelacak di tangan pemilih', en: 'the tracker slip in the voter’s hand' };
const UNMARKED = {
  id: 'struk tergantung tanpa tanda: tidak berlaku',
  en: 'a slip hangs unmarked: not valid',
};
const SAH = { id: 'struk bertanda SAH, terpotong', en: 'the slip bears SAH and is cut' };
const BATAL = { id: 'struk bertanda BATAL, terpotong', en: 'the slip bears BATAL and is cut' };

/**
 * Exactly once, as a table: every moment of a vote, and what becomes of the ballot whatever is cut there. `docs/casting.md` is made from
 * it; `test/cast-table-walk.test.ts` reaches every cell.
 */
export const CAST_TABLE = {
  'before-tracker': {
    state: 'tracker-printing',
    station: 'nothing',
    paper: NO_PAPER,
    fates: fates(NEVER, { 'page-reloads': NEVER, 'printer-stops': NEVER, 'printer-lies': GOES_ON }),
  },
  'after-tracker': {
    state: 'tracker-printing',
    station: 'nothing',
    paper: TRACKER,
    fates: fates(NEVER, { 'page-reloads': NEVER }),
  },
  'before-seal': { state: 'sealing', station: 'nothing', paper: TRACKER, fates: fates(NEVER, {}) },
  'sealed-at-station': {
    state: 'sealing',
    station: 'sealing',
    paper: NO_PAPER,
    fates: fates(VOID_ASKED, {}),
  },
  'before-slip': {
    state: 'slip-printing',
    station: 'sealing',
    paper: NO_PAPER,
    fates: fates(VOID_ASKED, { 'printer-stops': VOID_ASKED, 'printer-lies': VOID }),
  },
  'after-slip': {
    state: 'slip-printing',
    station: 'sealing',
    paper: UNMARKED,
    fates: fates(VOID_ASKED, {}),
  },
  'slip-counted': {
    state: 'slip-printing',
    station: 'sealing',
    paper: UNMARKED,
    fates: fates(VOID_ASKED, {}),
  },
  'before-confirm': {
    state: 'confirming',
    station: 'sealing',
    paper: UNMARKED,
    fates: fates(VOID_ASKED, {}),
  },
  'confirmed-at-station': {
    state: 'confirming',
    station: 'cast',
    paper: UNMARKED,
    fates: fates(CAST_ASKED, {}),
  },
  'station-remembered': {
    state: 'confirming',
    station: 'cast',
    paper: UNMARKED,
    fates: fates(CAST_ASKED, {}),
  },
  'before-sah': {
    state: 'marking',
    station: 'cast',
    paper: UNMARKED,
    fates: fates(CAST_ASKED, { 'printer-stops': CAST_ASKED, 'printer-lies': CAST }),
  },
  'after-sah': { state: 'marking', station: 'cast', paper: SAH, fates: fates(CAST_ASKED, {}) },
  'spoiled-at-station': {
    state: 'spoiling',
    station: 'void',
    paper: UNMARKED,
    fates: fates(VOID_ASKED, {}),
  },
  'before-batal': {
    state: 'marking',
    station: 'void',
    paper: UNMARKED,
    fates: fates(VOID_ASKED, { 'printer-stops': VOID_ASKED, 'printer-lies': VOID }),
  },
  'after-batal': { state: 'marking', station: 'void', paper: BATAL, fates: fates(VOID_ASKED, {}) },
  'finished-at-station': {
    state: 'marking',
    station: 'nothing',
    paper: { id: 'bertanda dan terpotong', en: 'marked and cut' },
    fates: fates(DECIDED, {}),
  },
  'before-prove': { state: 'proving', station: 'nothing', paper: TRACKER, fates: fates(NEVER, {}) },
  'proved-at-station': {
    state: 'proving',
    station: 'void',
    paper: TRACKER,
    fates: fates(VOID, {}),
  },
} as const satisfies Readonly<Record<string, CastMoment>>;

export type CastMomentName = keyof typeof CAST_TABLE;

/** All moments, in the order of the table. */
export const CAST_MOMENTS: readonly (readonly [CastMomentName, CastMoment])[] = Object.entries(
  CAST_TABLE,
).map(([name, moment]) => [name as CastMomentName, moment]);

const CUT_NAMES: Record<CastCut, string> = {
  'booth-dies': 'bilik mati / booth dies',
  'power-returns': 'listrik kembali / power returns',
  'station-dies': 'mesin TPS mati / station dies',
  'line-out': 'kabel lepas / cable out',
  'page-reloads': 'layar dimuat ulang / page reloads',
  'printer-stops': 'pencetak berhenti / printer stops',
  'printer-lies': 'pencetak berbohong / printer lies',
};

const END_NAMES: Record<CastFate['leadsTo'], string> = {
  cast: '**SAH**',
  void: '**BATAL**',
  never: '**tidak pernah / never**',
  'goes-on': 'berlanjut / goes on',
  decided: 'sudah selesai / decided',
  'not-here': '–',
};

const QUESTION_NAMES = { cast: ' · ditanya: SAH?', void: ' · ditanya: BATAL?' } as const;

function cellOf({ leadsTo, asks }: CastFate): string {
  return END_NAMES[leadsTo] + (asks === null ? '' : QUESTION_NAMES[asks]);
}

/** The table as Markdown, Indonesian and English. */
export function castTableMarkdown(): string {
  const head = [
    'saat / moment',
    'TPS menyimpan / station holds',
    'kertas / paper',
    ...CAST_CUTS.map((cut) => CUT_NAMES[cut]),
  ];
  const rows = CAST_MOMENTS.map(([name, { station, paper, fates: cells }]) => [
    `\`${name}\``,
    station === 'nothing' ? '–' : `\`${station}\``,
    `${paper.id} / ${paper.en}`,
    ...CAST_CUTS.map((cut) => cellOf(cells[cut])),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}
