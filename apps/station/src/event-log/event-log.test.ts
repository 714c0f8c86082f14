import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilTime } from '@bilik/election';
import { tps01 } from '@bilik/election/fixtures';
import ajvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PHASE_COMMANDS } from '../phase/act-log.ts';
import { cataloguePage } from './catalogue-page.ts';
import { EVENT_TYPES } from './event-types.ts';
import { nistEventDocumentation, nistEventLog } from './nist-event-log.ts';
import { type EventSources, publicEvents } from './public-events.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const schema: object = JSON.parse(
  readFileSync(
    join(import.meta.dirname, '..', '..', 'test', 'nist-cdf', 'NIST_V1_election_event_logging.json'),
    'utf8',
  ),
);
const ajv = new ajvDraft04.default({ strict: false, allErrors: true });
ajvFormats.default(ajv);
const validate = ajv.compile(schema);
const faultsOf = (text: string) => {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const act = (command: (typeof PHASE_COMMANDS)[number], at: string, early = false) => ({
  command,
  at: civilTime(at),
  confirmedBy: ['chair'],
  early: early ? { announced: civilTime('13:00'), reason: 'Banjir' } : null,
});
const matchedRun = (endedAt: string) => ({
  begunAt: civilTime('06:15'),
  endedAt: civilTime(endedAt),
  confirmedBy: ['chair', 'member'],
  casts: 20,
  spoiled: 0,
  total: [],
  booths: [],
});
const DAY: EventSources = {
  acts: [
    act('prove_zero', '06:50'),
    act('open', '07:02'),
    act('pause', '09:10'),
    act('resume', '09:25'),
    act('close', '12:40', true),
    act('count', '13:20'),
    act('seal', '13:55'),
  ],
  record: {
    ...tps01.record,
    restarts: [{ device: 'station', at: civilTime('09:12'), cause: null, castsBefore: 31, castsAfter: 31 }],
    abandonments: [{ at: civilTime('12:35'), count: 2, confirmedBy: ['chair'] }],
    mandates: [{ person: 'witness-1', letter: null, checkedAt: civilTime('06:41') }],
    singleMediumSince: civilTime('10:05'),
    selfTest: { at: civilTime('06:12'), verdict: 'attention', checks: [] },
    logicTest: {
      runs: [matchedRun('06:20'), { ...matchedRun('06:35'), total: null }],
      skipped: { at: civilTime('06:40'), reason: 'Pemilih sudah antre', confirmedBy: ['chair', 'member'] },
    },
    extensions: [
      {
        at: civilTime('12:05'),
        until: civilTime('14:00'),
        reason: 'Hujan lebat',
        confirmedBy: ['chair', 'member'],
      },
    ],
    queueAdmissions: [{ at: civilTime('12:20'), count: 14, confirmedBy: ['chair'] }],
    mediaEpochs: [
      {
        number: 2,
        cause: 'one-medium',
        media: [1],
        at: civilTime('10:05'),
        confirmedBy: ['chair', 'member'],
      },
      {
        number: 3,
        cause: 'new-medium',
        media: [1, 3],
        at: civilTime('11:10'),
        confirmedBy: ['chair', 'member'],
      },
      {
        number: 4,
        cause: 'takeover',
        media: [3, 4],
        at: civilTime('11:40'),
        confirmedBy: ['chair', 'member'],
      },
    ],
  },
  minutesPaper: null,
};
const logOf = (sources: EventSources) =>
  nistEventLog({
    definition: tps01.definition,
    electionFingerprint: 'x'.repeat(43),
    version: '0.1.0',
    events: publicEvents(sources),
  });

describe('event log', () => {
  test('log and documentation are valid by NIST’s own schema, and a planted fault is not', () => {
    expect(faultsOf(logOf(DAY))).toEqual([]);
    expect(faultsOf(nistEventDocumentation('0.1.0', '2026-12-01'))).toEqual([]);
    expect(faultsOf(logOf(DAY).replace('"Sequence": "1"', '"Sequence": 1'))).not.toEqual([]);
  });

  test('says what happened, by hours', () => {
    expect(publicEvents(DAY).map(({ name, hour }) => `${hour} ${name}`)).toEqual([
      '6 zero-proven',
      '6 logic-test-differed',
      '6 logic-test-matched',
      '6 logic-test-skipped',
      '6 mandate-noted',
      '6 self-test-attention',
      ...(tps01.record.zeroReport === null ? [] : ['6 zero-report-prepared', '6 zero-report-signed']),
      '7 polls-opened',
      '9 polls-paused',
      '9 polls-resumed',
      '9 station-restarted',
      '10 single-medium',
      '11 new-medium',
      '11 station-taken-over',
      '12 polls-closed-early',
      '12 hours-extended',
      '12 queue-admitted',
      '12 releases-closed',
      '13 sum-opened',
      '13 sealed',
    ]);
  });

  test('no minute, no count, no person, no reason leaves: sources that differ in those give the same bytes', () => {
    const minute = fc.integer({ min: 0, max: 59 }).map((value) => String(value).padStart(2, '0'));
    let moved = 0;
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 500 }), (at, count) => {
        const other: EventSources = {
          ...DAY,
          record: {
            ...DAY.record,
            restarts: [
              {
                device: 'station',
                at: civilTime(`09:${at}`),
                cause: 'machine-restarted',
                castsBefore: count,
                castsAfter: count,
              },
            ],
            abandonments: [{ at: civilTime(`12:${at}`), count, confirmedBy: ['member'] }],
            mandates: [{ person: 'witness-2', letter: '17', checkedAt: civilTime(`06:${at}`) }],
            selfTest: { at: civilTime(`06:${at}`), verdict: 'attention', checks: [] },
            extensions: [
              {
                at: civilTime(`12:${at}`),
                until: civilTime('15:00'),
                reason: 'Banjir',
                confirmedBy: ['member'],
              },
            ],
            queueAdmissions: [{ at: civilTime(`12:${at}`), count, confirmedBy: ['member'] }],
          },
        };
        expect(logOf(other)).toBe(logOf(DAY));
        moved += 1;
      }),
      { numRuns: 60, seed: 1607 },
    );
    expect(moved).toBe(60);
    expect(logOf(DAY)).not.toMatch(/T\d\d:(?!00:00)/);
  });

  test('an event taken out of the middle breaks the chain of hashes', () => {
    const hashes = (text: string) => [...text.matchAll(/"Hash": "([0-9a-f]{64})"/g)].map(([, hash]) => hash);
    const whole = hashes(logOf(DAY));
    const cut = hashes(logOf({ ...DAY, acts: DAY.acts.filter(({ command }) => command !== 'pause') }));
    expect(new Set(whole).size).toBe(whole.length);
    expect(cut.at(-1)).not.toBe(whole.at(-1));
  });

  test('every act of the phase table has an event, and the published page is that of the table', () => {
    for (const command of PHASE_COMMANDS) {
      expect(publicEvents({ ...DAY, acts: [act(command, '10:00')] }).length).toBeGreaterThan(0);
    }
    expect(readFileSync(join(root, 'docs', 'event-log.md'), 'utf8')).toBe(cataloguePage());
    for (const name of Object.keys(EVENT_TYPES)) expect(cataloguePage()).toContain(`\`${name}\``);
  });
});
