import type { BoardAnswer } from '../board-answers.ts';
import { CardCheck } from './card-check.tsx';
import { ProofCheck } from './proof-check.tsx';

/** What anybody may ask of the board: is this card good, and did that ballot hold this choice. */
export function ChecksView({ state }: { readonly state: BoardAnswer }) {
  return (
    <div class="checks">
      <CardCheck />
      <ProofCheck contests={state.contests} />
    </div>
  );
}
