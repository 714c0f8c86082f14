import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { parseTrustees } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { BOARD_CODE_HEADER, type Round, writeCeremonyBundle } from '@bilik/transfer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEMBERS, messagesOfSitting } from './sitting-people.ts';
import { ELECTION, REGENCY, VILLAGE } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const PLACE = `${VILLAGE}-001`;

let center: TestCenter;
beforeAll(async () => {
  center = await openTestCenter();
});
afterAll(() => center.close());

interface Shown {
  readonly phase: string;
  readonly missing: readonly string[];
  readonly keys: { readonly words: readonly string[] } | null;
  readonly next: string;
  readonly fault: { readonly name: string } | null;
  readonly steps: readonly { readonly step: { readonly type: string } }[];
  readonly members: readonly { readonly certificates: { readonly words: readonly string[] } | null }[];
}

const planned = async (id: string, change: object = {}) => {
  const answer = await center.act('regency', 'ceremony.plan', {
    ...{
      id,
      election: ELECTION,
      area: REGENCY,
      name: `Latihan ${id}`,
      threshold: 2,
      members: MEMBERS,
      places: [],
    },
    ...change,
  });
  return {
    answer,
    codes: (answer.body.value as { codes?: { member: string; code: string }[] } | undefined)?.codes ?? [],
  };
};
const shown = async (sitting: string): Promise<Shown> =>
  (await center.act('regency', 'ceremony.show', { sitting })).body.value as Shown;
const planText = async (sitting: string) =>
  (await center.paper('regency', 'ceremony.plan-file', { sitting })).bytes.toString('utf8');
const withCode = (code: string, act: 'post' | 'read', input: object) =>
  center.post(`/api/ceremony-board/${act}`, input, undefined, { [BOARD_CODE_HEADER]: code });
const posting = (code: string, text: string) => withCode(code, 'post', { text });

test('a stranger’s message is refused by its head, and whoever begins many shuts out nobody', async () => {
  const { codes } = await planned('ramai');
  const [flooding, other] = codes.map(({ code }) => code);
  if (flooding === undefined || other === undefined) throw new Error('three codes');
  const { port } = new URL(await center.listen());
  const open: Socket[] = [];
  /** The head of a message of 12 MB, and nothing of it. @returns the first line of the answer; undefined: the other side waits for the body */
  const beginMessage = (code: string) =>
    new Promise<string | undefined>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1');
      open.push(socket);
      const lines = [
        ...[
          'POST /api/ceremony-board/post HTTP/1.1',
          `host: localhost:${port}`,
          `${BOARD_CODE_HEADER}: ${code}`,
        ],
        ...['content-type: application/json', 'content-length: 12000000', '', '{'],
      ];
      socket.once('error', reject);
      socket.once('data', (bytes) => resolve(bytes.toString('latin1').split('\r\n')[0]));
      socket.once('close', () => resolve(undefined));
      socket.write(lines.join('\r\n'));
    });
  const saysOf = async (code: string) => (await posting(code, 'x')).body.error?.type;
  expect(await beginMessage('1'.repeat(24))).toBe('HTTP/1.1 409 Conflict');
  expect(await beginMessage('no code')).toBe('HTTP/1.1 409 Conflict');

  let first = beginMessage(flooding);
  let isRefused = false;
  const watched = (message: typeof first) => message.then((line) => (isRefused = line !== undefined));
  void watched(first);
  // a look that comes at the same moment may have the turn instead: then the message begins again
  const looked = async () => {
    if (isRefused) {
      isRefused = false;
      first = beginMessage(flooding);
      void watched(first);
    }
    return saysOf(flooding);
  };
  await expect.poll(looked, { interval: 10, timeout: 10_000 }).toBe('board-busy');
  const flood = await Promise.all(Array.from({ length: 40 }, () => beginMessage(flooding)));
  expect(new Set(flood)).toEqual(new Set(['HTTP/1.1 409 Conflict']));
  expect((await withCode(flooding, 'read', {})).body.error?.type).toBe('board-busy');
  expect(await saysOf(other), 'others are served').toBe('bundle-unreadable');
  // whoever goes gives the turn back, and so does each that was served
  for (const socket of open) socket.destroy();
  expect(await first).toBeUndefined();
  await expect.poll(() => saysOf(flooding), { interval: 10, timeout: 10_000 }).toBe('bundle-unreadable');
  for (let turn = 0; turn < 20; turn += 1) expect(await saysOf(flooding)).toBe('bundle-unreadable');
  await center.act('regency', 'ceremony.leave', { sitting: 'ramai', reason: 'Latihan selesai' });
});

test('a sitting from plan to posted paper: by notice board and by stick, every key computed and nothing secret kept', async () => {
  const { codes } = await planned('satu');
  const texts = messagesOfSitting(await planText('satu'));
  expect(await shown('satu')).toMatchObject({
    phase: 'certificates',
    missing: MEMBERS.map(({ name }) => name),
  });
  const give = async (round: Round, members = codes) => {
    for (const { member, code } of members) {
      const answer = await posting(code, texts[round].get(member) ?? '');
      expect([member, answer.status, answer.body.error]).toEqual([member, 200, undefined]);
    }
  };
  // out of turn, under another's code, unreadable: refused by name and nothing kept
  const [first, second, third] = codes;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three codes');
  const wrong = async (code: string, text: string) => (await posting(code, text)).body.error?.type;
  expect(await wrong(first.code, texts.polynomial.get(first.member) ?? '')).toBe('bundles-missing');
  expect(await wrong(first.code, texts.certificate.get(second.member) ?? '')).toBe('bundle-of-stranger');
  expect(await wrong(first.code, 'x')).toBe('bundle-unreadable');
  expect(await wrong('1'.repeat(24), texts.certificate.get(first.member) ?? '')).toBe('board-code-wrong');
  await give('certificate', codes.slice(0, 2));
  // the third comes by stick
  const bytes = Buffer.from(texts.certificate.get(third.member) ?? '', 'utf8');
  const id = 'c'.repeat(32);
  const upload = (input: object) => center.act('regency', 'files.upload', { id, ...input });
  await upload({ step: 'begin', name: 'pesan-1.json', bytes: bytes.length });
  await upload({ step: 'piece', at: 0, bytes: bytes.toString('base64') });
  await upload({ step: 'finish', sha256: createHash('sha256').update(bytes).digest('hex') });
  expect((await center.act('regency', 'ceremony.take', { sitting: 'satu', upload: id })).status).toBe(200);
  const comparing = await shown('satu');
  expect(comparing.phase).toBe('comparing');
  expect(comparing.members.map(({ certificates }) => certificates?.words.length)).toEqual([8, 8, 8]);
  // nothing goes on before the fingerprints were read aloud, and with everybody there
  expect(await wrong(first.code, texts.polynomial.get(first.member) ?? '')).toBe('sitting-not-now');
  const compared = (present: readonly string[]) =>
    center.act('regency', 'ceremony.compared', { sitting: 'satu', present });
  expect((await compared(['pemegang-1'])).body.error?.type).toBe('sitting-not-all-present');
  expect((await compared(MEMBERS.map((member) => member.id))).status).toBe(200);
  await give('polynomial');
  await give('polynomial');
  await give('share');
  const made = await shown('satu');
  expect([made.phase, made.keys?.words.length]).toEqual(['confirming', 8]);
  const row = await center.store.owner
    .selectFrom('sitting_place')
    .selectAll()
    .where('sitting', '=', 'satu')
    .executeTakeFirstOrThrow();
  expect(row.place).toBe(PLACE);
  expect(parseTrustees(nativeGroup(), row.trustees ?? '').ok).toBe(true);
  expect([...(row.member_order ?? [])].sort()).toEqual(MEMBERS.map((member) => member.id));
  const read = await withCode(first.code, 'read', {});
  expect((read.body.value as { bundles: string[] }).bundles).toHaveLength(9);
  for (const { id: member } of MEMBERS)
    await center.act('regency', 'ceremony.confirmed', { sitting: 'satu', member });
  expect((await shown('satu')).phase).toBe('posting');
  const poster = await center.paper('observer', 'ceremony.poster', { sitting: 'satu' });
  expect([poster.status, poster.type, poster.bytes.subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ]);
  expect((await center.act('regency', 'ceremony.posted', { sitting: 'satu', where: 'Kantor' })).status).toBe(
    200,
  );
  expect((await shown('satu')).phase).toBe('ready');
  // afterwards nobody is replaced: two of three suffice, a third lost is one too many
  const lost = (member: string) =>
    center.act('regency', 'ceremony.lost', { sitting: 'satu', member, reason: 'sakit' });
  expect(
    (await center.act('regency', 'ceremony.leave', { sitting: 'satu', reason: 'x' })).body.error?.type,
  ).toBe('sitting-keys-made');
  await lost('pemegang-1');
  expect((await shown('satu')).phase).toBe('ready');
  await lost('pemegang-2');
  expect((await shown('satu')).phase).toBe('too-few');
  // the place has its keys: no other sitting makes it others
  expect((await planned('dua', { places: [PLACE] })).answer.body.error).toMatchObject({
    type: 'place-has-keys',
  });
});

test('plans against the rules, of paper polling places or of another regency’s election are refused by name', async () => {
  const refused = async (change: object) =>
    (await planned(`salah-${Math.trunc(1)}`, change)).answer.body.error;
  expect(await refused({ threshold: 3 })).toMatchObject({
    type: 'trustees-unlawful',
    code: 'threshold-too-high',
  });
  const oneInterest = MEMBERS.map((member) => ({ ...member, interest: 'BPD' }));
  expect(await refused({ members: oneInterest })).toMatchObject({ code: 'interest-holds-too-much' });
  expect(await refused({ places: ['16.07.01.2002-001'] })).toMatchObject({ type: 'place-not-electronic' });
  expect(await refused({ election: 'lain' })).toMatchObject({ type: 'election-unknown' });
});

test('a false message that shows only with the others’ is named; the sitting is left and begins anew under another name', async () => {
  await center.store.owner
    .updateTable('place')
    .set({ mode: 'electronic' })
    .where('id', '=', '16.07.01.2002-001')
    .execute();
  const { codes } = await planned('tiga', { area: '16.07.01.2002' });
  const text = await planText('tiga');
  const texts = messagesOfSitting(text);
  const others = messagesOfSitting(text, 2);
  for (const { member, code } of codes) await posting(code, texts.certificate.get(member) ?? '');
  await center.act('regency', 'ceremony.compared', { sitting: 'tiga', present: MEMBERS.map(({ id }) => id) });
  const [first, second, third] = codes;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three codes');
  await posting(first.code, texts.polynomial.get(first.member) ?? '');
  await posting(second.code, texts.polynomial.get(second.member) ?? '');
  // the third one's polynomial is signed by another key than its certificate's
  const right = JSON.parse(texts.polynomial.get(third.member) ?? '');
  const strange = JSON.parse(others.polynomial.get(third.member) ?? '');
  right.messages[0].message = strange.messages[0].message;
  await posting(third.code, writeCeremonyBundle(right));
  expect(await shown('tiga')).toMatchObject({ phase: 'faulty', fault: { name: 'Orang Buatan Tiga' } });
  expect(
    (await center.act('regency', 'ceremony.lost', { sitting: 'tiga', member: 'pemegang-1', reason: 'x' }))
      .body.error?.type,
  ).toBe('sitting-begins-anew');
  const left = await center.act('regency', 'ceremony.leave', { sitting: 'tiga', reason: 'pesan palsu' });
  expect(left.body.value).toEqual({ next: 'Latihan tiga (2)' });
  expect((await posting(first.code, texts.polynomial.get(first.member) ?? '')).body.error?.type).toBe(
    'sitting-left',
  );
  expect((await planned('tiga-2', { area: '16.07.01.2002', name: 'Latihan tiga (2)' })).answer.status).toBe(
    200,
  );
});
