import '../sheets/sheets.css';
import { type Language, standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { CompareScreen } from './compare-screen.tsx';
import { DeskEntry } from './desk-entry.tsx';
import { EvidenceScreen } from './evidence-screen.tsx';
import { electionsSchema, words } from './lanes-wire.ts';

/** Three lanes: `#/jalur/ELECTION` compares, `…/angka/PLACE` is the Desk's entry, `…/bukti` what the public sent. */
export function LanesRoom({ me, language: code, path, goTo }: RoomProps) {
  const language = standardLanguage(code);
  const [election, part, place] = path;
  if (election === undefined) return <Elections language={language} goTo={goTo} />;
  return (
    <div class="stack">
      <nav class="row" aria-label={words(language, 'lanes.compare')}>
        <a href={addressOf(['jalur', election])}>{words(language, 'lanes.compare')}</a>
        {me.role !== 'desk' && (
          <a href={addressOf(['jalur', election, 'bukti'])}>{words(language, 'lanes.evidence')}</a>
        )}
      </nav>
      {part === 'angka' && place !== undefined ? (
        <DeskEntry key={place} election={election} place={place} language={language} />
      ) : part === 'bukti' ? (
        <EvidenceScreen election={election} me={me} language={language} />
      ) : (
        <CompareScreen election={election} me={me} language={language} />
      )}
    </div>
  );
}

function Elections({ language, goTo }: { readonly language: Language; readonly goTo: RoomProps['goTo'] }) {
  const [elections, setElections] = useState<z.output<typeof electionsSchema>>([]);
  useEffect(() => {
    void callAct('lanes.elections', {}, electionsSchema).then((answer) => {
      const found = answer.ok ? answer.value : [];
      const [only, ...others] = found;
      if (only !== undefined && others.length === 0) goTo(only.id);
      else setElections(found);
    });
  }, []);
  return (
    <nav aria-label={words(language, 'lanes.elections')}>
      <ul class="office__rooms">
        {elections.map(({ id, title }) => (
          <li key={id}>
            <a class="office__room" href={addressOf(['jalur', id])}>
              <strong>{title[language]}</strong>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
