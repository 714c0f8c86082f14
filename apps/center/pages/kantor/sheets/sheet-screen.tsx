import { fieldsOf, type SheetStep } from '@bilik/tabulation';
import { Button } from '@bilik/ui/button';
import { DataTable } from '@bilik/ui/data-table';
import { FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StateBadge } from '@bilik/ui/state-badge';
import type { Language } from '@bilik/words/language';
import { useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import type { Me } from '../me.ts';
import { PlaceName, useOfficeNames } from '../office-names.tsx';
import { PersonName } from '../person-name.tsx';
import { CodeOfSheet } from './code-of-sheet.tsx';
import { DifferencesScreen } from './differences-screen.tsx';
import { EntryScreen } from './entry-screen.tsx';
import { ExplainForm } from './explain-form.tsx';
import { findingName } from './finding-name.ts';
import { JudgeForm } from './judge-form.tsx';
import { type PhotoHandle, PhotoView } from './photo-view.tsx';
import { Refused } from './refused.tsx';
import { sendSheetPhoto } from './send-sheet-photo.ts';
import { type SheetView, standingSchema, words } from './sheets-wire.ts';
import { STEP_STATES } from './step-states.ts';

export interface SheetScreenProps {
  readonly sheet: SheetView;
  readonly me: Me;
  readonly language: Language;
  /** Loads the sheet again. */
  readonly onChanged: () => Promise<void>;
  /** An entry is stored, and its sheet stands at this step by it: on to the next sheet. */
  readonly onTyped: (step: SheetStep) => Promise<void>;
}

const DONE = [
  'enter',
  'take_back',
  'resolve',
  'discard',
  'look_again',
  'explain',
  'quarantine',
  'clear',
  'correct',
  'withdraw',
] as const;

/** One sheet: whatever this person may do with it now, what is known of it, and how it came to be. */
export function SheetScreen(props: SheetScreenProps) {
  const { sheet, language } = props;
  const [photoRefused, setPhotoRefused] = useState<unknown>();
  return (
    <div class="stack">
      <Refused error={photoRefused} language={language} />
      <p>
        <strong>
          <PlaceName place={sheet.place} />
        </strong>{' '}
        <StateBadge state={STEP_STATES[sheet.step]} word={words(language, `sheets.step.${sheet.step}`)} />
      </p>
      <MainAct
        {...props}
        onPhotoRefused={(error) => {
          setPhotoRefused(error);
          // the field stands below the whole form
          if (error !== undefined) scrollTo(0, 0);
        }}
      />
      {sheet.agreed !== null && <Agreed {...props} />}
      {sheet.step === 'definitive' && <CodeOfSheet sheet={sheet} language={language} />}
      <History {...props} />
    </div>
  );
}

/** @param error undefined: there is none any more */
type OnPhotoRefused = (error: unknown) => void;

function MainAct(props: SheetScreenProps & { readonly onPhotoRefused: OnPhotoRefused }) {
  const { sheet, me, language, onChanged, onTyped, onPhotoRefused } = props;
  const mayWork = me.role !== 'auditor';
  const mayType = mayWork && !sheet.typedByOwnHand && (sheet.part === null || sheet.part === 'typist');
  const isTypable = sheet.step === 'awaited' || sheet.step === 'first_entry';
  const isReader =
    (me.role === 'regency' || me.role === 'sub-district') &&
    sheet.part !== 'typist' &&
    sheet.part !== 'supervisor';
  const mayRead = isReader && !sheet.typedByOwnHand;
  return (
    <>
      {isTypable && sheet.mine !== null && <OwnEntry {...props} />}
      {isTypable && sheet.mine === null && mayType && (
        <EntryScreen
          key={`${sheet.place}/${sheet.version}/${sheet.round}`}
          sheet={sheet}
          language={language}
          onSaved={onTyped}
        />
      )}
      {sheet.step === 'differs' && mayRead && (
        <DifferencesScreen sheet={sheet} language={language} onSaved={onChanged} />
      )}
      {sheet.step === 'differs' && sheet.part === 'typist' && (
        <Notice state="info" happened={words(language, 'sheets.differs.notYours')} />
      )}
      {(isTypable || sheet.step === 'differs') && mayWork && sheet.typedByOwnHand && (
        <Notice state="info" happened={words(language, 'sheets.ownHand')} />
      )}
      {sheet.step === 'warned' && isReader && (
        <ExplainForm sheet={sheet} language={language} onDone={onChanged} />
      )}
      <JudgeForm sheet={sheet} me={me} language={language} onDone={onChanged} />
      {mayWork && isTypable && (
        <AddPhoto {...{ sheet, language }} onAdded={onChanged} onRefused={onPhotoRefused} />
      )}
    </>
  );
}

function OwnEntry({ sheet, language, onChanged }: SheetScreenProps) {
  const [error, setError] = useState<unknown>();
  return (
    <Notice state="info" happened={words(language, 'sheets.entry.mine')}>
      <Refused error={error} language={language} />
      <Button
        kind="quiet"
        onPress={async () => {
          const { election, place } = sheet;
          const answer = await callAct('sheets.take-back', { election, place }, standingSchema);
          setError(answer.ok ? undefined : answer.error);
          await onChanged();
        }}
      >
        {words(language, 'sheets.entry.takeBack')}
      </Button>
    </Notice>
  );
}

function AddPhoto(props: {
  readonly sheet: SheetView;
  readonly language: Language;
  readonly onAdded: () => Promise<void>;
  readonly onRefused: OnPhotoRefused;
}) {
  const { sheet, language, onAdded, onRefused } = props;
  const [isAdded, setAdded] = useState(false);
  const count = sheet.photos.filter(({ version }) => version === sheet.version).length;
  const add = async (file: File) => {
    setAdded(false);
    const sent = await sendSheetPhoto(file);
    if (typeof sent === 'string') {
      onRefused({ type: 'refused', refusal: { type: sent } });
      return;
    }
    const { sha256 } = sent;
    const { election, place } = sheet;
    const answer = await callAct(
      'sheets.add-photo',
      { election, place, sha256 },
      z.object({ photos: z.number() }),
    );
    onRefused(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    await onAdded();
    setAdded(true);
  };
  return (
    <section class="sheet stack">
      <FileField
        label={words(language, 'sheets.photo.add')}
        hint={words(language, 'sheets.photo.add.hint')}
        accept="image/*"
        onFile={(file) => void add(file)}
      />
      {isAdded && <Notice state="good" happened={words(language, 'sheets.photo.added', { count })} />}
    </section>
  );
}

function Agreed({ sheet, language }: SheetScreenProps) {
  const photo = useRef<PhotoHandle>(null);
  return (
    <div class="sheet-beside">
      <PhotoView sheet={sheet} language={language} handle={photo} />
      <div class="stack">
        <DataTable
          caption={words(language, 'sheets.findings')}
          columns={[
            {
              key: 'code',
              header: words(language, 'sheets.rule'),
              cell: (finding) => findingName(sheet, finding, language),
            },
            {
              key: 'what',
              header: words(language, 'sheets.line'),
              cell: ({ what, todo }) => (
                <>
                  {what[language]} <span class="small">{todo[language]}</span>
                </>
              ),
            },
            {
              key: 'calculation',
              header: words(language, 'sheets.calculation'),
              cell: ({ calculation }) => calculation[language],
            },
          ]}
          rows={sheet.findings}
          keyOf={({ code, contest, calculation }) => `${code}${contest}${calculation.id}`}
          empty={words(language, 'sheets.findings.none')}
          asLines
        />
        <DataTable
          caption={words(language, 'sheets.agreed')}
          columns={[
            { key: 'number', header: words(language, 'sheets.number'), cell: ({ number }) => number },
            {
              key: 'line',
              header: words(language, 'sheets.line'),
              // a section of one line is called as its line
              cell: ({ section, label }) =>
                section.id === label.id ? label[language] : `${section[language]}: ${label[language]}`,
            },
            {
              key: 'figure',
              header: words(language, 'sheets.figure'),
              cell: ({ key }) => sheet.agreed?.[key] ?? words(language, 'sheets.figure.missing'),
              numeric: true,
            },
          ]}
          rows={fieldsOf(sheet.form)}
          keyOf={({ key }) => key}
        />
      </div>
    </div>
  );
}

function History({ sheet, language }: SheetScreenProps) {
  const { momentText } = useOfficeNames();
  if (sheet.acts.length === 0) return null;
  const doneWord = (act: string) => {
    const known = DONE.find((name) => name === act);
    return known === undefined ? act : words(language, `sheets.done.${known}`);
  };
  return (
    <DataTable
      caption={words(language, 'sheets.acts')}
      columns={[
        {
          key: 'at',
          header: words(language, 'sheets.acts.at'),
          cell: ({ at }) => momentText(at),
        },
        {
          key: 'by',
          header: words(language, 'sheets.acts.by'),
          cell: ({ person }) => <PersonName person={person} />,
        },
        { key: 'act', header: words(language, 'sheets.acts.act'), cell: ({ act }) => doneWord(act) },
        {
          key: 'version',
          header: words(language, 'sheets.version'),
          cell: ({ version }) => version,
          numeric: true,
        },
        { key: 'reason', header: words(language, 'sheets.reason'), cell: ({ reason }) => reason ?? '–' },
      ]}
      rows={sheet.acts}
      keyOf={({ at, act, version }) => `${at}${act}${version}`}
      asLines
    />
  );
}
