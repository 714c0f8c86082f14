import { type CallError, explainCall } from '@bilik/ui/call';
import { Notice } from '@bilik/ui/notice';
import * as z from 'zod/mini';
import { withDays } from '../civil-day.ts';
import { officeWords } from '../office-words.ts';

const sentenceSchema = z.object({ id: z.string(), en: z.string() });
const refusalSchema = z.object({
  sentence: sentenceSchema,
  problems: z.optional(z.array(z.object({ path: z.string(), sentence: sentenceSchema }))),
});

/** Why an act was not done. */
export type Refused = CallError<{ readonly type: string; readonly [key: string]: unknown }>;

/** Says it: what the office's refusals say themselves, in the language of the screen. */
export function RefusedNotice({
  error,
  language,
}: {
  readonly error: Refused | undefined;
  readonly language: 'id' | 'en';
}) {
  if (error === undefined) return null;
  if (error.type !== 'refused')
    return <Notice state="bad" happened={officeWords(language, explainCall(error))} />;
  const refusal = refusalSchema.safeParse(error.refusal);
  if (!refusal.success) return <Notice state="bad" happened={error.refusal.type} />;
  const { sentence, problems = [] } = refusal.data;
  return (
    <Notice state="warn" happened={withDays(language, sentence[language])}>
      {problems.length > 0 && (
        <ul>
          {problems.slice(0, 20).map(({ path, sentence: one }) => (
            <li key={`${path} ${one.en}`}>
              {path !== '' && (
                <>
                  <code>{path}</code>:{' '}
                </>
              )}
              {withDays(language, one[language])}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
