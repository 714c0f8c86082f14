import type { CodeKey } from '@bilik/transfer/signed-code';
import { CodeCheck, codePhrase } from '@bilik/ui/code-check';
import { Page } from '@bilik/ui/page';
import type { Language } from '@bilik/words';
import { useState } from 'preact/hooks';

/** The check of signed codes as a page of its own, for phones without a network. */
export function VerifyCodePage() {
  const [language, setLanguage] = useState<Language>('id');
  const [key, setKey] = useState<CodeKey>();
  return (
    <Page
      title={codePhrase(language, 'code.title')}
      language={language}
      onLanguage={setLanguage}
      exercise={key?.kind === 'exercise'}
      guide={codePhrase(language, key === undefined ? 'code.guide.key' : 'code.guide.paper')}
      foot={<span>{codePhrase(language, 'code.offline')}</span>}
    >
      <CodeCheck codeKey={key} onKey={setKey} />
    </Page>
  );
}
