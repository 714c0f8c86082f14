import type { PollingPlaceId, VillageCode } from './area.ts';
import type { Bilingual } from './bilingual.ts';
import { nikWarnings } from './nik.ts';
import type { Voter } from './voter.ts';

/** Names a row without a person's particulars: numbers are given within a polling place. */
export interface RowReference {
  readonly pollingPlace: PollingPlaceId;
  readonly number: number;
}

/** A fact about a list that people must act on. */
export interface VoterListProblem {
  /** An error stops a change and the lock; a warning wants a look. */
  readonly severity: 'error' | 'warning';
  readonly code: string;
  /** All rows concerned, in the order given. */
  readonly rows: readonly RowReference[];
  readonly sentence: Bilingual;
}

/** The reference of a voter's row. */
export function rowOf(voter: Voter): RowReference {
  return { pollingPlace: voter.pollingPlace, number: voter.number };
}

/** Every error and warning of a list, errors first. */
export function checkVoterList(village: VillageCode, voters: readonly Voter[]): readonly VoterListProblem[] {
  return [...voterListErrors(village, voters), ...voterListWarnings(voters)];
}

/**
 * What stops a list: a NIK on two rows of which more than one is not marked a duplicate, a number given twice, a polling place
 * of another village.
 */
export function voterListErrors(village: VillageCode, voters: readonly Voter[]): readonly VoterListProblem[] {
  return [
    ...groups(notDuplicates(voters), (voter) => voter.nik).map((rows) =>
      problem('error', 'duplicate-nik', rows, {
        id: 'NIK yang sama ada di beberapa baris; periksa kartu, lalu tandai baris ganda sebagai TMS (ganda).',
        en: 'The same NIK is on several rows; look at the card, then mark the extra rows ineligible (duplicate).',
      }),
    ),
    ...groups(voters, (voter) => `${voter.pollingPlace} ${voter.number}`).map((rows) =>
      problem('error', 'duplicate-number', rows, {
        id: 'Nomor urut ini dipakai lebih dari sekali di TPS yang sama; beri nomor lain.',
        en: 'This number is used more than once in the same polling place; give another number.',
      }),
    ),
    ...voters
      .filter((voter) => !voter.pollingPlace.startsWith(`${village}-`))
      .map((voter) =>
        problem('error', 'other-village', [voter], {
          id: 'TPS pada baris ini bukan TPS desa ini.',
          en: 'The polling place of this row is not one of this village.',
        }),
      ),
  ];
}

/** What wants a look: a NIK that disagrees with its person, and rows that may be one person (same name and birth date). */
export function voterListWarnings(voters: readonly Voter[]): readonly VoterListProblem[] {
  return [
    ...voters.flatMap((voter) =>
      nikWarnings(voter.nik, voter).map(({ code, sentence }) => problem('warning', code, [voter], sentence)),
    ),
    ...groups(notDuplicates(voters), (voter) => `${voter.birthDate} ${voter.name.toLowerCase()}`)
      .filter((rows) => new Set(rows.map((voter) => voter.nik)).size > 1)
      .map((rows) =>
        problem('warning', 'maybe-same-person', rows, {
          id: 'Nama dan tanggal lahir sama dengan NIK berbeda; pastikan bukan satu orang.',
          en: 'Same name and birth date with another NIK; make sure that this is not one person.',
        }),
      ),
  ];
}

function notDuplicates(voters: readonly Voter[]): readonly Voter[] {
  return voters.filter((voter) => voter.ineligible?.reason !== 'duplicate');
}

function problem(
  severity: VoterListProblem['severity'],
  code: string,
  voters: readonly Voter[],
  sentence: Bilingual,
): VoterListProblem {
  return { severity, code, rows: voters.map(rowOf), sentence };
}

/** Groups of two or more voters with the same key, in the order of their first rows. */
function groups(voters: readonly Voter[], keyOf: (voter: Voter) => string): readonly (readonly Voter[])[] {
  const byKey = Map.groupBy(voters, keyOf);
  return [...byKey.values()].filter((group) => group.length > 1);
}
