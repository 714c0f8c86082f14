import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { verifyCommand } from '../../apps/cli/src/verify/verify-command.ts';
import { CHAIR, MEMBER, openStep, press, SECOND_MEMBER, WITNESSES } from './board.ts';
import type { HallDay } from './hall-day.ts';
import { screenOf } from './morning.ts';
import { say } from './words.ts';

/** Trustees who come, of five. */
const TRUSTEES = [1, 3, 5];

const sumOf = (votes: readonly number[]): number => votes.reduce((sum, count) => sum + count, 0);
const groupsOf = (locator: Locator): Promise<string[]> =>
  locator.locator('.copy-line__group').allTextContents();

/** Two people close; three trustees check the whole record on their own devices and give their shares. */
export async function closeAndCheck(day: HallDay): Promise<void> {
  const { board, desks, booths } = day.screens;
  const { page } = board;
  await board.go('penutupan');
  await board.command('close', [CHAIR, MEMBER], { onAsk: () => day.look.at(page, 'board-close') });
  const aloud = page.locator('section').filter({ hasText: say('board.trustees.aloud') });
  const casts = await aloud.locator('.figure__value').innerText();
  assert.equal(casts, String(sumOf(day.votes())));
  const sealed = await groupsOf(aloud);
  await day.look.at(page, 'board-read-aloud');
  await day.look.at(screenOf(desks, 1), 'desk-closed');
  await day.look.at(screenOf(booths, 1), 'booth-closed');
  for (const trustee of TRUSTEES) await giveShare(day, trustee, casts, sealed);
}

async function giveShare(
  day: HallDay,
  trustee: number,
  casts: string,
  sealed: readonly string[],
): Promise<void> {
  const { hall, look, screens } = day;
  const { board, kiosks } = screens;
  await hall.prepare(`trustee-${trustee}`);
  const page = await kiosks.open(hall.trusteeUrl(trustee));
  await page.getByRole('heading', { name: say('pairing.heading') }).waitFor();
  await look.at(page, 'trustee-pair');
  await board.go('perangkat');
  await page.keyboard.type(await board.giveCode());
  const name = say('pairing.name', { role: say('pairing.role.trustee'), number: trustee });
  await board.page.getByText(say('pairing.given.used', { name })).waitFor();
  await page.getByRole('heading', { name: say('pairing.heading') }).waitFor({ state: 'detached' });
  await board.go('penutupan');
  await page.getByText(say('trustee.opening.tick')).click();
  await look.at(page, 'trustee-begin');
  await press(page, 'trustee.opening.fetch');
  await page.getByLabel(say('trustee.compare.count')).fill(casts);
  assert.deepEqual(await groupsOf(page.locator('main')), sealed);
  await look.at(page, 'trustee-compare');
  await page.getByText(say('trustee.compare.tick')).click();
  await page.getByLabel(say('trustee.passphrase')).fill(hall.passphraseOf(trustee));
  await look.at(page, 'trustee-checked');
  await press(page, 'trustee.opening.act');
  await page.getByText(say('trustee.shared.sent')).waitFor();
  await look.at(page, 'trustee-shared');
  await page.close();
}

/** Two people count cards and slips by hand. */
export async function countByHand(day: HallDay, returnedCards: number): Promise<void> {
  const { board } = day.screens;
  const { page } = board;
  await board.unfold('board.step.hands');
  const fill = (key: 'cardsLeft' | 'cardsReturned' | 'inBox', count: number) =>
    page.getByLabel(say(`board.hands.${key}`), { exact: true }).fill(String(count));
  await fill('cardsLeft', day.cardsLeft());
  await fill('cardsReturned', returnedCards);
  await fill('inBox', sumOf(day.votes()));
  const options = page
    .locator('fieldset')
    .filter({ hasText: say('board.hands.inBox') })
    .locator('input[type=text], input:not([type])');
  for (const [index, votes] of day.votes().entries()) await options.nth(index + 1).fill(String(votes));
  const counted = page.getByRole('group', { name: say('board.hands.countedBy') });
  for (const person of [CHAIR, MEMBER]) await counted.getByText(person, { exact: true }).click();
  await day.look.at(page, 'board-hand-count', openStep(page, 'board.step.hands'));
  await press(page, 'board.hands.save');
  await board.typePins(page, [CHAIR, MEMBER]);
}

/** Two people open the sum. */
export async function openTheSum(day: HallDay): Promise<void> {
  const { board } = day.screens;
  await openStep(board.page, 'board.step.count').waitFor();
  await day.look.at(board.page, 'board-count');
  await board.command('count', [CHAIR, MEMBER]);
}

/** What only people know goes into the minutes; the paper is signed, by one witness not; the result is sealed. */
export async function writeMinutesAndSeal(day: HallDay): Promise<void> {
  const { board } = day.screens;
  const { page } = board;
  const [signing, refusing] = WITNESSES;
  await openStep(page, 'board.step.minutes').waitFor();
  const present = page.getByRole('group', { name: say('board.minutes.boardPresent') });
  for (const person of [CHAIR, MEMBER, SECOND_MEMBER])
    await present.getByText(person, { exact: true }).click();
  const witnesses = page.getByRole('group', { name: say('board.minutes.witnessesPresent'), exact: true });
  for (const person of [signing, refusing]) await witnesses.getByText(person, { exact: true }).click();
  // one incident was noted during the day
  for (const none of ['noneElse', 'objections.none'] as const) {
    await page.getByText(say(`board.minutes.${none}`), { exact: true }).click();
  }
  await page.getByLabel(say('board.minutes.helpedVoters'), { exact: true }).fill('0');
  await day.look.at(page, 'board-minutes', openStep(page, 'board.step.minutes'));
  await press(page, 'board.minutes.save');
  await openStep(page, 'board.step.seal').waitFor();
  await day.look.at(page, 'board-minutes-prepare');
  await press(page, 'board.seal.prepare');
  await page.getByText(say('board.seal.openFirst')).waitFor();
  await board.openPaper('board.seal.openPaper');
  await page.getByText(say('board.seal.openFirst')).waitFor({ state: 'detached' });
  const signs = page.getByRole('group', { name: say('board.seal.signedBy') });
  for (const person of [CHAIR, MEMBER, SECOND_MEMBER, signing])
    await signs.getByText(person, { exact: true }).click();
  await page
    .getByLabel(say('board.paper.notSigned', { name: refusing }))
    .fill('Diminta menunggu oleh tim calonnya');
  await day.look.at(page, 'board-minutes-signed', openStep(page, 'board.step.seal'));
  await press(page, 'board.seal.signed');
  await board.typePins(page, [CHAIR, MEMBER, SECOND_MEMBER]);
  await board.command('seal', [CHAIR, MEMBER], { onAsk: () => day.look.at(page, 'board-seal') });
  await board.go('hasil');
  await page.getByText('record.bel', { exact: false }).first().waitFor();
  await day.look.at(page, 'board-result');
  await day.look.at(page, 'board-downloads', page.getByRole('heading', { name: say('board.files') }));
  await board.go('qr-keluar');
  await day.look.at(page, 'board-result-code');
}

/** The three public files are downloaded on the board's result, and both tools accept them. @returns the votes that the result shows */
export async function verifyFiles(day: HallDay, folder: string): Promise<readonly number[]> {
  const { board } = day.screens;
  const { page } = board;
  await board.go('hasil');
  const shown = page.locator('.result__votes');
  await shown.first().waitFor();
  for (const name of ['record.bel', 'void.json', 'result.json']) {
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    await (await coming).saveAs(join(folder, name));
  }
  const alone = join(folder, 'alone');
  mkdirSync(alone);
  copyFileSync(join(folder, 'record.bel'), join(alone, 'record.bel'));
  execFileSync('belenios-tool', ['election', 'verify', '--dir', alone], { stdio: 'pipe' });
  const code = await verifyCommand([
    join(folder, 'record.bel'),
    ...['--void', join(folder, 'void.json')],
    ...['--result', join(folder, 'result.json')],
  ]);
  assert.equal(code, 0);
  return (await shown.allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
}
