import { peopleOfAct, shownContests } from '@bilik/election';
import { pollingPlaceName } from '@bilik/papers';
import { command, type Door, NoInput, openOwnPairing, question, type StationSession } from '@bilik/server';
import { z } from 'zod';
import type { BoothConfig } from './booth-config.ts';
import type { Booth } from './cast/booth.ts';
import type { BoothSelfTest } from './self-test/self-test.ts';
import type { StationAnswer, StationClient } from './station/station-client.ts';
import type { StationsPlace } from './stations-place.ts';
import type { Voices } from './voices.ts';

const OfBallot = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) });
const BallotText = z.string().max(100_000);
const Scalar = z.string().regex(/^(0|[1-9][0-9]{0,77})$/);
const TestDigits = z.strictObject({ digits: z.string().regex(/^[0-9]{4}$/) });
const TestCode = z.strictObject({ text: z.string().max(4_000) });
const Pin = z.string().regex(/^[0-9]{6}$/, 'six-digits');
const CardQuestion = z.strictObject({
  credential: z.string().regex(/^[1-9][0-9]{0,616}$/),
  nonce: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.strictObject({ challenge: Scalar, response: Scalar }),
});

/** The page hears the station's own word, or that it was not heard. */
function refusalByName<Value>(
  answer: StationAnswer<Value>,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: { type: string } } {
  if (answer.ok) return answer;
  const { error } = answer;
  return { ok: false, error: { type: error.type === 'station-refused' ? error.reason : error.type } };
}

/** What the booth's page may ask, and what it may say. Who stands behind the printer has doors of their own (paper-routes.ts). */
export function openRoutes(
  door: Door,
  input: {
    config: BoothConfig;
    number: number;
    session: StationSession;
    booth: Booth;
    place: StationsPlace;
    voices: Voices;
    selfTest: BoothSelfTest;
    callHelp: StationClient['callHelp'];
  },
): void {
  const { booth, place, config, selfTest } = input;
  const { definition } = place;
  /** Who may say what the paper of an interrupted case shows, as the published table of board acts has it. */
  const board = peopleOfAct('settle_open_case', definition.people).mayConfirm;
  let isHelpCalled = false;
  const callHelp = async (isWanted: boolean): Promise<boolean> => {
    isHelpCalled = isWanted;
    return (await input.callHelp(isWanted)).ok;
  };
  question(door, '/api/place', () => {
    // a page that is loaded anew shows nobody the help that the one before called for
    if (isHelpCalled) void callHelp(false);
    return placeAnswer();
  });
  const placeAnswer = () => ({
    kind: definition.kind,
    booth: input.number,
    village: definition.area.village.name,
    pollingPlace: pollingPlaceName(definition),
    title: definition.title,
    contests: shownContests(definition),
    people: board.map(({ id, name, role }) => ({ id, name, role })),
    election: place.election,
    logicTest: place.logicTest,
    windowPicture: config.windowPicture ?? null,
    access: config.access,
    voices: [...input.voices.keys()],
    helperAllowed: place.helperAllowed,
    window: config.window,
  });
  openOwnPairing(door, () => input.session);
  question(door, '/api/state', () => ({
    isPaired: input.session.isPaired(),
    logicTest: place.logicTest,
    state: booth.state(),
    waitsFor: booth.waitsFor(),
    stationUnheard: booth.stationUnheard(),
    trouble: booth.trouble(),
    paper: booth.paper(),
    phase: booth.phase(),
  }));
  /** Asked anew for every card: a nonce that was kept would be an old one after a restart of the station. */
  command(door, '/api/card-nonce', NoInput, async () => {
    const answer = refusalByName(await booth.cardNonce());
    return answer.ok ? { ok: true, value: { nonce: answer.value } } : answer;
  });
  command(door, '/api/token', CardQuestion, async (asked) => {
    const answer = refusalByName(await booth.cardStanding(asked));
    return answer.ok ? { ok: true, value: { standing: answer.value.standing } } : answer;
  });
  command(door, '/api/tracker', OfBallot, ({ hash }) => booth.printTracker(hash));
  command(
    door,
    '/api/cast',
    z.strictObject({ ballot: BallotText, options: z.array(z.int().min(0).max(12)).min(1).max(4) }),
    ({ ballot, options }) => booth.cast(ballot, options),
  );
  command(door, '/api/confirm', OfBallot, ({ hash }) => booth.confirm(hash));
  command(door, '/api/reject', OfBallot, ({ hash }) => booth.reject(hash));
  command(
    door,
    '/api/prove',
    z.strictObject({ ballot: BallotText, opening: z.string().max(700) }),
    ({ ballot, opening }) => booth.prove(ballot, opening),
  );
  command(
    door,
    '/api/answer',
    z.strictObject({
      answer: z.enum(['print-mark', 'mark-is-there', 'no-slip']),
      confirmations: z
        .array(z.strictObject({ person: z.enum(board.map(({ id }) => id)), pin: Pin }))
        .length(2)
        .refine(([first, second]) => first?.person !== second?.person, 'two different people'),
    }),
    ({ answer, confirmations }) => booth.answer(answer, confirmations),
  );
  command(door, '/api/self-test/print', NoInput, () => selfTest.print());
  command(door, '/api/self-test/digits', TestDigits, ({ digits }) => selfTest.typeDigits(digits));
  command(door, '/api/self-test/code', TestCode, ({ text }) => selfTest.showCode(text));
  command(door, '/api/help', z.strictObject({ isWanted: z.boolean() }), async ({ isWanted }) => ({
    ok: true,
    value: { isHeard: await callHelp(isWanted) },
  }));
  command(door, '/api/reset', NoInput, () => booth.reset());
  door.get('/photos/:file', (request, reply) => {
    const file = z.strictObject({ file: z.string().max(90) }).safeParse(request.params);
    const photo = file.success ? place.photos.get(file.data.file) : undefined;
    if (photo === undefined) return reply.callNotFound();
    return reply.header('content-type', photo.type).send(photo.bytes);
  });
  door.get('/voices/:file', (request, reply) => {
    const file = z.strictObject({ file: z.string().max(140) }).safeParse(request.params);
    const voice = file.success ? input.voices.get(file.data.file) : undefined;
    if (voice === undefined) return reply.callNotFound();
    return reply.header('content-type', 'audio/wav').send(voice);
  });
}
