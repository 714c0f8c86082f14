import { SHEET_TRANSITIONS, type SheetStep } from '@bilik/tabulation';
import { FileField } from '@bilik/ui/field';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import type { ActName } from '../../../src/accounts/acts.ts';
import { callAct } from '../call-act.ts';
import type { Me } from '../me.ts';
import { ReasonedAct } from '../reasoned-act.tsx';
import { Refused } from './refused.tsx';
import { sendSheetPhoto } from './send-sheet-photo.ts';
import { type SheetView, standingSchema, words } from './sheets-wire.ts';

/** Acts with a reason that may follow from each step, for a checker and for the regency's supervisor. */
const JUDGEMENTS = {
  awaited: [],
  first_entry: ['discard'],
  differs: ['discard', 'quarantine'],
  faulty: ['look-again', 'discard', 'quarantine', 'correct'],
  quarantined: ['clear', 'discard', 'look-again', 'correct'],
  warned: ['look-again', 'discard', 'quarantine'],
  definitive: ['correct', 'withdraw'],
  withdrawn: ['correct'],
} as const;
type Judgement = (typeof JUDGEMENTS)[keyof typeof JUDGEMENTS][number];

/** What only the regency does. */
const OF_SUPERVISOR: readonly Judgement[] = ['clear', 'correct', 'withdraw'];

/** What a step most often wants, where nothing else on the screen is the next thing to do. */
const MAIN: Readonly<Partial<Record<SheetStep, Judgement>>> = {
  faulty: 'discard',
  quarantined: 'clear',
  withdrawn: 'correct',
};
/** Whose reasons the public reads. */
const PUBLISHED: readonly Judgement[] = ['correct', 'withdraw'];

/** What may be decided on a sheet now, each act with a reason of its own; a correction with the photo of the corrected sheet. */
export function JudgeForm(props: {
  readonly sheet: SheetView;
  readonly me: Me;
  readonly language: Language;
  readonly onDone: () => Promise<void>;
}) {
  const { sheet, me, language, onDone } = props;
  const [photo, setPhoto] = useState<File>();
  const [error, setError] = useState<unknown>();
  const part = (judgement: Judgement) => (OF_SUPERVISOR.includes(judgement) ? 'supervisor' : 'checker');
  const possible = JUDGEMENTS[sheet.step].filter(
    (judgement) =>
      (me.role === 'regency' || (me.role === 'sub-district' && !OF_SUPERVISOR.includes(judgement))) &&
      // a correction begins a version with people of its own
      (judgement === 'correct' || sheet.part === null || sheet.part === part(judgement)),
  );
  if (possible.length === 0) return null;
  const { election, place } = sheet;
  const judge = async (judgement: Judgement, reason: string) => {
    const act: ActName = `sheets.${judgement}`;
    const input = judgement === 'look-again' ? { election, place } : { election, place, reason };
    if (judgement === 'correct') {
      const sent = photo === undefined ? 'photo-not-chosen' : await sendSheetPhoto(photo);
      if (typeof sent === 'string') {
        setError({ type: 'refused', refusal: { type: sent } });
        return false;
      }
      Object.assign(input, { evidence: sent.sha256, chosen: sent.chosen });
    }
    const answer = await callAct(act, input, standingSchema);
    setError(answer.ok ? undefined : answer.error);
    if (answer.ok) await onDone();
    return answer.ok;
  };
  const main = MAIN[sheet.step];
  return (
    <section class="sheet stack">
      <h2>{words(language, 'sheets.judge')}</h2>
      <Refused error={error} language={language} />
      {possible
        .toSorted((left, right) => Number(right === main) - Number(left === main))
        .map((judgement) => (
          <ReasonedAct
            key={judgement}
            title={words(language, `sheets.act.${judgement}`)}
            explained={
              SHEET_TRANSITIONS.find(({ act }) => act === judgement.replace('-', '_'))?.meaning[language]
            }
            reason={
              judgement === 'look-again'
                ? undefined
                : {
                    label: words(language, 'sheets.reason.of', {
                      act: words(language, `sheets.act.${judgement}`),
                    }),
                    hint: words(
                      language,
                      PUBLISHED.includes(judgement) ? 'sheets.reason.hint.public' : 'sheets.reason.hint',
                    ),
                  }
            }
            kind={
              judgement === main
                ? 'primary'
                : judgement === 'withdraw' || judgement === 'discard'
                  ? 'bad'
                  : 'plain'
            }
            isOpen={judgement === main}
            onAct={(reason) => judge(judgement, reason)}
          >
            {judgement === 'correct' && (
              <FileField label={words(language, 'sheets.correct.photo')} accept="image/*" onFile={setPhoto} />
            )}
          </ReasonedAct>
        ))}
    </section>
  );
}
