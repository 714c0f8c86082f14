import { civilTimeSchema, type ElectionDefinition, type NotedIncident } from '@bilik/election';
import type { Language } from '@bilik/words';
import { renderOfficialPaper } from './official-paper.ts';
import {
  clock,
  dayInWords,
  fingerprintSection,
  namesOf,
  type PrintedCopy,
  paperFrame,
  placeOf,
  say,
} from './wording.ts';

export interface IncidentPaper {
  readonly definition: ElectionDefinition;
  readonly incident: NotedIncident;
  readonly copy: PrintedCopy;
  /** Hex SHA-256 of what this paper says. */
  readonly fingerprint: string;
  /** Default Indonesian. */
  readonly language?: Language;
}

/** A full hour as clocks are said; a person's own words as they are. */
export function whenInWords(language: Language, when: string): string {
  const time = civilTimeSchema.safeParse(when);
  return time.success ? clock(language, time.data) : when;
}

/** One incident (catatan kejadian), PDF/A-2b, in numbered copies; same content, same bytes. */
export function renderIncident({ language = 'id', ...paper }: IncidentPaper): Uint8Array {
  const { definition, incident, copy } = paper;
  const row = (label: string, text: string) => ({ label, text, isCode: false });
  const names = namesOf(definition, [incident.notedBy]);
  return renderOfficialPaper(
    {
      ...paperFrame(language, definition, copy),
      title: say(language, 'incident.title', { number: incident.number }),
      subtitle: say(language, 'incident.subtitle'),
      opening: [
        say(language, 'incident.opening', {
          day: dayInWords(language, definition.voting.date),
          address: placeOf(language, definition),
        }),
      ],
      notices: [],
      sections: [
        {
          title: say(language, 'incident.section'),
          blocks: [
            {
              type: 'facts',
              rows: [
                row(say(language, 'incident.when'), whenInWords(language, incident.when)),
                row(say(language, 'incident.kind'), say(language, `incident.kind.${incident.kind}`)),
                row(say(language, 'incident.what'), incident.what),
                row(say(language, 'incident.action'), incident.action),
              ],
            },
          ],
        },
        fingerprintSection(language, paper.fingerprint),
      ],
      closing: say(language, 'incident.closing'),
      signatures: names.map((name) => ({ role: say(language, 'incident.notedBy'), name, below: '' })),
      qr: null,
    },
    definition.voting.date,
  );
}
