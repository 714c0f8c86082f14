import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words';
import { pairing } from '@bilik/words/catalogue/pairing';
import { phrasesOf } from '@bilik/words/phrases';

const phrase = phrasesOf(pairing);

/** Instead of a page whose device has no session: nothing that it knew before is shown any more. */
export function LostPage(props: {
  readonly title: string;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}) {
  const { title, language, onLanguage } = props;
  return (
    <Page title={title} language={language} onLanguage={onLanguage} exercise={false}>
      <Notice
        state="warn"
        happened={phrase(language, 'pairing.lost')}
        notHappened={phrase(language, 'pairing.lost.notHappened')}
        toDo={phrase(language, 'pairing.notPrepared.exercise')}
      >
        <a class="button button--primary" href="/masuk/">
          {phrase(language, 'pairing.lost.go')}
        </a>
      </Notice>
    </Page>
  );
}
