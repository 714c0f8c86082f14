import { SET_UP_PARTS, type SetUpPart } from '@bilik/preparation';
import { Button } from '@bilik/ui/button';
import { Field, FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct, paperAddress } from '../call-act.ts';
import { type Refused, RefusedNotice } from './refused.tsx';
import { words } from './set-up-words.ts';

/** One request of the office holds a megabyte; a set-up has some ten kilobytes. */
const LIMIT_BYTES = 800_000;
const changedSchema = z.object({ parts: z.array(z.enum(SET_UP_PARTS)) });

/** The regency's own rules, calendars, checklists and forms as a file: taken out, changed in a text editor, brought back with a reason. */
export function OwnRules(props: {
  readonly language: 'id' | 'en';
  readonly mayChange: boolean;
  readonly onChanged: () => Promise<void>;
}) {
  const { language, mayChange, onChanged } = props;
  const [file, setFile] = useState<File>();
  const [reason, setReason] = useState('');
  const [parts, setParts] = useState<readonly SetUpPart[]>();
  const [refused, setRefused] = useState<Refused>();
  const isTooLarge = file !== undefined && file.size > LIMIT_BYTES;
  const change = async () => {
    if (file === undefined || isTooLarge) return;
    const input = { text: await file.text(), reason: reason.trim() };
    const answer = await callAct('set-up.change', input, changedSchema);
    setParts(answer.ok ? answer.value.parts : undefined);
    setRefused(answer.ok ? undefined : answer.error);
    if (answer.ok) setReason('');
    await onChanged();
  };
  return (
    <section class="stack office__narrow">
      <h2>{words(language, 'setUp.own')}</h2>
      <p>{words(language, 'setUp.own.guide')}</p>
      <p>
        <a href={paperAddress('set-up.plain')} download>
          {words(language, 'setUp.own.take')}
        </a>
      </p>
      {mayChange && (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void change();
          }}
        >
          <FileField
            label={words(language, 'setUp.own.file')}
            accept="application/json,.json"
            onFile={(chosen) => setFile(chosen)}
          />
          <Field
            label={words(language, 'setUp.own.reason')}
            hint={words(language, 'setUp.own.reason.hint')}
            value={reason}
            onInput={setReason}
            maxLength={500}
          />
          {isTooLarge && <Notice state="warn" happened={words(language, 'setUp.tooLarge')} />}
          <Button
            submit
            disabledBecause={
              file === undefined || isTooLarge ? words(language, 'setUp.own.choose') : undefined
            }
          >
            {words(language, 'setUp.own.use')}
          </Button>
        </form>
      )}
      {parts !== undefined && (
        <Notice
          state="good"
          happened={words(language, 'setUp.own.used', {
            parts: parts.map((part) => words(language, `setUp.own.part.${part}`)).join(', '),
          })}
        />
      )}
      <RefusedNotice error={refused} language={language} />
    </section>
  );
}
