import { useId, useState } from 'preact/hooks';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { usePartWords } from './language.tsx';
import { Shape } from './shape.tsx';

/** With more rows than this nobody looks for one by eye. */
const ROWS_WITHOUT_SEARCH = 20;

/** A table that may be long: it then has a search above it. Sums of `total` stay those of all rows. */
export function SearchedTable<Row>({
  searchOf,
  mostRows,
  ...table
}: DataTableProps<Row> & {
  /** The source gives no more rows than this: with so many the table says that others may be missing. */
  readonly mostRows?: number;
  /** By what a row is looked for, as its name and code. */
  readonly searchOf: (row: Row) => string;
}) {
  const say = usePartWords();
  const [sought, setSought] = useState('');
  const { rows } = table;
  if (rows.length <= ROWS_WITHOUT_SEARCH && sought === '') return <DataTable {...table} />;
  const words = wordsOf(sought);
  const found = rows.filter((row) => {
    const text = searchOf(row).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <div class="stack">
      <TableSearch sought={sought} onSought={setSought} shown={found.length} of={rows.length} />
      {mostRows !== undefined && rows.length >= mostRows && (
        <p class="soft">{say('parts.table.cut', { most: mostRows })}</p>
      )}
      <DataTable {...table} rows={found} empty={words.length > 0 ? say('parts.search.none') : table.empty} />
    </div>
  );
}

/** Finds every word, in any order, wherever it stands in a row. */
const wordsOf = (sought: string): readonly string[] => sought.toLowerCase().split(/\s+/).filter(Boolean);

function TableSearch(props: {
  readonly sought: string;
  readonly onSought: (sought: string) => void;
  readonly shown: number;
  readonly of: number;
}) {
  const say = usePartWords();
  const id = useId();
  return (
    <search class="search search--table">
      <label class="field__label" for={id}>
        {say('parts.table.search')}
      </label>
      <div class="search__entry">
        <Shape name="search" />
        <input
          id={id}
          class="field__entry"
          type="search"
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          value={props.sought}
          onInput={(event) => props.onSought(event.currentTarget.value)}
        />
      </div>
      <p class="search__count" role="status">
        {say('parts.table.shown', { shown: props.shown, total: props.of })}
      </p>
    </search>
  );
}
