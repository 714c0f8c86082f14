import { timingSafeEqual } from 'node:crypto';
import { PAPER_WORDS, PRINTER_TROUBLES, PRINTER_WORDS } from '@bilik/devices/printer-trouble';
import { command, type Door, type Guard, question } from '@bilik/server';
import { z } from 'zod';
import { CardQuestionSchema } from '../cast/card-questions.ts';
import { ConfirmationsSchema } from '../people/pin-check.ts';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';
import { confirmed } from './confirmed.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** What the booth does once the station knows the person who stands behind it; rows of the published table. */
const PRINTER_ACTS = ['test_printer', 'change_roll'] as const;
const SlipsPrinted = z.int().min(0).max(100_000);

/** Which booth speaks: its number, proved by its key. */
function boothOf(place: PollingPlace['place'], headers: Record<string, unknown>): number | undefined {
  const number = Number(headers['x-bilik-booth']);
  const key = place.secrets.boothKeys[number - 1];
  const shown = headers['authorization'];
  if (key === undefined || typeof shown !== 'string') return undefined;
  const expected = Buffer.from(`Bearer ${key}`);
  const given = Buffer.from(shown);
  return expected.length === given.length && timingSafeEqual(expected, given) ? number : undefined;
}

type Answered =
  | { readonly ok: true; readonly value: object }
  | { readonly ok: false; readonly error: { readonly type: string } };

/** What booths ask of the station. All are safe to repeat: a ballot is named by its hash. Every answer says how much the station knows. */
export function openBoothRoutes(door: Door, pollingPlace: PollingPlace, changed: () => void): void {
  const { place, casting, cardQuestions, boothCase, printers, phase, interruptedCases, selfTest } =
    pollingPlace;
  const guard: Guard = (request) => boothOf(place, request.headers) !== undefined;
  const who = (headers: Record<string, unknown>): number => boothOf(place, headers) ?? 0;
  const known = (answer: Answered) => {
    const station = pollingPlace.standing();
    return answer.ok
      ? { ok: true as const, value: { ...answer.value, station } }
      : { ok: false as const, error: { ...answer.error, station } };
  };
  const told = (answer: Answered) => known(announced(answer, changed));

  question(
    door,
    '/api/booth/place',
    () => ({
      definition: place.definition,
      election: place.election.text,
      helper: place.rulePack.settings.helper.value,
      station: pollingPlace.standing(),
    }),
    guard,
  );
  question(
    door,
    '/api/booth/case',
    (request) => ({
      phase: phase(),
      ...(boothCase(who(request.headers)) ?? { state: 'idle', hash: '' }),
      cardNonce: cardQuestions.nonce,
      ...printers.of(who(request.headers)),
      station: pollingPlace.standing(),
    }),
    guard,
  );
  command(
    door,
    '/api/booth/token',
    CardQuestionSchema,
    (asked) => known(cardQuestions.ask('cast', asked)),
    guard,
  );
  command(
    door,
    '/api/booth/seal',
    z.strictObject({ ballot: z.string().max(100_000) }),
    ({ ballot }, request) => told(casting.seal(who(request.headers), ballot)),
    guard,
  );
  command(
    door,
    '/api/booth/prove',
    z.strictObject({ ballot: z.string().max(100_000), opening: z.string().max(700) }),
    ({ ballot, opening }, request) => told(casting.prove(who(request.headers), ballot, opening)),
    guard,
  );
  command(
    door,
    '/api/booth/confirm',
    z.strictObject({ hash: Hash }),
    ({ hash }, request) => told(casting.confirm(who(request.headers), hash)),
    guard,
  );
  command(
    door,
    '/api/booth/spoil',
    z.strictObject({ hash: Hash }),
    ({ hash }, request) => told(casting.spoil(who(request.headers), hash)),
    guard,
  );
  command(
    door,
    '/api/booth/finish',
    z.strictObject({
      hash: Hash,
      slip: z.enum(['sah-in-box', 'batal-in-envelope', 'no-slip']),
      slipsPrinted: SlipsPrinted,
      /** Whether the printer answered, or the two people who stand at this case. */
      said: z.enum(['by-printer', 'by-people']),
    }),
    (report, request) => told(interruptedCases.end({ ...report, booth: who(request.headers) })),
    guard,
  );
  command(
    door,
    '/api/booth/people',
    z.strictObject({ hash: Hash, confirmations: ConfirmationsSchema.length(2) }),
    async ({ hash, confirmations }, request) =>
      known(await interruptedCases.bringPeople(who(request.headers), hash, confirmations)),
    guard,
  );
  command(
    door,
    '/api/booth/repair',
    z.strictObject({ act: z.enum(PRINTER_ACTS), confirmations: ConfirmationsSchema.length(1) }),
    async ({ act, confirmations }) =>
      known(
        await confirmed<object, PeopleRefusal>(pollingPlace.pins, confirmations, (people) => {
          const allowed = confirmAct(place.definition, act, people);
          return allowed.ok ? { ok: true, value: {} } : allowed;
        }),
      ),
    guard,
  );
  command(
    door,
    '/api/booth/self-test',
    z.strictObject({
      printerTrouble: z.enum(PRINTER_TROUBLES).nullable(),
      slipCodeTyped: z.boolean(),
      cameraRead: z.boolean().nullable(),
    }),
    (test, request) => {
      const heard = selfTest.hearBooth(who(request.headers), test);
      return told(heard.ok ? { ok: true, value: {} } : heard);
    },
    guard,
  );
  command(
    door,
    '/api/booth/printer',
    z.strictObject({ word: z.enum(PRINTER_WORDS), paper: z.enum(PAPER_WORDS) }),
    ({ word, paper }, request) => {
      if (printers.hear(who(request.headers), word, paper)) changed();
      return known({ ok: true, value: {} });
    },
    guard,
  );
}
