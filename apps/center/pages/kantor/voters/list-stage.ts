import { useEffect, useState } from 'preact/hooks';
import { callAct } from '../call-act.ts';
import { stagesSchema, type VillageStage } from './voters-wire.ts';

/** Where the list of one village stands; null: it has none, undefined: not known yet. */
export function useListStage(election: string, village: string): VillageStage['stage'] | undefined {
  const [stage, setStage] = useState<VillageStage['stage']>();
  useEffect(() => {
    void callAct('voters.stages', { election, area: village }, stagesSchema).then((answer) => {
      if (answer.ok) setStage(answer.value.find(({ area }) => area === village)?.stage ?? null);
    });
  }, [election, village]);
  return stage;
}
