import { TickField } from '@bilik/ui/field';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { callAct } from '../call-act.ts';
import { type Refused, RefusedNotice } from './refused.tsx';
import { words } from './set-up-words.ts';

const subDistrictsSchema = z.array(
  z.object({
    ...{ code: z.string(), name: z.string() },
    villages: z.array(z.object({ code: z.string(), name: z.string(), events: z.array(z.string()) })),
  }),
);
type SubDistrict = z.output<typeof subDistrictsSchema>[number];

/** Villages by sub-district, one by one or all of a sub-district at once. */
export function VillagePicker(props: {
  /** Villages of this event are there already and not offered; left out: all are. */
  readonly notIn?: string;
  /** Where others conduct the election, kelurahan vote too. */
  readonly withKelurahan: boolean;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
  readonly language: 'id' | 'en';
}) {
  const { notIn, withKelurahan, picked, onPick, language } = props;
  const [subDistricts, setSubDistricts] = useState<readonly SubDistrict[]>();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    void callAct('set-up.villages', { withKelurahan }, subDistrictsSchema).then((answer) => {
      if (answer.ok) setSubDistricts(answer.value);
      setRefused(answer.ok ? undefined : answer.error);
    });
  }, [notIn, withKelurahan]);
  if (subDistricts === undefined) return <RefusedNotice error={refused} language={language} />;
  const offered = subDistricts
    .map(({ villages, ...rest }) => ({
      ...rest,
      villages: villages.filter(({ events }) => notIn === undefined || !events.includes(notIn)),
    }))
    .filter(({ villages }) => villages.length > 0);
  if (offered.length === 0) return <p>{words(language, 'setUp.villages.none')}</p>;
  const set = (codes: readonly string[], isPicked: boolean) => {
    const next = new Set(picked);
    for (const code of codes) {
      if (isPicked) next.add(code);
      else next.delete(code);
    }
    onPick(next);
  };
  return (
    <fieldset class="field field--choices">
      <legend class="field__label">{words(language, 'setUp.villages.picked', { count: picked.size })}</legend>
      {offered.map(({ code, name, villages }) => {
        const codes = villages.map((village) => village.code);
        const count = codes.filter((one) => picked.has(one)).length;
        return (
          <details key={code} class="set-up__villages">
            <summary>{words(language, 'setUp.villages.of', { name, count, all: codes.length })}</summary>
            <TickField ticked={count === codes.length} onTick={(isPicked) => set(codes, isPicked)}>
              <strong>{words(language, 'setUp.villages.all', { name })}</strong>
            </TickField>
            {villages.map((village) => (
              <TickField
                key={village.code}
                ticked={picked.has(village.code)}
                onTick={(isPicked) => set([village.code], isPicked)}
              >
                {village.name}
              </TickField>
            ))}
          </details>
        );
      })}
    </fieldset>
  );
}
