import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { AreaField } from '../area-field.tsx';
import { callAct } from '../call-act.ts';
import { ElectionChooser, electionMeant } from '../election-choice.tsx';
import { FieldRows } from '../field-rows.tsx';
import { slugOf } from '../slug-of.ts';
import { codesSchema, refusalSentence, type SittingList, words } from './ceremony-wire.ts';
import { CodeSheets } from './code-sheets.tsx';

/** `Nama; pihak`, one a line. @returns undefined when a line is not so, or fewer than three are there */
function readMembers(text: string) {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const members = lines.flatMap((line, index) => {
    const [name = '', interest = '', ...more] = line.split(';').map((part) => part.trim());
    return name === '' || interest === '' || more.length > 0
      ? []
      : [{ id: `pemegang-${index + 1}`, name, interest }];
  });
  return members.length === lines.length && members.length >= 3 ? members : undefined;
}

/** Plans a ceremony and shows the codes of its notice board, this once. */
export function PlanForm(props: {
  readonly language: 'id' | 'en';
  readonly area: string;
  readonly elections: SittingList['elections'];
  readonly onPlanned: (id: string) => void;
}) {
  const { language, elections } = props;
  const [chosen, setChosen] = useState<string>();
  const [draft, setDraft] = useState({ name: '', area: props.area, threshold: '3', members: '' });
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [planned, setPlanned] = useState<{
    readonly id: string;
    readonly codes: readonly { member: string; code: string }[];
  }>();
  const election = electionMeant(elections, chosen)?.id;
  const name = draft.name.trim();
  const members = readMembers(draft.members);
  const plan = async () => {
    setTried(true);
    if (members === undefined || election === undefined || name === '') return;
    const id = slugOf(name, 60);
    const answer = await callAct(
      'ceremony.plan',
      {
        ...{ id, election, name, members, places: [] },
        ...{ area: draft.area.trim(), threshold: Number(draft.threshold) },
      },
      codesSchema,
    );
    setRefused(answer.ok ? undefined : refusalSentence(language, answer.error));
    if (answer.ok) setPlanned({ id, ...answer.value });
  };
  if (planned !== undefined) {
    return (
      <section class="sheet stack">
        <h2>{words(language, 'ceremony.codes')}</h2>
        <Notice
          state="warn"
          happened={words(language, 'ceremony.codes.once')}
          toDo={words(language, 'ceremony.codes.about')}
        />
        <CodeSheets
          language={language}
          ceremony={name}
          people={planned.codes.flatMap(({ member, code }) => {
            const known = members?.find(({ id }) => id === member);
            return known === undefined ? [] : [{ ...known, code }];
          })}
        />
        <Button onPress={() => props.onPlanned(planned.id)}>{words(language, 'ceremony.open')}</Button>
      </section>
    );
  }
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void plan();
      }}
    >
      <h2>{words(language, 'ceremony.new')}</h2>
      <p>{words(language, 'ceremony.plan.about')}</p>
      {refused !== undefined && <Notice state="bad" happened={refused} />}
      <ElectionChooser {...{ language, election }} offered={elections} onChoose={setChosen} />
      <FieldRows
        draft={draft}
        onDraft={setDraft}
        rows={[
          {
            ...{ name: 'name', label: words(language, 'ceremony.name'), maxLength: 80 },
            hint: words(language, 'ceremony.name.hint'),
            error: isTried && name === '' ? words(language, 'ceremony.name.hint') : undefined,
          },
        ]}
      />
      <AreaField
        label={words(language, 'ceremony.area')}
        hint={words(language, 'ceremony.area.hint')}
        value={draft.area}
        onInput={(area) => setDraft({ ...draft, area })}
      />
      <FieldRows
        draft={draft}
        onDraft={setDraft}
        rows={[
          {
            ...{ name: 'threshold', label: words(language, 'ceremony.threshold'), type: 'number' },
            hint: words(language, 'ceremony.threshold.hint'),
          },
          {
            ...{ name: 'members', label: words(language, 'ceremony.members'), lines: 6 },
            hint: words(language, 'ceremony.members.hint'),
            error: isTried && members === undefined ? words(language, 'ceremony.members.wrong') : undefined,
          },
        ]}
      />
      <Button kind="primary" submit>
        {words(language, 'ceremony.plan')}
      </Button>
    </form>
  );
}
