import type { Bilingual } from './bilingual.ts';
import type { ConfirmationRule } from './confirmation.ts';
import type { PersonRole } from './definition.ts';
import type { Phase, PhaseCommand } from './phase.ts';
import { ROLE_NAMES } from './role-names.ts';

/** What the station knows about itself when a command is given; counts ≥ 0. */
export interface PhaseFacts {
  /** Ballots of any state in the store. */
  readonly ballotsStored: number;
  readonly checkIns: number;
  /** The zero report has been printed and the board says it is signed. */
  readonly zeroReportSigned: boolean;
  /** Ballots neither cast nor void. */
  readonly openCases: number;
  /** Releases neither cast, nor open, nor closed as abandoned. */
  readonly openReleases: number;
  /** Mobile groups that are not back with their paper. */
  readonly mobileGroupsUnderWay: number;
  /** Slips printed but not finished with SAH or BATAL. */
  readonly unfinishedSlips: number;
  /** Trustees whose shares of this ballot list were checked and are right. */
  readonly validShares: number;
  /** k. */
  readonly threshold: number;
  /** The board has declared in the minutes that fewer than k trustees can come, and fewer than k valid shares are here. */
  readonly trusteesUnableDeclared: boolean;
  /** The slip box was counted by two people and both figures agree. */
  readonly slipsCountedByTwo: boolean;
  /** Required fields of the minutes that are still empty. */
  readonly emptyMinutesFields: number;
  /** The minutes as they stand now have been printed, and the board says who signed them. */
  readonly minutesSigned: boolean;
}

/** A condition of a command, as data: `fact` compares so with `value`; a text names another fact. */
export interface Precondition {
  readonly id: string;
  readonly fact: keyof PhaseFacts;
  readonly is: 'equal-to' | 'at-least';
  readonly value: number | boolean | keyof PhaseFacts;
  readonly sentence: Bilingual;
}

/** One row of the published table. */
export interface PhaseRule extends ConfirmationRule {
  readonly command: PhaseCommand;
  readonly from: readonly Phase[];
  readonly to: Phase;
  readonly preconditions: readonly Precondition[];
  readonly sentence: Bilingual;
}

const BOARD: readonly PersonRole[] = ['chair', 'member'];
const CHAIR: readonly PersonRole[] = ['chair'];

const NO_BALLOTS: Precondition = {
  id: 'no-ballots',
  fact: 'ballotsStored',
  is: 'equal-to',
  value: 0,
  sentence: { id: 'belum ada suara tersimpan', en: 'no ballot is stored' },
};
const NO_CHECK_INS: Precondition = {
  id: 'no-check-ins',
  fact: 'checkIns',
  is: 'equal-to',
  value: 0,
  sentence: { id: 'belum ada pemilih tercatat hadir', en: 'no voter is checked in' },
};
const ZERO_REPORT_SIGNED: Precondition = {
  id: 'zero-report-signed',
  fact: 'zeroReportSigned',
  is: 'equal-to',
  value: true,
  sentence: { id: 'laporan nol sudah ditandatangani', en: 'the zero report is signed' },
};
const NO_OPEN_CASES: Precondition = {
  id: 'no-open-cases',
  fact: 'openCases',
  is: 'equal-to',
  value: 0,
  sentence: { id: 'tidak ada kasus terbuka', en: 'no case is open' },
};
const RELEASES_SETTLED: Precondition = {
  id: 'releases-settled',
  fact: 'openReleases',
  is: 'equal-to',
  value: 0,
  sentence: {
    id: 'setiap hak suara yang dilepas sudah dipakai atau ditutup ketua sebagai ditinggalkan',
    en: 'every released ballot is cast, or closed by the chair as abandoned',
  },
};
const SLIPS_FINISHED: Precondition = {
  id: 'slips-finished',
  fact: 'unfinishedSlips',
  is: 'equal-to',
  value: 0,
  sentence: { id: 'setiap struk sudah bertanda SAH atau BATAL', en: 'every slip bears SAH or BATAL' },
};
const MOBILE_GROUPS_BACK: Precondition = {
  id: 'mobile-groups-back',
  fact: 'mobileGroupsUnderWay',
  is: 'equal-to',
  value: 0,
  sentence: {
    id: 'setiap kelompok keliling sudah kembali dengan surat suaranya',
    en: 'every mobile group is back with its paper',
  },
};
const ENOUGH_SHARES: Precondition = {
  id: 'enough-shares',
  fact: 'validShares',
  is: 'at-least',
  value: 'threshold',
  sentence: {
    id: 'bagian pembuka dari cukup banyak pemegang kunci sudah diperiksa dan benar',
    en: 'shares of enough trustees are checked and right',
  },
};
const TRUSTEES_UNABLE: Precondition = {
  id: 'trustees-unable',
  fact: 'trusteesUnableDeclared',
  is: 'equal-to',
  value: true,
  sentence: {
    id: 'bagian pembuka yang benar kurang dari ambang (k), dan berita acara mencatat bahwa pemegang kunci yang dapat hadir kurang dari ambang',
    en: 'there are fewer than k right shares, and the minutes say that fewer than k trustees can come',
  },
};
const SLIPS_COUNTED: Precondition = {
  id: 'slips-counted-by-two',
  fact: 'slipsCountedByTwo',
  is: 'equal-to',
  value: true,
  sentence: {
    id: 'struk dihitung tangan oleh dua orang dengan angka sama',
    en: 'the slips were counted by hand by two people with equal figures',
  },
};
const MINUTES_FILLED: Precondition = {
  id: 'minutes-filled',
  fact: 'emptyMinutesFields',
  is: 'equal-to',
  value: 0,
  sentence: {
    id: 'isian wajib berita acara sudah terisi',
    en: 'the required fields of the minutes are filled',
  },
};
const MINUTES_SIGNED: Precondition = {
  id: 'minutes-signed',
  fact: 'minutesSigned',
  is: 'equal-to',
  value: true,
  sentence: {
    id: 'berita acara yang tercetak sudah ditandatangani',
    en: 'the printed minutes are signed',
  },
};

/** The whole table. There is no row from `closed`, `counted` or `sealed` back: nothing reopens, by absence. */
export const PHASE_RULES: readonly PhaseRule[] = [
  {
    command: 'prove_zero',
    from: ['configured'],
    to: 'zero_proven',
    people: 1,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    preconditions: [NO_BALLOTS, NO_CHECK_INS],
    sentence: { id: 'Laporan nol: belum ada satu suara pun.', en: 'Zero report: there is not one vote yet.' },
  },
  {
    command: 'open',
    from: ['zero_proven'],
    to: 'open',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    preconditions: [ZERO_REPORT_SIGNED, NO_BALLOTS, NO_CHECK_INS],
    sentence: { id: 'Pemungutan suara dibuka.', en: 'Voting opens.' },
  },
  {
    command: 'pause',
    from: ['open'],
    to: 'paused',
    people: 1,
    ledBy: BOARD,
    mayConfirm: BOARD,
    preconditions: [],
    sentence: { id: 'Pemungutan suara dijeda.', en: 'Voting pauses.' },
  },
  {
    command: 'resume',
    from: ['paused'],
    to: 'open',
    people: 2,
    ledBy: BOARD,
    mayConfirm: BOARD,
    preconditions: [],
    sentence: { id: 'Pemungutan suara dilanjutkan.', en: 'Voting goes on.' },
  },
  {
    command: 'close',
    from: ['open', 'paused'],
    to: 'closed',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    preconditions: [NO_OPEN_CASES, RELEASES_SETTLED, SLIPS_FINISHED, MOBILE_GROUPS_BACK],
    sentence: {
      id: 'Pemungutan suara ditutup dan tidak dapat dibuka lagi.',
      en: 'Voting is closed and cannot be opened again.',
    },
  },
  {
    command: 'count',
    from: ['closed'],
    to: 'counted',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    preconditions: [ENOUGH_SHARES],
    sentence: { id: 'Pemegang kunci membuka jumlah suara.', en: 'The trustees open the sum.' },
  },
  {
    command: 'count_slips',
    from: ['closed'],
    to: 'counted',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    preconditions: [TRUSTEES_UNABLE, SLIPS_COUNTED],
    sentence: {
      id: 'Hasil diambil dari hitungan tangan struk, dan diberi keterangan demikian.',
      en: 'The hand count of the slips is the result, and is labelled so.',
    },
  },
  {
    command: 'seal',
    from: ['counted'],
    to: 'sealed',
    people: 2,
    ledBy: CHAIR,
    mayConfirm: BOARD,
    preconditions: [MINUTES_FILLED, MINUTES_SIGNED],
    sentence: { id: 'Berita acara dan arsip disegel.', en: 'Minutes and record are sealed.' },
  },
];

/** The table as Markdown for the docs, Indonesian first. */
export function phaseTableMarkdown(): string {
  const roles = (list: readonly PersonRole[]) => list.map((role) => ROLE_NAMES[role].id).join(' / ');
  const rows = PHASE_RULES.map((rule) =>
    [
      `\`${rule.command}\``,
      rule.from.map((phase) => `\`${phase}\``).join(', '),
      `\`${rule.to}\``,
      `${rule.people} (${roles(rule.ledBy)})`,
      rule.preconditions.map(({ sentence }) => sentence.id).join('; ') || '–',
      rule.preconditions.map(({ sentence }) => sentence.en).join('; ') || '–',
      `${rule.sentence.id} / ${rule.sentence.en}`,
    ].join(' | '),
  );
  return [
    '| Perintah / command | dari / from | ke / to | orang / people | syarat | preconditions | arti / meaning |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}
