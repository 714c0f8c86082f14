import { deriveCredential, signCardQuestion } from '@bilik/ballot';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { must } from './support/answers.ts';
import { HASH, lanDayForEachTest, QUESTION } from './support/lan-day.ts';
import { castWhole } from './support/polling-place.ts';
import { group, prepareHome, random } from './support/prepared-home.ts';
import { newFolder } from './support/station-disk.ts';

const Standing = z.looseObject({ standing: z.string() });
const CardNonce = z
  .looseObject({ cardNonce: z.string() })
  .transform(({ cardNonce }) => ({ nonce: cardNonce }));

const prepared = await prepareHome({ root: newFolder(), voters: 6, cards: 8, booths: 2 });
const day = lanDayForEachTest(prepared);

describe('what the station says of a card', () => {
  const standings = async (code: string): Promise<string[]> => {
    const { place, cardQuestions } = day.lan.station.pollingPlace;
    const { election } = place;
    const credential = deriveCredential(group, election.uuid, code);
    const ask = (purpose: 'cast' | 'check', nonce = cardQuestions.nonce) =>
      signCardQuestion({ election, credential, purpose, nonce, random });
    const heard = async (path: string, body: unknown) => {
      const { refusal, value } = await day.lan.tell(path, body);
      return refusal === 'accepted' ? Standing.parse(value).standing : refusal;
    };
    const { nonce } = CardNonce.parse((await day.lan.ask('/api/booth/case', day.lan.keyOf(1))).value);
    expect(CardNonce.parse((await day.lan.ask('/api/board/state')).value).nonce).toBe(nonce);
    return [
      await heard('/api/booth/token', ask('cast', nonce)),
      await heard('/api/board/card-check', ask('check', nonce)),
      // for the other purpose, for another start of the station, and by nobody
      await heard('/api/booth/token', ask('check')),
      await heard('/api/board/card-check', ask('cast')),
      await heard('/api/booth/token', ask('cast', HASH)),
      await heard('/api/board/card-check', { ...ask('check'), signature: QUESTION.signature }),
    ];
  };
  const REFUSALS = ['card-not-shown', 'card-not-shown', 'nonce-stale', 'card-not-shown'];

  test('is said to whoever shows it; all others hear the same of an unused, a used and a foreign card', async () => {
    const code = prepared.codes.at(-1) ?? '';
    expect(await standings(code)).toEqual(['ready', 'ready', ...REFUSALS]);
    castWhole(day.lan.station.pollingPlace, day.hand.vote(1));
    expect(await standings(code)).toEqual(['used', 'used', ...REFUSALS]);
    expect(await standings('1'.repeat(24))).toEqual(['foreign', 'foreign', ...REFUSALS]);
  });

  test('numbers out of range and keys that are none are not shown cards', async () => {
    const wide = (10n ** 77n).toString();
    for (const question of [
      { ...QUESTION, signature: { challenge: wide, response: '2' } },
      { ...QUESTION, credential: '1' },
      { ...QUESTION, credential: '9'.repeat(617) },
    ]) {
      const nonce = day.lan.station.pollingPlace.cardQuestions.nonce;
      expect(await day.lan.tell('/api/booth/token', { ...question, nonce }, day.lan.keyOf(1))).toMatchObject({
        status: 409,
        refusal: 'card-not-shown',
      });
    }
  });

  test('after a restart old questions are stale, and a proved ballot’s card is void for whoever has its opening', async () => {
    const proved = day.hand.vote(2);
    const kept = day.hand.vote(1);
    const heard = async (ballot: string) => (await day.lan.tell('/api/board/proof-check', { ballot })).value;
    expect(await heard(proved.text)).toEqual({ isVoid: false });
    must(day.lan.station.pollingPlace.casting.prove(1, proved.text, proved.opening));
    expect(await heard(proved.text)).toEqual({ isVoid: true });
    expect(await heard(kept.text)).toEqual({ isVoid: false });
    expect(await day.lan.tell('/api/board/proof-check', { ballot: '{}' })).toMatchObject({
      refusal: 'ballot-refused',
    });
    // looking at a proof is not a ballot that came in
    expect(day.lan.station.pollingPlace.board.state().ballotsRefused).toBe(0);

    const old = day.hand.maker.askToCast(day.lan.station.pollingPlace.cardQuestions.nonce);
    await day.restart();
    expect(await day.lan.tell('/api/booth/token', old, day.lan.keyOf(1))).toMatchObject({
      refusal: 'nonce-stale',
    });
  });
});
