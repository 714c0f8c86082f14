import { Button } from '@bilik/ui/button';
import { Notice } from '@bilik/ui/notice';
import type { Language } from '@bilik/words/language';
import { useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { nothing } from '../me.ts';
import { ReasonedAct } from '../reasoned-act.tsx';
import { type Shown, words } from './publish-wire.ts';

const REFUSALS = ['election-unknown', 'publishing-paused', 'other-election-published'] as const;
type Outcome = (typeof REFUSALS)[number] | 'other' | 'asked';

/** The regency's own decisions: publish now, open, or pause with a reason. */
export function DecideForm(props: {
  readonly language: Language;
  readonly election: string;
  readonly shown: Shown;
  readonly onDone: () => Promise<void>;
}) {
  const { language, election, shown, onDone } = props;
  const [outcome, setOutcome] = useState<Outcome>();
  const act = async (name: 'publish.now' | 'publish.decide', input: object) => {
    const answer = await callAct(name, { election, ...input }, nothing);
    const type = answer.ok || answer.error.type !== 'refused' ? undefined : answer.error.refusal.type;
    if (!answer.ok) setOutcome(REFUSALS.find((known) => known === type) ?? 'other');
    else setOutcome(name === 'publish.now' ? 'asked' : undefined);
    await onDone();
    return answer.ok;
  };
  return (
    <section class="stack">
      {outcome === 'asked' && <Notice state="good" happened={words(language, 'publish.now.asked')} />}
      {outcome !== undefined && outcome !== 'asked' && (
        <Notice state="warn" happened={words(language, `publish.refused.${outcome}`)} />
      )}
      {shown.open && (
        <p class="row">
          <Button
            kind="primary"
            onPress={async () => {
              await act('publish.now', {});
            }}
          >
            {words(language, 'publish.now')}
          </Button>
        </p>
      )}
      <ReasonedAct
        key={shown.open ? 'pause' : 'open'}
        title={words(language, shown.open ? 'publish.pause' : 'publish.open')}
        explained={words(language, shown.open ? 'publish.pause.explained' : 'publish.open.explained')}
        reason={{ label: words(language, 'publish.reason'), hint: words(language, 'publish.reason.hint') }}
        kind={shown.open ? 'bad' : 'primary'}
        isOpen={!shown.open}
        onAct={(reason) => act('publish.decide', { open: !shown.open, reason })}
      />
    </section>
  );
}
