import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Confirmation } from './confirmation.ts';
import { tps01 } from './fixtures/index.ts';
import {
  decidePhase,
  nextPhase,
  type Phase,
  type PhaseCommand,
  type PhaseLogEntry,
  phaseCommandSchema,
  phaseRule,
  phaseSchema,
  replayPhases,
} from './phase.ts';
import { PHASE_RULES, type PhaseFacts, phaseTableMarkdown } from './phase-table.ts';

const commands = phaseCommandSchema.options;
const people = tps01.definition.people;
const chair: Confirmation = { person: 'ketua', role: 'chair' };
const member: Confirmation = { person: 'anggota-1', role: 'member' };
const otherMember: Confirmation = { person: 'anggota-2', role: 'member' };
const technician: Confirmation = { person: 'teknisi', role: 'technician' };

/** Facts under which every command may go ahead. */
const READY: PhaseFacts = {
  ballotsStored: 0,
  checkIns: 0,
  zeroReportSigned: true,
  openCases: 0,
  openReleases: 0,
  unfinishedSlips: 0,
  mobileGroupsUnderWay: 0,
  validShares: 2,
  threshold: 2,
  trusteesUnableDeclared: true,
  slipsCountedByTwo: true,
  emptyMinutesFields: 0,
  minutesSigned: true,
};

test('once closed, no command sequence reopens voting', () => {
  let closedSeen = 0;
  let sealedSeen = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...commands), { minLength: 20, maxLength: 80, size: 'max' }),
      (sequence) => {
        let phase: Phase = 'configured';
        let closed = false;
        for (const command of sequence) {
          const next = nextPhase(phase, command);
          if (next.ok) phase = next.value;
          closed ||= phase === 'closed';
          if (closed) expect(['closed', 'counted', 'sealed']).toContain(phase);
        }
        if (closed) closedSeen += 1;
        if (phase === 'sealed') sealedSeen += 1;
      },
    ),
    { numRuns: 2000, seed: 1607 },
  );
  expect(closedSeen).toBeGreaterThan(100);
  expect(sealedSeen).toBeGreaterThan(20);
});

test('from the table itself: nothing that can follow closed is open or paused, and every phase can be reached', () => {
  const reachable = (start: Phase): ReadonlySet<Phase> => {
    const found = new Set<Phase>([start]);
    for (const phase of found)
      for (const rule of PHASE_RULES) if (rule.from.includes(phase)) found.add(rule.to);
    return found;
  };
  expect([...reachable('closed')].sort()).toEqual(['closed', 'counted', 'sealed']);
  expect([...reachable('sealed')]).toEqual(['sealed']);
  expect(reachable('configured').size).toBe(phaseSchema.options.length);
  expect(new Set(PHASE_RULES.map(({ command }) => command)).size).toBe(commands.length);
});

test('no single person opens, closes, counts or seals, whoever it is and however often he confirms', () => {
  let tried = 0;
  for (const command of ['open', 'resume', 'close', 'count', 'count_slips', 'seal'] as const) {
    const phase = PHASE_RULES.find((rule) => rule.command === command)?.from[0] ?? 'configured';
    for (const { id, role } of people) {
      const alone = { person: id, role };
      for (const confirmedBy of [[], [alone], [alone, alone, alone]]) {
        const decided = decidePhase({ phase, command, confirmedBy, facts: READY });
        if (decided.ok) throw new Error(`${command} by ${id} alone`);
        expect(decided.error.map(({ type }) => type)).toContain('needs-people');
        tried += 1;
      }
    }
  }
  expect(tried).toBe(6 * people.length * 3);
});

test('a technician can repair but takes part in no command; without the chair nothing opens', () => {
  for (const rule of PHASE_RULES) {
    const decided = decidePhase({
      phase: rule.from[0] ?? 'sealed',
      command: rule.command,
      confirmedBy: [chair, technician],
      facts: READY,
    });
    expect(decided).toMatchObject({ ok: false });
    if (!decided.ok) expect(decided.error.map(({ type }) => type)).toContain('role-may-not');
  }
  expect(
    decidePhase({ phase: 'zero_proven', command: 'open', confirmedBy: [member, otherMember], facts: READY }),
  ).toEqual({
    ok: false,
    error: [{ type: 'needs-leader', ledBy: ['chair'] }],
  });
});

/** One fact at a time is made wrong; the command must name the condition that fails. */
const UNMET: readonly (readonly [PhaseCommand, Partial<PhaseFacts>, string])[] = [
  ['prove_zero', { ballotsStored: 1 }, 'no-ballots'],
  ['prove_zero', { checkIns: 1 }, 'no-check-ins'],
  ['open', { zeroReportSigned: false }, 'zero-report-signed'],
  ['open', { ballotsStored: 1 }, 'no-ballots'],
  ['open', { checkIns: 1 }, 'no-check-ins'],
  ['close', { openCases: 1 }, 'no-open-cases'],
  ['close', { openReleases: 1 }, 'releases-settled'],
  ['close', { openReleases: -1 }, 'releases-settled'],
  ['close', { unfinishedSlips: 1 }, 'slips-finished'],
  ['close', { mobileGroupsUnderWay: 1 }, 'mobile-groups-back'],
  ['count', { validShares: 1 }, 'enough-shares'],
  ['count', { threshold: 3 }, 'enough-shares'],
  ['count_slips', { trusteesUnableDeclared: false }, 'trustees-unable'],
  ['count_slips', { slipsCountedByTwo: false }, 'slips-counted-by-two'],
  ['seal', { emptyMinutesFields: 1 }, 'minutes-filled'],
  ['seal', { minutesSigned: false }, 'minutes-signed'],
];

test.each(UNMET)('%s is refused when %j, by condition %s alone', (command, wrong, id) => {
  const phase = PHASE_RULES.find((rule) => rule.command === command)?.from[0] ?? 'configured';
  const decide = (facts: PhaseFacts) => decidePhase({ phase, command, confirmedBy: [chair, member], facts });
  expect(decide(READY).ok).toBe(true);
  const decided = decide({ ...READY, ...wrong });
  if (decided.ok) throw new Error('accepted');
  expect(
    decided.error.flatMap((error) =>
      error.type === 'precondition' ? error.unmet.map((one) => one.id) : ['?'],
    ),
  ).toEqual([id]);
});

test('every condition of the table is tried by a planted fault', () => {
  const planted = new Set(UNMET.map(([command, , id]) => `${command} ${id}`));
  for (const rule of PHASE_RULES)
    for (const { id } of rule.preconditions) expect(planted).toContain(`${rule.command} ${id}`);
});

test('counting is not blocked by empty minutes, sealing is', () => {
  const facts = { ...READY, emptyMinutesFields: 5 };
  expect(decidePhase({ phase: 'closed', command: 'count', confirmedBy: [chair, member], facts })).toEqual({
    ok: true,
    value: 'counted',
  });
  expect(decidePhase({ phase: 'counted', command: 'seal', confirmedBy: [chair, member], facts }).ok).toBe(
    false,
  );
});

const DAY: readonly PhaseLogEntry[] = [
  { command: 'prove_zero', confirmedBy: ['ketua'] },
  { command: 'open', confirmedBy: ['ketua', 'anggota-1'] },
  { command: 'pause', confirmedBy: ['anggota-2'] },
  { command: 'resume', confirmedBy: ['anggota-2', 'anggota-1'] },
  { command: 'close', confirmedBy: ['ketua', 'anggota-1'] },
  { command: 'count', confirmedBy: ['ketua', 'anggota-2'] },
  { command: 'seal', confirmedBy: ['ketua', 'anggota-1'] },
];

test('a public log replays to where the place stands, at every point of the day', () => {
  expect(DAY.map((_, count) => replayPhases(DAY.slice(0, count), people))).toEqual(
    ['configured', 'zero_proven', 'open', 'paused', 'open', 'closed', 'counted'].map((value) => ({
      ok: true,
      value,
    })),
  );
  expect(replayPhases(DAY, people)).toEqual({ ok: true, value: 'sealed' });
});

test('an edited log does not replay: any entry removed, doubled, swapped or signed by others is found there', () => {
  const failsAt = (log: readonly PhaseLogEntry[]) => {
    const replayed = replayPhases(log, people);
    return replayed.ok ? -1 : replayed.error.entry;
  };
  const signed = (entry: number, confirmedBy: readonly string[]) =>
    DAY.map((one, at) => (at === entry ? { ...one, confirmedBy } : one));
  for (const entry of [0, 1, 4, 5])
    expect(failsAt(DAY.filter((_, at) => at !== entry))).toBeGreaterThanOrEqual(entry);
  expect(failsAt([...DAY.slice(0, 5), { command: 'resume', confirmedBy: ['ketua', 'anggota-1'] }])).toBe(5);
  expect(failsAt([...DAY, { command: 'open', confirmedBy: ['ketua', 'anggota-1'] }])).toBe(7);
  expect(failsAt([...DAY.slice(0, 4), ...DAY.slice(4, 6).reverse()])).toBe(4);
  expect(failsAt(signed(1, ['ketua']))).toBe(1);
  expect(failsAt(signed(1, ['ketua', 'ketua']))).toBe(1);
  expect(failsAt(signed(4, ['ketua', 'teknisi']))).toBe(4);
  expect(failsAt(signed(4, ['ketua', 'orang-lain']))).toBe(4);
});

test('the published table is the one in the code', () => {
  const published = readFileSync(new URL('../phases.md', import.meta.url), 'utf8');
  expect(published).toContain(phaseTableMarkdown());
  for (const command of commands) expect(published).toContain(`\`${command}\``);
});

test('what is sealed has no command back', () => {
  expect(phaseRule('sealed', 'open')).toBeUndefined();
});
