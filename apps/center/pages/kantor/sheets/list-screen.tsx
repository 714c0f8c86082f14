import { type SheetStep, sheetStepSchema } from '@bilik/tabulation';
import { Button, ButtonRow } from '@bilik/ui/button';
import { Figure, Figures } from '@bilik/ui/figure';
import { Notice } from '@bilik/ui/notice';
import { SearchedTable } from '@bilik/ui/searched-table';
import { StateBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import type { Me } from '../me.ts';
import { PlaceName } from '../office-names.tsx';
import { addressOf } from '../office-page.tsx';
import { listSchema, nextSchema, type SheetList, words } from './sheets-wire.ts';
import { STEP_STATES } from './step-states.ts';
import { SwitchForm } from './switch-form.tsx';

/** How far the sheets of an area are, and the next one to type. Counters add up to all that are expected. */
export function ListScreen(props: {
  readonly election: string;
  readonly me: Me;
  readonly language: Language;
  readonly goTo: (...path: readonly string[]) => void;
}) {
  const { election, me, language, goTo } = props;
  const [step, setStep] = useState<SheetStep>();
  const [list, setList] = useState<SheetList>();
  const [isNoneLeft, setNoneLeft] = useState(false);
  const [switched, setSwitched] = useState(0);
  useEffect(() => {
    const input = { election, ...(step === undefined ? {} : { step }) };
    void callAct('sheets.list', input, listSchema).then((answer) => {
      if (answer.ok) setList(answer.value);
    });
  }, [election, step, switched]);
  const typeNext = async () => {
    const answer = await callAct('sheets.next', { election }, nextSchema);
    if (answer.ok && answer.value.place !== null) goTo(election, answer.value.place);
    else setNoneLeft(answer.ok);
  };
  if (list === undefined) return null;
  const counted = (one: SheetStep) => list.bySteps[one] ?? 0;
  const total = step === undefined ? list.expected : counted(step);
  return (
    <div class="stack">
      {(me.role === 'regency' || me.role === 'sub-district') && (
        <ButtonRow>
          <Button kind="primary" size="large" onPress={typeNext}>
            {words(language, 'sheets.next')}
          </Button>
        </ButtonRow>
      )}
      {isNoneLeft && (
        <Notice
          state="info"
          happened={words(language, 'sheets.next.none')}
          toDo={words(language, 'sheets.next.none.toDo')}
        />
      )}
      <Figures>
        <Figure label={words(language, 'sheets.expected')} value={list.expected} />
        {sheetStepSchema.options.map((one) => (
          <Figure key={one} label={words(language, `sheets.step.${one}`)} value={counted(one)} />
        ))}
      </Figures>
      <ButtonRow>
        <Button kind="quiet" onPress={() => setStep(undefined)}>
          {words(language, 'sheets.all')}
        </Button>
        {sheetStepSchema.options
          .filter((one) => counted(one) > 0)
          .map((one) => (
            <Button key={one} kind="quiet" onPress={() => setStep(one)}>
              {words(language, `sheets.step.${one}`)}
            </Button>
          ))}
      </ButtonRow>
      {list.lines.length < total && (
        <p class="soft">{words(language, 'sheets.list.cut', { shown: list.lines.length, total })}</p>
      )}
      <SearchedTable
        caption={`${words(language, 'sheets.list')}${step === undefined ? '' : ` · ${words(language, `sheets.step.${step}`)}`}`}
        columns={[
          {
            key: 'place',
            header: words(language, 'sheets.place'),
            cell: ({ place }) => (
              <a href={addressOf(['lembar', election, place])}>
                <PlaceName place={place} />
              </a>
            ),
          },
          {
            key: 'step',
            header: words(language, 'sheets.state'),
            cell: (line) => (
              <StateBadge state={STEP_STATES[line.step]} word={words(language, `sheets.step.${line.step}`)} />
            ),
          },
          {
            key: 'photos',
            header: words(language, 'sheets.photos'),
            cell: ({ photos }) => photos,
            numeric: true,
          },
          {
            key: 'version',
            header: words(language, 'sheets.version'),
            cell: ({ version }) => version,
            numeric: true,
          },
          {
            key: 'counts',
            header: words(language, 'sheets.counts'),
            cell: ({ counts }) => words(language, counts ? 'sheets.counts.yes' : 'sheets.counts.no'),
          },
        ]}
        rows={list.lines}
        keyOf={({ place }) => place}
        searchOf={({ place, village }) => `${place} ${village}`}
        empty={words(language, 'sheets.list.empty')}
        asLines
      />
      <SwitchForm {...{ election, me, language }} onSwitched={() => setSwitched(switched + 1)} />
    </div>
  );
}
