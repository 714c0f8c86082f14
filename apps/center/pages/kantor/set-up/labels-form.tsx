import { Button } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { nothing } from '../me.ts';
import type { Labels } from './elections.tsx';
import { type Refused, RefusedNotice } from './refused.tsx';
import { words } from './set-up-words.ts';

const LABELS = ['head', 'village', 'hamlet', 'council', 'election'] as const satisfies (keyof Labels)[];
const SIDES = ['id', 'en'] as const;

/** What the regency calls things: `kepala desa` here, `wali nagari` elsewhere. */
export function LabelsForm(props: {
  readonly labels: Labels;
  readonly language: 'id' | 'en';
  readonly onSaved: () => Promise<void>;
}) {
  const { language, onSaved } = props;
  const [labels, setLabels] = useState(props.labels);
  const [isSaved, setIsSaved] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  return (
    <form
      class="stack"
      onSubmit={async (event) => {
        event.preventDefault();
        const answer = await callAct('set-up.set-labels', { labels }, nothing);
        setRefused(answer.ok ? undefined : answer.error);
        setIsSaved(answer.ok);
        if (answer.ok) await onSaved();
      }}
    >
      <h2>{words(language, 'setUp.labels')}</h2>
      <p>{words(language, 'setUp.labels.guide')}</p>
      {LABELS.map((name) => (
        <div key={name} class="set-up__pair">
          {SIDES.map((side) => (
            <Field
              key={side}
              label={`${words(language, `setUp.label.${name}`)} (${words(language, `setUp.label.in.${side}`)})`}
              value={labels[name][side]}
              onInput={(text) => setLabels({ ...labels, [name]: { ...labels[name], [side]: text } })}
              maxLength={60}
            />
          ))}
        </div>
      ))}
      {isSaved && <Notice state="good" happened={words(language, 'setUp.labels.saved')} />}
      <RefusedNotice error={refused} language={language} />
      <Button submit>{words(language, 'setUp.labels.save')}</Button>
    </form>
  );
}
