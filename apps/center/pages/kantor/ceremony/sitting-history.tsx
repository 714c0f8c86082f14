import { SITTING_ROUNDS } from '@bilik/preparation';
import { DataTable } from '@bilik/ui/data-table';
import { useOfficeNames } from '../office-names.tsx';
import { PersonName } from '../person-name.tsx';
import { type SittingView, words } from './ceremony-wire.ts';

type Entry = SittingView['steps'][number];

/** What has happened, in order. */
export function SittingHistory({
  sitting,
  language,
}: {
  readonly sitting: SittingView;
  readonly language: 'id' | 'en';
}) {
  const { momentText } = useOfficeNames();
  const nameOf = (member: string | undefined) => sitting.members.find(({ id }) => id === member)?.name ?? '';
  const sentence = ({ step }: Entry) =>
    words(language, `ceremony.step.${step.type}`, {
      name: nameOf(step.member),
      number: String(step.round === undefined ? '' : SITTING_ROUNDS.indexOf(step.round) + 1),
      reason: step.reason ?? '',
      where: step.where ?? '',
    });
  return (
    <details class="sheet">
      <summary>{words(language, 'ceremony.steps')}</summary>
      <DataTable
        caption={words(language, 'ceremony.steps')}
        columns={[
          { key: 'what', header: words(language, 'ceremony.step.what'), cell: sentence },
          {
            key: 'at',
            header: words(language, 'ceremony.step.at'),
            cell: ({ at }) => momentText(at),
          },
          {
            key: 'who',
            header: words(language, 'ceremony.step.who'),
            cell: ({ person }) =>
              person === null ? words(language, 'ceremony.step.device') : <PersonName person={person} />,
          },
        ]}
        rows={sitting.steps}
        keyOf={({ at, step }) => `${at}-${step.type}-${step.member ?? ''}-${step.round ?? ''}`}
        asLines
      />
    </details>
  );
}
