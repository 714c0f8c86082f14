import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyRecordFile } from '@bilik/ballot/native';
import { mobileGroupRulePack } from '@bilik/election';
import { parseSignedResult } from '@bilik/transfer';
import { describe, expect, test } from 'vitest';
import { verifyCommand } from '../apps/cli/src/verify/verify-command.ts';
import { PdfReading } from '../packages/papers/src/reading/pdf-reading.ts';
import { squeezed } from '../packages/papers/test/paper-looks.ts';
import { must } from './support/answers.ts';
import { BOTH } from './support/closed-day.ts';
import { QUIET_FIELDS } from './support/day-end.ts';
import { lanDayForEachTest } from './support/lan-day.ts';
import { CHAIR, EARLY, MEMBER, openPolls } from './support/polling-place.ts';
import { prepareHome, signersOf } from './support/prepared-home.ts';
import { toolVerdict } from './support/record-check.ts';
import { changedTables, newFolder, tablesOf } from './support/station-disk.ts';
import { type Heard, openOnLan } from './support/station-http.ts';

// The mobile group as it comes through the station's own door.

const CONTEST = 'village-head';
const LEAVES = '/api/board/mobile-group-leaves';
const RETURNS = '/api/board/mobile-group-returns';
const MARKS = '/api/desk/check-in';
const BY_MOBILE = { method: 'mobile', reason: 'at-home', override: null };

const prepared = await prepareHome({
  root: newFolder(),
  voters: 8,
  cards: 12,
  rulePack: mobileGroupRulePack,
});

const told = ({ status, refusal }: Heard): [number, string] => [status, refusal];
const groupIsBack = {
  trip: 1,
  ballots: { used: 2, unused: 2, spoiled: 0 },
  when: 'sebelum zuhur',
  note: null,
};

describe('where the rules know a mobile group', () => {
  const day = lanDayForEachTest(prepared);
  const leave = (changes: object = {}, people: readonly string[] = BOTH) =>
    day.lan.tell(LEAVES, {
      tripsBefore: 0,
      taken: 4,
      when: '09:00',
      confirmations: day.home.confirmed(people),
      ...changes,
    });
  const comeBack = (changes: object = {}, people: readonly string[] = BOTH) =>
    day.lan.tell(RETURNS, { ...groupIsBack, confirmations: day.home.confirmed(people), ...changes });
  const mark = (voter: number, identity: object = BY_MOBILE) => day.lan.tell(MARKS, { voter, identity });

  test('the board alone notes groups, a desk alone marks voters: every other session is refused, and nothing is kept', async () => {
    const before = tablesOf(day.home);
    const confirmations = day.home.confirmed(BOTH);
    const bodies = {
      [LEAVES]: { tripsBefore: 0, taken: 4, when: '09:00', confirmations },
      [RETURNS]: { ...groupIsBack, confirmations },
    };
    for (const device of ['desk-1', 'booth-1', 'trustee-1', 'reader-1']) {
      const headers = day.lan.sessionOf(device);
      for (const [path, body] of Object.entries(bodies)) {
        expect((await day.lan.tell(path, body, headers)).status, `${device} at ${path}`).toBe(403);
      }
      expect((await day.lan.ask('/api/board/mobile-groups', headers)).status, device).toBe(403);
    }
    const asBoard = day.lan.sessionOf('board-1');
    expect((await day.lan.tell(MARKS, { voter: 5, identity: BY_MOBILE }, asBoard)).status).toBe(403);
    for (const [path, body] of Object.entries(bodies)) {
      expect((await day.lan.tell(path, body, {})).status).toBe(401);
    }
    expect(changedTables(before, tablesOf(day.home))).toEqual([]);
  });

  test('two different people of the board stand behind both acts, each with the right PIN', async () => {
    const { mobileGroups } = day.lan.station.pollingPlace;
    const groupsOfPeople: readonly [readonly string[], string][] = [
      [[], 'phase-refused'],
      [[CHAIR], 'phase-refused'],
      [[CHAIR, 'teknisi'], 'phase-refused'],
      [[CHAIR, CHAIR], 'same-person-twice'],
      [[MEMBER, 'pengawas'], 'phase-refused'],
      // witnesses have no PIN
      [[MEMBER, 'saksi-1'], 'pin-wrong'],
    ];
    for (const [people, refusal] of groupsOfPeople) {
      expect(told(await leave({}, people)), people.join()).toEqual([409, refusal]);
    }
    const [chair, member] = day.home.confirmed(BOTH);
    const oneIsWrong = { confirmations: [chair, { ...member, pin: '000000' }] };
    expect(told(await leave(oneIsWrong))).toEqual([409, 'pin-wrong']);
    expect(mobileGroups.entries()).toEqual([]);
    // two members do without the chair
    expect((await leave({}, ['anggota-1', 'anggota-2'])).value).toEqual({ trip: 1 });
    for (const [people, refusal] of groupsOfPeople.slice(1, 4)) {
      expect(told(await comeBack({}, people)), people.join()).toEqual([409, refusal]);
    }
    expect(told(await comeBack(oneIsWrong))).toEqual([409, 'pin-wrong']);
    expect(mobileGroups.entries()[0]?.returned).toBeNull();
    expect(told(await comeBack({}, [CHAIR, 'anggota-2']))).toEqual([200, 'accepted']);
  });

  test('figures out of range, empty words and unknown keys are malformed, and named', async () => {
    const ballots = groupIsBack.ballots;
    const malformed: readonly [string, () => Promise<Heard>][] = [
      ['taken', () => leave({ taken: 0 })],
      ['taken', () => leave({ taken: 501 })],
      ['taken', () => leave({ taken: 1.5 })],
      ['taken', () => leave({ taken: '4' })],
      ['tripsBefore', () => leave({ tripsBefore: -1 })],
      ['tripsBefore', () => leave({ tripsBefore: 21 })],
      ['when', () => leave({ when: '  ' })],
      ['when', () => leave({ when: 'a'.repeat(301) })],
      ['voters', () => leave({ voters: [5, 6] })],
      ['confirmedBy', () => leave({ confirmedBy: BOTH })],
      ['trip', () => comeBack({ trip: 21 })],
      ['used', () => comeBack({ ballots: { ...ballots, used: -1 } })],
      ['unused', () => comeBack({ ballots: { ...ballots, unused: 501 } })],
      ['spoiled', () => comeBack({ ballots: { used: 2, unused: 2 } })],
      ['lost', () => comeBack({ ballots: { ...ballots, lost: 1 } })],
      ['note', () => comeBack({ note: '' })],
      ['note', () => comeBack({ note: undefined })],
      ['reason', () => mark(5, { ...BY_MOBILE, reason: 'asleep' })],
      ['override', () => mark(5, { ...BY_MOBILE, override: 'no-card' })],
      ['compared', () => mark(5, { ...BY_MOBILE, compared: 'card' })],
    ];
    const before = tablesOf(day.home);
    for (const [field, ask] of malformed) {
      const heard = await ask();
      expect(told(heard), field).toEqual([400, 'malformed']);
      expect(JSON.stringify(heard.error['problems'])).toContain(field);
    }
    expect(changedTables(before, tablesOf(day.home))).toEqual([]);
  });

  test('limits: too few ballots, no more marks than ballots, a group that is not under way, an end of lines', async () => {
    expect(told(await mark(5))).toEqual([409, 'mobile-ballots-used-up']);
    expect((await leave({ taken: 1 })).error).toEqual({
      type: 'mobile-ballots-too-few',
      fewest: 2,
      before: 0,
    });
    expect(told(await comeBack())).toEqual([409, 'mobile-trip-not-under-way']);
    expect((await leave({ taken: 2 })).value).toEqual({ trip: 1 });
    // the answer was lost, and it was pressed again; then somebody else's tablet that had seen none
    expect((await leave({ taken: 2 })).value).toEqual({ trip: 1 });
    expect((await leave({ taken: 3 })).error).toEqual({ type: 'mobile-trips-changed', trips: 1 });
    expect((await day.lan.ask('/api/desk/state')).value).toMatchObject({ mobileBallots: 2, released: 3 });
    expect(told(await mark(5))).toEqual([200, 'accepted']);
    expect(told(await mark(5))).toEqual([409, 'already-checked-in']);
    // one who is checked in at a desk is marked for no group, and the reverse
    expect(told(await mark(1))).toEqual([409, 'already-checked-in']);
    const atDesk = { method: 'name-and-photo', override: null };
    expect(told(await mark(5, atDesk))).toEqual([409, 'already-checked-in']);
    expect(told(await mark(6, { ...BY_MOBILE, reason: 'in-hospital' }))).toEqual([200, 'accepted']);
    expect((await mark(7)).error).toEqual({ type: 'mobile-ballots-used-up', allowed: 2 });
    expect((await day.lan.ask('/api/desk/state')).value).toMatchObject({ mobileBallots: 0, released: 3 });
    const { mobileGroups } = day.lan.station.pollingPlace;
    for (let trips = 1; trips < 20; trips += 1) {
      must(mobileGroups.leave({ tripsBefore: trips, taken: 1, when: '10:00', confirmedBy: BOTH }));
    }
    expect((await leave({ tripsBefore: 20 })).error).toEqual({ type: 'mobile-trips-used-up', most: 20 });
  });

  test('ballots that do not add up are counted again, or kept with a reason; once back, a group stays back', async () => {
    await leave();
    const ballots = { used: 3, unused: 0, spoiled: 0 };
    expect((await comeBack({ ballots })).error).toEqual({
      type: 'mobile-ballots-do-not-add-up',
      taken: 4,
      returned: 3,
    });
    const note = 'Satu lembar basah kehujanan';
    for (const _again of [1, 2]) {
      expect(told(await comeBack({ ballots, note }))).toEqual([200, 'accepted']);
    }
    expect(told(await comeBack())).toEqual([409, 'mobile-trip-not-under-way']);
    await day.restart();
    const { value, text } = await day.lan.ask('/api/board/mobile-groups');
    expect(value).toMatchObject({
      rule: { limits: { ownLineFrom: 10, fewestBallots: 2 } },
      trips: [
        { number: 1, taken: 4, leftWhen: '09:00', returned: { ...ballots, when: 'sebelum zuhur', note } },
      ],
      // as many as were used: the fourth ballot is gone
      mayBeMarked: 3,
    });
    // whom it visits stands in no answer of the board
    expect((await mark(5)).status).toBe(200);
    const after = await day.lan.ask('/api/board/mobile-groups');
    expect(after.text).toBe(text.replace('"mayBeMarked":3', '"mayBeMarked":2'));
  });

  test('while voting is paused a group may leave and come back, and no desk marks; once closed, none of it', async () => {
    const { board } = day.lan.station.pollingPlace;
    must(board.command('pause', [CHAIR]));
    expect(told(await leave())).toEqual([200, 'accepted']);
    expect(told(await mark(5))).toEqual([409, 'polls-not-open']);
    expect(told(await comeBack())).toEqual([200, 'accepted']);
    must(board.command('resume', BOTH));
    must(
      day.lan.station.pollingPlace.abandonments.close({ abandonedBefore: 0, count: 3, confirmedBy: [CHAIR] }),
    );
    must(board.command('close', BOTH, EARLY));
    expect(told(await leave({ tripsBefore: 1 }))).toEqual([409, 'polls-not-open']);
    expect(told(await comeBack({ trip: 2 }))).toEqual([409, 'polls-not-open']);
  });

  test('a whole day: result/3 comes out, and bilik verify and belenios-tool accept it', async () => {
    const { lan, home, hand } = day;
    const accepted = async (asking: Promise<Heard>): Promise<Heard> => {
      const heard = await asking;
      expect(told(heard), heard.text).toEqual([200, 'accepted']);
      return heard;
    };
    const confirmations = home.confirmed(BOTH);
    const file = async (name: string): Promise<Buffer> => {
      const answer = await fetch(new URL(`/api/record/${name}`, lan.station.url), {
        headers: lan.sessionOf('trustee-1'),
      });
      expect(answer.status, name).toBe(200);
      return Buffer.from(await answer.arrayBuffer());
    };
    await accepted(leave());
    for (const voter of [5, 6, 7]) await accepted(mark(voter));
    for (const [index, option] of [0, 1, 0].entries()) {
      const { text, hash } = hand.vote(option);
      await accepted(lan.tell('/api/booth/seal', { ballot: text }));
      await accepted(lan.tell('/api/booth/confirm', { hash }));
      const finish = { hash, slip: 'sah-in-box', slipsPrinted: index + 1, said: 'by-printer' };
      await accepted(lan.tell('/api/booth/finish', finish));
    }
    const close = () => lan.tell('/api/board/command', { command: 'close', confirmations, reason: EARLY });
    expect(told(await close())).toEqual([409, 'phase-refused']);
    await accepted(comeBack({ ballots: { used: 3, unused: 1, spoiled: 0 } }));
    await accepted(close());

    const folder = newFolder();
    const at = (name: string) => join(folder, name);
    writeFileSync(at('sealed.bel'), await file('sealed'));
    const { sealed } = await verifyRecordFile(at('sealed.bel'), { expect: 'sealed', maxWorkers: 0 });
    if (sealed === undefined) throw new Error('The sealed record is not right');
    for (const owner of [1, 3, 5]) {
      const share = home.share(owner, sealed.sum.ciphertexts);
      await accepted(lan.tell('/api/shares', { owner, share }, lan.sessionOf(`trustee-${owner}`)));
    }
    await accepted(lan.tell('/api/board/command', { command: 'count', confirmations }));
    await accepted(lan.tell('/api/board/minutes-fields', { basedOn: 0, fields: QUIET_FIELDS }));
    const votes = (...counts: readonly number[]) =>
      (['c1', 'c2', 'c3', 'blank'] as const).map((key, index) => ({ key, votes: counts[index] ?? 0 }));
    const count = {
      cardsLeft: 9,
      cardsReturned: 0,
      slipBox: { inBox: 3, contests: [{ contest: CONTEST, options: votes(2, 1, 0, 0) }] },
      reason: null,
    };
    const paper = { inBox: 3, contests: [{ contest: CONTEST, options: votes(0, 2, 0, 0), invalid: 1 }] };
    const countHands = (basedOn: number, changes: object) =>
      lan.tell('/api/board/hand-count', { basedOn, count: { ...count, ...changes }, confirmations });
    const [ofPaper] = paper.contests;
    for (const contests of [
      [],
      [{ ...ofPaper, options: votes(0, 2).slice(1) }],
      [{ ...ofPaper, contest: 'bpd' }],
    ]) {
      const heard = await countHands(0, { paper: { ...paper, contests } });
      expect(told(heard)).toEqual([400, 'malformed']);
      expect(JSON.stringify(heard.error['problems'])).toContain('paper.contests');
    }
    await accepted(countHands(0, {}));
    expect((await lan.ask('/api/board/minutes')).value).toMatchObject({
      missing: [{ field: 'mobilePaper' }],
    });
    await accepted(countHands(1, { paper, reason: 'Surat suara keliling dihitung.' }));

    const { fingerprint } = (await accepted(lan.tell('/api/board/minutes-paper', {}))).value as {
      fingerprint: string;
    };
    await accepted(lan.ask('/papers/berita-acara.pdf'));
    const signers = signersOf(home, ['ketua', 'anggota-1', 'anggota-2', 'saksi-1']);
    await accepted(lan.tell('/api/board/minutes-signed', { fingerprint, ...signers, notSigned: [] }));
    await accepted(lan.tell('/api/board/command', { command: 'seal', confirmations }));

    for (const [name, path] of [
      ['record.bel', 'record.bel'],
      ['void.json', 'void'],
      ['result.json', 'result.json'],
    ] as const) {
      writeFileSync(at(name), await file(path));
    }
    const signed = must(parseSignedResult((await file('result.json')).toString('utf8')));
    expect(signed).toMatchObject({ format: 'bilik/result/3', held: [] });
    expect(signed.figures).toMatchObject({ users: 6, casts: 3, abandoned: 0 });
    expect(signed.figures.mobileGroup).toMatchObject({
      checkIns: 3,
      taken: 4,
      used: 3,
      unused: 1,
      spoiled: 0,
    });
    const [result] = signed.figures.mobileGroup?.counted?.contests ?? [];
    expect(result).toMatchObject({ options: votes(2, 3, 0, 0), valid: 5, invalid: 1, total: 6 });
    const verified = [at('record.bel'), '--void', at('void.json'), '--result', at('result.json')];
    expect(await verifyCommand(verified)).toBe(0);
    const { election } = lan.station.pollingPlace.place;
    expect(toolVerdict(await file('record.bel'), election.uuid)).toBe('accepted');
  }, 60_000);

  test('the attendance list counts who was marked, and of so few names nobody', async () => {
    const list = async () => {
      const answer = await fetch(new URL('/papers/daftar-hadir.pdf', day.lan.station.url), {
        headers: day.lan.sessionOf('board-1'),
      });
      return new PdfReading(Buffer.from(await answer.arrayBuffer())).pages.join('');
    };
    expect(await list()).not.toMatch(/keliling/i);
    await leave();
    for (const voter of [5, 6]) await mark(voter);
    const text = await list();
    expect(text).toMatch(/Diantaranyauntukkelompokkeliling\.*2/);
    expect(text).toContain(squeezed('namanya tidak ditandai di sini'));
    expect(text).not.toContain('(K)');
  });
});

test('where the rules know none, as the general ones: nobody leaves, nobody is marked, no paper is counted, and no paper or answer speaks of it', async () => {
  const home = await prepareHome({ root: newFolder(), voters: 6, cards: 8 });
  const lan = await openOnLan(home);
  openPolls(lan.station.pollingPlace);
  const confirmations = home.confirmed(BOTH);
  const leaving = { tripsBefore: 0, taken: 4, when: '09:00', confirmations };
  expect(told(await lan.tell(LEAVES, leaving))).toEqual([409, 'mobile-group-not-allowed']);
  const marking = { voter: 5, identity: BY_MOBILE };
  expect(told(await lan.tell(MARKS, marking))).toEqual([409, 'mobile-group-not-allowed']);
  expect((await lan.ask('/api/board/mobile-groups')).value).toMatchObject({
    rule: { limits: null },
    trips: [],
    mayBeMarked: null,
  });
  expect((await lan.ask('/api/desk/state')).value).toMatchObject({ mobileBallots: null });
  const { board } = lan.station.pollingPlace;
  must(board.command('close', BOTH, EARLY));
  const options = ['c1', 'c2', 'c3', 'blank'].map((key) => ({ key, votes: 0 }));
  const slipBox = { inBox: 0, contests: [{ contest: CONTEST, options }] };
  const paper = { inBox: 0, contests: [{ contest: CONTEST, options, invalid: 0 }] };
  const count = { cardsLeft: 8, cardsReturned: 0, slipBox, paper, reason: null };
  expect(told(await lan.tell('/api/board/hand-count', { basedOn: 0, count, confirmations }))).toEqual([
    409,
    'no-mobile-group',
  ]);
  for (const path of ['/papers/berita-acara.pdf', '/papers/daftar-hadir.pdf']) {
    const answer = await fetch(new URL(path, lan.station.url), {
      headers: lan.sessionOf('board-1'),
    });
    expect(new PdfReading(Buffer.from(await answer.arrayBuffer())).pages.join(''), path).not.toMatch(
      /keliling/i,
    );
  }
  for (const path of ['/api/board/arithmetic', '/api/board/minutes']) {
    expect((await lan.ask(path)).text, path).not.toMatch(/keliling|mobilePaper/i);
  }
  expect(lan.broken).toEqual([]);
  await lan.station.stop();
});
