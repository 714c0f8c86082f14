import { type MaritalStatus, type Sex, type Voter, villageCodeSchema, voterSchema } from '@bilik/election';
import type { ListedPerson } from '@bilik/intake';
import { wordsOfName } from '@bilik/voters';
import type { Selectable } from 'kysely';
import type { VoterTables } from '../tables.ts';
import { type Identities, lookUpHashOf } from './identities.ts';

export type VoterRow = Selectable<VoterTables['voter']>;

/** A family card as columns. */
export interface FamilyColumns {
  readonly family_hash: Buffer | null;
  readonly family_sealed: Buffer | null;
}

export function familyColumns(identities: Identities, familyCard: string | null): FamilyColumns {
  if (familyCard === null) return { family_hash: null, family_sealed: null };
  const hash = identities.familyHash(familyCard);
  return { family_hash: hash, family_sealed: identities.sealFamily(familyCard, hash) };
}

/** A person's particulars as columns: what an import, an approval and a correction write. */
export interface ParticularsColumns extends FamilyColumns {
  readonly nik_hash: Buffer;
  readonly nik_sealed: Buffer;
  readonly look_up_hash: Buffer;
  readonly name: string;
  readonly name_key: string;
  readonly sex: Sex;
  readonly birth_place: string;
  readonly birth_date: string;
  readonly marital_status: MaritalStatus;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  readonly disability: string | null;
}

/** @param area the village, checked @param family of the person's card, when it is known from the row before */
export function particularsColumns(
  identities: Identities,
  area: string,
  person: ListedPerson,
  family = familyColumns(identities, person.familyCard),
): ParticularsColumns {
  const nikHash = identities.nikHash(person.nik);
  return {
    nik_hash: nikHash,
    nik_sealed: identities.sealNik(person.nik, nikHash),
    ...family,
    look_up_hash: lookUpHashOf(identities, villageCodeSchema.parse(area), person.nik, person.birthDate),
    name: person.name,
    name_key: nameKey(person.name),
    sex: person.sex,
    birth_place: person.birthPlace,
    birth_date: person.birthDate,
    marital_status: person.maritalStatus,
    hamlet: person.hamlet,
    rt: person.rt,
    rw: person.rw,
    disability: person.disability,
  };
}

/** How a name sounds, its words in alphabetical order. */
export function nameKey(name: string): string {
  return [...wordsOfName(name).sounds].sort((one, other) => (one < other ? -1 : 1)).join(' ');
}

/** A row as a person of the law's voter list. @throws when the village is not divided: the caller asked too early */
export function voterOf(identities: Identities, row: VoterRow): Voter {
  const place = String(row.place_number ?? 0).padStart(3, '0');
  return voterSchema.parse({
    number: row.number,
    ...personOf(identities, row),
    listKind: 'DPT',
    pollingPlace: `${row.area}-${place}`,
    ineligible:
      row.ineligible_reason === null || row.marked_beside
        ? null
        : { reason: row.ineligible_reason, evidence: row.ineligible_evidence },
  });
}

/** A row's particulars, opened: for papers, packages and corrections, never for a list on a screen. */
export function personOf(identities: Identities, row: VoterRow): ListedPerson {
  return {
    nik: identities.openNik(row.nik_sealed, row.nik_hash),
    familyCard:
      row.family_sealed === null || row.family_hash === null
        ? null
        : identities.openFamily(row.family_sealed, row.family_hash),
    name: row.name,
    sex: row.sex,
    birthPlace: row.birth_place,
    birthDate: row.birth_date,
    maritalStatus: row.marital_status,
    hamlet: row.hamlet,
    rt: row.rt,
    rw: row.rw,
    disability: row.disability,
  };
}
