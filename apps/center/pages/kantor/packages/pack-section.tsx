import { Button } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { callAct, paperAddress } from '../call-act.ts';
import { nothing } from '../me.ts';
import type { PlacePart } from './issue-section.tsx';
import { words } from './packages-wire.ts';

/** Packs of the version in force: counted and sealed one by one, handed over together. */
export function PackSection({
  name,
  view,
  language,
  mayKeep,
  onDone,
}: PlacePart & { readonly mayKeep: boolean }) {
  const next = view.packs.find(({ seal }) => seal === null);
  const handedTo = view.packs[0]?.handedTo ?? null;
  const [counted, setCounted] = useState('');
  const [seal, setSeal] = useState('');
  const [to, setTo] = useState('');
  const sealPack = async () => {
    if (next === undefined) return;
    const input = { ...name, number: next.number, counted: Number(counted), seal: seal.trim() };
    const answer = await callAct('packages.seal', input, nothing);
    if (answer.ok) {
      setCounted('');
      setSeal('');
    }
    await onDone(answer.ok ? undefined : answer.error);
  };
  const handOver = async () => {
    const answer = await callAct('packages.hand-over', { ...name, to: to.trim() }, nothing);
    await onDone(answer.ok ? undefined : answer.error);
  };
  return (
    <section class="sheet stack">
      <DataTable
        caption={words(language, 'packages.seals')}
        columns={[
          { key: 'number', header: words(language, 'packages.pack'), cell: ({ number }) => String(number) },
          {
            key: 'cards',
            header: words(language, 'packages.pack.cards'),
            cell: ({ cards }) => cards,
            numeric: true,
          },
          {
            key: 'seal',
            header: words(language, 'packages.pack.seal'),
            cell: (pack) => pack.seal ?? words(language, 'packages.pack.open'),
          },
        ]}
        rows={view.packs}
        keyOf={({ number }) => String(number)}
      />
      {handedTo !== null && (
        <Notice state="good" happened={words(language, 'packages.handedOver', { name: handedTo })}>
          <a href={paperAddress('packages.hand-over-paper', name)} target="_blank" rel="noreferrer">
            {words(language, 'packages.handOverPaper')}
          </a>
        </Notice>
      )}
      {mayKeep && next !== undefined && (
        <form
          class="office__narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void sealPack();
          }}
        >
          <h3>
            {words(language, 'packages.seal.number')} {next.number}
          </h3>
          <Field
            type="number"
            label={words(language, 'packages.seal.counted')}
            value={counted}
            onInput={setCounted}
          />
          <Field
            label={words(language, 'packages.seal.seal')}
            value={seal}
            onInput={setSeal}
            maxLength={40}
          />
          <Button submit>{words(language, 'packages.seal')}</Button>
        </form>
      )}
      {mayKeep && next === undefined && handedTo === null && (
        <form
          class="office__narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void handOver();
          }}
        >
          <Field label={words(language, 'packages.handOver.to')} value={to} onInput={setTo} maxLength={100} />
          <Button submit>{words(language, 'packages.handOver')}</Button>
        </form>
      )}
    </section>
  );
}
