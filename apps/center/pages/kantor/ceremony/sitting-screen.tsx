import { Notice } from '@bilik/ui/notice';
import { type Step, Steps } from '@bilik/ui/steps';
import { useEffect, useState } from 'preact/hooks';
import { callAct, paperAddress } from '../call-act.ts';
import { PhaseOfSitting } from './ceremony-room.tsx';
import { refusalSentence, type SittingView, sittingSchema, words } from './ceremony-wire.ts';
import { MemberList } from './member-list.tsx';
import { PhaseAct } from './phase-act.tsx';
import { SittingHistory } from './sitting-history.tsx';
import { TroubleSection } from './trouble-section.tsx';

/** How often the screen looks again while devices give messages. */
const LOOK_EVERY_MS = 4000;

const WAY = ['certificates', 'comparing', 'polynomials', 'shares', 'confirming', 'posting', 'ready'] as const;
const ORDER: readonly string[] = WAY;

/** One ceremony: where it stands, whom it waits for, what comes next, what is read aloud. */
export function SittingScreen(props: {
  readonly id: string;
  readonly language: 'id' | 'en';
  readonly mayKeep: boolean;
}) {
  const { id, language, mayKeep } = props;
  const [sitting, setSitting] = useState<SittingView>();
  const [refused, setRefused] = useState<string>();
  const load = async () => {
    const answer = await callAct('ceremony.show', { sitting: id }, sittingSchema);
    if (answer.ok) setSitting(answer.value);
    else if (answer.error.type !== 'no-connection') setRefused(refusalSentence(language, answer.error));
  };
  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [id]);
  if (sitting === undefined) return refused === undefined ? null : <Notice state="warn" happened={refused} />;
  const { phase, missing, threshold, next, fault } = sitting;
  const at = ORDER.indexOf(phase);
  const steps: Step[] = WAY.map((step, index) => ({
    key: step,
    label: words(language, `ceremony.phase.${step}`),
    state: phase === 'ready' || (at !== -1 && index < at) ? 'done' : index === at ? 'now' : 'next',
  }));
  const answered = (error: Parameters<typeof refusalSentence>[1] | undefined) => {
    setRefused(error === undefined ? undefined : refusalSentence(language, error));
    return load();
  };
  return (
    <div class="stack">
      <header class="ceremony__head">
        <h2>{sitting.name}</h2>
        <PhaseOfSitting phase={phase} language={language} />
      </header>
      {refused !== undefined && <Notice state="bad" happened={refused} />}
      <p class="big">
        {words(language, `ceremony.next.${phase}`, {
          name: fault?.name ?? '',
          threshold: String(threshold),
          next,
        })}
      </p>
      {missing.length > 0 && (
        <p class="big">
          <strong>{words(language, 'ceremony.waitingFor', { names: missing.join(', ') })}</strong>
        </p>
      )}
      <PhaseAct sitting={sitting} language={language} mayKeep={mayKeep} onDone={answered} />
      <MemberList sitting={sitting} language={language} mayKeep={mayKeep} onDone={answered} />
      {at !== -1 && <Steps label={words(language, 'ceremony.way')} steps={steps} />}
      <p>
        {mayKeep && (
          <a href={paperAddress('ceremony.plan-file', { sitting: id })}>
            {words(language, 'ceremony.planFile')}
          </a>
        )}
      </p>
      {mayKeep && <TroubleSection sitting={sitting} language={language} onDone={answered} />}
      <SittingHistory sitting={sitting} language={language} />
    </div>
  );
}
