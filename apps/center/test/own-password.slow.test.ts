import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeAt, newCodeSecret } from '../src/accounts/one-time-code.ts';
import { hashPassword } from '../src/accounts/password.ts';
import { openSecret, sealSecret } from '../src/accounts/sealed-secret.ts';
import { countTry } from '../src/accounts/sign-in-pause.ts';
import { inScope, OWN_WORK } from '../src/database/scope.ts';
import { type OfficeBrowser, openOfficeBrowser, press, seeText } from './office-browser.ts';
import { addAccount, sessionOf } from './small-regency.ts';
import { openTestCenter, type TestCenter } from './test-center.ts';

const OLD = 'kata sandi buatan';
const NEW = 'kata sandi yang lain lagi';
/** Cheap, for old passwords of a test: what is kept says its own cost. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 };
const HALF_MINUTE_MS = 30_000;

let center: TestCenter;
let office: OfficeBrowser;
beforeAll(async () => {
  center = await openTestCenter();
  office = await openOfficeBrowser(center, 'own-account');
});
afterAll(() => office.close());

/** Somebody of the desk with a password. @returns the code of the moment */
async function person(id: string): Promise<() => string> {
  await addAccount(center.store.database, { id, role: 'desk', area: '16.07' });
  const { secret } = newCodeSecret(id);
  await center.store.owner
    .updateTable('account')
    .set({
      password: await hashPassword(OLD, CHEAP),
      totp: sealSecret(secret, center.parts.keys.secret('one-time-code'), id),
    })
    .where('id', '=', id)
    .execute();
  return () => codeAt(secret, center.parts.now());
}

test('a password is changed with the present one and a fresh code, and the account’s other sessions end', async () => {
  const code = await person('desk.lama');
  const elsewhere = await sessionOf(center.store.database, 'desk.lama', center.parts.now());
  const change = async (given: object) => {
    const input = { password: OLD, newPassword: NEW, code: code(), ...given };
    const { status, body } = await center.act('desk.lama', 'accounts.change-password', input);
    return body.error?.type ?? status;
  };
  const signIn = (password: string) =>
    center.post('/api/sign-in', { account: 'desk.lama', password, code: code() });

  expect(await change({ newPassword: 'sebelas hur' })).toBe('malformed');
  expect(await change({ newPassword: OLD })).toBe('password-not-new');
  // a session that was left open, without the password or without the phone
  expect(await change({ password: 'kata sandi tebakan' })).toBe('sign-in-wrong');
  expect(await change({ code: '000000' })).toBe('sign-in-wrong');
  expect(await signIn(OLD), 'nothing was changed').toMatchObject({ status: 200 });
  expect(await change({}), 'the code that signed in').toBe('sign-in-wrong');

  center.moveClock(HALF_MINUTE_MS);
  expect(await change({})).toBe(200);
  expect((await center.act('desk.lama', 'accounts.me')).status).toBe(200);
  const sessions = await center.store.owner
    .selectFrom('account_session')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('account', '=', 'desk.lama')
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  expect([sessions.open, elsewhere === (await center.cookieOf('desk.lama'))]).toEqual([1, false]);

  center.moveClock(HALF_MINUTE_MS);
  expect((await signIn(OLD)).body.error?.type).toBe('sign-in-wrong');
  expect(await signIn(NEW)).toMatchObject({ status: 200 });
  const events = await center.store.owner
    .selectFrom('event')
    .selectAll()
    .where('act', '=', 'accounts.change-password')
    .execute();
  expect(events).toMatchObject([{ subject: 'desk.lama', account: 'desk.lama', area: '16.07' }]);
  const kept = await center.store.owner
    .selectFrom('account')
    .select('password')
    .where('id', '=', 'desk.lama')
    .executeTakeFirstOrThrow();
  for (const secret of [OLD, NEW, kept.password ?? '']) {
    expect(
      JSON.stringify(events, (_, value) => (typeof value === 'bigint' ? `${value}` : value)),
    ).not.toContain(secret);
  }
});

test('whoever guesses at an open session waits as at the sign-in, and the sign-in with them', async () => {
  const code = await person('desk.tebak');
  const change = async (password: string) => {
    const input = { password, newPassword: NEW, code: code() };
    return (await center.act('desk.tebak', 'accounts.change-password', input)).body;
  };
  for (let attempt = 0; attempt < 5; attempt += 1) await change(`kata sandi tebakan ${attempt}`);
  expect(await change(OLD), 'not even the right one is looked at').toMatchObject({
    error: { type: 'sign-in-pause' },
  });
  const signIn = (address: string) =>
    center.post('/api/sign-in', { account: 'desk.tebak', password: OLD, code: code() }, address);
  expect((await signIn('127.0.0.1')).body.error?.type).toBe('sign-in-pause');
  expect(await signIn('10.0.0.9'), 'whoever sits elsewhere is not shut out').toMatchObject({ status: 200 });
  center.moveClock(16 * 60_000);
  expect(await change(OLD)).toMatchObject({ ok: true });
});

test('whoever names accounts that nobody has fills no table: a paused address writes nothing of them, and after an hour all is gone', async () => {
  const tryAs = (account: string, at: Date, from = '10.9.9.9') =>
    inScope(center.store.database, OWN_WORK, (transaction) => countTry(transaction, { account, from }, at));
  const rows = async () =>
    (
      await center.store.owner
        .selectFrom('sign_in_pause')
        .select('subject')
        .where('subject', 'like', '%karangan%')
        .execute()
    ).length;
  const begun = center.parts.now();
  for (let number = 0; number < 100; number += 1) await tryAs(`karangan-${number}`, begun);
  const written = await rows();
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(50);
  expect(await tryAs('karangan-lagi', begun), 'the address still pauses').toBeGreaterThan(0);
  expect(await rows()).toBe(written);
  await tryAs('seseorang', new Date(begun.getTime() + 61 * 60_000), '10.9.9.10');
  expect(await rows()).toBe(0);
});

/** Sign-ins at the same moment. @returns how many were answered with each word */
async function atOnce(howMany: number, given: (at: number) => { account: string; from: string }) {
  const answers = await Promise.all(
    Array.from({ length: howMany }, (_, at) => {
      const { account, from } = given(at);
      return center.post('/api/sign-in', { account, password: 'kata sandi tebakan', code: '000000' }, from);
    }),
  );
  return Object.fromEntries(
    ['sign-in-wrong', 'sign-in-pause'].map((type) => [
      type,
      answers.filter(({ body }) => body.error?.type === type).length,
    ]),
  );
}

test('tries at the same moment do not pass each other', async () => {
  const code = await person('desk.serentak');
  const one = { account: 'desk.serentak', from: '10.0.1.1' };
  expect(await atOnce(12, () => one)).toEqual({ 'sign-in-wrong': 5, 'sign-in-pause': 7 });
  const right = { account: 'desk.serentak', password: OLD, code: code() };
  expect((await center.post('/api/sign-in', right, '10.0.1.1')).body.error?.type).toBe('sign-in-pause');
  expect((await center.post('/api/sign-in', right, '10.0.1.2')).status, 'its owner elsewhere').toBe(200);

  // one subscriber's many addresses are one; an office's people share theirs for longer
  const ids = await Promise.all(
    Array.from({ length: 26 }, async (_, at) => {
      await person(`desk.kantor-${at}`);
      return `desk.kantor-${at}`;
    }),
  );
  const counted = { 'sign-in-wrong': 0, 'sign-in-pause': 0 };
  for (const half of [ids.slice(0, 13), ids.slice(13)]) {
    const judged = await atOnce(13, (at) => ({ account: half[at] ?? '', from: `2001:db8::${at + 1}` }));
    counted['sign-in-wrong'] += judged['sign-in-wrong'] ?? 0;
    counted['sign-in-pause'] += judged['sign-in-pause'] ?? 0;
  }
  expect(counted).toEqual({ 'sign-in-wrong': 21, 'sign-in-pause': 5 });
});

test('passwords are looked at one at a time, and of a crowd longer than the line no try counts', async () => {
  await person('desk.ramai');
  const crowd = (at: number) => ({ account: 'desk.ramai', from: `10.0.2.${at}` });
  const judged = await atOnce(60, crowd);
  expect(judged['sign-in-pause']).toBeGreaterThan(0);
  const { wrong } = await center.store.owner
    .selectFrom('sign_in_pause')
    .select('wrong')
    .where('subject', '=', 'account desk.ramai')
    .executeTakeFirstOrThrow();
  expect(wrong).toBe(judged['sign-in-wrong']);
});

test('on the screen, by keyboard: what is wrong is said, and the right one changes it', async () => {
  const code = await person('desk.layar');
  const page = await office.openOffice('desk.layar', 'akun-saya');
  const present = page.getByLabel('Kata sandi sekarang');
  await present.waitFor();
  const type = async (...texts: readonly string[]) => {
    await present.focus();
    for (const text of texts) {
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
  };
  await type(OLD, NEW, `${NEW}!`, code());
  await seeText(page, 'Tidak sama dengan yang di atas.');
  await type(`${OLD}!`, NEW, NEW, code());
  await seeText(page, 'Kata sandi sekarang atau kode tidak cocok.');
  await office.look(page, 'wrong');
  await type(OLD, NEW, NEW, code());
  await seeText(page, 'Kata sandi diganti.');
  await office.look(page, 'changed');
  expect(await present.inputValue()).toBe('');
  await press(page, 'Keluar');
  await seeText(page, 'Nama akun');
  expect(office.errors).toEqual([]);
});

test('the first sign-in asks for the new password twice, and says when the two differ or it is too short', async () => {
  const account = 'desk.pertama';
  const invited = await center.act('regency', 'accounts.invite', {
    ...{ account, name: 'Orang Buatan', role: 'desk', area: '16.07' },
  });
  const { invitation } = invited.body.value as { readonly invitation: string };
  const page = await office.open('/kantor/');
  await press(page, 'Saya punya kode undangan');
  await seeText(page, /langkah 1 dari 2/);
  await page.getByLabel('Nama akun').fill(account);
  await page.getByLabel('Kode undangan').fill(invitation);
  await press(page, 'Lanjut');
  await seeText(page, /Langkah 2 dari 2/);
  const first = page.getByLabel('Kata sandi baru', { exact: true });
  const again = page.getByLabel('Kata sandi baru, sekali lagi');
  const finish = async (password: string, repeated: string) => {
    await first.fill(password);
    await again.fill(repeated);
    const { totp } = await center.store.owner
      .selectFrom('account')
      .select('totp')
      .where('id', '=', account)
      .executeTakeFirstOrThrow();
    const secret = openSecret(totp ?? '', center.parts.keys.secret('one-time-code'), account);
    await page.getByLabel('Kode enam angka').fill(codeAt(secret, center.parts.now()));
    await press(page, 'Selesai dan masuk');
  };
  await finish('pendek', 'pendek');
  await seeText(page, 'Terlalu pendek. Kata sandi belum dipasang');
  await finish(NEW, `${NEW}!`);
  await seeText(page, 'Tidak sama dengan yang di atas. Kata sandi belum dipasang');
  await office.look(page, 'first-sign-in');
  // account and invitation held: only the six digits can be wrong
  await again.fill(NEW);
  await page.getByLabel('Kode enam angka').fill('000000');
  await press(page, 'Selesai dan masuk');
  await seeText(page, 'Enam angka itu tidak cocok dengan QR di atas.');
  expect(await page.getByText('Nama akun, kata sandi, atau kode tidak cocok').count()).toBe(0);
  await office.look(page, 'first-sign-in-wrong-code');
  const unbegun = await center.store.owner
    .selectFrom('account')
    .select('password')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  expect(unbegun.password).toBeNull();
  await finish(NEW, NEW);
  await seeText(page, 'Keluar');
  expect(office.errors).toEqual([]);
});
