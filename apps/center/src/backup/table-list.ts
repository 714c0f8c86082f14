import type pg from 'pg';

/** A table of the center as a backup copies it. */
export interface CopiedTable {
  readonly name: string;
  /** Columns that hold something of their own, in the table's order: what is computed from others is left out. */
  readonly columns: readonly string[];
  /** Columns with numbers that the database gives out, and their sequences. */
  readonly sequences: readonly { readonly column: string; readonly sequence: string }[];
}

/** Steps of the schema are made by the program, not copied; how many places are expected follows from the places. */
const NOT_COPIED = ['migration', 'migration_lock', 'expected_places'];

/** All tables of the center, each after those that it refers to. */
export async function tablesInOrder(client: pg.Client): Promise<readonly CopiedTable[]> {
  const { rows: columns } = await client.query<{
    table_name: string;
    column_name: string;
    is_generated: string;
    sequence: string | null;
  }>(
    `select table_name, column_name, is_generated,
       case when is_identity = 'YES' then pg_get_serial_sequence('bilik.' || quote_ident(table_name), column_name) end as sequence
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'bilik' and table_type = 'BASE TABLE'
     order by table_name, ordinal_position`,
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select distinct from_table.relname as from, to_table.relname as to
     from pg_constraint join pg_class as from_table on from_table.oid = conrelid join pg_class as to_table on to_table.oid = confrelid
     where contype = 'f' and connamespace = 'bilik'::regnamespace and conrelid <> confrelid`,
  );
  const tables = new Map<string, CopiedTable>();
  for (const { table_name: name, column_name: column, is_generated, sequence } of columns) {
    if (NOT_COPIED.includes(name)) continue;
    const before = tables.get(name) ?? { name, columns: [], sequences: [] };
    tables.set(name, {
      name,
      columns: is_generated === 'ALWAYS' ? before.columns : [...before.columns, column],
      sequences: sequence === null ? before.sequences : [...before.sequences, { column, sequence }],
    });
  }
  return inOrder([...tables.values()], references);
}

function inOrder(
  tables: readonly CopiedTable[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly CopiedTable[] {
  const ordered: CopiedTable[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name }) => !placed.has(name) && references.every(({ from, to }) => from !== name || placed.has(to)),
    );
    if (next === undefined) throw new Error('tables refer to each other in a circle');
    placed.add(next.name);
    ordered.push(next);
  }
  return ordered;
}
