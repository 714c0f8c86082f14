import type { Bilingual } from './bilingual.ts';
import type { CivilTime } from './civil-time.ts';
import type { ElectionDefinition } from './definition.ts';
import type { ResultSource } from './figures.ts';
import type { HandCountEntry } from './hand-count.ts';
import type { Fingerprint } from './line.ts';
import type { LogicTestStanding } from './logic-test.ts';
import type { MobileTrip } from './mobile-group.ts';
import type { CheckInCounts } from './pollbook.ts';
import type { RulePack } from './rule-pack.ts';
import type { SelfTestResult } from './self-test.ts';

/** How a run of a device ended that was not the last: switched off in order, machine or program died, or another device took its place. */
export type RestartCause = 'clean-stop' | 'machine-restarted' | 'program-died' | 'takeover';

/** A restart of a device, with counters before and after. The time is the wall clock's minute, never that of a cast. */
export interface RestartEntry {
  readonly device: string;
  readonly at: CivilTime;
  /** Null when it is not known. */
  readonly cause: RestartCause | null;
  readonly castsBefore: number;
  readonly castsAfter: number;
}

/** Something special that happened, in people's words. */
export interface IncidentEntry {
  readonly at: CivilTime;
  readonly what: string;
  readonly action: string;
}

/** What an incident that is noted during the day is about. */
export const INCIDENT_KINDS = [
  'power',
  'network',
  'booth',
  'printer',
  'identity',
  'crowd',
  'weather',
  'health',
  'other',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** An incident as somebody noted it during the day. Without a minute: beside the queue it would help to tell whose vote was under way. */
export interface NotedIncident {
  /** From 1, in the order of the day. */
  readonly number: number;
  /** A full hour, or the person's own words. */
  readonly when: string;
  readonly kind: IncidentKind;
  readonly what: string;
  readonly action: string;
  /** Id of who noted it. */
  readonly notedBy: string;
}

/** An objection as raised, and what was answered. */
export interface ObjectionEntry {
  readonly by: string;
  readonly what: string;
  readonly answer: string;
}

/** A witness's letter of mandate, as the board saw it. */
export interface MandateEntry {
  /** Id of the witness. */
  readonly person: string;
  /** Number or description of the letter; null: the witness had none, which is noted and turns nobody away. */
  readonly letter: string | null;
  /** The minute in which the board wrote it down. */
  readonly checkedAt: CivilTime;
}

/** A decision of two people to close later. */
export interface ExtensionEntry {
  readonly at: CivilTime;
  readonly until: CivilTime;
  readonly reason: string;
  /** Ids of the two people. */
  readonly confirmedBy: readonly string[];
}

/** The chair counted who stood in the queue at the closing hour; as many were still served. */
export interface QueueAdmissionEntry {
  readonly at: CivilTime;
  readonly count: number;
  readonly confirmedBy: readonly string[];
}

/** From here on other media were in service, or another machine. */
export interface MediaEpochEntry {
  /** 2 for the first change of the day. */
  readonly number: number;
  readonly cause: 'new-medium' | 'one-medium' | 'takeover';
  /** Numbers of the media in service from then on. */
  readonly media: readonly number[];
  readonly at: CivilTime | null;
  readonly confirmedBy: readonly string[];
}

/** The zero report as the board signed it. */
export interface ZeroReportEntry {
  /** SHA-256 of what the paper says; it stands on the paper too. */
  readonly fingerprint: Fingerprint;
  /** The minute in which the paper was prepared, which stands on it. */
  readonly preparedAt: CivilTime;
  /** The minute in which the board stated who had signed it. */
  readonly signedAt: CivilTime;
  /** Ids of the people who signed. */
  readonly signedBy: readonly string[];
}

/** Voting opened or closed before the announced hour, by decision of the people who gave the command. */
export interface EarlyActEntry {
  readonly command: 'open' | 'close';
  readonly at: CivilTime;
  /** The hour before which it was done. */
  readonly announced: CivilTime;
  readonly reason: string;
  /** Ids of the people who gave the command. */
  readonly confirmedBy: readonly string[];
}

/** What people saw on the paper of a case that was interrupted. Without a time: it would tell whose case it was. */
export interface CaseAnswerEntry {
  readonly booth: number;
  readonly slip: 'sah-in-box' | 'batal-in-envelope' | 'no-slip';
  /** Ids of the two people. */
  readonly answeredBy: readonly string[];
}

/** Releases that were closed because their voters left. */
export interface AbandonmentEntry {
  readonly at: CivilTime;
  readonly count: number;
  readonly confirmedBy: readonly string[];
}

/**
 * What people and the station add to the figures. `null` means that nobody has filled it in; an empty list means that somebody
 * declared there was none. Empty minutes were what people protested about, so the difference blocks sealing.
 */
export interface MinutesRecord {
  readonly zeroReport: ZeroReportEntry | null;
  readonly openedAt: CivilTime | null;
  readonly closedAt: CivilTime | null;
  /** In the order of the day; empty when the announced hours were kept. */
  readonly earlyActs: readonly EarlyActEntry[];
  /** What ran: version, and fingerprint of its files. */
  readonly software: { readonly version: string; readonly fingerprint: Fingerprint } | null;
  /** The record this belongs to: hash of its election object and of its last event, as the record writes them. */
  readonly record: { readonly electionHash: string; readonly lastEventHash: string } | null;
  /** SHA-256 of the record's file, lower-case hex; absent before there is one. */
  readonly recordFileHash?: string | undefined;
  /** Hash of the record's last event before the opening, which the trustees compared with the hall; absent before closing. */
  readonly sealedRecordHash?: string | undefined;
  /** Ids of trustees whose shares opened the sum. */
  readonly trusteesPresent: readonly string[] | null;
  /** Ids of chair and members who were present. */
  readonly boardPresent: readonly string[] | null;
  readonly witnessesPresent: readonly string[] | null;
  readonly restarts: readonly RestartEntry[] | null;
  readonly overrides: CheckInCounts['overrides'] | null;
  readonly incidents: readonly IncidentEntry[] | null;
  readonly objections: readonly ObjectionEntry[] | null;
  readonly helpedVoters: number | null;
  readonly singleMediumSince: CivilTime | 'never' | null;
  /** In the order in which they were given. */
  readonly caseAnswers: readonly CaseAnswerEntry[];
  readonly abandonments: readonly AbandonmentEntry[];
  /** In the order of the day; empty when voting ended at the announced hour, or before. */
  readonly extensions: readonly ExtensionEntry[];
  readonly notedIncidents: readonly NotedIncident[];
  readonly queueAdmissions: readonly QueueAdmissionEntry[];
  /** Voters who were checked in after the closing hour, ≥ 0. */
  readonly checkedInLate: number;
  /** Mobile groups that left, in that order; empty when none did. */
  readonly mobileTrips: readonly MobileTrip[];
  /** Empty when the two media of the morning served all day. */
  readonly mediaEpochs: readonly MediaEpochEntry[];
  /** How often a PIN was wrong until the sum was opened, ≥ 0. Whose it was is not kept. */
  readonly wrongPins: number;
  /** All versions in order; the last one holds, the others show what was corrected. */
  readonly handCounts: readonly HandCountEntry[];
  /** One for each witness whose letter was asked for; a witness who is present and not in it was not asked. */
  readonly mandates: readonly MandateEntry[];
  /** The last self-test before the polls opened; null when nobody ran one. */
  readonly selfTest: SelfTestResult | null;
  /** The logic and accuracy test before the zero report, or why there was none. */
  readonly logicTest: LogicTestStanding;
}

/** What the station notes by itself: nobody fills it in, so it is never missing. */
type NotedField =
  | 'earlyActs'
  | 'sealedRecordHash'
  | 'caseAnswers'
  | 'abandonments'
  | 'extensions'
  | 'notedIncidents'
  | 'queueAdmissions'
  | 'checkedInLate'
  | 'mobileTrips'
  | 'mediaEpochs'
  | 'recordFileHash'
  | 'wrongPins'
  | 'handCounts'
  | 'mandates'
  | 'selfTest'
  | 'logicTest';
type RequiredField = Exclude<keyof MinutesRecord, NotedField>;

/** A required field that is still empty, or does not suffice. */
export interface MissingField {
  readonly field: RequiredField | 'slipBox' | 'mobilePaper';
  readonly sentence: Bilingual;
}

/** What to fill in, for each field. All are required: where nothing happened, that is declared. */
const SENTENCES: Readonly<Record<MissingField['field'], Bilingual>> = {
  zeroReport: { id: 'Laporan nol belum ada.', en: 'The zero report is missing.' },
  openedAt: { id: 'Jam buka belum terisi.', en: 'The time of opening is missing.' },
  closedAt: { id: 'Jam tutup belum terisi.', en: 'The time of closing is missing.' },
  software: { id: 'Tanda perangkat lunak belum terisi.', en: 'The software id is missing.' },
  record: { id: 'Sidik arsip belum terisi.', en: 'The fingerprint of the record is missing.' },
  trusteesPresent: {
    id: 'Pemegang kunci yang membuka belum cukup.',
    en: 'Not enough trustees who opened the sum are named.',
  },
  boardPresent: {
    id: 'Ketua dan cukup banyak anggota KPPS harus dinyatakan hadir.',
    en: 'The chair and enough members must be declared present.',
  },
  witnessesPresent: {
    id: 'Nyatakan saksi yang hadir, atau bahwa tidak ada.',
    en: 'Declare the witnesses present, or that there were none.',
  },
  restarts: {
    id: 'Nyatakan perangkat yang menyala ulang, atau bahwa tidak ada.',
    en: 'Declare the restarts, or that there were none.',
  },
  overrides: {
    id: 'Jumlah pemeriksaan identitas manual belum terisi.',
    en: 'The number of manual identity checks is missing.',
  },
  incidents: {
    id: 'Tulis kejadian khusus, atau nyatakan nihil.',
    en: 'Write the incidents, or declare that there were none.',
  },
  objections: {
    id: 'Tulis keberatan, atau nyatakan nihil.',
    en: 'Write the objections, or declare that there were none.',
  },
  helpedVoters: {
    id: 'Jumlah pemilih yang didampingi belum terisi.',
    en: 'The number of voters who were helped is missing.',
  },
  singleMediumSince: {
    id: 'Nyatakan apakah memakai satu media penyimpanan saja.',
    en: 'Declare whether a single storage medium was used.',
  },
  mobilePaper: {
    id: 'Surat suara kelompok keliling belum dihitung tangan.',
    en: 'The paper of the mobile group has not been counted by hand.',
  },
  slipBox: { id: 'Kotak struk belum dihitung tangan.', en: 'The slip box has not been counted by hand.' },
};

const FIELDS: readonly RequiredField[] = [
  'zeroReport',
  'openedAt',
  'closedAt',
  'software',
  'record',
  'trusteesPresent',
  'boardPresent',
  'witnessesPresent',
  'restarts',
  'overrides',
  'incidents',
  'objections',
  'helpedVoters',
  'singleMediumSince',
];

/** Required fields that are still empty or do not suffice, in the order of the minutes. They block sealing, never counting. */
export function missingFields(input: {
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  readonly record: MinutesRecord;
  readonly resultSource: ResultSource;
  readonly slipBoxCounted: boolean;
  /** False while a mobile group's paper, a part of the result, is not counted. */
  readonly mobilePaperCounted: boolean;
}): readonly MissingField[] {
  const { rulePack, record, slipBoxCounted, mobilePaperCounted } = input;
  const missing: MissingField['field'][] = FIELDS.filter((field) => {
    if (field === 'boardPresent') return !boardSuffices(input);
    if (field === 'trusteesPresent') return !trusteesSuffice(input);
    return record[field] === null;
  });
  if (rulePack.settings.slipBoxCount.value === 'before-sealing' && !slipBoxCounted) missing.push('slipBox');
  if (!mobilePaperCounted) missing.push('mobilePaper');
  return missing.map((field) => ({ field, sentence: SENTENCES[field] }));
}

interface Presence {
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  readonly record: MinutesRecord;
  readonly resultSource: ResultSource;
}

function boardSuffices({ definition, rulePack, record }: Presence): boolean {
  const present = (role: 'chair' | 'member') =>
    definition.people.filter((person) => person.role === role && record.boardPresent?.includes(person.id))
      .length;
  return present('chair') === 1 && present('member') >= rulePack.settings.memberSignatures.value;
}

function trusteesSuffice({ definition, record, resultSource }: Presence): boolean {
  if (record.trusteesPresent === null) return false;
  if (resultSource === 'slip-count') return true;
  const { members, threshold } = definition.trustees;
  return members.filter(({ id }) => record.trusteesPresent?.includes(id)).length >= threshold;
}
