import '../sheets/sheets.css';
import { standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { ElectionChooser, electionMeant, type OfferedElection } from '../election-choice.tsx';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { CompareScreen } from './compare-screen.tsx';
import { DeskEntry } from './desk-entry.tsx';
import { EvidenceScreen } from './evidence-screen.tsx';
import { electionsSchema, words } from './lanes-wire.ts';

/** Three lanes: `#/jalur/ELECTION` compares, `…/angka/PLACE` is the Desk's entry, `…/bukti` what the public sent. */
export function LanesRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const [elections, setElections] = useState<readonly OfferedElection[]>([]);
  useEffect(() => {
    void callAct('lanes.elections', {}, electionsSchema).then((answer) => {
      if (answer.ok) setElections(answer.value);
    });
  }, []);
  const [named, part, place] = path;
  const election = named ?? electionMeant(elections)?.id;
  if (election === undefined) return null;
  return (
    <div class="stack">
      {place === undefined && (
        <ElectionChooser
          {...{ language, election }}
          offered={elections}
          onChoose={(id) => (part === undefined ? goTo(id) : goTo(id, part))}
        />
      )}
      <nav class="row" aria-label={words(language, 'lanes.compare')}>
        <a href={addressOf(['jalur', election])}>{words(language, 'lanes.compare')}</a>
        {me.role !== 'desk' && (
          <a href={addressOf(['jalur', election, 'bukti'])}>{words(language, 'lanes.evidence')}</a>
        )}
      </nav>
      {part === 'angka' && place !== undefined ? (
        <DeskEntry key={place} election={election} place={place} language={language} />
      ) : part === 'bukti' ? (
        <EvidenceScreen key={election} election={election} me={me} language={language} />
      ) : (
        <CompareScreen key={election} election={election} me={me} language={language} />
      )}
    </div>
  );
}
