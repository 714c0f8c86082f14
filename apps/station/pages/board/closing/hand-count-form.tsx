import { peopleOfAct } from '@bilik/election/people-of-act';
import { useAnnounce } from '@bilik/ui/announcer';
import { Button } from '@bilik/ui/button';
import { Field, TickField } from '@bilik/ui/field';
import type { ProvedPerson } from '@bilik/ui/pin-entry';
import { useState } from 'preact/hooks';
import { writeHandCount } from '../act/board-commands.ts';
import { chosenOf, PeopleChoice } from '../act/people-choice.tsx';
import { PinDialog } from '../act/pin-dialog.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { HandCount } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { optionName } from '../option-name.ts';
import { handSums } from '../result/judge-sums.ts';
import { SumsTable } from '../result/sums-table.tsx';
import type { ViewProps } from '../today/today-view.tsx';
import { readCount } from './count-text.ts';
import { HandCountVersions } from './hand-count-versions.tsx';
import {
  type HandDraft,
  openHandDraft,
  PAPER_IN_BOX,
  paperKey,
  readHandDraft,
  slipKey,
  sumOfPaper,
  sumOfSlips,
  typedIn,
} from './hand-draft.ts';
import { OvertakenNotice } from './overtaken-notice.tsx';
import { SavedLine } from './saved-line.tsx';
import { TypedSum } from './typed-sum.tsx';
import { useVersionedDraft } from './versioned-draft.ts';
import { isAfterClosing } from './way-to-seal.ts';

/** Cards and slips, counted by hand by two people, each figure typed from the paper. */
export function HandCountForm({ view, onDone }: ViewProps) {
  const { state } = view;
  const say = useBoardWords();
  const announce = useAnnounce();
  const act = useAct(onDone);
  const versions = state.handCountVersions.length;
  const form = useVersionedDraft(versions, () => openHandDraft(state.handCount));
  const { draft } = form;
  const [isChecked, setChecked] = useState(false);
  const [isSaved, setSaved] = useState(false);
  /** What two people save now, and on top of which version. */
  const [proving, setProving] = useState<{ readonly count: HandCount; readonly basedOn: number } | null>(
    null,
  );
  const isResult = state.phase !== 'closed' && view.minutes.resultSource === 'slip-count';
  const isFixed = state.phase === 'sealed' || isResult;
  const read = readHandDraft(draft, state, say);
  const errors = isChecked ? read.errors : {};
  const change = (next: Partial<HandDraft>) => {
    form.change(next);
    setSaved(false);
  };
  const figure = (key: string, label: string, hint?: string) => (
    <Field
      key={key}
      label={label}
      hint={hint}
      value={typedIn(draft, key)}
      inputMode="numeric"
      maxLength={6}
      readOnly={isFixed}
      onInput={(text) => change({ figures: { ...draft.figures, [key]: text } })}
      error={errors[key]}
    />
  );
  const typedSum = (sum: number, inBox: string) => (
    <TypedSum sentence={say('board.hands.sum', { sum })} sum={sum} whole={readCount(typedIn(draft, inBox))} />
  );
  const save = (basedOn: number) => {
    setChecked(true);
    const { count } = read;
    if (count === null) return announce(say('board.form.problems'));
    act.forget();
    setProving({ count, basedOn });
  };
  const send = async (
    { count, basedOn }: NonNullable<typeof proving>,
    confirmations: readonly ProvedPerson[],
  ) => {
    const { countedBy: _proved, ...figures } = count;
    const result = await writeHandCount({ basedOn, count: figures, confirmations });
    if (result.ok) {
      form.change({ reason: '' });
      form.saved(result.value.versions);
    }
    return result;
  };

  if (!isAfterClosing(state.phase)) return <p class="soft">{say('board.hands.notYet')}</p>;
  return (
    <>
      <p>{say('board.hands.means')}</p>
      <HandCountVersions state={state} />
      <fieldset>
        <legend class="legend">{say('board.hands.cards')}</legend>
        <div class="columns columns--figures columns--hinted">
          {figure('cardsLeft', say('board.hands.cardsLeft'), say('board.hands.cardsLeft.hint'))}
          {figure('cardsReturned', say('board.hands.cardsReturned'), say('board.hands.cardsReturned.hint'))}
        </div>
      </fieldset>
      <fieldset class="stack stack--tight" disabled={isFixed}>
        <legend class="legend">{say('board.hands.box')}</legend>
        {!isFixed && <p>{say('board.hands.stir')}</p>}
        <TickField ticked={draft.isBoxSealed} onTick={(isBoxSealed) => change({ isBoxSealed })}>
          {say('board.hands.later')}
        </TickField>
        {!draft.isBoxSealed && (
          <>
            <div class="columns columns--figures columns--hinted">
              {figure('inBox', say('board.hands.inBox'), say('board.hands.inBox.hint'))}
            </div>
            {state.contests.map((contest) => (
              <div class="stack stack--tight" key={contest.id}>
                <div class="columns columns--figures">
                  {contest.options.map((option) =>
                    figure(slipKey(contest.id, option.key), optionName(option, say)),
                  )}
                </div>
                {typedSum(sumOfSlips(draft, contest), 'inBox')}
              </div>
            ))}
          </>
        )}
      </fieldset>
      {state.mobileGroupLeft && !draft.isBoxSealed && (
        <fieldset class="stack stack--tight" disabled={isFixed}>
          <legend class="legend">{say('board.hands.paper')}</legend>
          <div class="columns columns--figures">{figure(PAPER_IN_BOX, say('board.hands.paperInBox'))}</div>
          {state.contests.map((contest) => (
            <div class="stack stack--tight" key={contest.id}>
              <div class="columns columns--figures">
                {contest.options.map((option) =>
                  figure(paperKey(contest.id, option.key), optionName(option, say)),
                )}
                {figure(paperKey(contest.id, 'invalid'), say('board.hands.paperInvalid'))}
              </div>
              {typedSum(sumOfPaper(draft, contest), PAPER_IN_BOX)}
            </div>
          ))}
        </fieldset>
      )}
      <PeopleChoice
        label={say('board.hands.countedBy')}
        people={peopleOfAct('count_by_hand', state.people).mayConfirm}
        chosen={draft.countedBy}
        onChoose={(countedBy) => change({ countedBy })}
        error={errors['countedBy']}
        isReadOnly={isFixed}
      />
      {state.handCount !== null && !isFixed && (
        <Field
          label={say('board.hands.reason')}
          hint={say('board.hands.reason.hint')}
          value={draft.reason}
          maxLength={300}
          onInput={(reason) => change({ reason })}
          error={errors['reason']}
        />
      )}
      {isResult && <p class="soft">{say('board.refused.hand-count-is-result')}</p>}
      {form.isOvertaken && !act.isRunning && (
        <OvertakenNotice
          onSaveMine={() => save(versions)}
          onTakeTheirs={() => {
            form.takeTheirs();
            act.forget();
          }}
        />
      )}
      {!isFixed && !form.isOvertaken && (
        <div class="row">
          <Button
            kind={state.handCount === null ? 'primary' : 'plain'}
            size="large"
            onPress={() => save(form.basedOn)}
          >
            {say('board.hands.save')}
          </Button>
          {isSaved && <SavedLine />}
        </div>
      )}
      {proving === null && (
        <ActNotice problem={form.isOvertaken ? null : act.problem} people={state.people} />
      )}
      {proving !== null && (
        <PinDialog
          open
          title={say('board.hands.save')}
          signers={chosenOf(state.people, proving.count.countedBy)}
          people={state.people}
          act={act}
          send={(confirmations) => send(proving, confirmations)}
          onSent={(isDone) => {
            setProving(null);
            if (!isDone) return;
            setSaved(true);
            announce(say('board.form.saved'));
          }}
          onCancel={() => setProving(null)}
        />
      )}
      {state.handCount !== null && (
        <SumsTable
          caption={say('board.hands.sums')}
          sums={handSums(view.minutes)}
          contests={state.contests}
        />
      )}
    </>
  );
}
