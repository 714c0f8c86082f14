import { Button } from '@bilik/ui/button';
import { asDevice } from '@bilik/ui/call';
import { prepareMinutes, signMinutes } from '../act/board-commands.ts';
import { SignedPaper } from '../act/signed-paper.tsx';
import { ActNotice, useAct } from '../act/use-act.tsx';
import type { BoardAnswer, Person } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { PaperCopies } from '../papers/paper-copies.tsx';
import type { ViewProps } from '../today/today-view.tsx';
import { isAfterClosing } from './way-to-seal.ts';

const PATH = '/papers/berita-acara.pdf';

/** People for whom the minutes have a line: of board and witnesses, those declared present. */
export function signersOfMinutes({
  people,
  fields,
}: Pick<BoardAnswer, 'people' | 'fields'>): readonly Person[] {
  const present = [...(fields.boardPresent ?? []), ...(fields.witnessesPresent ?? [])];
  return people.filter(({ id }) => present.includes(id));
}

/** The minutes on paper: a draft while they are written; then prepared, printed and signed, before anything is sealed. */
export function MinutesPaper({ view, onDone }: ViewProps) {
  const { state, minutes } = view;
  const say = useBoardWords();
  const act = useAct(onDone);
  const { minutesPaper } = state;
  if (!isAfterClosing(state.phase)) return <p class="soft">{say('board.seal.paper.notYet')}</p>;
  if (minutesPaper === null) {
    return (
      <>
        <p>{say('board.seal.paper')}</p>
        <div class="row">
          <Button
            kind="primary"
            size="large"
            onPress={() => act.run(prepareMinutes).then(() => undefined)}
            disabledBecause={
              state.phase === 'counted' && state.missing.length === 0
                ? undefined
                : say('board.seal.prepare.notYet')
            }
          >
            {say('board.seal.prepare')}
          </Button>
          <a class="button button--large" href={asDevice(PATH)} target="_blank" rel="noopener">
            {say('board.seal.openDraft')}
          </a>
        </div>
        <ActNotice problem={act.problem} />
      </>
    );
  }
  const signers = signersOfMinutes(state);
  const signedOf = (signedBy: readonly string[], role: Person['role']) =>
    signers.filter((person) => person.role === role && signedBy.includes(person.id)).length;
  return (
    <>
      <p>{say('board.seal.paper')}</p>
      <SignedPaper
        key={minutesPaper.fingerprint}
        words="board.seal"
        href={asDevice(PATH)}
        prepared={minutesPaper}
        zone={state.voting.zone}
        signers={signers}
        mayRefuse={({ role }) => role === 'witness'}
        faultOf={(signedBy) =>
          signedOf(signedBy, 'chair') === 1 && signedOf(signedBy, 'member') >= minutes.memberSignatures
            ? undefined
            : say('board.seal.signedBy.wrong', { count: minutes.memberSignatures })
        }
        send={(signed) => signMinutes({ fingerprint: minutesPaper.fingerprint, ...signed })}
        onDone={onDone}
      />
      <PaperCopies state={state} />
    </>
  );
}
