import assert from 'node:assert/strict';
import '../../apps/booth/test/heard-clips.ts';
import type { Page } from 'playwright-core';
import { CHAIR, MEMBER, press } from './board.ts';
import {
  byHalves,
  byKeys,
  byTouch,
  stepStands,
  type VoteStep,
  voteUntilSlip,
  voteUntilTracker,
  voteWhole,
} from './booths.ts';
import { type HallDay, lookNamed } from './hall-day.ts';
import { BUTTONS, BUTTONS_BOOTH, SPEAKING_BOOTH, screenOf } from './morning.ts';
import { READER_DESK } from './open-hall.ts';
import { say, type Word } from './words.ts';

/** Voters whom the hall serves one after the other, each for a reason: list numbers 1 to 9 here, 10 and 11 in the troubles of the day. */
export const VOTERS_APART = 11;

const LISTEN_MS = 60_000;

/** The first voter, by touch, every screen of desk and booth looked at; then who cannot be checked in. */
async function firstAndRefused(day: HallDay): Promise<void> {
  const { hall, desks, screens, look } = day;
  const page = screenOf(screens.booths, 1);
  await desks.checkIn(1, 1, lookNamed(day, 'desk-identity'));
  await look.at(screenOf(screens.desks, 1), 'desk-released');
  const hands = byTouch(page);
  await voteWhole({
    page,
    hands,
    card: day.takeCard(),
    option: 1,
    onStep: (step: VoteStep) => look.at(page, `booth-${step}`),
  });
  day.count(1);

  await desks.scan(2, desks.invitationOf(1));
  await desks.refused(2, 'desk.refused.already.title', lookNamed(day, 'desk-already'));
  const { ofOtherPlace, elsewhere } = hall.things();
  await desks.scan(2, ofOtherPlace);
  await desks.refused(2, 'desk.refused.other.title', lookNamed(day, 'desk-other-place'));
  await desks.scan(2, desks.invitationOf(20).replace('-0020-', '-0021-'));
  await desks.refused(2, 'desk.refused.invitation.title', lookNamed(day, 'desk-invitation-refused'));
  await desks.scan(3, elsewhere[0]?.nik ?? '');
  await desks.refused(3, 'desk.refused.other.title', async () => undefined);
  const desk4 = screenOf(screens.desks, 4);
  await desk4.keyboard.type('Zzubaidah');
  await desk4.getByText(say('desk.none.happened')).waitFor();
  await look.at(desk4, 'desk-nobody-found');
  await press(desk4, 'desk.none.notListed');
  await desks.refused(4, 'desk.refused.notListed.title', lookNamed(day, 'desk-not-listed'));
  // worn fingers: the face, and a counted obstacle
  const [, , , , , , , , , tenth] = hall.people;
  if (tenth === undefined) throw new Error('fewer people than expected');
  const { nik, name, birthDate } = tenth;
  const desk6 = screenOf(screens.desks, READER_DESK);
  await hall.reader.present({ nik, name, birthDate, finger: 'not-matched' });
  await desk6.getByText(say('desk.refused.finger.not-matched')).waitFor();
  await look.at(desk6, 'desk-finger-not-matched');
  await desk6.keyboard.press('Escape');
}

/** The slip is not what was wanted: BATAL, and a new card on the same release. */
async function batal(day: HallDay): Promise<void> {
  const page = screenOf(day.screens.booths, 2);
  const hands = byTouch(page);
  await day.desks.checkIn(2, 2, lookNamed(day, 'desk-identity-photo'));
  await voteUntilSlip({ page, hands, card: day.takeCard(), option: 0 });
  await hands.press('booth.slip.no');
  await day.look.at(page, 'booth-slip-differs');
  await hands.press('booth.slip.noConfirm');
  await page.getByRole('heading', { name: say('booth.finished.spoiled') }).waitFor();
  await day.look.at(page, 'booth-spoiled');
  await hands.press('common.finish');
  await voteWhole({ page, hands, card: day.takeCard(), option: 0 });
  day.count(0);
}

/** One voter with the arrows and the space bar of a keyboard, one with two buttons: neither ever touches the glass. */
async function withoutTouch(day: HallDay): Promise<void> {
  for (const [voter, booth, keys, option] of [
    [3, BUTTONS_BOOTH, BUTTONS, 2],
    [4, 2, { next: 'ArrowRight', select: ' ' }, 1],
  ] as const) {
    const page = screenOf(day.screens.booths, booth);
    await day.desks.checkIn(voter, voter);
    await voteWhole({
      page,
      hands: byKeys(page, keys),
      card: day.takeCard(),
      option,
      onStep: (step) =>
        step === 'choice'
          ? page.keyboard.press(keys.next).then(() => day.look.at(page, 'booth-by-keys'))
          : Promise.resolve(),
    });
    day.count(option);
  }
}

/** What a page has begun to say. */
const saidOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => window.heardClips.map(({ clip }) => clip));

/** Waits until these clips have begun, in this order, after what was said before. @returns how much was said with the last of them */
async function hears(page: Page, from: number, clips: readonly string[]): Promise<number> {
  const giveUpAt = performance.now() + LISTEN_MS;
  for (;;) {
    const said = (await saidOn(page)).slice(from);
    let at = 0;
    for (const [index, clip] of said.entries()) {
      if (clip === clips[at]) at += 1;
      if (at === clips.length) return from + index + 1;
    }
    if (performance.now() > giveUpAt) throw new Error(`wanted ${clips.join(', ')}; heard ${said.join(', ')}`);
    await page.waitForTimeout(100);
  }
}

const isName = (clip: string): boolean => /-(option|choice|digit)\./.test(clip);

/** Guidance by the loudspeaker helps through the screens and never says a name, a choice or a digit of the card. */
async function byLoudspeaker(day: HallDay): Promise<void> {
  const page = screenOf(day.screens.booths, SPEAKING_BOOTH);
  const hands = byTouch(page);
  await day.desks.checkIn(5, 5);
  await hands.press('guide.settings.open');
  await day.look.at(page, 'booth-settings');
  await hands.press('guide.settings.voice.speaker');
  await hands.press('common.finish');
  await hears(page, 0, ['id-booth.card.heading']);
  const says: Readonly<Record<VoteStep, string>> = {
    choice: 'id-contest.village-head',
    review: 'id-booth.review.heading',
    tracker: 'id-booth.tracker.heading',
    slip: 'id-booth.slip.heading',
    cast: 'id-booth.finished.cast',
  };
  await voteWhole({
    page,
    hands,
    card: day.takeCard(),
    option: 2,
    onStep: async (step) => {
      await hears(page, 0, [says[step]]);
    },
  });
  day.count(2);
  assert.deepEqual((await saidOn(page)).filter(isName), [], 'the loudspeaker said a name');
}

/** By ear alone, the screen dark: every step is heard before it is taken, every name only in the headphones. */
async function byEar(day: HallDay): Promise<void> {
  const page = screenOf(day.screens.booths, SPEAKING_BOOTH);
  const touch = byTouch(page);
  await day.desks.checkIn(READER_DESK, 6, lookNamed(day, 'desk-identity-finger'));
  // the officer sets it up with the voter, before the card
  await touch.press('guide.settings.open');
  await touch.press('guide.settings.voice.headphones');
  await day.look.at(page, 'booth-headphones');
  const before = (await saidOn(page)).length;
  assert.deepEqual(
    (await saidOn(page)).filter(isName),
    [],
    'a name was said before headphones were confirmed',
  );
  await touch.press('guide.headphones.confirm');
  await touch.press('guide.settings.curtain');
  await page.locator('.curtain').waitFor();
  await day.look.at(page, 'booth-curtain');
  let heard = await hears(page, before, ['id-guide.curtain.how']);
  const hands = byHalves(page);
  const option = 0;
  await page.keyboard.type(day.takeCard());
  await page.locator('.ballot').waitFor({ state: 'attached' });
  heard = await hears(page, heard, ['id-contest.village-head']);
  await hands.choose(option);
  heard = await hears(page, heard, [`id-option.village-head.c${option + 1}`, 'id-guide.chosen']);
  const steps: readonly (readonly [
    press: Word,
    stands: Exclude<VoteStep, 'choice'>,
    says: readonly string[],
  ])[] = [
    ['common.next', 'review', ['id-booth.review.heading']],
    ['booth.review.confirm', 'tracker', ['id-booth.tracker.heading']],
    ['booth.tracker.cast', 'slip', ['id-booth.slip.heading']],
    ['booth.slip.yes', 'cast', ['id-booth.finished.cast', 'id-booth.finished.castToDo']],
  ];
  for (const [word, stands, says] of steps) {
    await hands.press(word);
    // the button was heard before it was pressed, and the next screen says what it is
    heard = await hears(page, heard, [`id-${word}`]);
    await stepStands(page, stands);
    heard = await hears(page, heard, says);
  }
  day.count(option);
  await hands.press('common.finish');
  await page.locator('.keypad').waitFor({ state: 'attached' });
  await page.locator('.curtain').waitFor({ state: 'detached' });
}

/** One encryption is opened, and the board repeats it to the same tracker; then a new card. */
async function machineTest(day: HallDay): Promise<void> {
  const { board, booths } = day.screens;
  const page = screenOf(booths, 5);
  const hands = byTouch(page);
  await day.desks.checkIn(5, 7);
  await voteUntilTracker({ page, hands, card: day.takeCard(), option: 1 });
  await hands.press('booth.tracker.prove');
  await day.look.at(page, 'booth-prove');
  await hands.press('booth.prove.confirm');
  await page.getByRole('heading', { name: say('booth.finished.proved') }).waitFor();
  await day.look.at(page, 'booth-proved');
  const proof = await page.locator('.proof code').innerText();
  await hands.press('common.finish');
  await board.go('kartu-dan-bukti');
  await board.page.getByLabel(say('board.proof.text')).fill(proof);
  await press(board.page, 'board.proof.check');
  await board.page.getByText(say('board.proof.void')).waitFor();
  await day.look.at(board.page, 'board-proof');
  await voteWhole({ page, hands, card: day.takeCard(), option: 3 });
  day.count(3);
}

/** The slip jams: two people look at the paper and answer; BATAL, a new card. */
async function jam(day: HallDay): Promise<void> {
  const { board, booths } = day.screens;
  const booth = 5;
  const page = screenOf(booths, booth);
  const hands = byTouch(page);
  await day.desks.checkIn(3, 8);
  await voteUntilTracker({ page, hands, card: day.takeCard(), option: 2 });
  day.hall.printers[booth - 1]?.command({ type: 'jam', afterRows: 400, noticed: true });
  await hands.press('booth.tracker.cast');
  await page.getByText(say('booth.question.void')).waitFor();
  await day.look.at(page, 'booth-question');
  await board.go('hari-ini');
  await board.page.getByText(say('board.printer.jam.toDo'), { exact: false }).first().waitFor();
  await day.look.at(board.page, 'board-jam');
  day.hall.printers[booth - 1]?.command({ type: 'clear-jam' });
  await page.getByLabel(say('booth.question.first')).selectOption({ label: CHAIR });
  await page.getByLabel(say('booth.question.second')).selectOption({ label: MEMBER });
  await hands.press('booth.question.printBatal');
  await day.look.at(page, 'booth-pin');
  await board.typePins(page, [CHAIR, MEMBER]);
  await page.getByRole('heading', { name: say('booth.finished.spoiled') }).waitFor();
  await hands.press('common.finish');
  await voteWhole({ page, hands, card: day.takeCard(), option: 2 });
  day.count(2);
}

/** In another language, and with a pause for help that hides the choice. */
async function otherTongueAndHelp(day: HallDay): Promise<void> {
  const page = screenOf(day.screens.booths, 1);
  const hands = byTouch(page);
  await day.desks.checkIn(2, 9);
  await hands.press('guide.settings.open');
  await page.getByText(say('common.language.plm'), { exact: true }).tap();
  await day.look.at(page, 'booth-settings-palembang');
  await page.getByText(say('common.language.id'), { exact: true }).tap();
  await hands.press('common.finish');
  await voteWhole({
    page,
    hands,
    card: day.takeCard(),
    option: 0,
    onStep: async (step) => {
      if (step !== 'choice') return;
      await hands.press('guide.help');
      await page.getByRole('heading', { name: say('guide.help.heading') }).waitFor();
      await day.look.at(page, 'booth-help');
      await hands.press('booth.hidden.continue');
      await page.locator('.ballot').waitFor();
    },
  });
  day.count(0);
}

/** @returns when nine voters have cast, each in another way */
export async function serveVotersApart(day: HallDay): Promise<void> {
  await firstAndRefused(day);
  await batal(day);
  await withoutTouch(day);
  await byLoudspeaker(day);
  await byEar(day);
  await machineTest(day);
  await jam(day);
  await otherTongueAndHelp(day);
}
