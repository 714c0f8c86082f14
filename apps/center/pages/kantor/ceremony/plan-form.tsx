import { Button } from '@bilik/ui/button';
import { ChoiceField, Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { codesSchema, refusalSentence, type SittingList, words } from './ceremony-wire.ts';

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

/** `Latihan Banyuasin 2026 (2)` → `latihan-banyuasin-2026-2`. */
function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
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
  const [name, setName] = useState('');
  const [area, setArea] = useState(props.area);
  const [threshold, setThreshold] = useState('3');
  const [lines, setLines] = useState('');
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [planned, setPlanned] = useState<{
    readonly id: string;
    readonly codes: readonly { member: string; code: string }[];
  }>();
  const election = chosen ?? elections[0]?.id;
  const members = readMembers(lines);
  const plan = async () => {
    setTried(true);
    if (members === undefined || election === undefined || name.trim() === '') return;
    const id = idOf(name);
    const answer = await callAct(
      'ceremony.plan',
      { id, election, area, name: name.trim(), threshold: Number(threshold), members, places: [] },
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
        <dl class="ceremony__codes">
          {planned.codes.map(({ member, code }) => (
            <div key={member}>
              <dt>{members?.find(({ id }) => id === member)?.name}</dt>
              <dd>
                <code class="ceremony__code">{code.match(/.{1,6}/g)?.join(' ')}</code>
              </dd>
            </div>
          ))}
        </dl>
        <Button kind="primary" onPress={() => props.onPlanned(planned.id)}>
          {words(language, 'ceremony.open')}
        </Button>
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
      {elections.length > 1 && (
        <ChoiceField
          label={words(language, 'ceremony.election')}
          value={election ?? null}
          onChoose={setChosen}
          choices={elections.map(({ id, title }) => ({ value: id, label: title[language] }))}
        />
      )}
      <Field
        label={words(language, 'ceremony.name')}
        hint={words(language, 'ceremony.name.hint')}
        value={name}
        onInput={setName}
        maxLength={80}
        error={isTried && name.trim() === '' ? words(language, 'ceremony.name.hint') : undefined}
      />
      <Field
        label={words(language, 'ceremony.area')}
        hint={words(language, 'ceremony.area.hint')}
        value={area}
        onInput={(text) => setArea(text.trim())}
        maxLength={13}
      />
      <Field
        type="number"
        label={words(language, 'ceremony.threshold')}
        hint={words(language, 'ceremony.threshold.hint')}
        value={threshold}
        onInput={setThreshold}
      />
      <Field
        label={words(language, 'ceremony.members')}
        hint={words(language, 'ceremony.members.hint')}
        value={lines}
        onInput={setLines}
        lines={6}
        error={isTried && members === undefined ? words(language, 'ceremony.members.wrong') : undefined}
      />
      <Button kind="primary" submit>
        {words(language, 'ceremony.plan')}
      </Button>
    </form>
  );
}
