import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { FieldRows } from '../field-rows.tsx';
import { nothing } from '../me.ts';
import type { PlacePart } from './issue-section.tsx';
import { type OutfitView, words } from './packages-wire.ts';

const ROLES = {
  ketua: 'chair',
  anggota: 'member',
  meja: 'desk-officer',
  teknisi: 'technician',
  pengawas: 'supervisor',
} as const;
const isTask = (word: string): word is keyof typeof ROLES => Object.hasOwn(ROLES, word);

/** `ketua; Rahmat` a line. @returns the people, or the first line that cannot be read */
function readPeople(text: string, contest: string): OutfitView['people'] | string {
  const people: OutfitView['people'] = [];
  for (const line of text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const [task = '', name = '', ...more] = line.split(';').map((part) => part.trim());
    const word = task.toLowerCase();
    const candidate = /^saksi ([1-9])$/.exec(word)?.[1];
    if (name === '' || more.length > 0) return line;
    if (candidate !== undefined) {
      people.push({
        role: 'witness',
        id: `saksi-${candidate}`,
        name,
        represents: { contest, candidate: Number(candidate) },
      });
    } else if (isTask(word)) {
      const number = people.filter(({ role }) => role === ROLES[word]).length + 1;
      people.push({ role: ROLES[word], id: `${word}-${number}`, name });
    } else return line;
  }
  return people;
}

function writePeople(people: OutfitView['people']): string {
  return people
    .map(({ role, name, represents }) => {
      const task =
        Object.entries(ROLES).find(([, known]) => known === role)?.[0] ??
        `saksi ${represents?.candidate ?? ''}`;
      return `${task}; ${name}`;
    })
    .join('\n');
}

const several = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** People, booths, desks and addresses of a polling place, as lines that can be pasted from a decree. */
export function OutfitForm({ name, view, language, onDone }: PlacePart) {
  const { outfit } = view;
  const [draft, setDraft] = useState({
    people: writePeople(outfit?.people ?? []),
    booths: String(outfit?.booths ?? 2),
    desks: String(outfit?.desks ?? 1),
    reserve: String(outfit?.reserveCards ?? 20),
    names: outfit?.stationNames.join(', ') ?? 'stasiun.bilik.internal',
    addresses: outfit?.stationAddresses.join(', ') ?? '',
  });
  const [isKept, setKept] = useState(false);
  const [isTried, setTried] = useState(false);
  const read = readPeople(draft.people, view.contest ?? 'village-head');
  const keep = async () => {
    setTried(true);
    if (typeof read === 'string') return;
    const answer = await callAct(
      'packages.outfit',
      {
        ...name,
        outfit: {
          people: read,
          booths: Number(draft.booths),
          desks: Number(draft.desks),
          reserveCards: Number(draft.reserve),
          stationNames: several(draft.names),
          stationAddresses: several(draft.addresses),
        },
      },
      nothing,
    );
    setKept(answer.ok);
    await onDone(answer.ok ? undefined : answer.error);
  };
  return (
    <details class="sheet" open={outfit === null}>
      <summary>{words(language, 'packages.outfit')}</summary>
      <form
        class="office__narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <FieldRows
          draft={draft}
          onDraft={setDraft}
          rows={[
            {
              name: 'people',
              label: words(language, 'packages.outfit.people'),
              hint: words(language, 'packages.outfit.people.hint'),
              lines: 9,
              error:
                isTried && typeof read === 'string'
                  ? words(language, 'packages.outfit.people.wrong', { line: read })
                  : undefined,
            },
            { name: 'booths', label: words(language, 'packages.outfit.booths'), type: 'number' },
            { name: 'desks', label: words(language, 'packages.outfit.desks'), type: 'number' },
            {
              name: 'reserve',
              label: words(language, 'packages.outfit.reserve'),
              hint: words(language, 'packages.outfit.reserve.hint'),
              type: 'number',
            },
            ...(['names', 'addresses'] as const).map((name) => ({
              name,
              label: words(language, `packages.outfit.${name}`),
              hint: words(language, 'packages.outfit.several'),
            })),
          ]}
        />
        {isKept && <Notice state="good" happened={words(language, 'packages.outfit.kept')} />}
        <Button submit>{words(language, 'packages.outfit.keep')}</Button>
      </form>
    </details>
  );
}
