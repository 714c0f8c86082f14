import { Button } from '@bilik/ui/button';
import { ConfirmDialog } from '@bilik/ui/confirm-dialog';
import type { Column } from '@bilik/ui/data-table';
import { ChoiceField, Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { SearchedTable } from '@bilik/ui/searched-table';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { ROLES, type Role } from '../../../src/accounts/roles.ts';
import { LIST_LIMITS } from '../../../src/http/list-limits.ts';
import { AreaField } from '../area-field.tsx';
import { callAct } from '../call-act.ts';
import { nothing } from '../me.ts';
import { AreaName, useOfficeNames } from '../office-names.tsx';
import { officeWords as words } from '../office-words.ts';
import type { RoomProps } from '../rooms.ts';
import { ActMatrixScreen } from './act-matrix-screen.tsx';

const accountSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  area: z.string(),
  begun: z.boolean(),
  closed: z.boolean(),
});
type Account = z.output<typeof accountSchema>;
const invitedSchema = z.strictObject({ invitation: z.string() });

const REFUSALS = [
  'account-exists',
  'account-unknown',
  'role-level',
  'role-not-yours',
  'own-account',
] as const;
type RefusalName = (typeof REFUSALS)[number] | 'input';

const refusalOf = (error: {
  readonly type: string;
  readonly refusal?: { readonly type: string };
}): RefusalName => REFUSALS.find((name) => name === error.refusal?.type) ?? 'input';

/** In the address. */
const MATRIX = 'peran';

/** Who works in an area, invitations for new people, the end of an account. */
export function AccountsRoom(props: RoomProps) {
  return props.path[0] === MATRIX ? <ActMatrixScreen {...props} /> : <Accounts {...props} />;
}

function Accounts({ language, me, goTo }: RoomProps) {
  const { areaText } = useOfficeNames();
  const [accounts, setAccounts] = useState<readonly Account[]>([]);
  const [invited, setInvited] = useState<{ readonly account: string; readonly invitation: string }>();
  const [refused, setRefused] = useState<RefusalName>();
  const [closing, setClosing] = useState<string>();
  const load = async () => {
    const answer = await callAct('accounts.list', {}, z.array(accountSchema));
    if (answer.ok) setAccounts(answer.value);
  };
  useEffect(() => {
    void load();
  }, []);
  const mayInvite = me.role !== 'auditor';
  const invite = async (input: { account: string; name: string; role: Role; area: string }) => {
    const answer = await callAct('accounts.invite', input, invitedSchema);
    setRefused(answer.ok ? undefined : refusalOf(answer.error));
    setInvited(answer.ok ? { account: input.account, ...answer.value } : undefined);
    await load();
    return answer.ok;
  };
  const close = async (account: string) => {
    setClosing(undefined);
    const answer = await callAct('accounts.close', { account }, nothing);
    setRefused(answer.ok ? undefined : refusalOf(answer.error));
    await load();
  };
  const columns: [Column<Account>, ...Column<Account>[]] = [
    { key: 'name', header: words(language, 'office.accounts.name'), cell: ({ name }) => name },
    { key: 'id', header: words(language, 'office.accounts.account'), cell: ({ id }) => id },
    {
      key: 'role',
      header: words(language, 'office.accounts.role'),
      cell: ({ role }) => words(language, `office.role.${role}`),
    },
    {
      key: 'area',
      header: words(language, 'office.accounts.area'),
      cell: ({ area }) => <AreaName area={area} />,
    },
    {
      key: 'state',
      header: words(language, 'office.accounts.state'),
      cell: ({ begun, closed }) =>
        words(language, `office.accounts.state.${closed ? 'closed' : begun ? 'begun' : 'invited'}`),
    },
  ];
  if (mayInvite) {
    columns.push({
      key: 'close',
      header: words(language, 'office.accounts.close'),
      cell: ({ id, closed }) =>
        !closed && id !== me.account ? (
          <Button kind="quiet" onPress={() => setClosing(id)}>
            {words(language, 'office.accounts.close')}
          </Button>
        ) : null,
    });
  }
  return (
    <>
      <SearchedTable
        mostRows={LIST_LIMITS.accounts}
        caption={words(language, 'office.accounts.list')}
        columns={columns}
        rows={accounts}
        keyOf={({ id }) => id}
        searchOf={({ id, name, role, area }) =>
          [name, id, words(language, `office.role.${role}`), areaText(area), area].join(' ')
        }
        asLines
      />
      <div>
        <Button kind="quiet" onPress={() => goTo(MATRIX)}>
          {words(language, 'office.matrix.title')}
        </Button>
      </div>
      {mayInvite && <InviteForm language={language} onInvite={invite} area={me.area} />}
      {/* beside the button that was pressed: a code that is shown once must not stand out of sight */}
      {refused !== undefined && (
        <Notice state="warn" happened={words(language, `office.accounts.refused.${refused}`)} />
      )}
      {invited !== undefined && (
        <Notice
          state="good"
          happened={words(language, 'office.accounts.invited', { account: invited.account })}
          toDo={
            <>
              {words(language, 'office.accounts.invited.toDo')}{' '}
              <code class="office__code">
                {invited.invitation.split(/(?<=-)/).map((group) => (
                  <span key={group} class="office__code-group">
                    {group}
                  </span>
                ))}
              </code>
            </>
          }
        />
      )}
      <ConfirmDialog
        open={closing !== undefined}
        title={words(language, 'office.accounts.close')}
        confirmWord={words(language, 'office.accounts.close')}
        cancelWord={words(language, 'common.back')}
        kind="bad"
        onConfirm={() => (closing === undefined ? undefined : close(closing))}
        onCancel={() => setClosing(undefined)}
      >
        {words(language, 'office.accounts.close.confirm', { account: closing ?? '' })}
      </ConfirmDialog>
    </>
  );
}

function InviteForm(props: {
  readonly language: RoomProps['language'];
  readonly area: string;
  readonly onInvite: (input: { account: string; name: string; role: Role; area: string }) => Promise<boolean>;
}) {
  const { language, onInvite } = props;
  const [account, setAccount] = useState('');
  const [name, setName] = useState('');
  const [area, setArea] = useState(props.area);
  const [role, setRole] = useState<Role>('committee');
  return (
    <form
      class="office__narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void onInvite({ account, name, role, area }).then((done) => {
          if (!done) return;
          setAccount('');
          setName('');
        });
      }}
    >
      <h2>{words(language, 'office.accounts.invite')}</h2>
      <Field label={words(language, 'office.accounts.name')} value={name} onInput={setName} maxLength={100} />
      <Field
        label={words(language, 'office.accounts.account')}
        hint={words(language, 'office.account.hint')}
        value={account}
        onInput={(text) => setAccount(text.trim().toLowerCase())}
        maxLength={60}
      />
      <ChoiceField
        label={words(language, 'office.accounts.role')}
        value={role}
        onChoose={setRole}
        choices={ROLES.map((value) => ({ value, label: words(language, `office.role.${value}`) }))}
      />
      <AreaField label={words(language, 'office.accounts.area')} value={area} onInput={setArea} />
      <Button kind="primary" submit>
        {words(language, 'office.accounts.invite')}
      </Button>
    </form>
  );
}
