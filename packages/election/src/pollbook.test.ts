import { expect, test } from 'vitest';
import { civilDate, civilTime } from './civil-time.ts';
import { closingHour, decideAdmitQueue, fullHour, isAfterClosing } from './closing-queue.ts';
import { defaultRulePack } from './default-rule-pack.ts';
import { checkEligibility } from './eligibility.ts';
import { tps01, tps03 } from './fixtures/index.ts';
import { type CardReading, FINGER_RESULTS, type IdentityCheck, OVERRIDE_REASONS } from './identity-check.ts';
import { phaseSchema } from './phase.ts';
import {
  countCheckIns,
  decideAbandon,
  decideCheckIn,
  type EarlierCheckIn,
  mayAcceptToken,
  openReleases,
  type PollState,
  usersOf,
  type VoterStanding,
} from './pollbook.ts';
import { type RulePack, rulePackSchema } from './rule-pack.ts';
import type { Voter } from './voter.ts';

const votingDate = tps01.definition.voting.date;
const [voter] = tps01.voters;
if (voter === undefined) throw new Error('fixture without voters');
const open: PollState = { phase: 'open', released: 3, casts: 1, openCases: 1, abandoned: 0 };
const identity = { method: 'nik-typed', override: null } as const;
const listed = (changes: Partial<Voter> = {}): VoterStanding => ({
  type: 'listed',
  voter: { ...voter, ...changes },
  checkedIn: null,
});
const withSettings = (changes: Partial<Record<keyof RulePack['settings'], unknown>>): RulePack =>
  rulePackSchema.parse({ ...defaultRulePack, settings: { ...defaultRulePack.settings, ...changes } });
const nonDptAllowed = withSettings({ nonDptVoters: { value: 'allowed', certainty: 'D', cites: [] } });

const request = {
  poll: open,
  desk: 1,
  desks: 2,
  identity,
  reading: null,
  lateQueue: null,
  mobile: { checkIns: 0, allowed: 0 },
  isHelped: false,
  votingDate,
};
const decide = (standing: VoterStanding, poll: PollState = open, rulePack = defaultRulePack) =>
  decideCheckIn({ ...request, standing, poll, rulePack });

test('a listed, eligible voter is checked in and exactly one ballot is released', () => {
  expect(decide(listed())).toEqual({ ok: true, value: { voter, identity, releases: 1 } });
});

test.each(phaseSchema.options.filter((phase) => phase !== 'open'))(
  'nobody is checked in while the place is %s',
  (phase) => {
    expect(decide(listed(), { ...open, phase })).toEqual({
      ok: false,
      error: { type: 'polls-not-open', phase },
    });
  },
);

test('a desk that this place does not have checks nobody in', () => {
  const at = (desk: number) =>
    decideCheckIn({ ...request, standing: listed(), rulePack: defaultRulePack, desk });
  expect(at(2).ok).toBe(true);
  for (const desk of [0, 3, 20, 1.5, Number.NaN]) {
    expect(at(desk)).toEqual({ ok: false, error: { type: 'desk-unknown', desk, desks: 2 } });
  }
});

test('the four calm refusals: already here, elsewhere, not on the list, not eligible', () => {
  const earlier = { desk: 2, hour: civilTime('09:00') };
  expect(decide({ type: 'listed', voter, checkedIn: earlier })).toEqual({
    ok: false,
    error: { type: 'already-checked-in', earlier },
  });
  const place = tps03.definition.pollingPlace.id;
  expect(decide({ type: 'other-polling-place', place })).toEqual({
    ok: false,
    error: { type: 'other-polling-place', place },
  });
  expect(decide({ type: 'not-on-list' })).toEqual({
    ok: false,
    error: { type: 'not-on-list', mayBeAdded: false },
  });
  const ineligible = { reason: 'dead', evidence: 'Akta' } as const;
  expect(decide(listed({ ineligible }))).toEqual({
    ok: false,
    error: { type: 'ineligible', why: ineligible },
  });
});

test('voters outside the final list: only where the rule pack lets them in', () => {
  expect(decide({ type: 'not-on-list' }, open, nonDptAllowed)).toEqual({
    ok: false,
    error: { type: 'not-on-list', mayBeAdded: true },
  });
  expect(decide(listed({ listKind: 'added' }), open, nonDptAllowed).ok).toBe(true);
  expect(decide(listed({ listKind: 'added' }))).toEqual({
    ok: false,
    error: { type: 'not-on-list', mayBeAdded: false },
  });
});

const after = (
  admitted: number,
  served: number,
  rulePack = defaultRulePack,
  checkedIn: EarlierCheckIn | null = null,
) =>
  decideCheckIn({
    ...request,
    standing: { type: 'listed', voter, checkedIn },
    lateQueue: { admitted, served, closes: civilTime('13:00') },
    rulePack,
  });

test('after the closing hour only those whom the chair admitted; nobody where the rule pack sends the queue home', () => {
  expect(after(0, 0)).toEqual({
    ok: false,
    error: { type: 'queue-not-admitted', closes: '13:00', admitted: 0 },
  });
  expect(after(2, 0).ok).toBe(true);
  expect(after(2, 1).ok).toBe(true);
  expect(after(2, 2)).toMatchObject({ error: { type: 'queue-not-admitted', admitted: 2 } });
  const home = withSettings({ queueAtClosing: { value: 'sent-home', certainty: 'D', cites: [] } });
  expect(after(2, 0, home)).toEqual({ ok: false, error: { type: 'queue-sent-home', closes: '13:00' } });
  // who has come already hears that, whatever the hour
  const earlier = { desk: 2, hour: civilTime('09:00') };
  expect(after(0, 0, home, earlier)).toMatchObject({ error: { type: 'already-checked-in' } });
});

test('an invitation or a copied card is no identity: compared with card or photo, or gone on with a reason', () => {
  const by = (check: IdentityCheck, reading: CardReading | null = null) =>
    decideCheckIn({ ...request, standing: listed(), rulePack: defaultRulePack, identity: check, reading });
  const refusal = (...given: Parameters<typeof by>) => {
    const decided = by(...given);
    return decided.ok ? 'accepted' : decided.error.type;
  };
  expect(refusal({ method: 'invitation-qr', compared: null, override: null })).toBe('identity-not-compared');
  for (const compared of ['card', 'photo'] as const) {
    expect(refusal({ method: 'invitation-qr', compared, override: null })).toBe('accepted');
  }
  const chip = { method: 'card-chip', compared: 'finger', override: null } as const;
  expect(refusal(chip)).toBe('card-not-read');
  expect(refusal(chip, { finger: 'matched' })).toBe('accepted');
  for (const finger of ['not-matched', 'unreadable'] as const) {
    expect(by(chip, { finger })).toEqual({ ok: false, error: { type: 'finger-not-matched', finger } });
  }
  expect(refusal(chip, { finger: 'not-asked' })).toBe('identity-not-compared');
  expect(refusal({ ...chip, compared: 'card' }, { finger: 'not-asked' })).toBe('accepted');
  // no override blocks: with each of them every way passes, and it is what is recorded
  for (const override of OVERRIDE_REASONS) {
    expect(by({ method: 'invitation-qr', compared: null, override })).toMatchObject({
      value: { identity: { override } },
    });
    for (const finger of FINGER_RESULTS) {
      expect(refusal({ method: 'card-chip', compared: null, override }, { finger })).toBe('accepted');
    }
  }
});

test('a helper goes along by the rule pack; without the rule the voter may still come alone', () => {
  const helped = (rulePack: RulePack, isHelped: boolean) =>
    decideCheckIn({ ...request, standing: listed(), rulePack, isHelped });
  const alone = withSettings({ helper: { value: 'not-allowed', certainty: 'D', cites: [] } });
  expect(helped(defaultRulePack, true).ok).toBe(true);
  expect(helped(alone, true)).toEqual({ ok: false, error: { type: 'helper-not-allowed' } });
  expect(helped(alone, false).ok).toBe(true);
});

test('the chair admits the queue at the closing hour, more when a second queue is found, never before it', () => {
  const closes = civilTime('13:00');
  const admit = (count: number, admitted = 0, isLate = true, rulePack = defaultRulePack) =>
    decideAdmitQueue({ admitted, served: 0 }, count, { isLate, closes }, rulePack);
  expect(admit(12)).toEqual({ ok: true, value: 12 });
  expect(admit(3, 12)).toEqual({ ok: true, value: 15 });
  expect(admit(12, 0, false)).toEqual({ ok: false, error: { type: 'before-closing-hour', closes } });
  for (const count of [0, -1, 1.5, Number.NaN]) {
    expect(admit(count)).toEqual({ ok: false, error: { type: 'count-not-positive' } });
  }
  const home = withSettings({ queueAtClosing: { value: 'sent-home', certainty: 'D', cites: [] } });
  expect(admit(12, 0, true, home)).toEqual({ ok: false, error: { type: 'queue-sent-home', closes } });
});

test('the closing hour is that of the election day; an extension moves it', () => {
  const closes = closingHour(civilTime('13:00'), [
    { until: civilTime('14:00') },
    { until: civilTime('13:30') },
  ]);
  expect(closes).toBe('14:00');
  const at = (time: string, date = '2026-11-18') =>
    isAfterClosing({ date: civilDate(date), time: civilTime(time) }, civilDate('2026-11-18'), closes);
  expect(at('13:59')).toBe(false);
  expect(at('14:00')).toBe(true);
  expect(at('23:00', '2026-11-17')).toBe(false);
  expect(fullHour(civilTime('13:59'))).toBe('13:00');
});

test('voting until the last minute of the day is not over within that minute', () => {
  const at = (time: string, closes: string) =>
    isAfterClosing({ date: votingDate, time: civilTime(time) }, votingDate, civilTime(closes));
  expect(at('23:59', '23:59')).toBe(false);
  expect(at('23:59', '23:58')).toBe(true);
});

test('seventeen on voting day, or ever married; another reference date where the rule pack says so', () => {
  const child = { birthDate: civilDate('2009-11-19'), maritalStatus: 'B', ineligible: null } as const;
  expect(checkEligibility(child, votingDate, defaultRulePack)).toMatchObject({
    ok: false,
    error: { reason: 'under-age' },
  });
  expect(checkEligibility({ ...child, birthDate: votingDate17() }, votingDate, defaultRulePack).ok).toBe(
    true,
  );
  expect(checkEligibility({ ...child, maritalStatus: 'S' }, votingDate, defaultRulePack).ok).toBe(true);
  expect(checkEligibility({ ...child, maritalStatus: 'P' }, votingDate, defaultRulePack).ok).toBe(true);
  const earlier = withSettings({
    ageReference: { value: { on: 'date', date: '2026-06-30' }, certainty: 'D', cites: [] },
  });
  expect(checkEligibility({ ...child, birthDate: votingDate17() }, votingDate, earlier).ok).toBe(false);
  const unmarried = withSettings({ everMarriedMayVote: { value: false, certainty: 'D', cites: [] } });
  expect(checkEligibility({ ...child, maritalStatus: 'S' }, votingDate, unmarried).ok).toBe(false);
});

function votingDate17() {
  return civilDate('2009-11-18');
}

test('an unused token is accepted only while releases exceed casts, open cases and closed releases', () => {
  expect(mayAcceptToken({ released: 3, casts: 1, openCases: 1, abandoned: 0 })).toBe(true);
  expect(mayAcceptToken({ released: 3, casts: 1, openCases: 1, abandoned: 1 })).toBe(false);
  expect(mayAcceptToken({ released: 3, casts: 3, openCases: 0, abandoned: 0 })).toBe(false);
  expect(mayAcceptToken({ released: 3, casts: 2, openCases: 1, abandoned: 0 })).toBe(false);
  expect(mayAcceptToken({ released: 0, casts: 0, openCases: 0, abandoned: 0 })).toBe(false);
  expect(mayAcceptToken({ released: 1, casts: 2, openCases: 0, abandoned: 0 })).toBe(false);
});

test('the chair closes abandoned releases, never more than are open, and not after closing', () => {
  expect(openReleases(open)).toBe(1);
  expect(decideAbandon(open, 1)).toEqual({
    ok: true,
    value: { released: 3, casts: 1, openCases: 1, abandoned: 1 },
  });
  expect(decideAbandon({ ...open, phase: 'paused' }, 1).ok).toBe(true);
  expect(decideAbandon(open, 2)).toEqual({ ok: false, error: { type: 'exceeds-open-releases', open: 1 } });
  for (const count of [0, -1, 0.5, Number.NaN])
    expect(decideAbandon(open, count)).toEqual({ ok: false, error: { type: 'count-not-positive' } });
  expect(decideAbandon({ ...open, phase: 'closed' }, 1)).toEqual({
    ok: false,
    error: { type: 'polls-not-open', phase: 'closed' },
  });
});

test('check-ins are counted by list and sex, overrides by reason', () => {
  const counts = countCheckIns([
    { listKind: 'DPT', sex: 'L', override: null },
    { listKind: 'DPT', sex: 'P', override: 'card-unreadable' },
    { listKind: 'DPT', sex: 'P', override: 'card-unreadable' },
    { listKind: 'added', sex: 'L', override: 'other' },
    { listKind: 'added', sex: 'P', override: null },
  ]);
  expect(counts).toEqual({
    DPT: { L: 1, P: 2 },
    added: { L: 1, P: 1 },
    overrides: { 'card-unreadable': 2, 'finger-unreadable': 0, 'no-card': 0, 'reader-broken': 0, other: 1 },
  });
  expect(usersOf(counts)).toBe(5);
});
