import type { CodeKey } from '@bilik/transfer/signed-code';
import { CodeCheck } from '@bilik/ui/code-check';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words';
import { useState } from 'preact/hooks';
import type { CheckedRecord } from './check-record.ts';
import { placeParts, readPublished, readSheetCode, readSheetKey } from './published.ts';
import { RecordSection } from './record-section.tsx';
import { TrackerSection } from './tracker-section.tsx';
import { checkingPhrase } from './words.ts';

/** An exercise's site writes it into its copy of the page. */
const isExerciseSite = document.documentElement.dataset['site'] === 'exercise';
const published = readPublished(location.hash);
/** What a polling place's page of paper sheets led here with. */
const sheetKey = readSheetKey(location.hash);
const sheetCode = readSheetCode(location.hash);
const place = published?.place ?? sheetKey?.pollingPlace;
/** The site's English pages lead here so. */
const begins: Language = location.search === '?en' ? 'en' : 'id';

/** Everything that a visitor can check without believing anybody: a record, a tracker slip, a signed code. */
export function CheckingPage() {
  const [language, setLanguage] = useState<Language>(begins);
  const [checked, setChecked] = useState<CheckedRecord>();
  const [key, setKey] = useState<CodeKey | undefined>(sheetKey);
  const code = (
    <section class="stack" aria-labelledby="code">
      <h2 id="code">{checkingPhrase(language, 'checking.code')}</h2>
      <CodeCheck codeKey={key} onKey={setKey} first={sheetCode} isMain={false} />
    </section>
  );
  return (
    <Page
      title={checkingPhrase(language, 'checking.title')}
      {...(place === undefined
        ? {}
        : { place: checkingPhrase(language, 'checking.place', placeParts(place)) })}
      language={language}
      onLanguage={setLanguage}
      exercise={isExerciseSite || checked?.isExercise === true || key?.kind === 'exercise'}
      guide={checkingPhrase(language, sheetCode === undefined ? 'checking.guide' : 'checking.guide.code')}
      foot={
        <a href={language === 'id' ? './index.html' : './en/index.html'}>
          {checkingPhrase(language, 'checking.back')}
        </a>
      }
    >
      <div class="stack checking">
        {/* who came for a code meets its verdict first */}
        {sheetKey !== undefined && code}
        <RecordSection published={published} checked={checked} onChecked={setChecked} />
        <TrackerSection checked={checked} />
        {sheetKey === undefined && code}
      </div>
    </Page>
  );
}
