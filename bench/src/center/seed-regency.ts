import type { Database } from '@bilik/center';
import { sql } from 'kysely';

export const ELECTION = 'pilkades-buatan';
export const CONTEST = 'kepala-desa';
const PLACES_A_VILLAGE = 20;

/** A polling place of the made-up regency; its row is the caller's. */
export interface SeededPlace {
  readonly village: string;
  readonly id: string;
  readonly number: number;
}

/**
 * Fills an empty center with one made-up regency: areas, election, and a contest with these options in every village.
 * @param count of polling places, twenty a village @param optionKeys in ballot order
 */
export async function seedRegency(
  owner: Database,
  count: number,
  optionKeys: readonly string[],
): Promise<readonly SeededPlace[]> {
  const villages = Math.ceil(count / PLACES_A_VILLAGE);
  const options = optionKeys.map((key) => ({ key, number: null, name: key, photo: null }));
  await sql`insert into area (code, name, parent) values ('16', 'Provinsi buatan', null), ('16.07', 'Kabupaten buatan', '16'), ('16.07.01', 'Kecamatan buatan', '16.07')`.execute(
    owner,
  );
  await sql`insert into area (code, name, parent) select '16.07.01.' || (2000 + n), 'Desa ' || n, '16.07.01' from generate_series(1, ${villages}) as n`.execute(
    owner,
  );
  await sql`insert into election (id, area, kind, conduct, title, zone, voting_date, created_at)
    values (${ELECTION}, '16.07', 'exercise', 'village-head', '{"id":"Pilkades buatan","en":"Made-up election"}', 'WIB', '2026-12-01', now())`.execute(
    owner,
  );
  await sql`insert into contest (election, area, id, position, office, title, options)
    select ${ELECTION}, code, ${CONTEST}, 1, 'village-head', '{"id":"Kepala desa","en":"Village head"}', ${JSON.stringify(options)}::jsonb
    from area where length(code) = 13`.execute(owner);
  return Array.from({ length: count }, (_, index) => {
    const village = `16.07.01.${2001 + Math.floor(index / PLACES_A_VILLAGE)}`;
    const number = 1 + (index % PLACES_A_VILLAGE);
    return { village, number, id: `${village}-${String(number).padStart(3, '0')}` };
  });
}
