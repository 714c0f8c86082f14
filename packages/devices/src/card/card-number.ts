import { fail, type Result, succeed } from '../result.ts';

/** PC/SC part 3, 3.2.2.1.3: the reader itself answers with the card's number. */
export const GET_UID: readonly number[] = [0xff, 0xca, 0x00, 0x00, 0x00];

/**
 * Reads the answer to `GET_UID`: the number, then the status word 90 00.
 * @returns lower-case hex of 4, 7 or 10 bytes (ISO 14443-3, cascade levels 1 to 3), or 8 (ISO 14443 B and 15693)
 * @errors 'card-unreadable' for another status word or length
 */
export function readCardNumber(answer: Uint8Array): Result<string, 'card-unreadable'> {
  const status = answer.slice(-2);
  const number = answer.slice(0, -2);
  if (status[0] !== 0x90 || status[1] !== 0x00) return fail('card-unreadable');
  if (![4, 7, 8, 10].includes(number.length)) return fail('card-unreadable');
  return succeed(Buffer.from(number).toString('hex'));
}
