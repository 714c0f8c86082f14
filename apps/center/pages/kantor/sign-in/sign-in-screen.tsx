import { Button } from '@bilik/ui/button';
import { type CallError, callApi, explainCall, type Reader } from '@bilik/ui/call';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { QrPicture } from '@bilik/ui/qr-picture';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { nothing } from '../me.ts';
import { officeWords as words } from '../office-words.ts';
import {
  CodeField,
  NewPasswordFields,
  type PasswordFault,
  passwordFault,
  UNTYPED_PASSWORD,
} from './secret-fields.tsx';

const refusalSchema = z.union([
  z.object({ type: z.literal('sign-in-wrong') }),
  z.object({ type: z.literal('sign-in-pause'), seconds: z.number() }),
  z.object({ type: z.literal('invitation-wrong') }),
]);
type Refusal = z.output<typeof refusalSchema>;

const secretSchema = z.strictObject({ uri: z.string(), secret: z.string() });
type CodeSecret = z.output<typeof secretSchema>;

export interface SignInScreenProps {
  readonly language: Language;
  readonly onSignedIn: () => Promise<void>;
}

/** Signing in; the first time with an invitation. */
export function SignInScreen({ language, onSignedIn }: SignInScreenProps) {
  const [way, setWay] = useState<'sign-in' | 'begin'>('sign-in');
  const [account, setAccount] = useState('');
  const [invitation, setInvitation] = useState('');
  const [password, setPassword] = useState('');
  const [chosen, setChosen] = useState(UNTYPED_PASSWORD);
  const [fault, setFault] = useState<PasswordFault>();
  const [code, setCode] = useState('');
  const [secret, setSecret] = useState<CodeSecret>();
  const [error, setError] = useState<CallError<Refusal>>();
  const send = async <Value,>(
    path: string,
    body: object,
    value: Reader<Value>,
  ): Promise<Value | undefined> => {
    const answer = await callApi(path, body, { value, refusal: refusalSchema, timeoutMs: 30_000 });
    setError(answer.ok ? undefined : answer.error);
    return answer.ok ? answer.value : undefined;
  };
  const signedInBy = async (path: string, body: object) => {
    const answer = await send(path, body, nothing);
    if (answer !== undefined) await onSignedIn();
  };
  const submit = async () => {
    if (way === 'sign-in') await signedInBy('/api/sign-in', { account, password, code });
    else if (secret !== undefined) {
      const found = passwordFault(chosen);
      setFault(found);
      // what was said of an earlier try would stand beside it as if it were about this one
      setError(undefined);
      if (found !== undefined) return;
      await signedInBy('/api/finish-account', { account, invitation, password: chosen.password, code });
    } else {
      const given = await send('/api/begin-account', { account, invitation }, secretSchema);
      if (given !== undefined) {
        setSecret(given);
        // the next step begins above what was pressed
        scrollTo(0, 0);
      }
    }
  };
  const isFirst = way === 'begin' && secret === undefined;
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {way === 'sign-in' && <p>{words(language, 'office.guide.signIn')}</p>}
      {isFirst && <p>{words(language, 'office.begin.guide')}</p>}
      {way === 'begin' && secret !== undefined && (
        <>
          <p>{words(language, 'office.scan.guide')}</p>
          <QrPicture text={secret.uri} label={words(language, 'office.scan')} />
          <p>
            {words(language, 'office.scan.secret')} <code>{secret.secret}</code>
          </p>
        </>
      )}
      {secret === undefined && (
        <Field
          label={words(language, 'office.account')}
          hint={words(language, 'office.account.hint')}
          value={account}
          onInput={(text) => setAccount(text.trim().toLowerCase())}
          maxLength={60}
        />
      )}
      {isFirst && (
        <Field
          label={words(language, 'office.invitation')}
          hint={words(language, 'office.invitation.hint')}
          value={invitation}
          onInput={setInvitation}
          inputMode="numeric"
          maxLength={30}
        />
      )}
      {!isFirst && (
        <>
          {way === 'begin' ? (
            <NewPasswordFields typed={chosen} onType={setChosen} fault={fault} at="begin" />
          ) : (
            <Field
              label={words(language, 'office.password')}
              type="password"
              value={password}
              onInput={setPassword}
              maxLength={200}
            />
          )}
          <CodeField value={code} onInput={setCode} />
        </>
      )}
      {/* beside the button that was pressed: a form of two steps is longer than a telephone */}
      {error !== undefined && (
        <SignInProblem
          language={language}
          error={error}
          isFinishing={way === 'begin' && secret !== undefined}
        />
      )}
      <Button kind="primary" size="large" submit>
        {words(language, isFirst ? 'office.begin' : way === 'begin' ? 'office.finish' : 'office.signIn')}
      </Button>
      <Button
        kind="quiet"
        onPress={() => {
          setWay(way === 'begin' ? 'sign-in' : 'begin');
          setSecret(undefined);
          setError(undefined);
          setFault(undefined);
          setChosen(UNTYPED_PASSWORD);
          for (const forget of [setPassword, setCode]) forget('');
        }}
      >
        {words(language, way === 'begin' ? 'office.toSignIn' : 'office.toBegin')}
      </Button>
    </form>
  );
}

function SignInProblem({
  language,
  error,
  isFinishing,
}: {
  readonly language: Language;
  readonly error: CallError<Refusal>;
  /** With an invitation that held: only the six digits can be wrong. */
  readonly isFinishing: boolean;
}) {
  const wrong = isFinishing ? 'office.refused.codeWrong' : 'office.refused.signInWrong';
  if (error.type === 'not-understood' || error.type === 'not-paired') {
    return <Problem language={language} phrase={wrong} />;
  }
  if (error.type !== 'refused') return <Notice state="bad" happened={words(language, explainCall(error))} />;
  const { refusal } = error;
  switch (refusal.type) {
    case 'sign-in-wrong':
      return <Problem language={language} phrase={wrong} />;
    case 'invitation-wrong':
      return <Problem language={language} phrase="office.refused.invitation" />;
    case 'sign-in-pause':
      return (
        <Notice
          state="warn"
          happened={words(language, 'office.refused.pause')}
          toDo={words(language, 'office.refused.pause.toDo', { seconds: refusal.seconds })}
        />
      );
  }
}

function Problem(props: {
  readonly language: Language;
  readonly phrase: `office.refused.${'signInWrong' | 'codeWrong' | 'invitation'}`;
}) {
  return (
    <Notice
      state="warn"
      happened={words(props.language, props.phrase)}
      toDo={words(props.language, `${props.phrase}.toDo`)}
    />
  );
}
