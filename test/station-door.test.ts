import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { must } from './support/answers.ts';
import { closePolls } from './support/day-end.ts';
import { HASH, lanDayForEachTest, QUESTION } from './support/lan-day.ts';
import { checkIn } from './support/polling-place.ts';
import { prepareHome } from './support/prepared-home.ts';
import { changedTables, newFolder, tablesOf } from './support/station-disk.ts';
import type { Heard } from './support/station-http.ts';

const prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8, booths: 2 });
const day = lanDayForEachTest(prepared);

const PROVED = { person: 'ketua', pin: '000000' };

/** Every command of a booth, with a body that is well formed. */
const BOOTH_COMMANDS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '/api/booth/token': QUESTION,
  '/api/booth/seal': { ballot: '{}' },
  '/api/booth/prove': { ballot: '{}', opening: '' },
  '/api/booth/repair': { act: 'change_roll', confirmations: [PROVED] },
  '/api/booth/confirm': { hash: HASH },
  '/api/booth/spoil': { hash: HASH },
  '/api/booth/help': { isWanted: true },
  '/api/booth/printer': { word: 'none', paper: 'enough' },
  '/api/booth/self-test': { printerTrouble: null, slipCodeTyped: true, cameraRead: null, spokenLanguages: 3 },
  '/api/booth/people': { hash: HASH, confirmations: [PROVED, { ...PROVED, person: 'anggota-1' }] },
  '/api/booth/finish': { hash: HASH, slip: 'no-slip', slipsPrinted: 0, said: 'by-printer' },
};
const BOOTH_QUESTIONS = ['/api/booth/place', '/api/booth/case'];

describe('who may speak as a booth', () => {
  test('nobody without the key of that very booth', async () => {
    const one = day.lan.keyOf(1);
    const two = day.lan.keyOf(2);
    const key = one.authorization;
    const strangers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      'no key': {},
      'a number and no key': { 'x-bilik-device': 'booth-1' },
      'a key and no number': { authorization: key },
      'the key of another booth': { ...one, 'x-bilik-device': 'booth-2' },
      'a booth that does not exist': { ...one, 'x-bilik-device': 'booth-3' },
      'booth nought': { ...one, 'x-bilik-device': 'booth-0' },
      'a negative booth': { ...one, 'x-bilik-device': 'booth--1' },
      'half a booth': { ...one, 'x-bilik-device': 'booth-1.5' },
      'no number': { ...one, 'x-bilik-device': 'booth-satu' },
      'two numbers': { ...one, 'x-bilik-device': 'booth-1, booth-2' },
      'a property’s name': { ...one, 'x-bilik-device': 'constructor' },
      'a key cut short': { ...one, authorization: key.slice(0, -1) },
      'a key with more': { ...one, authorization: `${key}0` },
      'a key in capitals': { ...one, authorization: key.toUpperCase() },
      'another scheme': { ...one, authorization: key.replace('Bearer', 'Basic') },
      'no scheme': { ...one, authorization: key.replace('Bearer ', '') },
      'the station’s own key': {
        ...one,
        authorization: `Bearer ${day.lan.station.pollingPlace.place.secrets.nikKey}`,
      },
    };
    const before = tablesOf(day.home);
    for (const [who, headers] of Object.entries(strangers)) {
      for (const [path, body] of Object.entries(BOOTH_COMMANDS)) {
        expect(await day.lan.tell(path, body, headers), `${who} at ${path}`).toMatchObject({
          status: 401,
          refusal: 'not-paired',
        });
      }
      for (const path of BOOTH_QUESTIONS) {
        expect((await day.lan.ask(path, headers)).status, `${who} at ${path}`).toBe(401);
      }
    }
    expect(changedTables(before, tablesOf(day.home))).toEqual([]);
    for (const path of BOOTH_QUESTIONS) {
      expect((await day.lan.ask(path, one)).status).toBe(200);
      expect((await day.lan.ask(path, two)).status).toBe(200);
    }
  });

  test('a booth with its own key cannot settle another booth’s case, and sees its own case only', async () => {
    const ballot = day.hand.vote(1);
    expect(await day.lan.tell('/api/booth/seal', { ballot: ballot.text }, day.lan.keyOf(1))).toMatchObject({
      status: 200,
    });
    const before = tablesOf(day.home);
    const finish = (slip: string) => ({ hash: ballot.hash, slip, slipsPrinted: 9, said: 'by-printer' });
    const tried = [
      await day.lan.tell('/api/booth/seal', { ballot: ballot.text }, day.lan.keyOf(2)),
      await day.lan.tell('/api/booth/confirm', { hash: ballot.hash }, day.lan.keyOf(2)),
      await day.lan.tell('/api/booth/spoil', { hash: ballot.hash }, day.lan.keyOf(2)),
      await day.lan.tell(
        '/api/booth/prove',
        { ballot: ballot.text, opening: ballot.opening },
        day.lan.keyOf(2),
      ),
      await day.lan.tell('/api/booth/finish', finish('sah-in-box'), day.lan.keyOf(2)),
      await day.lan.tell('/api/booth/finish', finish('no-slip'), day.lan.keyOf(2)),
    ];
    expect(tried.map(({ status, refusal }) => [status, refusal])).toEqual(
      tried.map(() => [409, 'not-this-booths-case']),
    );
    expect(changedTables(before, tablesOf(day.home))).toEqual([]);
    expect((await day.lan.ask('/api/booth/case', day.lan.keyOf(2))).value).toMatchObject({
      state: 'idle',
      hash: '',
    });
    expect((await day.lan.ask('/api/booth/case', day.lan.keyOf(1))).value).toMatchObject({
      state: 'sealing',
      hash: ballot.hash,
    });
  });
});

describe('what comes through the door', () => {
  const refusedAs = async (
    expected: [number, string],
    asking: Promise<Heard>,
    what: string,
  ): Promise<void> => {
    const { status, refusal } = await asking;
    expect([status, refusal], what).toEqual(expected);
  };

  test('malformed, over size, or not JSON: refused at every command, with what is wrong; nothing is recorded', async () => {
    const commands: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      ...BOOTH_COMMANDS,
      '/api/desk/search': { query: 'yusuf' },
      '/api/desk/standing': { voter: 4 },
      '/api/desk/check-in': { voter: 4, identity: { method: 'name-and-photo', override: null } },
      '/api/desk/self-test': { scannerRead: true, readerRead: null },
      '/api/board/command': { command: 'pause', confirmations: [] },
      '/api/board/abandon': { abandonedBefore: 0, count: 1, confirmations: [] },
      '/api/board/zero-report-signed': { fingerprint: HASH, confirmations: [], witnesses: [] },
      '/api/board/card-check': QUESTION,
      '/api/board/proof-check': { ballot: '{}' },
      '/api/shares': { owner: 1, share: '{}' },
    };
    const before = tablesOf(day.home);
    for (const [path, body] of Object.entries(commands)) {
      await refusedAs(
        [400, 'malformed'],
        day.lan.tell(path, { ...body, catatan: 1 }),
        `${path}, unknown key`,
      );
      await refusedAs([400, 'malformed'], day.lan.tell(path, {}), `${path}, nothing in it`);
      await refusedAs([400, 'malformed'], day.lan.tell(path, [body]), `${path}, a list`);
      await refusedAs([400, 'not-json'], day.lan.send(path, '{"'), `${path}, cut short`);
      await refusedAs([400, 'not-json'], day.lan.send(path, '{"__proto__":{}}'), `${path}, a prototype`);
      await refusedAs(
        [413, 'too-large'],
        day.lan.send(path, ' '.repeat(256 * 1024 + 1)),
        `${path}, over size`,
      );
      await refusedAs([404, 'not-found'], day.lan.ask(path), `${path}, asked for`);
      for (const [field, value] of Object.entries(body)) {
        const other = typeof value === 'string' ? 7 : 'tujuh';
        const heard = await day.lan.tell(path, { ...body, [field]: other });
        expect([heard.status, heard.refusal], `${path}, ${field}`).toEqual([400, 'malformed']);
        expect(JSON.stringify(heard.error['problems']), `${path}, ${field}`).toContain(field);
      }
    }
    expect(changedTables(before, tablesOf(day.home))).toEqual([]);
  });

  test.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['a hash in capitals', '/api/booth/confirm', { hash: HASH.toUpperCase() }],
    ['a hash too long', '/api/booth/confirm', { hash: `${HASH}ab` }],
    ['leading zeros in a credential', '/api/booth/token', { ...QUESTION, credential: '012' }],
    ['a credential of 700 digits', '/api/booth/token', { ...QUESTION, credential: '1'.repeat(700) }],
    ['a card that nobody shows', '/api/board/card-check', { credential: '12345' }],
    ['half a signature', '/api/booth/token', { ...QUESTION, signature: { challenge: '1' } }],
    [
      'a signature with more',
      '/api/booth/token',
      { ...QUESTION, signature: { ...QUESTION.signature, w: '3' } },
    ],
    ['a nonce cut short', '/api/board/card-check', { ...QUESTION, nonce: HASH.slice(2) }],
    ['a ballot over its size', '/api/booth/seal', { ballot: 'x'.repeat(100_001) }],
    ['one person at a case', '/api/booth/people', { hash: HASH, confirmations: [PROVED] }],
    ['an act that is no repair', '/api/booth/repair', { act: 'open', confirmations: [PROVED] }],
    ['nobody behind a repair', '/api/booth/repair', { act: 'test_printer', confirmations: [] }],
    [
      'a PIN of five digits',
      '/api/board/command',
      { command: 'pause', confirmations: [{ ...PROVED, pin: '12345' }] },
    ],
    ['a name for a proof', '/api/board/command', { command: 'pause', confirmations: ['ketua'] }],
    ['names as before', '/api/board/command', { command: 'pause', confirmedBy: ['ketua'] }],
    [
      'half a slip',
      '/api/booth/finish',
      { hash: HASH, slip: 'no-slip', slipsPrinted: 0.5, said: 'by-printer' },
    ],
    [
      'a slip of another kind',
      '/api/booth/finish',
      { hash: HASH, slip: 'lost', slipsPrinted: 0, said: 'by-printer' },
    ],
    [
      'voter nought',
      '/api/desk/check-in',
      { voter: 0, identity: { method: 'name-and-photo', override: null } },
    ],
    [
      'a desk that somebody says of itself',
      '/api/desk/check-in',
      { voter: 1, desk: 1, identity: { method: 'name-and-photo', override: null } },
    ],
    ['a query of 257 letters', '/api/desk/search', { query: 'a'.repeat(257) }],
    [
      'a phase that somebody sets',
      '/api/board/command',
      { command: 'open', phase: 'open', confirmations: [] },
    ],
    [
      'more releases than anybody has',
      '/api/board/abandon',
      { abandonedBefore: 0, count: 5_001, confirmations: [] },
    ],
    ['a share over its size', '/api/shares', { owner: 1, share: 'x'.repeat(200_001) }],
  ])('%s is malformed', async (_, path, body) => {
    expect(await day.lan.tell(path, body)).toMatchObject({
      status: 400,
      refusal: 'malformed',
    });
  });

  test('from another page or under another name is refused before anything is read', async () => {
    const voter = { voter: 4, identity: { method: 'name-and-photo', override: null } };
    for (const headers of [
      { origin: 'http://luar.test' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect(await day.lan.tell('/api/desk/check-in', voter, headers)).toMatchObject({
        status: 403,
        refusal: 'foreign-origin',
      });
    }
    const { port } = new URL(day.lan.station.url);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(
        { host: '127.0.0.1', port, path: '/api/board/state', headers: { host: 'bilik.luar.test' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
    expect(day.lan.station.pollingPlace.board.state().poll.released).toBe(3);
  });
});

describe('what people say of the paper of an interrupted case', () => {
  const finish = (hash: string, said: string, slipsPrinted = 1) =>
    day.lan.tell('/api/booth/finish', { hash, slip: 'sah-in-box', slipsPrinted, said }, day.lan.keyOf(1));
  const bring = (hash: string, people: readonly string[], booth = 1) =>
    day.lan.tell(
      '/api/booth/people',
      { hash, confirmations: day.home.confirmed(people) },
      day.lan.keyOf(booth),
    );
  const answersKept = (): unknown[] => {
    const row = tablesOf(day.home)['paper']?.find((paper) => paper.includes('case-answers'));
    return row === undefined ? [] : JSON.parse(String(JSON.parse(row)[1]));
  };
  /** A vote that counts, whose slip is in doubt. */
  const interrupt = (): string => {
    const ballot = day.hand.vote(1);
    must(day.lan.station.pollingPlace.casting.seal(1, ballot.text));
    must(day.lan.station.pollingPlace.casting.confirm(1, ballot.hash));
    return ballot.hash;
  };

  test('counts from two different people of the board who prove it, and is kept once however often it is told', async () => {
    const hash = interrupt();
    const before = tablesOf(day.home);
    const refused = [
      await bring(hash, ['ketua', 'ketua']),
      await bring(hash, ['ketua', 'teknisi']),
      await bring(hash, ['anggota-1', 'pengawas']),
      // at no other case, and of no other booth
      await bring(HASH, ['ketua', 'anggota-1']),
      await bring(hash, ['ketua', 'anggota-1'], 2),
      // whom nobody has asked
      await finish(hash, 'by-people'),
    ];
    expect(refused.map(({ status, refusal }) => [status, refusal])).toEqual([
      [409, 'same-person-twice'],
      [409, 'phase-refused'],
      [409, 'phase-refused'],
      [409, 'not-this-booths-case'],
      [409, 'not-this-booths-case'],
      [409, 'people-not-here'],
    ]);
    expect(changedTables(before, tablesOf(day.home))).toEqual([]);
    for (const people of [
      ['ketua', 'anggota-1'],
      ['anggota-2', 'anggota-1'],
    ]) {
      expect((await bring(hash, people)).status).toBe(200);
    }
    expect(changedTables(before, tablesOf(day.home))).toEqual([]);
    for (let time = 0; time < 3; time += 1) {
      expect(await finish(hash, 'by-people')).toMatchObject({ value: { state: 'idle' } });
    }
    expect(answersKept()).toEqual([{ booth: 1, slip: 'sah-in-box', answeredBy: ['anggota-2', 'anggota-1'] }]);
    // neither ballot nor time stands with it
    expect(JSON.stringify(answersKept())).not.toContain(hash);
  });

  test('is asked again after a restart: who had proved it is forgotten, and no name is kept without proof', async () => {
    const hash = interrupt();
    expect((await bring(hash, ['ketua', 'anggota-1'])).status).toBe(200);
    await day.restart();
    expect(await finish(hash, 'by-people')).toMatchObject({ status: 409, refusal: 'people-not-here' });
    expect(answersKept()).toEqual([]);
    expect((await bring(hash, ['ketua', 'anggota-1'])).status).toBe(200);
    expect((await finish(hash, 'by-people')).status).toBe(200);
    expect(answersKept()).toHaveLength(1);
  });

  test('a booth’s count of slips is kept as it was told; a jump and a fall are counted, a refused or repeated finish is not', async () => {
    const { board, casting } = day.lan.station.pollingPlace;
    const counts = () => [board.figures().slips.printed, board.state().slipCountDisagreements];
    const castAt = async (slipsPrinted: number): Promise<void> => {
      const ballot = day.hand.vote(0);
      must(casting.seal(1, ballot.text));
      expect(await finish(ballot.hash, 'by-printer', 90)).toMatchObject({ refusal: 'ballot-already' });
      must(casting.confirm(1, ballot.hash));
      await finish(ballot.hash, 'by-printer', slipsPrinted);
      await finish(ballot.hash, 'by-printer', 95);
    };
    await castAt(1);
    expect(counts()).toEqual([1, 0]);
    // two slips more in one case, then fewer than before
    await castAt(3);
    expect(counts()).toEqual([3, 1]);
    await castAt(2);
    expect(counts()).toEqual([2, 2]);
    checkIn(day.lan.station.pollingPlace, 4);
    await castAt(2);
    expect(counts()).toEqual([2, 2]);
    // what was told is what the sums get: four casts, two slips
    expect(board.arithmetic().slipDifferences.map(({ id }) => id)).toContain(
      'slips-printed-are-casts-and-spoiled',
    );
    expect(board.arithmetic().holdReasons.map(({ id }) => id)).not.toContain(
      'slips-printed-are-casts-and-spoiled',
    );
  });
});

describe('papers of the board', () => {
  test('a hand count names every option of this ballot once', async () => {
    const { board } = day.lan.station.pollingPlace;
    closePolls(day.lan.station.pollingPlace);
    const contests = board.figures().contests.map(({ contest, options }) => ({
      contest,
      options: options.map(({ key }) => ({ key, votes: 1 })),
    }));
    const [contest] = contests;
    if (contest === undefined) throw new Error('no contest');
    const count = {
      cardsLeft: 5,
      cardsReturned: 0,
      slipBox: { inBox: 4, contests },
      reason: null,
    };
    const confirmations = day.home.confirmed(['ketua', 'anggota-1']);
    const slips = (other: unknown) => ({ ...count, slipBox: { inBox: 4, contests: other } });
    const { options } = contest;
    const malformed: Readonly<Record<string, unknown>> = {
      'no contest': slips([]),
      'an option less': slips([{ ...contest, options: options.slice(1) }]),
      'an option twice': slips([{ ...contest, options: [...options, options[0]] }]),
      'another order': slips([{ ...contest, options: options.toReversed() }]),
      'another contest': slips([{ ...contest, contest: 'bupati' }]),
      'a contest twice': slips([contest, contest]),
    };
    for (const [what, body] of Object.entries(malformed)) {
      const heard = await day.lan.tell('/api/board/hand-count', { basedOn: 0, count: body, confirmations });
      expect([heard.status, heard.refusal], what).toEqual([400, 'malformed']);
      expect(JSON.stringify(heard.error['problems']), what).toContain('slipBox.contests');
    }
    expect(
      await day.lan.tell('/api/board/hand-count', {
        basedOn: 0,
        count,
        confirmations: confirmations.slice(1),
      }),
    ).toMatchObject({
      refusal: 'malformed',
    });
    expect(board.state().handCount).toBeNull();
    const sealedAgain = { ...count, slipBox: null, reason: 'Kotak disegel lagi' };
    for (const [basedOn, whole] of [count, sealedAgain].entries()) {
      expect(
        await day.lan.tell('/api/board/hand-count', { basedOn, count: whole, confirmations }),
      ).toMatchObject({
        value: { versions: basedOn + 1 },
      });
    }
  });
});
