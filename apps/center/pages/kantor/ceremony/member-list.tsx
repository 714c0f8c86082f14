import { SITTING_ROUNDS } from '@bilik/preparation';
import { Button } from '@bilik/ui/button';
import { type Column, DataTable } from '@bilik/ui/data-table';
import { FileField } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { StateBadge } from '@bilik/ui/state-badge';
import { useState } from 'preact/hooks';
import { callAct, paperAddress } from '../call-act.ts';
import { newSendingId, sendFile } from '../upload-file.ts';
import { codeSchema, type SittingView, takenSchema, words } from './ceremony-wire.ts';
import { CodeSheets } from './code-sheets.tsx';
import { actOn, type SittingPart } from './phase-act.tsx';

type Member = SittingView['members'][number];

/** Everybody and what they have given; messages that are carried by stick go in and out here. */
export function MemberList({
  sitting,
  language,
  mayKeep,
  onDone,
}: SittingPart & { readonly mayKeep: boolean }) {
  const { id, phase, members } = sitting;
  const [taken, setTaken] = useState<string>();
  const [invited, setInvited] = useState<{ readonly member: Member; readonly code: string }>();
  const isOver = sitting.keys !== null || phase === 'left';
  const take = async (file: File) => {
    setTaken(undefined);
    const upload = newSendingId();
    const sent = await sendFile(file, file.name, upload);
    if (!sent.ok) return onDone(sent.error);
    const answer = await callAct('ceremony.take', { sitting: id, upload }, takenSchema);
    if (answer.ok) setTaken(members.find((member) => member.id === answer.value.member)?.name);
    return onDone(answer.ok ? undefined : answer.error);
  };
  const invite = async (member: Member) => {
    const answer = await callAct('ceremony.invite', { sitting: id, member: member.id }, codeSchema);
    if (answer.ok) setInvited({ member, ...answer.value });
    await onDone(answer.ok ? undefined : answer.error);
  };
  const columns: [Column<Member>, ...Column<Member>[]] = [
    {
      key: 'name',
      header: words(language, 'ceremony.members'),
      cell: ({ name, interest }) => (
        <>
          <strong>{name}</strong> · {interest}
        </>
      ),
    },
    ...SITTING_ROUNDS.map(
      (round): Column<Member> => ({
        key: round,
        header: words(language, `ceremony.message.${round}`),
        cell: ({ id: member, given }) => {
          const found = given.find((one) => one.round === round);
          return (
            <span class="row">
              <StateBadge
                state={found === undefined ? 'waiting' : 'good'}
                word={words(language, `ceremony.given.${found?.carried ?? 'none'}`)}
              />
              {found !== undefined && mayKeep && !isOver && (
                <a href={paperAddress('ceremony.give', { sitting: id, member, round })}>
                  {words(language, 'ceremony.give')}
                </a>
              )}
            </span>
          );
        },
      }),
    ),
  ];
  if (sitting.keys !== null) {
    columns.push({
      key: 'confirmed',
      header: words(language, 'ceremony.phase.confirming'),
      cell: ({ id: member, name, isConfirmed, isLost }) =>
        isLost ? (
          <StateBadge state="warn" word={words(language, 'ceremony.lost')} />
        ) : isConfirmed ? (
          <StateBadge state="good" word={words(language, 'ceremony.confirmed')} />
        ) : mayKeep && phase === 'confirming' ? (
          <Button onPress={() => actOn('ceremony.confirmed', { sitting: id, member }, onDone)}>
            {words(language, 'ceremony.confirm', { name })}
          </Button>
        ) : null,
    });
  } else if (mayKeep && phase !== 'left') {
    columns.push({
      key: 'invite',
      header: words(language, 'ceremony.codes'),
      cell: (member) => (
        <Button kind="quiet" onPress={() => invite(member)}>
          {words(language, 'ceremony.invite')}
          <span class="unseen">: {member.name}</span>
        </Button>
      ),
    });
  }
  return (
    <section class="stack">
      {invited !== undefined && (
        <>
          <Notice state="good" happened={words(language, 'ceremony.codes.once')} />
          <CodeSheets
            language={language}
            ceremony={sitting.name}
            people={[{ ...invited.member, code: invited.code }]}
          />
        </>
      )}
      {taken !== undefined && (
        <Notice state="good" happened={words(language, 'ceremony.take.done', { name: taken })} />
      )}
      <DataTable
        caption={words(language, 'ceremony.members')}
        columns={columns}
        rows={members}
        keyOf={(member) => member.id}
        asLines
      />
      {mayKeep && !isOver && (
        <FileField
          label={words(language, 'ceremony.take')}
          accept=".json"
          onFile={(file) => void take(file)}
        />
      )}
    </section>
  );
}
