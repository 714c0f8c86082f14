import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { findingName } from './finding-name.ts';
import { Refused } from './refused.tsx';
import { type SheetView, standingSchema, words } from './sheets-wire.ts';

/** One sentence for each warning. */
export function ExplainForm(props: {
  readonly sheet: SheetView;
  readonly language: Language;
  readonly onDone: () => Promise<void>;
}) {
  const { sheet, language, onDone } = props;
  const warnings = sheet.findings.filter(({ kind }) => kind === 'warning');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<unknown>();
  const nameOf = (warning: (typeof warnings)[number]) => findingName(sheet, warning, language);
  const save = async () => {
    const explanations = warnings.flatMap((warning) => {
      const text = texts[nameOf(warning)]?.trim() ?? '';
      return text === '' ? [] : [{ code: warning.code, contest: warning.contest, text }];
    });
    const { election, place } = sheet;
    const answer = await callAct('sheets.explain', { election, place, explanations }, standingSchema);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) await onDone();
  };
  return (
    <section class="sheet stack">
      <h2>{words(language, 'sheets.explain.title')}</h2>
      {warnings.map((warning) => (
        <Field
          key={nameOf(warning)}
          label={words(language, 'sheets.explain.text', { code: nameOf(warning) })}
          hint={`${warning.what[language]} ${warning.calculation[language]}`}
          value={texts[nameOf(warning)] ?? ''}
          onInput={(text) => setTexts({ ...texts, [nameOf(warning)]: text })}
          maxLength={500}
        />
      ))}
      <Refused error={error} language={language} />
      <Button kind="primary" onPress={save}>
        {words(language, 'sheets.explain.save')}
      </Button>
    </section>
  );
}
