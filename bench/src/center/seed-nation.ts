import { type Database, foldChanges, inScope, OWN_WORK } from '@bilik/center';
import { sql } from 'kysely';

/** How many of each there are: Indonesia's own figures (KPU 2024), or a share of them. */
export interface NationSize {
  readonly provinces: number;
  readonly regencies: number;
  readonly subDistricts: number;
  readonly villages: number;
  readonly places: number;
}

export const INDONESIA: NationSize = {
  provinces: 38,
  regencies: 514,
  subDistricts: 7285,
  villages: 83_762,
  places: 823_236,
};

export const ELECTION = 'pilkada-buatan';
export const CONTEST = 'gubernur';
/** Of every ten places this many have given their result. */
const IN_OF_TEN = 9;

/** Fills an empty center with made-up areas, places and one contest a province, all by statements over whole sets. */
export async function seedNation(owner: Database, size: NationSize): Promise<void> {
  const { provinces, regencies, subDistricts, villages, places } = size;
  /** Spreads `count` numbered children evenly over numbered parents, and numbers them below each. */
  const spread = (count: number, parents: number) => sql`
    select child, child * ${parents}::bigint / ${count}::bigint as parent,
      row_number() over (partition by child * ${parents}::bigint / ${count}::bigint order by child) as number
    from generate_series(0, ${count - 1}) as child`;
  await sql`create temporary table nation_province as select n, lpad((11 + n)::text, 2, '0') as code from generate_series(0, ${provinces - 1}) as n`.execute(
    owner,
  );
  await sql`create temporary table nation_regency as select child as n, p.code || '.' || lpad(number::text, 2, '0') as code, p.code as parent
    from (${spread(regencies, provinces)}) as s join nation_province as p on p.n = s.parent`.execute(owner);
  await sql`create temporary table nation_sub as select child as n, r.code || '.' || lpad(number::text, 2, '0') as code, r.code as parent
    from (${spread(subDistricts, regencies)}) as s join nation_regency as r on r.n = s.parent`.execute(owner);
  await sql`create temporary table nation_village as select child as n, d.code || '.' || (2000 + number)::text as code, d.code as parent
    from (${spread(villages, subDistricts)}) as s join nation_sub as d on d.n = s.parent`.execute(owner);
  await sql`insert into area (code, name, parent)
    select code, 'Provinsi ' || code, null from nation_province
    union all select code, 'Kabupaten ' || code, parent from nation_regency
    union all select code, 'Kecamatan ' || code, parent from nation_sub
    union all select code, 'Desa ' || code, parent from nation_village`.execute(owner);
  await sql`insert into election (id, area, kind, conduct, title, zone, voting_date, created_at)
    values (${ELECTION}, '11', 'exercise', 'other', '{"id":"Pilkada buatan","en":"Made-up election"}', 'WIB', '2026-11-27', now())`.execute(
    owner,
  );
  await sql`insert into contest (election, area, id, position, office, title, options)
    select ${ELECTION}, code, ${CONTEST}, 1, 'other', '{"id":"Gubernur","en":"Governor"}',
      '[{"key":"c1","number":1,"name":"Satu","photo":null},{"key":"c2","number":2,"name":"Dua","photo":null},{"key":"c3","number":3,"name":"Tiga","photo":null}]'
    from nation_province`.execute(owner);
  await sql`insert into place (election, id, area, number, mode, registered_l, registered_p)
    select ${ELECTION}, v.code || '-' || lpad(number::text, 3, '0'), v.code, number, 'paper', 240 + child % 20, 250 + child % 23
    from (${spread(places, villages)}) as s join nation_village as v on v.n = s.parent`.execute(owner);
}

/** Gives nine of ten places a first result, and folds all of them. @returns how many results there are, and the fold's seconds */
export async function seedResults(
  database: Database,
  owner: Database,
): Promise<{ readonly results: number; readonly foldSeconds: number }> {
  await sql`insert into result_change (at, election, place, area, contest, contest_area, lane, part, users, women, valid, invalid, votes,
      source_kind, source, account, reason, replaces,
      adds_places, adds_registered_l, adds_registered_p, adds_users, adds_women, adds_valid, adds_invalid, adds_votes)
    select now(), ${ELECTION}, id, area, ${CONTEST}, left(area, 2), 'official', 'whole', users, users / 2, users - 7, 7, votes,
      'sheet', 'buatan', null, null, null, 1, registered_l, registered_p, users, users / 2, users - 7, 7, votes
    from (
      select place.*, 380 + number % 40 as users,
        jsonb_build_object('c1', 200, 'c2', 100 + number % 20, 'c3', 380 + number % 40 - 7 - 300 - number % 20) as votes
      from place where election = ${ELECTION} and abs(hashtext(id) % 10) < ${IN_OF_TEN}
    ) as given`.execute(owner);
  await sql`insert into place_result (election, place, area, contest, lane, part, change)
    select election, place, area, contest, lane, part, number from result_change`.execute(owner);
  await sql`insert into change_to_fold (number) select number from result_change`.execute(owner);
  for (const table of ['area', 'place', 'contest', 'result_change', 'place_result', 'change_to_fold']) {
    await sql`analyze ${sql.table(table)}`.execute(owner);
  }
  const begun = performance.now();
  let results = 0;
  for (;;) {
    const folded = await inScope(database, OWN_WORK, (transaction) => foldChanges(transaction, new Date()));
    if (folded === 0) break;
    results += folded;
  }
  await sql`analyze area_sum, area_votes`.execute(owner);
  return { results, foldSeconds: (performance.now() - begun) / 1000 };
}
