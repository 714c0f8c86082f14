import { CopyLine } from '@bilik/ui/copy-line';
import { useBoardWords } from '../board-words.ts';

/** The fingerprint that pins this election, for each trustee to compare; grouped as on their devices. */
export function ElectionFingerprint({ fingerprint }: { readonly fingerprint: string }) {
  const say = useBoardWords();
  return (
    <section class="stack stack--tight">
      <CopyLine label={say('board.fingerprint')} value={fingerprint} groupSize={4} />
      <p class="soft">{say('board.fingerprint.means')}</p>
    </section>
  );
}
