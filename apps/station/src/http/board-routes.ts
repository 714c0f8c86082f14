import { createHash } from 'node:crypto';
import { ballotOptions } from '@bilik/election';
import { command, type Door, NoInput, question } from '@bilik/server';
import { z } from 'zod';
import { handCountSchema, MinutesFieldsSchema } from '../minutes/minutes-fields.ts';
import { minutesPdf, zeroReportPdf } from '../minutes/printed-papers.ts';
import { PHASE_COMMANDS } from '../phase/act-log.ts';
import type { PollingPlace } from '../polling-place.ts';

const PersonIds = z.array(z.string().min(1).max(60)).max(4);

/** What the board (papan TPS) asks of the station. */
export function openBoardRoutes(door: Door, pollingPlace: PollingPlace, changed: () => void): void {
  const { place, board, desk, casting, counting } = pollingPlace;
  const { definition, election } = place;

  question(door, '/api/board/state', () => ({
    kind: definition.kind,
    title: definition.title,
    area: definition.area,
    pollingPlace: definition.pollingPlace,
    voting: definition.voting,
    people: definition.people,
    trustees: definition.trustees,
    contests: definition.contests.map((contest) => ({
      id: contest.id,
      title: contest.title,
      options: ballotOptions(contest).map(({ key, answer }) => ({ key, answer })),
    })),
    electionFingerprint: election.fingerprint,
    outcome: counting.outcome() ?? null,
    ...board.state(),
  }));
  question(door, '/api/board/arithmetic', () => board.arithmetic());
  question(door, '/api/board/minutes', () => board.minutes());

  command(
    door,
    '/api/board/command',
    z.strictObject({ command: z.enum(PHASE_COMMANDS), confirmedBy: PersonIds }),
    (input) => {
      const answer = board.command(input.command, input.confirmedBy);
      changed();
      return answer;
    },
  );
  command(door, '/api/board/zero-report-signed', NoInput, () => {
    const paper = zeroReportPdf(pollingPlace);
    const answer = board.signZeroReport(
      paper === undefined ? undefined : createHash('sha256').update(paper).digest('hex'),
    );
    changed();
    return answer;
  });
  command(door, '/api/board/abandon', z.strictObject({ count: z.int().min(1).max(5000) }), ({ count }) => {
    const answer = desk.abandon(count);
    changed();
    return answer;
  });
  /** The page derives the card's public half itself; nothing of a card is stored, and its code never comes here. */
  command(
    door,
    '/api/board/card-check',
    z.strictObject({ credential: z.string().regex(/^[1-9][0-9]{0,616}$/) }),
    ({ credential }) => ({ ok: true, value: { standing: casting.tokenStanding(credential) } }),
  );
  command(door, '/api/board/minutes-fields', MinutesFieldsSchema, (fields) => {
    const answer = board.writeFields(fields);
    changed();
    return answer;
  });
  command(door, '/api/board/hand-count', handCountSchema(definition), (count) => {
    const answer = board.writeHandCount(count);
    changed();
    return answer;
  });

  const sendPdf = (path: string, name: string, make: () => Uint8Array | undefined) =>
    door.get(path, (_request, reply) => {
      const paper = make();
      if (paper === undefined) return reply.callNotFound();
      void reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename="${name}"`)
        .send(Buffer.from(paper));
    });
  sendPdf('/papers/laporan-nol.pdf', 'laporan-nol.pdf', () => zeroReportPdf(pollingPlace));
  sendPdf('/papers/berita-acara.pdf', 'berita-acara.pdf', () => minutesPdf(pollingPlace));
}
