import { ballotOptions } from '@bilik/election';
import { command, type Door, NoInput, openOneByOne, question } from '@bilik/server';
import { z } from 'zod';
import { CardQuestionSchema } from '../cast/card-questions.ts';
import { handCountSchema, line, MinutesFieldsSchema } from '../minutes/minutes-fields.ts';
import { PHASE_COMMANDS } from '../phase/act-log.ts';
import type { PollingPlace } from '../polling-place.ts';
import { announced } from './announced.ts';
import { openPaperRoutes } from './paper-routes.ts';

const PersonId = z.string().min(1).max(60);
const PersonIds = z.array(PersonId).max(4);
/** How many versions of a paper its writer had seen. */
const BasedOn = z.int().min(0).max(1_000_000);

const Abandon = z.strictObject({
  abandonedBefore: z.int().min(0).max(5000),
  count: z.int().min(1).max(5000),
  confirmedBy: PersonIds,
});
const MediumAct = z.strictObject({
  act: z.enum(['put-in-new-medium', 'continue-on-one-medium']),
  confirmedBy: PersonIds,
});
const Fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const ZeroReportSigned = z.strictObject({
  fingerprint: Fingerprint,
  signedBy: z.array(PersonId).max(60),
});
const MinutesSigned = z.strictObject({
  fingerprint: Fingerprint,
  signedBy: z.array(PersonId).max(60),
  /** Of each witness who was present and did not sign, why. */
  notSigned: z.array(z.strictObject({ person: PersonId, reason: line })).max(60),
});
/** Of one witness; `letter` null: there was none. */
const Mandate = z.strictObject({ person: PersonId, letter: line.nullable() });
/** The reason is needed before the announced hour. */
const Command = z.strictObject({
  command: z.enum(PHASE_COMMANDS),
  confirmedBy: PersonIds,
  reason: line.optional(),
});

/** One check takes about as long as that of a ballot that is cast, and anybody may ask: booths come first. */
const PROOF_CHECKS = { mostWaiting: 4, pauseMs: 50 };

/** What the board (papan TPS) asks of the station. */
export function openBoardRoutes(door: Door, pollingPlace: PollingPlace, changed: () => void): void {
  const { place, board, media, abandonments, casting, cardQuestions, counting, written, zeroReport } =
    pollingPlace;
  const { definition, election } = place;

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
    ...board.state(),
  }));
  question(door, '/api/board/arithmetic', () => board.arithmetic());
  question(door, '/api/board/minutes', () => board.minutes());

  command(door, '/api/board/command', Command, async ({ command: given, confirmedBy, reason }) =>
    announced(
      given === 'seal' ? await board.seal(confirmedBy) : board.command(given, confirmedBy, reason),
      changed,
    ),
  );
  command(door, '/api/board/outgoing-code', NoInput, () => pollingPlace.outgoingCode());
  command(door, '/api/board/zero-report', NoInput, () => announced(zeroReport.prepare(), changed));
  command(door, '/api/board/zero-report-signed', ZeroReportSigned, (signed) =>
    announced(zeroReport.sign({ ...signed, notSigned: [] }), changed),
  );
  command(door, '/api/board/minutes-paper', NoInput, () => announced(board.minutesPaper.prepare(), changed));
  command(door, '/api/board/minutes-signed', MinutesSigned, (signed) =>
    announced(board.minutesPaper.sign(signed), changed),
  );
  command(door, '/api/board/abandon', Abandon, (request) => announced(abandonments.close(request), changed));
  command(door, '/api/board/medium', MediumAct, ({ act, confirmedBy }) =>
    announced(
      act === 'put-in-new-medium'
        ? media.putInNewMedium(confirmedBy)
        : media.continueOnOneMedium(confirmedBy),
      changed,
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
      .strictObject({ basedOn: BasedOn, count: handCountSchema(definition) })
      .refine(({ basedOn, count }) => basedOn > 0 || count.reason === null, {
        path: ['count', 'reason'],
        message: 'a first count corrects nothing',
      }),
    (input) => announced(written.writeHandCount(input), changed),
  );

  command(door, '/api/board/mandate', Mandate, (input) => announced(written.writeMandate(input), changed));
  openPaperRoutes(door, pollingPlace, changed);
}
