import { SignedNames } from '../act/signed-paper.tsx';
import type { BoardAnswer } from '../board-answers.ts';
import { useBoardWords } from '../board-words.ts';
import { signersOfMinutes } from '../closing/minutes-paper.tsx';

/** Who signed the printed minutes: the paper itself cannot say it. */
export function MinutesSigned({ state }: { readonly state: BoardAnswer }) {
  const say = useBoardWords();
  const signed = state.minutesPaper?.signed ?? null;
  if (signed === null) return null;
  return (
    <section class="sheet stack stack--tight">
      <h2>{say('board.minutesSigned')}</h2>
      <SignedNames
        words="board.seal"
        signed={signed}
        signers={signersOfMinutes(state)}
        zone={state.voting.zone}
      />
    </section>
  );
}
