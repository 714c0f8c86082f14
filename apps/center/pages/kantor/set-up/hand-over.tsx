import { FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct, paperAddress } from '../call-act.ts';
import { type Refused, RefusedNotice } from './refused.tsx';
import { words } from './set-up-words.ts';

/** One request of the office holds a megabyte; a set-up has some ten kilobytes. */
const LIMIT_BYTES = 800_000;
const takenSchema = z.object({ from: z.object({ name: z.string() }), issuer: z.string() });

/** The set-up as a file, out and in. */
export function HandOver(props: {
  readonly language: 'id' | 'en';
  readonly mayImport: boolean;
  readonly onImported: () => Promise<void>;
}) {
  const { language, mayImport, onImported } = props;
  const [taken, setTaken] = useState<z.output<typeof takenSchema>>();
  const [refused, setRefused] = useState<Refused>();
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File) => {
    setTooLarge(file.size > LIMIT_BYTES);
    if (file.size > LIMIT_BYTES) return;
    const answer = await callAct('set-up.import', { text: await file.text() }, takenSchema);
    setTaken(answer.ok ? answer.value : undefined);
    setRefused(answer.ok ? undefined : answer.error);
    await onImported();
  };
  return (
    <section class="stack office__narrow">
      <h2>{words(language, 'setUp.handOver')}</h2>
      <p>{words(language, 'setUp.handOver.guide')}</p>
      <p>
        <a href={paperAddress('set-up.export')} download>
          {words(language, 'setUp.export')}
        </a>
      </p>
      {mayImport && (
        <FileField
          label={words(language, 'setUp.import')}
          hint={words(language, 'setUp.import.hint')}
          accept="application/json,.json"
          onFile={(file) => void take(file)}
        />
      )}
      {tooLarge && <Notice state="warn" happened={words(language, 'setUp.tooLarge')} />}
      {taken !== undefined && (
        <Notice
          state="good"
          happened={words(language, 'setUp.imported', { name: taken.from.name })}
          toDo={<code class="set-up__key">{taken.issuer}</code>}
        />
      )}
      <RefusedNotice error={refused} language={language} />
    </section>
  );
}
