import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words';
import { CallNotice } from '../common/call-notice.tsx';
import type { SetupError } from './setup-answers.ts';

/** Why the station did not take a package. */
export function RefusedNotice(props: { readonly error: SetupError; readonly language: Language }) {
  const { error, language } = props;
  if (error.type !== 'refused') return <CallNotice error={error} />;
  const { happened, notHappened, toDo } = error.refusal.sentences[language];
  return <Notice state="bad" happened={happened} notHappened={notHappened} toDo={toDo} />;
}
