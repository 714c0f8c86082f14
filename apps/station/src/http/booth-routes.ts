import { PAPER_WORDS, PRINTER_TROUBLES, PRINTER_WORDS } from '@bilik/devices/printer-trouble';
import { command, type Door, type Doorkeeper, question } from '@bilik/server';
import { BOOTH_LANGUAGES } from '@bilik/words';
import { z } from 'zod';
import { CardQuestionSchema } from '../cast/card-questions.ts';
import type { PairedDevice } from '../devices/devices.ts';
import { ConfirmationsSchema } from '../people/pin-check.ts';
import { confirmAct, type PeopleRefusal } from '../phase/board-act.ts';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';
import { openConfirming } from './confirmed.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
/** What the booth does once the station knows the person who stands behind it; rows of the published table. */
const PRINTER_ACTS = ['test_printer', 'change_roll'] as const;
const SlipsPrinted = z.int().min(0).max(100_000);

type Answered =
  | { readonly ok: true; readonly value: object }
  | { readonly ok: false; readonly error: { readonly type: string } };

/** What booths ask of the station. All are safe to repeat: a ballot is named by its hash. Every answer says how much the station knows. */
export function openBoothRoutes(
  door: Door,
  pollingPlace: PollingPlace,
  changed: () => void,
  keeper: Doorkeeper<PairedDevice>,
): void {
  const { speakerOf } = keeper;
  const confirmed = openConfirming(pollingPlace.boothPins, keeper);
  const { place, printers, helpCalls, selfTest } = pollingPlace;
  const serving = pollingPlace.boothService;
  /** Which booth speaks: that of its session, whatever a body says. */
  const who: (request: Parameters<typeof speakerOf>[0]) => number = (request) => speakerOf(request).number;
  /** With every answer: a booth that hears of another test, or that there is none any more, begins anew. */
  const standing = () => {
    const { standing: known, logicTest } = serving();
    return { ...known(), logicTest };
  };
  const known = (answer: Answered) => {
    const station = standing();
    return answer.ok
      ? { ok: true as const, value: { ...answer.value, station } }
      : { ok: false as const, error: { ...answer.error, station } };
  };
  const told = (answer: Answered) => known(announced(answer, changed));

  question(door, '/api/booth/place', () => ({
    definition: place.definition,
    election: serving().electionText,
    helper: place.rulePack.settings.helper.value,
    station: standing(),
  }));
  question(door, '/api/booth/case', (request) => ({
    phase: serving().phase(),
    ...(serving().boothCase(who(request)) ?? { state: 'idle', hash: '' }),
    cardNonce: serving().cardQuestions.nonce,
    ...printers.of(who(request)),
    station: standing(),
  }));
  command(door, '/api/booth/token', CardQuestionSchema, (asked) =>
    known(serving().cardQuestions.ask('cast', asked)),
  );
  command(
    door,
    '/api/booth/seal',
    z.strictObject({ ballot: z.string().max(100_000) }),
    ({ ballot }, request) => told(serving().casting.seal(who(request), ballot)),
  );
  command(
    door,
    '/api/booth/prove',
    z.strictObject({ ballot: z.string().max(100_000), opening: z.string().max(700) }),
    ({ ballot, opening }, request) => told(serving().casting.prove(who(request), ballot, opening)),
  );
  command(door, '/api/booth/confirm', z.strictObject({ hash: Hash }), ({ hash }, request) =>
    told(serving().casting.confirm(who(request), hash)),
  );
  command(door, '/api/booth/spoil', z.strictObject({ hash: Hash }), ({ hash }, request) =>
    told(serving().casting.spoil(who(request), hash)),
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
    (report, request) => told(serving().interruptedCases.end({ ...report, booth: who(request) })),
  );
  command(
    door,
    '/api/booth/people',
    z.strictObject({ hash: Hash, confirmations: ConfirmationsSchema.length(2) }),
    async ({ hash, confirmations }, request) =>
      known(await serving().interruptedCases.bringPeople(who(request), hash, confirmations)),
  );
  command(
    door,
    '/api/booth/repair',
    z.strictObject({ act: z.enum(PRINTER_ACTS), confirmations: ConfirmationsSchema.length(1) }),
    async ({ act, confirmations }, request) =>
      known(
        await confirmed<object, PeopleRefusal>(request, confirmations, (people) => {
          const allowed = confirmAct(place.definition, act, people);
          return allowed.ok ? { ok: true, value: {} } : allowed;
        }),
      ),
  );
  command(
    door,
    '/api/booth/self-test',
    z.strictObject({
      printerTrouble: z.enum(PRINTER_TROUBLES).nullable(),
      slipCodeTyped: z.boolean(),
      cameraRead: z.boolean().nullable(),
      spokenLanguages: z.int().min(0).max(BOOTH_LANGUAGES.length),
    }),
    (test, request) => {
      const heard = selfTest.hearBooth(who(request), test);
      return told(heard.ok ? { ok: true, value: {} } : heard);
    },
  );
  command(door, '/api/booth/help', z.strictObject({ isWanted: z.boolean() }), ({ isWanted }, request) => {
    if (helpCalls.hear(who(request), isWanted)) changed();
    return known({ ok: true, value: {} });
  });
  command(
    door,
    '/api/booth/printer',
    z.strictObject({ word: z.enum(PRINTER_WORDS), paper: z.enum(PAPER_WORDS) }),
    ({ word, paper }, request) => {
      if (printers.hear(who(request), word, paper)) changed();
      return known({ ok: true, value: {} });
    },
  );
}
