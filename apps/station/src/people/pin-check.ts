import { timingSafeEqual } from 'node:crypto';
import { openOneByOne, type TooManyWaiting } from '@bilik/server';
import { hashPin, type PeopleFile, pinSchema } from '@bilik/transfer';
import { z } from 'zod';
import { NOBODY, type PinTries } from './pin-tries.ts';

/** People who stand behind an act, each with the PIN that was typed for it. Never logged, never kept. */
export const ConfirmationsSchema = z
  .array(z.strictObject({ person: z.string().min(1).max(60), pin: pinSchema }))
  .max(20);
export type Confirmations = z.output<typeof ConfirmationsSchema>;

export type PinRefusal =
  /** Also said of somebody who has no PIN here. `waitSeconds`: how long this person must wait now; 0 = try again. */
  | { readonly type: 'pin-wrong'; readonly person: string; readonly waitSeconds: number }
  /** Too many wrong ones before: this one was not looked at. */
  | { readonly type: 'pin-paused'; readonly person: string; readonly waitSeconds: number }
  | { readonly type: 'same-person-twice' }
  | TooManyWaiting;

export type PinAnswer =
  | { readonly ok: true; readonly value: readonly string[] }
  | { readonly ok: false; readonly error: PinRefusal };

/** Who people are. What they may do together is decided elsewhere, by the published table. */
export interface PinCheck {
  /**
   * Looks at every PIN of a request, or at none.
   * @returns the people's ids, in the order given
   * @errors names one person at most: the first who must wait, else the first whose PIN is wrong
   */
  readonly check: (confirmations: Confirmations) => Promise<PinAnswer>;
}

/** A few requests wait; more at a time are nobody's fingers. */
const REQUESTS = { mostWaiting: 8, pauseMs: 0 };

/** Hashed in the place of a person who is not there, so that the answer takes as long. */
const NOBODYS_SALT = '00'.repeat(16);
const NOBODYS_PIN = Buffer.alloc(32);

/** One request at a time, so that guesses sent side by side are counted one after the other before any is answered. */
export function openPinCheck({
  people,
  tries,
}: {
  readonly people: PeopleFile;
  readonly tries: PinTries;
}): PinCheck {
  const prepared = new Map(
    people.map(({ person, salt, pin }) => [person, { salt, pin: Buffer.from(pin, 'hex') }]),
  );
  const turns = openOneByOne(REQUESTS);
  const rowOf = (person: string): string => (prepared.has(person) ? person : NOBODY);
  const waitSeconds = (person: string): number => Math.ceil(tries.pauseLeftMs(rowOf(person)) / 1000);

  const isRight = async ({ person, pin }: Confirmations[number]): Promise<boolean> => {
    const kept = prepared.get(person);
    const hash = await hashPin(pin, kept?.salt ?? NOBODYS_SALT);
    return timingSafeEqual(hash, kept?.pin ?? NOBODYS_PIN) && kept !== undefined;
  };

  const look = async (confirmations: Confirmations): Promise<PinAnswer> => {
    const paused = confirmations.find(({ person }) => waitSeconds(person) > 0);
    if (paused !== undefined) {
      const { person } = paused;
      return { ok: false, error: { type: 'pin-paused', person, waitSeconds: waitSeconds(person) } };
    }
    const looked = await Promise.all(
      confirmations.map(async (shown) => ({ person: shown.person, isRight: await isRight(shown) })),
    );
    tries.note(looked.map((one) => ({ ...one, person: rowOf(one.person) })));
    const wrong = looked.find((one) => !one.isRight);
    if (wrong === undefined) return { ok: true, value: looked.map(({ person }) => person) };
    const { person } = wrong;
    return { ok: false, error: { type: 'pin-wrong', person, waitSeconds: waitSeconds(person) } };
  };

  return {
    async check(confirmations) {
      if (new Set(confirmations.map(({ person }) => person)).size !== confirmations.length) {
        return { ok: false, error: { type: 'same-person-twice' } };
      }
      return turns.run(() => look(confirmations));
    },
  };
}
