import { useAnnounce } from '@bilik/ui/announcer';
import { Shape } from '@bilik/ui/shape';
import { useEffect } from 'preact/hooks';
import type { VoterRow } from './desk-answers.ts';
import { useDeskWords } from './desk-words.ts';

/** The confirmation, readable from where the pile of cards lies. It makes way as soon as the next voter is typed. */
export function Released({ voter, isMobile }: Pick<VoterRow, 'voter'> & { readonly isMobile: boolean }) {
  const say = useDeskWords();
  const announce = useAnnounce();
  const said = isMobile ? 'desk.mobile.said' : 'desk.released.said';
  useEffect(() => announce(say(said, { name: voter.name })), [announce, say, said, voter.name]);
  return (
    <section class="released tone--good">
      <Shape name="good" />
      <div class="stack stack--tight">
        <p class="released__who">
          {say(isMobile ? 'desk.mobile.who' : 'desk.released.who', {
            name: `${voter.number} · ${voter.name}`,
          })}
        </p>
        <p class="released__give">{say(isMobile ? 'desk.mobile.noCard' : 'desk.released.give')}</p>
      </div>
    </section>
  );
}
