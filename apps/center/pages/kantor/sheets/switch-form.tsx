import { Button, ButtonRow } from '@bilik/ui/button';
import { Field } from '@bilik/ui/field';
import { Notice } from '@bilik/ui/notice';
import { SearchedTable } from '@bilik/ui/searched-table';
import type { Language } from '@bilik/words/language';
import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { LIST_LIMITS } from '../../../src/http/list-limits.ts';
import { callAct } from '../call-act.ts';
import type { Me } from '../me.ts';
import { PlaceName, useOfficeNames } from '../office-names.tsx';
import { Refused } from './refused.tsx';
import { type MachinePlace, machinePlacesSchema, words } from './sheets-wire.ts';

const SWITCH_REFUSALS = [
  'place-not-by-machine',
  'switched-already',
  'paper-part-begun',
  'determined-already',
  'result-stands',
] as const;

/** Polling places that vote by machine, and the note that one went to paper during the day; taken back as long as its sheet was not begun. */
export function SwitchForm(props: {
  readonly election: string;
  readonly me: Me;
  readonly language: Language;
  readonly onSwitched: () => void;
}) {
  const { election, me, language, onSwitched } = props;
  const { placeText } = useOfficeNames();
  const [places, setPlaces] = useState<readonly MachinePlace[]>([]);
  const [chosen, setChosen] = useState<MachinePlace>();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const load = async () => {
    const answer = await callAct('sheets.machine-places', { election }, machinePlacesSchema);
    setPlaces(answer.ok ? answer.value : []);
  };
  useEffect(() => {
    void load();
  }, [election]);
  if (places.length === 0) return null;
  const mayDecide = me.role !== 'auditor';
  const change = async ({ place, isOnPaperToo }: MachinePlace) => {
    const input = { election, place, toPaper: !isOnPaperToo, reason: reason.trim() };
    const answer = await callAct('sheets.switch', input, z.object({}));
    setError(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    setChosen(undefined);
    setReason('');
    await load();
    onSwitched();
  };
  return (
    <div class="stack">
      <h2>{words(language, 'sheets.switch')}</h2>
      <p>{words(language, 'sheets.switch.guide')}</p>
      <SearchedTable
        mostRows={LIST_LIMITS.machinePlaces}
        caption={words(language, 'sheets.switch')}
        columns={[
          {
            key: 'place',
            header: words(language, 'sheets.place'),
            cell: ({ place }) => <PlaceName place={place} />,
          },
          {
            key: 'state',
            header: words(language, 'sheets.state'),
            cell: ({ isOnPaperToo }) =>
              words(language, isOnPaperToo ? 'sheets.switch.both' : 'sheets.switch.machine'),
          },
          ...(mayDecide
            ? [
                {
                  key: 'act',
                  header: words(language, 'sheets.switch.act'),
                  cell: (place: MachinePlace) => (
                    <Button kind="quiet" onPress={() => setChosen(place)}>
                      {words(language, place.isOnPaperToo ? 'sheets.switch.back' : 'sheets.switch.toPaper')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
        rows={places}
        keyOf={({ place }) => place}
        searchOf={({ place, village }) => `${place} ${village}`}
        empty=""
        asLines
      />
      {chosen !== undefined && (
        <div class="sheet stack">
          <h3>
            {words(language, chosen.isOnPaperToo ? 'sheets.switch.back.of' : 'sheets.switch.toPaper.of', {
              place: placeText(chosen.place),
            })}
          </h3>
          <Field
            label={words(language, 'sheets.reason')}
            hint={words(language, 'sheets.switch.hint')}
            value={reason}
            onInput={setReason}
            maxLength={500}
          />
          <SwitchRefused error={error} language={language} />
          <ButtonRow>
            <Button kind="primary" onPress={() => change(chosen)}>
              {words(language, 'sheets.switch.note')}
            </Button>
            <Button kind="quiet" onPress={() => setChosen(undefined)}>
              {words(language, 'sheets.switch.leave')}
            </Button>
          </ButtonRow>
        </div>
      )}
    </div>
  );
}

function SwitchRefused({ error, language }: { readonly error: unknown; readonly language: Language }) {
  const refusal = (error as { readonly refusal?: { readonly type: string } } | undefined)?.refusal;
  const known = SWITCH_REFUSALS.find((name) => name === refusal?.type);
  return known === undefined ? (
    <Refused error={error} language={language} />
  ) : (
    <Notice state="warn" happened={words(language, `sheets.switch.refused.${known}`)} />
  );
}
