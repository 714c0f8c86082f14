import {
  type ElectionDefinition,
  type MinutesRecord,
  type PollingPlaceMinutes,
  paperCopies,
} from '@bilik/election';
import type { Language } from '@bilik/words';
import { whenInWords } from './incident.ts';
import { logicTestFact } from './logic-test.ts';
import { handCountLines } from './minutes-hand-counts.ts';
import { mobileTripLines } from './mobile-trips.ts';
import type { PaperBlock, PaperSection } from './official-paper.ts';
import { selfTestFact } from './self-test.ts';
import { clock, figure, namesOf, restartCause, say, withoutFullStop } from './wording.ts';

type FactRow = Extract<PaperBlock, { type: 'facts' }>['rows'][number];

/** What happened, each kind with its own line: an empty one says that people declared there was none. */
export function courseOfVoting(language: Language, minutes: PollingPlaceMinutes): PaperSection {
  const { record, definition } = minutes;
  const hasNoted = record.notedIncidents.length > 0;
  const names = (ids: readonly string[]): string[] => namesOf(definition, ids);
  const rows: FactRow[] = [
    selfTestFact(language, record.selfTest, record.openedAt),
    logicTestFact(language, definition, record.logicTest),
    fact(language, 'minutes.zeroReport.signature', record.zeroReport, (signed) => [
      zeroReportLine(language, definition, signed),
    ]),
    ...record.earlyActs.map(({ command, at, announced, reason, confirmedBy }) => ({
      label: say(language, `minutes.early.${command}`),
      text: say(language, `minutes.early.${command}.line`, {
        at: clock(language, at),
        announced: clock(language, announced),
        zone: definition.voting.zone,
        reason: withoutFullStop(reason),
        names: names(confirmedBy).join('; '),
      }),
      isCode: false,
    })),
    fact(language, 'minutes.present.board', record.boardPresent, names),
    fact(language, 'minutes.present.witnesses', record.witnessesPresent, names),
    ...mandateRows(language, minutes),
    ...copyRows(language, minutes),
    fact(language, 'minutes.abandonments', record.abandonments, (abandonments) =>
      abandonments.map(({ at, count, confirmedBy }) =>
        say(language, 'minutes.abandonment', {
          at: clock(language, at),
          count: figure(language, count),
          names: names(confirmedBy).join('; '),
        }),
      ),
    ),
    fact(language, 'minutes.caseAnswers', record.caseAnswers, (answers) =>
      answers.map(({ booth, slip, answeredBy }) =>
        say(language, 'minutes.caseAnswer', {
          booth,
          slip: say(language, `minutes.caseAnswer.${slip}`),
          names: names(answeredBy).join('; '),
        }),
      ),
    ),
    // nobody guessed: nothing to say
    ...(record.wrongPins === 0
      ? []
      : [fact(language, 'minutes.wrongPins', record.wrongPins, (count) => [figure(language, count)])]),
    fact(language, 'minutes.handCounts', record.handCounts, (counts) =>
      handCountLines(language, definition, counts),
    ),
    fact(language, 'minutes.restarts', record.restarts, (restarts) =>
      restarts.map((restart) =>
        say(language, 'minutes.restart', {
          at: clock(language, restart.at),
          device: restart.device === 'station' ? say(language, 'minutes.restart.station') : restart.device,
          cause: restartCause(language, restart),
          before: restart.castsBefore,
          after: restart.castsAfter,
        }),
      ),
    ),
    ...(hasNoted
      ? [
          fact(language, 'minutes.notedIncidents', record.notedIncidents, (incidents) =>
            incidents.map((incident) =>
              say(language, 'minutes.notedIncident', {
                number: incident.number,
                kind: say(language, `incident.kind.${incident.kind}`),
                when: whenInWords(language, incident.when),
                what: withoutFullStop(incident.what),
                action: withoutFullStop(incident.action),
                names: names([incident.notedBy]).join('; '),
              }),
            ),
          ),
        ]
      : []),
    fact(language, hasNoted ? 'minutes.otherIncidents' : 'minutes.incidents', record.incidents, (incidents) =>
      incidents.map((incident) =>
        say(language, 'minutes.incident', {
          at: clock(language, incident.at),
          what: withoutFullStop(incident.what),
          action: withoutFullStop(incident.action),
        }),
      ),
    ),
    fact(language, 'minutes.extensions', record.extensions, (extensions) =>
      extensions.map(({ at, until, reason, confirmedBy }) =>
        say(language, 'minutes.extension', {
          at: clock(language, at),
          until: clock(language, until),
          reason: withoutFullStop(reason),
          names: names(confirmedBy).join('; '),
        }),
      ),
    ),
    // a day without a queue at closing has nothing to say of it
    ...(record.queueAdmissions.length === 0
      ? []
      : [
          fact(language, 'minutes.queueAdmissions', record.queueAdmissions, (admissions) => [
            ...admissions.map(({ at, count, confirmedBy }) =>
              say(language, 'minutes.queueAdmission', {
                at: clock(language, at),
                count: figure(language, count),
                names: names(confirmedBy).join('; '),
              }),
            ),
            say(language, 'minutes.checkedInLate', { count: figure(language, record.checkedInLate) }),
          ]),
        ]),
    ...(record.mediaEpochs.length === 0
      ? []
      : [
          fact(language, 'minutes.mediaEpochs', record.mediaEpochs, (epochs) =>
            epochs.map(({ number, cause, media, at, confirmedBy }) =>
              say(language, `minutes.mediaEpoch.${cause}`, {
                number,
                media: media.join(', '),
                at: at === null ? '' : clock(language, at),
                names: names(confirmedBy).join('; '),
              }),
            ),
          ),
        ]),
    ...(record.mobileTrips.length === 0
      ? []
      : [
          fact(language, 'minutes.mobileTrips', record.mobileTrips, (trips) =>
            mobileTripLines(language, definition, trips),
          ),
        ]),
    fact(language, 'minutes.overrides', record.overrides, (overrides) =>
      OVERRIDE_REASONS.filter((reason) => overrides[reason] > 0).map((reason) =>
        say(language, `minutes.override.${reason}`, { count: overrides[reason] }),
      ),
    ),
    fact(language, 'minutes.helped', record.helpedVoters, (count) =>
      count === 0 ? [] : [figure(language, count)],
    ),
    // two media are the rule: only a day that went on with one of them has something to say
    ...(record.singleMediumSince === null || record.singleMediumSince === 'never'
      ? []
      : [
          fact(language, 'minutes.singleMedium', record.singleMediumSince, (since) => [
            say(language, 'minutes.singleMedium.since', { at: clock(language, since) }),
          ]),
        ]),
  ];
  return { title: say(language, 'minutes.section.events'), blocks: [{ type: 'facts', rows }] };
}

function zeroReportLine(
  language: Language,
  definition: ElectionDefinition,
  { preparedAt, signedAt, signedBy }: NonNullable<MinutesRecord['zeroReport']>,
): string {
  return say(language, 'minutes.zeroReport.signedBy', {
    prepared: clock(language, preparedAt),
    signed: clock(language, signedAt),
    names: namesOf(definition, signedBy).join('; '),
  });
}

const OVERRIDE_REASONS = [
  'card-unreadable',
  'finger-unreadable',
  'no-card',
  'reader-broken',
  'other',
] as const;

export function objections(language: Language, { record }: PollingPlaceMinutes): PaperSection {
  const title = say(language, 'minutes.section.objections');
  if (record.objections === null || record.objections.length === 0) {
    const text = say(language, record.objections === null ? 'document.notFilled' : 'document.none');
    return { title, blocks: [{ type: 'text', text }] };
  }
  const items = record.objections.map(({ by, what, answer }) =>
    say(language, 'minutes.objection', {
      by,
      what: withoutFullStop(what),
      answer: withoutFullStop(answer),
    }),
  );
  return { title, blocks: [{ type: 'list', items }] };
}

/** Of each witness who is present, or whose letter was asked for. */
function mandateRows(language: Language, { record, definition }: PollingPlaceMinutes): FactRow[] {
  const lines = definition.people.flatMap(({ id, name }) => {
    const entry = record.mandates.find(({ person }) => person === id);
    if (entry === undefined) {
      const isPresent = record.witnessesPresent?.includes(id) === true;
      return isPresent ? [say(language, 'mandate.minutes.notAsked', { name })] : [];
    }
    const at = clock(language, entry.checkedAt);
    return entry.letter === null
      ? [say(language, 'mandate.minutes.none', { name, at })]
      : [say(language, 'mandate.minutes.letter', { name, letter: entry.letter, at })];
  });
  return lines.length === 0
    ? []
    : [{ label: say(language, 'mandate.minutes'), text: lines.join('\n'), isCode: false }];
}

/** How many copies there are, and for whom: a copy too many is seen. */
function copyRows(language: Language, { record, definition }: PollingPlaceMinutes): FactRow[] {
  if (record.witnessesPresent === null) return [];
  const copies = paperCopies(definition, record.witnessesPresent);
  const lines = copies.map(({ number, holder }) =>
    say(language, 'copy.list.line', { number, of: copies.length, holder: holder[language] }),
  );
  return [{ label: say(language, 'copy.list'), text: lines.join('\n'), isCode: false }];
}

type FactLabel =
  | 'minutes.zeroReport.signature'
  | 'minutes.present.board'
  | 'minutes.present.witnesses'
  | 'minutes.abandonments'
  | 'minutes.caseAnswers'
  | 'minutes.wrongPins'
  | 'minutes.handCounts'
  | 'minutes.restarts'
  | 'minutes.incidents'
  | 'minutes.otherIncidents'
  | 'minutes.extensions'
  | 'minutes.notedIncidents'
  | 'minutes.queueAdmissions'
  | 'minutes.mediaEpochs'
  | 'minutes.mobileTrips'
  | 'minutes.overrides'
  | 'minutes.helped'
  | 'minutes.singleMedium';

/** Not filled in, none, or one line each. */
function fact<Value>(
  language: Language,
  label: FactLabel,
  value: Value | null,
  linesOf: (value: Value) => readonly string[],
): FactRow {
  const lines = value === null ? [say(language, 'document.notFilled')] : linesOf(value);
  const text = lines.length === 0 ? say(language, 'document.none') : lines.join('\n');
  return { label: say(language, label), text, isCode: false };
}
