import { Button } from '@bilik/ui/button';
import { type CallError, callApi, explainCall } from '@bilik/ui/call';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { Page } from '@bilik/ui/page';
import { SearchBox } from '@bilik/ui/search-box';
import { lookUp } from '@bilik/words/catalogue/center/look-up';
import { common } from '@bilik/words/catalogue/common';
import { parts } from '@bilik/words/catalogue/parts';
import { placeNumber } from '@bilik/words/format';
import type { Language } from '@bilik/words/language';
import { phrasesOf } from '@bilik/words/phrases';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { villageLabel, villageMeant, villagesLike } from '../common/village-meant.ts';
import { readBirthDate } from './birth-date.ts';

const words = /* @__PURE__ */ phrasesOf(common, parts, lookUp);
const answerSchema = z.union([
  z.strictObject({ listed: z.literal(true), place: z.nullable(z.number()), number: z.nullable(z.number()) }),
  z.strictObject({ listed: z.literal(false) }),
]);
const refusalSchema = z.object({ type: z.literal('too-many-look-ups'), minutes: z.number() });
const villagesSchema = z.array(
  z.strictObject({
    ...{ code: z.string(), name: z.string(), subDistrict: z.string() },
    isFinal: z.boolean(),
  }),
);
/** As many as a telephone shows without scrolling far. */
const SHOWN_VILLAGES = 6;
const SIX_DIGITS = /^\d{6}$/;
const kindSchema = z.object({ kind: z.enum(['exercise', 'real']) });

type Shown =
  | { readonly type: 'answer'; readonly answer: z.output<typeof answerSchema> }
  | { readonly type: 'error'; readonly error: CallError<z.output<typeof refusalSchema>> };

/** Whether one is listed, where and under which number: nothing else, and nothing stays on the page. */
export function LookUpPage() {
  const [language, setLanguage] = useState<Language>('id');
  const [exercise, setExercise] = useState(false);
  const [villages, setVillages] = useState<z.output<typeof villagesSchema>>([]);
  const [village, setVillage] = useState('');
  const [digits, setDigits] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    void callApi('/api/kind', {}, { value: kindSchema }).then((answer) =>
      setExercise(answer.ok && answer.value.kind === 'exercise'),
    );
    void callApi('/api/look-up/villages', {}, { value: villagesSchema }).then((answer) => {
      if (answer.ok) setVillages(answer.value);
    });
  }, []);
  const like = villagesLike(village, villages);
  const meant = villageMeant(village, villages);
  const isPicked = meant !== undefined && villageLabel(meant) === village;
  // without the list of villages its code still serves
  const code = meant?.code ?? (villages.length === 0 ? village.trim() : undefined);
  const bornOn = readBirthDate(birthDate);
  const ask = async () => {
    setIsAsked(true);
    setShown(undefined);
    if (code === undefined || bornOn === undefined || !SIX_DIGITS.test(digits)) return;
    if (meant !== undefined) setVillage(villageLabel(meant));
    const input = { village: code, lastDigits: digits, birthDate: bornOn };
    const answer = await callApi('/api/look-up', input, { value: answerSchema, refusal: refusalSchema });
    setShown(answer.ok ? { type: 'answer', answer: answer.value } : { type: 'error', error: answer.error });
  };
  return (
    <Page
      title={words(language, 'lookUp.title')}
      language={language}
      onLanguage={setLanguage}
      exercise={exercise}
      guide={words(language, 'lookUp.guide')}
    >
      <form
        class="cek"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <SearchBox
          label={words(language, 'lookUp.village')}
          hint={words(language, 'lookUp.village.hint')}
          query={village}
          onQuery={setVillage}
          results={
            village.trim() === '' || isPicked || villages.length === 0 ? null : like.slice(0, SHOWN_VILLAGES)
          }
          total={like.length}
          keyOf={(one) => one.code}
          renderResult={(one) => villageLabel(one)}
          onPick={(one) => setVillage(villageLabel(one))}
        />
        {isAsked && code === undefined && (
          <Notice state="warn" happened={words(language, 'lookUp.village.wrong')} />
        )}
        <Field
          label={words(language, 'lookUp.digits')}
          value={digits}
          onInput={(text) => setDigits(text.trim())}
          inputMode="numeric"
          maxLength={6}
          error={isAsked && !SIX_DIGITS.test(digits) ? words(language, 'lookUp.digits.wrong') : undefined}
        />
        <Field
          label={words(language, 'lookUp.birth')}
          hint={words(language, 'lookUp.birth.hint')}
          value={birthDate}
          onInput={setBirthDate}
          inputMode="numeric"
          maxLength={14}
          error={isAsked && bornOn === undefined ? words(language, 'lookUp.birth.wrong') : undefined}
        />
        <Button kind="primary" size="large" submit>
          {words(language, 'lookUp.ask')}
        </Button>
        {shown !== undefined && (
          <Answer shown={shown} isFinal={meant?.isFinal ?? false} language={language} />
        )}
      </form>
    </Page>
  );
}

function Answer(props: {
  readonly shown: Shown;
  /** The village's list is locked. */
  readonly isFinal: boolean;
  readonly language: Language;
}) {
  const { shown, isFinal, language } = props;
  if (shown.type === 'error') {
    const { error } = shown;
    if (error.type === 'refused') {
      return (
        <Notice state="warn" happened={words(language, 'lookUp.wait', { minutes: error.refusal.minutes })} />
      );
    }
    if (error.type === 'not-understood')
      return <Notice state="warn" happened={words(language, 'lookUp.typed')} />;
    return <Notice state="bad" happened={words(language, explainCall(error))} />;
  }
  const { answer } = shown;
  if (!answer.listed) {
    return (
      <Notice
        state="info"
        happened={words(language, 'lookUp.notListed')}
        toDo={words(language, isFinal ? 'lookUp.notListed.final' : 'lookUp.notListed.toDo')}
      />
    );
  }
  return (
    <Notice
      state="good"
      happened={words(language, 'lookUp.listed')}
      toDo={
        answer.place === null || answer.number === null
          ? words(language, 'lookUp.listed.later')
          : words(language, 'lookUp.listed.where', {
              place: placeNumber(answer.place),
              number: answer.number,
            })
      }
    />
  );
}
