import { useAnnounce } from '@bilik/ui/announcer';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { optionName } from '../option-name.ts';
import { TestAct } from './test-act.tsx';
import { readTestSlips, slipFields } from './test-slips.ts';

/** Test slips counted by hand, booth by booth, before anything is opened; then the end of the test. */
export function TestSlipsForm({
  state,
  onDone,
}: {
  readonly state: BoardAnswer;
  readonly onDone: () => void;
}) {
  const say = useBoardWords();
  const announce = useAnnounce();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isChecked, setChecked] = useState(false);
  const fields = slipFields(state);
  const read = readTestSlips(fields, typed, say);
  const errors = isChecked ? read.errors : {};
  const booths = Array.from({ length: state.booths }, (_, index) => index + 1);
  return (
    <>
      {booths.map((booth) => (
        <fieldset key={booth}>
          <legend class="legend">{say('logicTest.slips', { booth })}</legend>
          <div class="columns columns--figures">
            {fields
              .filter((field) => field.booth === booth)
              .map(({ name, option }) => (
                <Field
                  key={name}
                  label={optionName(option, say)}
                  value={typed[name] ?? ''}
                  inputMode="numeric"
                  maxLength={4}
                  onInput={(text) => setTyped({ ...typed, [name]: text })}
                  error={errors[name]}
                />
              ))}
          </div>
        </fieldset>
      ))}
      <p class="soft">{say('logicTest.end.means')}</p>
      <TestAct
        act={{ act: 'end', slips: read.slips ?? [] }}
        state={state}
        onDone={onDone}
        isReady={() => {
          setChecked(true);
          if (read.slips === null) announce(say('board.form.problems'));
          return read.slips !== null;
        }}
        warning={<UnusedCards logicTest={state.logicTest} />}
      />
    </>
  );
}

/** Before it ends: which booths have test cards left. */
function UnusedCards({ logicTest: { casts, script } }: Pick<BoardAnswer, 'logicTest'>) {
  const say = useBoardWords();
  const short = casts.filter((booth) => booth.casts < script);
  if (short.length === 0) return null;
  return (
    <Notice
      state="warn"
      happened={say('logicTest.end.unused')}
      notHappened={short
        .map(({ booth, casts: used }) => say('logicTest.unused.booth', { booth, used, script }))
        .join(' ')}
      toDo={say('logicTest.end.unused.means')}
    />
  );
}
