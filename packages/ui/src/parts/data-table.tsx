import { formatNumber } from '@bilik/words/format';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useLanguage, usePartWords } from './language.tsx';
import { ScrollRegion } from './scroll-region.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** A number is written as the language writes it and stands on the right. */
  readonly cell: (row: Row) => ComponentChildren;
  readonly numeric?: boolean | undefined;
}

export interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Said instead of an empty table. */
  readonly empty?: string | undefined;
  /** A last line, for example sums: one cell a column. */
  readonly total?: readonly ComponentChildren[] | undefined;
  /** On a phone each row stands as lines below each other, each with the head of its column: for cells that are badges and buttons. */
  readonly asLines?: boolean | undefined;
}

/** A table whose first column names the row. Where it is wider than the screen it scrolls by itself, also by keyboard. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  empty,
  total,
  asLines = false,
}: DataTableProps<Row>) {
  const say = usePartWords();
  const language = useLanguage();
  const captionId = useId();
  const write = (content: ComponentChildren) =>
    typeof content === 'number' ? formatNumber(language, content) : content;
  // as one box beside its head; nothing at all where the cell is empty, so that the line goes as well
  const value = (content: ComponentChildren) =>
    asLines && content != null && content !== '' ? <div>{write(content)}</div> : write(content);
  const classOf = (column: Column<Row> | undefined) =>
    column?.numeric === true ? 'table__number' : undefined;
  const [first, ...others] = columns;
  return (
    <ScrollRegion class="table-frame" aria-labelledby={captionId}>
      <table class={asLines ? 'table table--lines' : 'table'}>
        <caption id={captionId}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={classOf(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td class="table__empty" colSpan={columns.length}>
                {empty ?? say('parts.table.empty')}
              </td>
            </tr>
          )}
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row" class={classOf(first)} data-head={first.header}>
                {write(first.cell(row))}
              </th>
              {others.map((column) => (
                <td key={column.key} class={classOf(column)} data-head={column.header}>
                  {value(column.cell(row))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.key} class={classOf(column)} data-head={column.header}>
                  {value(total[index])}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </ScrollRegion>
  );
}
