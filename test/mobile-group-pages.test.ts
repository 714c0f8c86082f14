import { mobileGroupRulePack } from '@bilik/election';
import { board as boardWords, desk as deskWords, phrase } from '@bilik/words';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from './support/answers.ts';
import { type BoardAndDesk, openBoardAndDesk } from './support/board-and-desk.ts';
import { lookAt } from './support/chromium.ts';
import { BOTH, voteOnPaper } from './support/closed-day.ts';
import { sharesOf } from './support/day-end.ts';
import { checkIn, EARLY, openPolls, openVotingHand } from './support/polling-place.ts';
import { type PreparedHome, prepareHome } from './support/prepared-home.ts';
import { newFolder, removeFolders } from './support/station-disk.ts';
import { openOnLan, type StationOnLan } from './support/station-http.ts';

// A mobile group as the board and a desk see it, from leaving to the count of its paper.

type BoardWord = keyof typeof boardWords.id;
type DeskWord = keyof typeof deskWords.id;
const say = (key: BoardWord): string => boardWords.id[key];
const sayAtDesk = (key: DeskWord): string => deskWords.id[key];

const CHAIR = 'Rahmat Hidayat';
const MEMBER = 'Lina Sari';

let prepared: PreparedHome;
let lan: StationOnLan;
let board: Page;
let desk: Page;
let pages: BoardAndDesk;

beforeAll(async () => {
  prepared = await prepareHome({
    root: newFolder(),
    voters: 9,
    cards: 12,
    rulePack: mobileGroupRulePack,
  });
  lan = await openOnLan(prepared);
  const { pollingPlace } = lan.station;
  openPolls(pollingPlace);
  const hand = openVotingHand(prepared);
  for (const [index, option] of [0, 1, 0].entries()) {
    checkIn(pollingPlace, index + 1);
    voteOnPaper(pollingPlace, hand.vote(option), 'sah-in-box', index + 1);
  }
  pages = await openBoardAndDesk(lan);
  ({ board, desk } = pages);
});
afterAll(async () => {
  await pages.browser.close();
  await lan.station.stop();
  removeFolders();
});

const groupsOnBoard = () =>
  board
    .locator('section')
    .filter({ has: board.getByRole('heading', { name: say('board.mobile'), exact: true }) });
const typed = (word: BoardWord) => groupsOnBoard().getByLabel(new RegExp(`^${say(word)}`));

/** Tab until what has the focus says so, as who has no mouse does. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 15; presses += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
      return label?.textContent ?? '';
    });
    if (focused.includes(text)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not get to ${text}`);
}

async function typePins(people: readonly string[]): Promise<void> {
  for (const [index, { pin }] of prepared.confirmed(BOTH).entries()) {
    const name = people[index] ?? '';
    await board.getByLabel(phrase('id', 'parts.pin.of', { name }), { exact: true }).waitFor();
    await board.keyboard.type(pin);
  }
}

/** Presses the form's button and lets two people stand behind it, without a mouse. */
async function byTwo(act: 'leaves' | 'returns', picture?: string): Promise<void> {
  await tabTo(board, say(`board.mobile.${act}`));
  await board.keyboard.press('Enter');
  const dialog = board.getByRole('dialog').filter({ visible: true });
  await dialog.getByText(say(`board.mobile.${act}.means`)).waitFor();
  for (const person of [CHAIR, MEMBER]) {
    await tabTo(board, person);
    await board.keyboard.press('Space');
  }
  if (picture !== undefined) await lookAt(board, picture);
  await tabTo(board, say('board.mobile.yes'));
  await board.keyboard.press('Enter');
  await typePins([CHAIR, MEMBER]);
}

test('the board notes a group by keyboard alone: too few ballots are refused, four leave', async () => {
  await groupsOnBoard().waitFor();
  // nothing typed, then too few: said before two people type their PINs
  const press = () =>
    groupsOnBoard()
      .getByRole('button', { name: say('board.mobile.leaves'), exact: true })
      .press('Enter');
  await press();
  await expect.poll(() => groupsOnBoard().locator('.field__error').count()).toBe(2);
  await typed('board.mobile.taken').focus();
  await board.keyboard.type('1');
  await tabTo(board, say('board.mobile.when'));
  await board.keyboard.type('pukul 9');
  await press();
  await groupsOnBoard()
    .getByText(phrase('id', 'form.outOfRange', { least: 2, most: 500 }))
    .waitFor();
  await lookAt(board, 'board-mobile-too-few', groupsOnBoard());
  await typed('board.mobile.taken').fill('4');
  await typed('board.mobile.taken').focus();
  await byTwo('leaves', 'board-mobile-leaves-ask');
  await groupsOnBoard().getByText(say('board.mobile.away')).waitFor();
  await lookAt(board, 'board-mobile-away', groupsOnBoard());
});

test('the desk marks a voter who is visited: no card; of a mark that came too late it says why', async () => {
  const find = async (voter: number) => {
    await desk.getByRole('combobox').fill(String(voter));
    await desk.getByRole('combobox').press('Enter');
    await desk.getByText(sayAtDesk('desk.identity.heading')).waitFor();
  };
  const choose = async (where: 'at-home' | 'in-hospital') => {
    await desk
      .locator('summary')
      .filter({ hasText: sayAtDesk('desk.mobile') })
      .press('Enter');
    await desk.getByRole('radio', { name: sayAtDesk(`desk.mobile.${where}`), exact: true }).focus();
    await desk.keyboard.press('Space');
  };
  await find(5);
  await lookAt(desk, 'desk-mobile-offered');
  await choose('at-home');
  await desk.getByRole('button', { name: sayAtDesk('desk.mobile.mark'), exact: true }).waitFor();
  await lookAt(desk, 'desk-mobile-chosen');
  await desk.getByRole('button', { name: sayAtDesk('desk.mobile.mark'), exact: true }).press('Enter');
  await desk.getByText(sayAtDesk('desk.mobile.noCard'), { exact: true }).waitFor();
  await desk.getByText(sayAtDesk('desk.next.marked')).waitFor();
  await lookAt(desk, 'desk-mobile-marked');
  expect(lan.station.pollingPlace.board.state().poll.released).toBe(3);

  await find(6);
  await choose('in-hospital');
  for (const voter of [7, 8, 9]) {
    must(
      lan.station.pollingPlace.desk.checkIn({
        voter,
        desk: 2,
        identity: { method: 'mobile', reason: 'at-home', override: null },
      }),
    );
  }
  await desk.getByRole('button', { name: sayAtDesk('desk.mobile.mark'), exact: true }).press('Enter');
  await desk.getByRole('heading', { name: sayAtDesk('desk.refused.mobile.title') }).waitFor();
  await lookAt(desk, 'desk-mobile-refused');
  await desk.keyboard.press('Enter');
});

test('the group is back with a ballot missing: refused, then kept with the reason', async () => {
  await board.bringToFront();
  const fill = async (word: BoardWord, text: string) => {
    await tabTo(board, say(word));
    await board.keyboard.type(text);
  };
  // one vote alone would be read off the result: said loudly before it is noted, and gone when it was a slip of the pen
  await typed('board.mobile.used').fill('1');
  const few = groupsOnBoard().getByText(phrase('id', 'board.mobile.few', { voters: 1, fewest: 2 }));
  await few.waitFor();
  await groupsOnBoard().getByText(say('board.mobile.few.notHappened')).waitFor();
  await lookAt(board, 'board-mobile-few', groupsOnBoard());
  await typed('board.mobile.used').fill('');
  await typed('board.mobile.used').focus();
  await fill('board.mobile.used', '3');
  expect(await few.count()).toBe(0);
  await fill('board.mobile.unused', '0');
  await fill('board.mobile.spoiled', '0');
  await groupsOnBoard()
    .getByText(phrase('id', 'parts.sums.differs', { difference: 1 }))
    .waitFor();
  await fill('board.mobile.when', 'sebelum zuhur');
  await tabTo(board, say('board.mobile.returns'));
  await board.keyboard.press('Enter');
  await groupsOnBoard().getByText(phrase('id', 'form.required')).waitFor();
  expect(await board.getByRole('dialog').filter({ visible: true }).count()).toBe(0);
  await lookAt(board, 'board-mobile-differs', groupsOnBoard());
  await typed('board.mobile.note').fill('Satu lembar basah kehujanan.');
  await typed('board.mobile.note').focus();
  await byTwo('returns');
  await groupsOnBoard().getByText('Satu lembar basah kehujanan.').waitFor();
  await lookAt(board, 'board-mobile-back', groupsOnBoard());
});

test('the paper is counted with the box: a sum that differs is told while typing and after saving', async () => {
  must(lan.station.pollingPlace.board.command('close', BOTH, EARLY));
  await board.goto(`${lan.station.url}/papan/?device=board-1#penutupan`);
  const fold = board.locator('.day-step__fold').filter({ hasText: say('board.step.hands') });
  await fold.waitFor();
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.press('Enter');
  const fields = (word: BoardWord) =>
    board.getByRole('group', { name: say(word), exact: true }).getByRole('textbox');
  const fillAll = async (word: BoardWord, figures: readonly number[]) => {
    for (const [index, figure] of figures.entries()) await fields(word).nth(index).fill(String(figure));
  };
  await fillAll('board.hands.cards', [9, 0]);
  await fillAll('board.hands.box', [3, 2, 1, 0, 0]);
  const paper = board.getByRole('group', { name: say('board.hands.paper'), exact: true });
  await fillAll('board.hands.paper', [4, 1, 1, 0, 0, 1]);
  await paper.getByText(phrase('id', 'parts.sums.differs', { difference: 1 })).waitFor();
  const counted = board.getByRole('group', { name: say('board.hands.countedBy') });
  for (const person of [CHAIR, MEMBER]) await counted.getByRole('checkbox', { name: person }).press('Space');
  const save = () => board.getByRole('button', { name: say('board.hands.save'), exact: true }).press('Enter');
  // this pile is part of the result: what is no sum is not even offered to two PINs
  await save();
  await paper.getByText(say('board.hands.sum.cannotBe')).waitFor();
  expect(await board.getByRole('dialog').filter({ visible: true }).count()).toBe(0);
  await lookAt(board, 'board-mobile-paper', paper);
  await fillAll('board.hands.paper', [4, 1, 2, 0, 0, 1]);
  await paper.getByText(phrase('id', 'parts.sums.same')).waitFor();
  await save();
  await typePins([CHAIR, MEMBER]);
  const sums = board.getByRole('table', { name: say('board.hands.sums') });
  await sums.waitFor();
  const ofPaper = sums.getByRole('row').filter({ hasText: 'surat suara keliling di kotak = dipakai' });
  await ofPaper.getByText(phrase('id', 'parts.sums.differs', { difference: 1 })).waitFor();
  await board.getByText(say('board.step.differs')).waitFor();
  await lookAt(board, 'board-mobile-sums-differ', sums);

  await fillAll('board.hands.paper', [3, 1, 1, 0, 0, 1]);
  await board.getByLabel(say('board.hands.reason'), { exact: false }).fill('Satu lembar terhitung dua kali.');
  await save();
  await typePins([CHAIR, MEMBER]);
  // the step folds itself: nothing differs any more
  await fold.filter({ hasText: phrase('id', 'board.step.hands.corrected', { count: 1 }) }).waitFor();
});

test('the opened result counts the paper in, and shows nothing by which so few paper votes could be read off', async () => {
  const { pollingPlace } = lan.station;
  for (const { owner, text } of await sharesOf(prepared, pollingPlace, [1, 2, 3])) {
    must(pollingPlace.counting.receiveShare(owner, text));
  }
  must(pollingPlace.board.command('count', BOTH));
  await board.goto(`${lan.station.url}/papan/?device=board-1#hasil`);
  await board.reload();
  const result = board.locator('.result');
  await result.waitFor();
  // 2 · 1 electronic, 1 · 1 on paper
  expect(await result.locator('.result__votes').allInnerTexts()).toEqual(['3', '2', '0', '0']);
  await board.getByText('Hanya 3 suara kertas dari kelompok keliling', { exact: false }).first().waitFor();
  expect(await board.getByText('suara elektronik pilihan ini').count()).toBe(0);
  expect(await result.locator('.result__slips').count()).toBe(0);
  await lookAt(board, 'board-mobile-result', board.locator('main'));
  expect([...pages.errors, ...lan.broken]).toEqual([]);
});
