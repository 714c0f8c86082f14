import './candidates.css';
import { Notice } from '@bilik/ui/notice';
import { standardLanguage } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { addressOf } from '../office-page.tsx';
import type { RoomProps } from '../rooms.ts';
import { bilingualSchema, ElectionChoice, useElections } from '../set-up/elections.tsx';
import { type Refused, RefusedNotice } from '../set-up/refused.tsx';
import { type CandidateAct, type Village, villageSchema, words } from './candidates-wire.ts';
import { DrawScreen } from './draw-screen.tsx';
import { ProofScreen } from './proof-screen.tsx';
import { VillageCandidates } from './village-candidates.tsx';
import { VillageChoice } from './village-choice.tsx';

/** An act that does a stage itself says so when the calendar did not take it; others answer what they like. */
const answerSchema = z.nullable(z.object({ stageOpen: z.optional(z.nullable(bilingualSchema)) }));

/** Villages: `#/calon`; one: `#/calon/VILLAGE`; its draw and its ballot proof: `…/undian`, `…/contoh`. */
export function CandidatesRoom({ me, language: code, path }: RoomProps) {
  const language = standardLanguage(code);
  const from = useElections('own');
  const [chosen, screen] = path;
  // a village committee has one village
  const village = chosen ?? (me.role === 'committee' ? me.area : undefined);
  if (from.election === undefined) return <ElectionChoice language={language} from={from} />;
  const election = from.election.id;
  if (village === undefined) {
    return (
      <>
        <ElectionChoice language={language} from={from} />
        <VillageChoice key={election} election={election} language={language} />
      </>
    );
  }
  return (
    <>
      {screen === undefined && (from.elections?.length ?? 0) > 1 && (
        <ElectionChoice language={language} from={from} />
      )}
      <OneVillage key={`${election} ${village}`} {...{ election, village, screen, language, me }} />
    </>
  );
}

function OneVillage(props: {
  readonly election: string;
  readonly village: string;
  readonly screen: string | undefined;
  readonly language: 'id' | 'en';
  readonly me: RoomProps['me'];
}) {
  const { election, screen, language, me } = props;
  const [village, setVillage] = useState<Village>();
  const [refused, setRefused] = useState<Refused>();
  const [happened, setHappened] = useState<string>();
  const [stageOpen, setStageOpen] = useState<string>();
  const load = async () => {
    const answer = await callAct('candidates.show', { election, village: props.village }, villageSchema);
    if (answer.ok) setVillage(answer.value);
    else setRefused(answer.error);
  };
  useEffect(() => {
    void load();
  }, [election]);
  const carryOut = async (act: CandidateAct, input: object, sentence: string) => {
    const answer = await callAct(act, { election, village: props.village, ...input }, answerSchema);
    setRefused(answer.ok ? undefined : answer.error);
    await load();
    // said when the screen shows what it says
    setHappened(answer.ok && sentence !== '' ? sentence : undefined);
    setStageOpen(answer.ok ? answer.value?.stageOpen?.[language] : undefined);
    return answer.ok;
  };
  const home = addressOf(['calon', props.village]);
  const name = village?.name ?? '';
  return (
    <>
      {(screen !== undefined || me.role !== 'committee') && (
        <p>
          <a href={screen === undefined ? addressOf(['calon']) : home}>
            {screen === undefined
              ? words(language, 'candidates.back')
              : words(language, 'candidates.backTo', { name })}
          </a>
        </p>
      )}
      {happened !== undefined && <Notice state="good" happened={happened} />}
      {stageOpen !== undefined && (
        <Notice
          state="warn"
          happened={words(language, 'candidates.stageOpen', { why: stageOpen })}
          toDo={words(language, 'candidates.stageOpen.toDo')}
        />
      )}
      <RefusedNotice error={refused} language={language} />
      {village !== undefined && screen === 'undian' && (
        <DrawScreen {...{ election, village, language, carryOut }} mayAct={me.role !== 'auditor'} />
      )}
      {village !== undefined && screen === 'contoh' && (
        <ProofScreen {...{ election, village, language, carryOut }} mayAct={me.role !== 'auditor'} />
      )}
      {village !== undefined && screen === undefined && (
        <VillageCandidates {...{ election, village, language, carryOut, me }} />
      )}
    </>
  );
}
