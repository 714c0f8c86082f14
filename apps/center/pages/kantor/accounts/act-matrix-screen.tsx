import { Button } from '@bilik/ui/button';
import { type Column, DataTable } from '@bilik/ui/data-table';
import { standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { ROLES } from '../../../src/accounts/roles.ts';
import { callAct } from '../call-act.ts';
import { officeWords as words } from '../office-words.ts';
import type { RoomProps } from '../rooms.ts';

const bilingual = z.object({ id: z.string(), en: z.string() });
const rowSchema = z.object({ name: z.string(), sentence: bilingual, may: z.array(z.boolean()) });
const matrixSchema = z.array(z.object({ title: bilingual, rows: z.array(rowSchema) }));
type Row = z.output<typeof rowSchema>;

/** Who may do what, room by room, as the doors decide it: to be read, and printed for the wall. */
export function ActMatrixScreen({ language, goTo }: Pick<RoomProps, 'language' | 'goTo'>) {
  const [rooms, setRooms] = useState<z.output<typeof matrixSchema>>([]);
  useEffect(() => {
    void callAct('accounts.matrix', {}, matrixSchema).then((answer) => {
      if (answer.ok) setRooms(answer.value);
    });
  }, []);
  const columns: [Column<Row>, ...Column<Row>[]] = [
    {
      key: 'act',
      header: words(language, 'office.matrix.act'),
      cell: ({ sentence }) => sentence[standardLanguage(language)],
    },
    ...ROLES.map((role, index) => ({
      key: role,
      header: words(language, `office.role.${role}`),
      cell: ({ may }: Row) =>
        words(language, may[index] === true ? 'office.matrix.may' : 'office.matrix.mayNot'),
    })),
  ];
  return (
    <>
      <h2>{words(language, 'office.matrix.title')}</h2>
      <p>{words(language, 'office.matrix.guide')}</p>
      <div class="button-row">
        <Button onPress={() => goTo()}>{words(language, 'office.matrix.back')}</Button>
        <Button kind="primary" onPress={() => window.print()}>
          {words(language, 'office.matrix.print')}
        </Button>
      </div>
      {rooms.map(({ title, rows }) => (
        <DataTable
          key={title.en}
          caption={title[standardLanguage(language)]}
          columns={columns}
          rows={rows}
          keyOf={({ name }) => name}
        />
      ))}
    </>
  );
}
