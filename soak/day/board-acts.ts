import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSteps } from '@bilik/ballot';
import { nativeHexHash, verifyRecordFile } from '@bilik/ballot/native';
import { z } from 'zod';
import { type PreparedHome, signersOf } from '../../test/support/prepared-home.ts';
import { ourReport, failures as rulesThatFail } from '../../test/support/record-check.ts';
import { newFolder } from '../../test/support/station-disk.ts';
import type { DayEvidence } from './evidence.ts';
import { BOTH, type SoakedPlace } from './soaked-place.ts';

const BOARD = ['ketua', 'anggota-1', 'anggota-2'];
const WITNESSES = ['saksi-1', 'saksi-2', 'saksi-3'];
/** A soak waits for no hour. */
const EARLY = 'Uji ketahanan: jadwal tidak menunggu jam yang diumumkan.';

const Prepared = z.looseObject({ fingerprint: z.string() });
const State = z.looseObject({
  poll: z.looseObject({
    released: z.int(),
    casts: z.int(),
    openCases: z.int(),
    abandoned: z.int(),
  }),
  cards: z.looseObject({ used: z.int(), voided: z.int() }),
  castsWithoutSlip: z.int(),
  onTheirWay: z.int(),
  phase: z.string(),
  contests: z.array(z.looseObject({ id: z.string(), options: z.array(z.looseObject({ key: z.string() })) })),
});
const Arithmetic = z.looseObject({
  holdReasons: z.array(z.looseObject({ id: z.string() })),
});

async function tellBoard(place: SoakedPlace, path: string, body: unknown): Promise<unknown> {
  const heard = await place.tell('board-1', path, body);
  if (!heard.ok) throw new Error(`${path} was refused: ${heard.text}`);
  return heard.value;
}

async function command(
  prepared: PreparedHome,
  place: SoakedPlace,
  name: string,
  people: readonly string[],
): Promise<void> {
  const confirmations = prepared.confirmed(people);
  await tellBoard(place, '/api/board/command', { command: name, confirmations, reason: EARLY });
}

/** The reason for no logic test, zero report, signatures, opening. */
export async function openPolls(prepared: PreparedHome, place: SoakedPlace): Promise<void> {
  const skip = { act: 'skip', confirmations: prepared.confirmed(BOTH), reason: 'Uji ketahanan.' };
  await tellBoard(place, '/api/board/logic-test', skip);
  const { fingerprint } = Prepared.parse(await tellBoard(place, '/api/board/zero-report', {}));
  await place.download('/papers/laporan-nol.pdf');
  await tellBoard(place, '/api/board/zero-report-signed', { fingerprint, ...signersOf(prepared, BOTH) });
  await command(prepared, place, 'prove_zero', BOTH.slice(0, 1));
  await command(prepared, place, 'open', BOTH);
}

async function stateOf(place: SoakedPlace): Promise<z.output<typeof State>> {
  const heard = await place.ask('/api/board/state');
  if (!heard.ok) throw new Error(`The board hears nothing: ${heard.text}`);
  return State.parse(heard.value);
}

async function keep(place: SoakedPlace, path: string, name: string): Promise<string> {
  const file = join(newFolder(), name);
  writeFileSync(file, await place.download(path));
  return file;
}

async function hashesIn(record: Uint8Array): Promise<readonly string[]> {
  const hashes: string[] = [];
  for await (const step of readSteps([record], { hexHash: nativeHexHash })) {
    if (!step.ok) break;
    if (step.value.type === 'Ballot') hashes.push(...step.value.data.map(({ hash }) => hash));
  }
  return hashes;
}

/** From the last voter to the sealed result, which is verified. */
export async function closeAndCount(input: {
  readonly prepared: PreparedHome;
  readonly place: SoakedPlace;
  readonly left: number;
  readonly sahSlips: readonly number[];
  readonly cardsLeft: number;
  readonly killBeforeCount: boolean;
}): Promise<Pick<DayEvidence, 'station' | 'record' | 'brokenSums'>> {
  const { prepared, place, sahSlips } = input;
  const { poll, phase } = await stateOf(place);
  if (phase === 'paused') await command(prepared, place, 'resume', BOTH);
  if (input.left > 0) {
    const confirmations = prepared.confirmed(BOTH.slice(0, 1));
    const request = { abandonedBefore: poll.abandoned, count: input.left, confirmations };
    await tellBoard(place, '/api/board/abandon', request);
  }
  await command(prepared, place, 'close', BOTH);
  if (input.killBeforeCount) await place.killNow();

  const sealedPath = await keep(place, '/api/record/sealed', 'sealed.bel');
  const { sealed } = await verifyRecordFile(sealedPath, { expect: 'sealed', maxWorkers: 0 });
  if (sealed === undefined) throw new Error('The sealed record is not right');
  for (const owner of [1, 3, 5]) {
    const share = prepared.share(owner, sealed.sum.ciphertexts);
    await tellBoard(place, '/api/shares', { owner, share });
  }
  await command(prepared, place, 'count', BOTH);
  await sign(input);
  await command(prepared, place, 'seal', BOTH);

  const record = await place.download('/api/record/record.bel');
  const text = async (path: string) => Buffer.from(await place.download(path)).toString('utf8');
  const report = await ourReport(record, {
    voidText: await text('/api/record/void'),
    resultText: await text('/api/record/result.json'),
  });
  const arithmetic = await place.ask('/api/board/arithmetic');
  if (!arithmetic.ok) throw new Error(`No arithmetic: ${arithmetic.text}`);
  const state = await stateOf(place);
  const [counts = []] = report.counts ?? [];
  return {
    station: {
      ...state.poll,
      cardsUsed: state.cards.used,
      cardsVoided: state.cards.voided,
      castsWithoutSlip: state.castsWithoutSlip,
    },
    record: {
      ballots: await hashesIn(record),
      counts: sahSlips.map((_, option) => counts[option] ?? 0),
      failures: report.verdict === 'right' ? [] : [report.verdict, ...rulesThatFail(report)],
    },
    brokenSums: Arithmetic.parse(arithmetic.value).holdReasons.map(({ id }) => id),
  };
}

/** Hands count slips and cards; minutes are filled in, printed and signed. */
async function sign({
  prepared,
  place,
  sahSlips,
  cardsLeft,
}: Parameters<typeof closeAndCount>[0]): Promise<void> {
  const { contests } = await stateOf(place);
  const inBox = sahSlips.reduce((total, slips) => total + slips, 0);
  await tellBoard(place, '/api/board/hand-count', {
    basedOn: 0,
    count: {
      cardsLeft,
      cardsReturned: 0,
      slipBox: {
        inBox,
        contests: contests.map(({ id, options }) => ({
          contest: id,
          options: options.map(({ key }, option) => ({ key, votes: sahSlips[option] ?? 0 })),
        })),
      },
      reason: null,
    },
    confirmations: prepared.confirmed(BOTH),
  });
  const fields = {
    boardPresent: BOARD,
    witnessesPresent: WITNESSES,
    incidents: [],
    objections: [],
    helpedVoters: 0,
    trusteesUnable: false,
  };
  await tellBoard(place, '/api/board/minutes-fields', { basedOn: 0, fields });
  const { fingerprint } = Prepared.parse(await tellBoard(place, '/api/board/minutes-paper', {}));
  await place.download('/papers/berita-acara.pdf');
  await tellBoard(place, '/api/board/minutes-signed', {
    fingerprint,
    ...signersOf(prepared, [...BOARD, ...WITNESSES]),
    notSigned: [],
  });
}
