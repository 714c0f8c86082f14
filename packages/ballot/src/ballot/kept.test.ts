import { describe, expect, test } from 'vitest';
import { at, buildPlace, MARK, succeeded, testRandom } from '../../test/place.ts';
import { checkBallot, chooseAnswers, encryptBallot, readKeptBallot, sha256Hex } from '../index.ts';

const place = buildPlace({ name: 'kept ballots', bilik: MARK });
const { election, credentials } = place;
const ballot = encryptBallot({
  election,
  credential: at(place.holders, 0),
  choices: chooseAnswers(election, [1]),
  random: testRandom('kept ballots'),
});
const kept = { election, credentials, text: ballot.text, hash: ballot.hash };

describe('a ballot that was checked and kept', () => {
  test('is read as it was checked, with the same ciphertexts', () => {
    expect(readKeptBallot(kept)).toEqual(checkBallot({ election, credentials, text: ballot.text }));
    expect(succeeded(readKeptBallot(kept)).answers.flat()).toHaveLength(
      at(election.questions, 0).answers.length,
    );
  });

  test('is refused with any other byte, and with the hash of another text', () => {
    const middle = ballot.text.length >> 1;
    const digit = at([...ballot.text], middle) === '1' ? '2' : '1';
    const changed = ballot.text.slice(0, middle) + digit + ballot.text.slice(middle + 1);
    expect(readKeptBallot({ ...kept, text: changed })).toEqual({ ok: false, error: { type: 'other-bytes' } });
    expect(readKeptBallot({ ...kept, hash: sha256Hex('x') })).toEqual({
      ok: false,
      error: { type: 'other-bytes' },
    });
  });

  test('of a card that is not on this list is refused', () => {
    const nobody = { byKey: new Map() };
    expect(readKeptBallot({ ...kept, credentials: nobody })).toEqual({
      ok: false,
      error: { type: 'unknown-credential' },
    });
  });
});
