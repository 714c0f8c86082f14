import { ChoiceField } from '@bilik/ui/field';
import type { Language } from '@bilik/words/language';
import { officeWords as words } from './office-words.ts';

/** In the browser's session: the next room shows the election that was chosen in the last one. */
const CHOSEN = 'bilik-chosen-election';

export interface OfferedElection {
  readonly id: string;
  readonly title: { readonly id: string; readonly en: string };
}

/**
 * The election of a room: of its address, else the one that was chosen in any room, else the center's first, which is the one whose
 * voting day is nearest. @param offered those that the room is for
 */
export function electionMeant<Election extends OfferedElection>(
  offered: readonly Election[],
  named?: string,
): Election | undefined {
  const chosen = sessionStorage.getItem(CHOSEN);
  return offered.find(({ id }) => id === named) ?? offered.find(({ id }) => id === chosen) ?? offered.at(0);
}

/** Lets choose where several are offered; the choice goes along to other rooms. */
export function ElectionChooser(props: {
  readonly language: Language;
  readonly offered: readonly OfferedElection[];
  readonly election: string | undefined;
  readonly onChoose: (election: string) => void;
}) {
  const { language, offered, election, onChoose } = props;
  if (offered.length < 2) return null;
  return (
    <ChoiceField
      label={words(language, 'office.election')}
      value={election ?? null}
      onChoose={(id) => {
        sessionStorage.setItem(CHOSEN, id);
        onChoose(id);
      }}
      choices={offered.map(({ id, title }) => ({ value: id, label: title[language] }))}
    />
  );
}
