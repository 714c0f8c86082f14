import { Button } from '@bilik/ui/button';
import { ChoiceField, Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { day } from '../civil-day.ts';
import { FieldRows } from '../field-rows.tsx';
import { slugOf } from '../slug-of.ts';
import { type ContestDraft, ContestsFields, contestOfDraft, NO_CONTEST } from './contests-fields.tsx';
import type { SetUp } from './elections.tsx';
import { type Refused, RefusedNotice } from './refused.tsx';
import { words } from './set-up-words.ts';
import { VillagePicker } from './village-picker.tsx';

const ZONES = ['WIB', 'WITA', 'WIT'] as const;
interface Hours {
  readonly opens: string;
  readonly closes: string;
}
/** Of an election whose rules are not here. */
const USUAL_HOURS: Hours = { opens: '07:00', closes: '13:00' };
const madeSchema = z.object({ election: z.string() });

/** A new event: who holds it, its name, first voting day, law or contests, and the villages that vote on that day. */
export function MakeEventForm(props: {
  readonly setUp: SetUp;
  readonly language: 'id' | 'en';
  readonly onMade: (election: string) => Promise<void>;
}) {
  const { setUp, language, onMade } = props;
  const { rulePacks } = setUp.content;
  const [title, setTitle] = useState({ id: '', en: '' });
  const [id, setId] = useState<string>();
  const [date, setDate] = useState({ date: '' });
  const [typedHours, setTypedHours] = useState<Hours>();
  const [zone, setZone] = useState<(typeof ZONES)[number]>('WIB');
  const [by, setBy] = useState<'regency' | 'others'>('regency');
  const [body, setBody] = useState('');
  const [contests, setContests] = useState<readonly ContestDraft[]>([NO_CONTEST]);
  const [pack, setPack] = useState('0');
  const [villages, setVillages] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Refused>();
  // the hours of the law, until somebody types others
  const ofRules = rulePacks[Number(pack)]?.settings.hours.value ?? USUAL_HOURS;
  const hours = typedHours ?? (by === 'regency' ? ofRules : USUAL_HOURS);
  const isOther = by === 'regency' && (hours.opens !== ofRules.opens || hours.closes !== ofRules.closes);
  const make = async () => {
    const voting = { ...date, ...hours };
    const rulePack = rulePacks[Number(pack)];
    const fingerprint = setUp.rulePackFingerprints[Number(pack)];
    const event = {
      ...{ id: id ?? slugOf(title.id), title: { id: title.id.trim(), en: title.en.trim() } },
      conduct:
        by === 'regency'
          ? { by, rulePack: { id: rulePack?.id, version: rulePack?.version, fingerprint } }
          : { by, body: body.trim(), contests: contests.map(contestOfDraft) },
      waves: [{ number: 1, voting: { ...voting, zone }, villages: [...villages].sort() }],
    };
    const answer = await callAct('set-up.make-event', event, madeSchema);
    setRefused(answer.ok ? undefined : answer.error);
    if (answer.ok) await onMade(answer.value.election);
  };
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2>{words(language, 'setUp.event.make')}</h2>
      <p>{words(language, 'setUp.event.guide')}</p>
      <ChoiceField
        label={words(language, 'setUp.event.by')}
        value={by}
        onChoose={(chosen) => {
          setBy(chosen);
          // whom the other kind does not offer is not sent unseen
          setVillages(new Set());
        }}
        choices={(['regency', 'others'] as const).map((value) => ({
          ...{ value, label: words(language, `setUp.event.by.${value}`) },
          hint: words(language, `setUp.event.by.${value}.hint`),
        }))}
      />
      <FieldRows
        draft={title}
        onDraft={setTitle}
        rows={(['id', 'en'] as const).map((name) => ({
          ...{ name, label: words(language, `setUp.event.title.${name}`), maxLength: 200 },
        }))}
      />
      <Field
        label={words(language, 'setUp.event.id')}
        hint={words(language, 'setUp.event.id.hint')}
        value={id ?? slugOf(title.id)}
        onInput={setId}
        maxLength={40}
      />
      <FieldRows
        draft={date}
        onDraft={setDate}
        rows={[{ name: 'date', label: words(language, 'setUp.event.date'), type: 'date' }]}
      />
      <FieldRows
        draft={hours}
        onDraft={setTypedHours}
        rows={(['opens', 'closes'] as const).map((name) => ({
          ...{ name, label: words(language, `setUp.event.${name}`), maxLength: 5 },
          hint: words(language, 'setUp.event.hour.hint'),
        }))}
      />
      {isOther && (
        <Notice
          state="warn"
          happened={words(language, 'setUp.event.hours.differ', {
            rules: `${ofRules.opens}–${ofRules.closes}`,
          })}
        />
      )}
      <ChoiceField
        label={words(language, 'setUp.event.zone')}
        value={zone}
        onChoose={setZone}
        choices={ZONES.map((value) => ({ value, label: value }))}
      />
      {by === 'regency' ? (
        <ChoiceField
          label={words(language, 'setUp.event.rules')}
          value={pack}
          onChoose={setPack}
          choices={rulePacks.map(({ name, id: packId, version, validFrom, validUntil }, index) => ({
            value: String(index),
            label: `${name[language]} (${packId} ${version})`,
            hint: words(language, 'setUp.rules.valid', {
              from: day(language, validFrom),
              until: validUntil === null ? words(language, 'setUp.rules.open') : day(language, validUntil),
            }),
          }))}
        />
      ) : (
        <>
          <Field
            label={words(language, 'setUp.event.body')}
            hint={words(language, 'setUp.event.body.hint')}
            value={body}
            onInput={setBody}
            maxLength={120}
          />
          <ContestsFields drafts={contests} onDrafts={setContests} language={language} />
        </>
      )}
      <VillagePicker
        withKelurahan={by === 'others'}
        picked={villages}
        onPick={setVillages}
        language={language}
      />
      <RefusedNotice error={refused} language={language} />
      <Button kind="primary" submit>
        {words(language, 'setUp.event.make')}
      </Button>
    </form>
  );
}
