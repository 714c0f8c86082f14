import { Button } from '@bilik/ui/button';
import { type CallError, explainCall } from '@bilik/ui/call';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { nothing } from '../me.ts';
import { officeWords as words } from '../office-words.ts';
import type { RoomProps } from '../rooms.ts';
import {
  CodeField,
  NewPasswordFields,
  type PasswordFault,
  passwordFault,
  UNTYPED_PASSWORD,
} from '../sign-in/secret-fields.tsx';

type Said =
  | { readonly type: 'changed' }
  | { readonly type: 'not-sent'; readonly fault: PasswordFault }
  | {
      readonly type: 'refused';
      readonly error: CallError<{ readonly type: string; readonly seconds?: unknown }>;
    };

/** One's own account: another password, with the old one and the code of the moment. */
export function OwnAccountRoom({ language, me }: RoomProps) {
  const [password, setPassword] = useState('');
  const [chosen, setChosen] = useState(UNTYPED_PASSWORD);
  const [code, setCode] = useState('');
  const [said, setSaid] = useState<Said>();
  const change = async () => {
    const fault = passwordFault(chosen);
    if (fault !== undefined) return setSaid({ type: 'not-sent', fault });
    const given = { password, newPassword: chosen.password, code };
    const answer = await callAct('accounts.change-password', given, nothing);
    setSaid(answer.ok ? { type: 'changed' } : { type: 'refused', error: answer.error });
    setCode('');
    if (!answer.ok) return;
    setPassword('');
    setChosen(UNTYPED_PASSWORD);
  };
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <h2>{words(language, 'office.own.password', { account: me.account })}</h2>
      <Field
        label={words(language, 'office.own.old')}
        type="password"
        value={password}
        onInput={setPassword}
        maxLength={200}
      />
      <NewPasswordFields
        typed={chosen}
        onType={setChosen}
        fault={said?.type === 'not-sent' ? said.fault : undefined}
        at="own"
      />
      <CodeField value={code} onInput={setCode} />
      {said?.type === 'changed' && (
        <Notice
          state="good"
          happened={words(language, 'office.own.changed')}
          toDo={words(language, 'office.own.changed.toDo')}
        />
      )}
      {said?.type === 'refused' && <Refused language={language} error={said.error} />}
      <Button kind="primary" size="large" submit>
        {words(language, 'office.own.change')}
      </Button>
    </form>
  );
}

function Refused(props: {
  readonly language: RoomProps['language'];
  readonly error: CallError<{ readonly type: string; readonly seconds?: unknown }>;
}) {
  const { language, error } = props;
  if (error.type !== 'refused' && error.type !== 'not-understood') {
    return <Notice state="bad" happened={words(language, explainCall(error))} />;
  }
  // what is not in its form is wrong as well: five digits for a code
  const refusal = error.type === 'refused' ? error.refusal : { type: 'sign-in-wrong' };
  switch (refusal.type) {
    case 'sign-in-pause':
      return (
        <Notice
          state="warn"
          happened={words(language, 'office.own.pause')}
          toDo={words(language, 'office.refused.pause.toDo', { seconds: Number(refusal.seconds) })}
        />
      );
    case 'password-not-new':
      return <Notice state="warn" happened={words(language, 'office.own.notNew')} />;
    default:
      return (
        <Notice
          state="warn"
          happened={words(language, 'office.own.wrong')}
          toDo={words(language, 'office.own.wrong.toDo')}
        />
      );
  }
}
