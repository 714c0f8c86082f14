import { createHash } from 'node:crypto';
import {
  type CivilTime,
  type ElectionDefinition,
  fullHour,
  INCIDENT_KINDS,
  type NotedIncident,
  type Phase,
} from '@bilik/election';
import { renderIncident } from '@bilik/papers';
import { z } from 'zod';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { Durably, StoreFailed } from '../store/durable.ts';
import type { Papers } from '../store/papers.ts';

const text = z.string().trim().min(1).max(300);

/** What a person says of an incident; `when` null: the present hour. */
export const IncidentToNoteSchema = z.strictObject({
  when: z.string().trim().min(1).max(60).nullable(),
  kind: z.enum(INCIDENT_KINDS),
  what: text,
  action: text,
});
export type IncidentToNote = z.output<typeof IncidentToNoteSchema>;

const NotedSchema = z.array(
  z.strictObject({
    number: z.int().min(1),
    when: z.string().max(60),
    kind: z.enum(INCIDENT_KINDS),
    what: text,
    action: text,
    notedBy: z.string().max(60),
  }),
);
/** How often each numbered copy was opened to be printed, by `<incident>-<copy>`. */
const PrintsSchema = z.record(z.string().max(40), z.int().min(0));

/** More than a day can have; a board that is flooded must not fill the medium. */
const MOST_INCIDENTS = 100;

/** Who gets a copy, in this order. */
const HOLDERS = [
  { id: 'panitia pemilihan desa', en: 'the village committee' },
  { id: 'pengawas', en: 'the supervisor' },
] as const;

export type IncidentRefusal =
  | PeopleRefusal
  | StoreFailed
  | { readonly type: 'not-after-sealing' }
  | { readonly type: 'incidents-too-many' };

type Answer<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** Incidents (kejadian) as one person of the board notes them during the day, each a paper in numbered copies. */
export interface Incidents {
  readonly entries: () => readonly NotedIncident[];
  /** @param numberBefore how many there were when the person looked: said again, it is noted once */
  readonly note: (request: {
    readonly numberBefore: number;
    readonly incident: IncidentToNote;
    readonly confirmedBy: readonly string[];
  }) => Answer<{ readonly number: number }, IncidentRefusal>;
  /** Counts one more print of a copy. @errors 'no-such-copy' · 'store-failed' */
  readonly print: (
    number: number,
    copy: number,
  ) => Answer<Uint8Array, StoreFailed | { readonly type: 'no-such-copy' }>;
}

export function openIncidents(parts: {
  readonly definition: ElectionDefinition;
  readonly durably: Durably;
  readonly papers: Papers;
  readonly phase: () => Phase;
  readonly clock: () => { readonly time: CivilTime };
}): Incidents {
  const { definition, papers } = parts;
  const entries = () => papers.get('noted-incidents', NotedSchema) ?? [];
  return {
    entries,
    note({ numberBefore, incident, confirmedBy }) {
      const people = confirmAct(definition, 'note_incident', confirmedBy);
      if (!people.ok) return people;
      if (parts.phase() === 'sealed') return { ok: false, error: { type: 'not-after-sealing' } };
      const before = entries();
      const [notedBy = ''] = confirmedBy;
      const said = before[numberBefore];
      if (said?.what === incident.what && said.action === incident.action && said.notedBy === notedBy) {
        return { ok: true, value: { number: said.number } };
      }
      if (before.length >= MOST_INCIDENTS) return { ok: false, error: { type: 'incidents-too-many' } };
      const number = before.length + 1;
      const when = incident.when ?? fullHour(parts.clock().time);
      return parts.durably('note-incident', () => {
        papers.put('noted-incidents', [...before, { ...incident, number, when, notedBy }]);
        return { number };
      });
    },
    print(number, copy) {
      const incident = entries().find((one) => one.number === number);
      const holder = HOLDERS[copy - 1];
      if (incident === undefined || holder === undefined)
        return { ok: false, error: { type: 'no-such-copy' } };
      const prints = papers.get('incident-prints', PrintsSchema) ?? {};
      const key = `${number}-${copy}`;
      const print = (prints[key] ?? 0) + 1;
      const fingerprint = createHash('sha256')
        .update(JSON.stringify({ paper: 'incident', definition, incident }))
        .digest('hex');
      return parts.durably('incident-print', () => {
        papers.put('incident-prints', { ...prints, [key]: print });
        return renderIncident({
          definition,
          incident,
          fingerprint,
          copy: { number: copy, of: HOLDERS.length, holder, print },
        });
      });
    },
  };
}
