import { ballotOptions, type ElectionDefinition, optionKeySchema, slugSchema } from '@bilik/election';
import { command, type Door, type Doorkeeper, NoInput, openOneByOne, question } from '@bilik/server';
import { z } from 'zod';
import { CardQuestionSchema } from '../cast/card-questions.ts';
import { IncidentToNoteSchema } from '../minutes/incidents.ts';
import { countedFiguresSchema, line, MinutesFieldsSchema } from '../minutes/minutes-fields.ts';
import { type Confirmations, ConfirmationsSchema } from '../people/pin-check.ts';
import { PHASE_COMMANDS } from '../phase/act-log.ts';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';
import { openConfirming, type SpeakingRequest } from './confirmed.ts';
import { openPaperRoutes } from './paper-routes.ts';

const PersonId = z.string().min(1).max(60);
/** How many versions of a paper its writer had seen. */
const BasedOn = z.int().min(0).max(1_000_000);

const Abandon = z.strictObject({
  abandonedBefore: z.int().min(0).max(5000),
  count: z.int().min(1).max(5000),
  confirmations: ConfirmationsSchema,
});
const MediumAct = z.strictObject({
  act: z.enum(['put-in-new-medium', 'continue-on-one-medium']),
  confirmations: ConfirmationsSchema,
});
const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
/** The board's people sign with their PINs, witnesses by name: they have none. */
const PaperSigned = {
  fingerprint: Fingerprint,
  confirmations: ConfirmationsSchema,
  witnesses: z.array(PersonId).max(20),
};
const ZeroReportSigned = z.strictObject(PaperSigned);
const MinutesSigned = z.strictObject({
  ...PaperSigned,
  /** Of each witness who was present and did not sign, why. */
  notSigned: z.array(z.strictObject({ person: PersonId, reason: line })).max(60),
});
/** Of one witness; `letter` null: there was none. */
const Mandate = z.strictObject({ person: PersonId, letter: line.nullable() });
/** Where the sealed result goes, and which two people say so. */
const Send = z.strictObject({ address: z.string().min(1).max(300), confirmations: ConfirmationsSchema });
const Outbox = z.strictObject({ confirmations: ConfirmationsSchema });
/** The reason is needed before the announced hour. */
const Command = z.strictObject({
  command: z.enum(PHASE_COMMANDS),
  confirmations: ConfirmationsSchema,
  reason: line.optional(),
});

const LogicTestAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.enum(['begin', 'go-on', 'erase']), confirmations: ConfirmationsSchema }),
  z.strictObject({
    act: z.literal('end'),
    confirmations: ConfirmationsSchema,
    /** Counted by hand before anything is opened. */
    slips: z
      .array(
        z.strictObject({
          booth: z.int().min(1).max(100),
          contest: slugSchema,
          option: optionKeySchema,
          votes: z.int().min(0).max(6_000),
        }),
      )
      .max(2_000),
  }),
  z.strictObject({ act: z.literal('skip'), confirmations: ConfirmationsSchema, reason: line }),
]);

/** One check takes about as long as that of a ballot that is cast, and anybody may ask: booths come first. */
const PROOF_CHECKS = { mostWaiting: 4, pauseMs: 50 };

type Answered<Value, Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

interface RoleDoesNotFit {
  readonly type: 'role-does-not-fit';
  readonly person: string;
}

function isWitness({ people }: ElectionDefinition, id: string): boolean {
  return people.some((person) => person.id === id && person.role === 'witness');
}

/** What the board (papan TPS) asks of the station. */
export function openBoardRoutes(
  door: Door,
  pollingPlace: PollingPlace,
  changed: () => void,
  keeper: Doorkeeper<unknown>,
): void {
  const {
    place,
    board,
    pins,
    media,
    abandonments,
    casting,
    cardQuestions,
    counting,
    written,
    zeroReport,
    selfTest,
    logicTest,
  } = pollingPlace;
  const { definition, election } = place;
  const confirmed = openConfirming(pins, keeper);

  question(door, '/api/board/state', () => ({
    kind: definition.kind,
    title: definition.title,
    area: definition.area,
    pollingPlace: definition.pollingPlace,
    voting: definition.voting,
    booths: definition.booths,
    people: definition.people,
    trustees: definition.trustees,
    contests: definition.contests.map((contest) => ({
      id: contest.id,
      title: contest.title,
      options: ballotOptions(contest).map(({ key, answer }) => ({ key, answer })),
    })),
    electionFingerprint: election.fingerprint,
    outcome: counting.outcome() ?? null,
    sealedRecordHash: counting.sealedHash() ?? null,
    cardNonce: cardQuestions.nonce,
    selfTest: selfTest.state(),
    logicTest: logicTest.state(),
    pairedPlaces: pollingPlace.devices
      .list()
      .filter(({ isPaired, role }) => isPaired && (role === 'booth' || role === 'desk')).length,
    helpedAtDesks: pollingPlace.desk.helped(),
    ...board.state(),
  }));
  question(door, '/api/board/arithmetic', () => board.arithmetic());
  question(door, '/api/board/minutes', () => board.minutes());

  const byPeople = async <Value, Refusal extends { readonly type: string }>(
    request: SpeakingRequest,
    confirmations: Confirmations,
    act: (people: readonly string[]) => Answered<Value, Refusal> | Promise<Answered<Value, Refusal>>,
  ) => announced(await confirmed(request, confirmations, act), changed);
  /** Who signed a paper: those who proved it, then the witnesses. A name alone is enough of nobody else. */
  const bySigners = <Value, Refusal extends { readonly type: string }>(
    request: SpeakingRequest,
    {
      confirmations,
      witnesses,
    }: { readonly confirmations: Confirmations; readonly witnesses: readonly string[] },
    sign: (signedBy: readonly string[]) => Answered<Value, Refusal>,
  ) => {
    const other = witnesses.find((id) => !isWitness(definition, id));
    return byPeople<Value, Refusal | RoleDoesNotFit>(request, confirmations, (people) =>
      other === undefined
        ? sign([...people, ...witnesses])
        : { ok: false, error: { type: 'role-does-not-fit', person: other } },
    );
  };

  command(door, '/api/board/command', Command, ({ command: given, confirmations, reason }, request) =>
    byPeople(request, confirmations, (people) =>
      given === 'seal' ? board.seal(people) : board.command(given, people, reason),
    ),
  );
  command(door, '/api/board/outgoing-code', NoInput, () => pollingPlace.outgoingCode());
  // a run that could not be kept is shown all the same
  command(door, '/api/board/self-test', NoInput, () => {
    const answer = selfTest.run();
    changed();
    return answer;
  });
  command(door, '/api/board/logic-test', LogicTestAct, ({ confirmations, ...given }, request) =>
    byPeople(request, confirmations, (people) => {
      switch (given.act) {
        case 'begin':
          return logicTest.begin(people);
        case 'go-on':
          return logicTest.goOn(people);
        case 'erase':
          return logicTest.erase(people);
        case 'end':
          return logicTest.end({ people, slips: given.slips });
        case 'skip':
          return logicTest.skip({ people, reason: given.reason });
      }
    }),
  );
  // it needs no PIN, so it must not be what takes the test away: going on without is an act of two people
  command(door, '/api/board/zero-report', NoInput, () =>
    logicTest.isOwed() && !logicTest.isUnderWay()
      ? { ok: false, error: { type: 'logic-test-owed' } }
      : announced(zeroReport.prepare(), changed),
  );
  command(door, '/api/board/zero-report-signed', ZeroReportSigned, ({ fingerprint, ...signers }, request) =>
    bySigners(request, signers, (signedBy) => zeroReport.sign({ fingerprint, signedBy, notSigned: [] })),
  );
  command(door, '/api/board/minutes-paper', NoInput, () => announced(board.minutesPaper.prepare(), changed));
  command(
    door,
    '/api/board/minutes-signed',
    MinutesSigned,
    ({ fingerprint, notSigned, ...signers }, request) =>
      bySigners(request, signers, (signedBy) =>
        board.minutesPaper.sign({ fingerprint, signedBy, notSigned }),
      ),
  );
  command(door, '/api/board/abandon', Abandon, ({ confirmations, ...act }, request) =>
    byPeople(request, confirmations, (confirmedBy) => abandonments.close({ ...act, confirmedBy })),
  );
  command(door, '/api/board/medium', MediumAct, ({ act, confirmations }, request) =>
    byPeople(request, confirmations, (people) =>
      act === 'put-in-new-medium' ? media.putInNewMedium(people) : media.continueOnOneMedium(people),
    ),
  );
  /** The page signs with the card itself; nothing of a card is stored, and its code never comes here. */
  command(door, '/api/board/card-check', CardQuestionSchema, (asked) => cardQuestions.ask('check', asked));
  const proofChecks = openOneByOne(PROOF_CHECKS);
  command(door, '/api/board/proof-check', z.strictObject({ ballot: z.string().max(100_000) }), ({ ballot }) =>
    proofChecks.run(() => casting.provedStanding(ballot)),
  );
  command(
    door,
    '/api/board/minutes-fields',
    z.strictObject({ basedOn: BasedOn, fields: MinutesFieldsSchema }),
    (input) => announced(written.writeFields(input), changed),
  );
  command(
    door,
    '/api/board/hand-count',
    z
      .strictObject({
        basedOn: BasedOn,
        count: countedFiguresSchema(definition),
        confirmations: ConfirmationsSchema.length(2),
      })
      .refine(({ basedOn, count }) => basedOn > 0 || count.reason === null, {
        path: ['count', 'reason'],
        message: 'a first count corrects nothing',
      }),
    ({ basedOn, count, confirmations }, request) =>
      byPeople(request, confirmations, (countedBy) =>
        written.writeHandCount({ basedOn, count: { ...count, countedBy: [...countedBy] } }),
      ),
  );

  command(door, '/api/board/mandate', Mandate, (input) => announced(written.writeMandate(input), changed));
  question(door, '/api/board/sending', () => pollingPlace.sending.standing());
  command(door, '/api/board/send', Send, ({ address, confirmations }, request) =>
    byPeople(request, confirmations, (confirmedBy) => pollingPlace.sending.send({ address, confirmedBy })),
  );
  command(
    door,
    '/api/board/incident',
    z.strictObject({
      numberBefore: z.int().min(0).max(1_000),
      incident: IncidentToNoteSchema,
      confirmations: ConfirmationsSchema,
    }),
    ({ confirmations, ...incident }, request) =>
      byPeople(request, confirmations, (confirmedBy) =>
        pollingPlace.incidents.note({ ...incident, confirmedBy }),
      ),
  );
  command(door, '/api/board/outbox', Outbox, ({ confirmations }, request) =>
    byPeople(request, confirmations, pollingPlace.sending.writeOutbox),
  );
  openPaperRoutes(door, pollingPlace, changed);
}
