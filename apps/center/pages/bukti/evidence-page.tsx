import { Button } from '@bilik/ui/button';
import { type CallError, callApi, explainCall } from '@bilik/ui/call';
import { ChoiceField, Field, FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import { evidence } from '@bilik/words/catalogue/center/evidence';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import type { Language } from '@bilik/words/language';
import { phrasesOf } from '@bilik/words/phrases';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { toBase64 } from '../common/base64.ts';
import { shrinkPhoto } from '../common/shrink-photo.ts';
import { PlaceChoice } from './place-choice.tsx';

const words = /* @__PURE__ */ phrasesOf(common, parts, evidence);
const electionsSchema = z.array(
  z.object({ id: z.string(), title: z.object({ id: z.string(), en: z.string() }) }),
);
const villagesSchema = z.array(
  z.object({
    ...{ code: z.string(), name: z.string(), subDistrict: z.string() },
    places: z.array(z.object({ id: z.string(), number: z.number() })),
  }),
);
const kindSchema = z.object({ kind: z.enum(['exercise', 'real']) });
const refusalSchema = z.object({ type: z.string() });
const numberSchema = z.object({ number: z.number() });
const REFUSALS = [
  'place-unknown',
  'photo-not-a-picture',
  'code-not-believed',
  'too-many-from-here',
  'enough-of-this-place',
  'too-much-waits',
  'disk-nearly-full',
] as const;

/** What a person has not given yet. */
type Missing = 'nothing' | 'no-place';

/** Evidence of a result by anybody: the portal links here with the polling place in the address (`#/ELECTION/PLACE`). */
export function EvidencePage() {
  const [given = null, givenPlace = ''] = location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  const [language, setLanguage] = useState<Language>('id');
  const [exercise, setExercise] = useState(true);
  const [elections, setElections] = useState<z.output<typeof electionsSchema>>([]);
  const [election, setElection] = useState<string | null>(given);
  const [place, setPlace] = useState(givenPlace);
  // undefined until the center has answered; empty when it could not be asked
  const [villages, setVillages] = useState<z.output<typeof villagesSchema>>();
  const [photo, setPhoto] = useState<Blob>();
  const [code, setCode] = useState('');
  const [number, setNumber] = useState<number>();
  const [problem, setProblem] = useState<CallError<{ readonly type: string }> | Missing>();
  useEffect(() => {
    void callApi('/api/kind', {}, { value: kindSchema }).then((answer) => {
      if (answer.ok) setExercise(answer.value.kind === 'exercise');
    });
    void callApi('/api/evidence-elections', {}, { value: electionsSchema }).then((answer) => {
      if (!answer.ok) return;
      setElections(answer.value);
      // the center gives the nearest first
      const [nearest, ...others] = answer.value;
      if (nearest !== undefined && (others.length === 0 || given === null)) setElection(nearest.id);
    });
  }, []);
  useEffect(() => {
    if (election === null) return;
    void callApi('/api/evidence-places', { election }, { value: villagesSchema }).then((answer) =>
      setVillages(answer.ok ? answer.value : []),
    );
  }, [election]);
  const take = async (file: File) => {
    const small = await shrinkPhoto(file);
    setPhoto(small);
    setProblem(
      small === undefined ? { type: 'refused', refusal: { type: 'photo-not-a-picture' } } : undefined,
    );
  };
  const send = async () => {
    setNumber(undefined);
    if (place.trim() === '') {
      setProblem('no-place');
      return;
    }
    const what =
      photo !== undefined
        ? { kind: 'photo', photo: toBase64(new Uint8Array(await photo.arrayBuffer())) }
        : code.trim() !== ''
          ? { kind: 'code', code: code.trim() }
          : undefined;
    if (what === undefined) {
      setProblem('nothing');
      return;
    }
    const answer = await callApi(
      '/api/evidence',
      { election, place: place.trim(), ...what },
      { value: numberSchema, refusal: refusalSchema, timeoutMs: 60_000 },
    );
    setProblem(answer.ok ? undefined : answer.error);
    setNumber(answer.ok ? answer.value.number : undefined);
  };
  return (
    <Page
      title={words(language, 'evidence.title')}
      language={language}
      onLanguage={setLanguage}
      exercise={exercise}
      guide={words(language, 'evidence.guide')}
    >
      <form
        class="office__narrow"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {elections.length > 1 && (
          <ChoiceField
            label={words(language, 'evidence.election')}
            value={election}
            onChoose={setElection}
            choices={elections.map(({ id, title }) => ({ value: id, label: title[language] }))}
          />
        )}
        {villages !== undefined && (
          <PlaceChoice
            villages={villages}
            place={place}
            onPlace={(chosen) => {
              setPlace(chosen);
              if (problem === 'no-place') setProblem(undefined);
            }}
            language={language}
          />
        )}
        <FileField
          label={words(language, 'evidence.photo')}
          hint={words(language, 'evidence.photo.hint')}
          accept="image/*"
          onFile={(file) => void take(file)}
        />
        {photo !== undefined && <Notice state="info" happened={words(language, 'evidence.photo.ready')} />}
        <Field
          label={words(language, 'evidence.code')}
          hint={words(language, 'evidence.code.hint')}
          value={code}
          onInput={setCode}
          maxLength={1000}
          lines={3}
          optional
        />
        <p class="field__hint">{words(language, 'evidence.address')}</p>
        {problem !== undefined && <Problem problem={problem} language={language} />}
        {number !== undefined && (
          <Notice
            state="good"
            happened={words(language, number === 0 ? 'evidence.sent.again' : 'evidence.sent', { number })}
            toDo={words(language, 'evidence.sent.toDo')}
          />
        )}
        <Button kind="primary" size="large" submit>
          {words(language, 'evidence.send')}
        </Button>
      </form>
    </Page>
  );
}

function Problem(props: {
  readonly problem: CallError<{ readonly type: string }> | Missing;
  readonly language: Language;
}) {
  const { problem, language } = props;
  if (problem === 'nothing') return <Notice state="warn" happened={words(language, 'evidence.nothing')} />;
  if (problem === 'no-place')
    return <Notice state="warn" happened={words(language, 'evidence.place.none')} />;
  if (problem.type === 'not-understood')
    return <Notice state="warn" happened={words(language, 'evidence.refused.other')} />;
  if (problem.type !== 'refused')
    return <Notice state="bad" happened={words(language, explainCall(problem))} />;
  const known = REFUSALS.find((name) => name === problem.refusal.type) ?? 'other';
  return <Notice state="warn" happened={words(language, `evidence.refused.${known}`)} />;
}
