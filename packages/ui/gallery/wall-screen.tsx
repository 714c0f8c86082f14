import { DataTable } from '@bilik/ui/data-table';
import { Figure, Figures } from '@bilik/ui/figure';
import { Page } from '@bilik/ui/page';
import { PhaseBadge, type State, StateBadge } from '@bilik/ui/state-badge';
import { AREA, type GalleryProps, PLACE } from './sample.ts';

const BOOTHS: readonly {
  readonly name: string;
  readonly state: State;
  readonly word: string;
  readonly slips: number;
}[] = [
  { name: 'Bilik 1', state: 'good', word: 'Siap', slips: 310 },
  { name: 'Bilik 2', state: 'active', word: 'Dipakai', slips: 297 },
  { name: 'Bilik 3', state: 'warn', word: 'Kertas hampir habis', slips: 18 },
  { name: 'Bilik 4', state: 'bad', word: 'Pencetak macet', slips: 0 },
];

/** How a wall could look: calm, and one thing in colour. */
export function WallScreen({ language, exercise }: GalleryProps) {
  return (
    <Page
      title="Dinding TPS"
      place={PLACE}
      area={AREA}
      language={language}
      exercise={exercise}
      badge={<PhaseBadge phase="open" size="large" />}
      connected={true}
    >
      <Figures>
        <Figure label="Hadir" value={1112} note="dari 1.400 di daftar" size="large" />
        <Figure label="Laki-laki" value={540} size="large" />
        <Figure label="Perempuan" value={572} size="large" />
        <Figure label="Perkiraan antre" value="12 menit" size="large" />
      </Figures>
      <DataTable
        caption="Bilik"
        columns={[
          { key: 'name', header: 'Bilik', cell: (row) => row.name },
          {
            key: 'state',
            header: 'Keadaan',
            cell: (row) => <StateBadge state={row.state} word={row.word} />,
          },
          { key: 'slips', header: 'Kertas tersisa', cell: (row) => row.slips, numeric: true },
        ]}
        rows={BOOTHS}
        keyOf={(row) => row.name}
      />
    </Page>
  );
}
