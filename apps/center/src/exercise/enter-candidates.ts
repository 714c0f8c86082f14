import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SeededDraws } from '@bilik/intake';
import {
  ballotProof,
  type DrawRecord,
  drawCommitment,
  drawNumbers,
  type StandingCandidate,
} from '@bilik/preparation';
import { writeContest } from '../candidates/ballot-contest.ts';
import { PHOTO_LIMIT_BYTES } from '../candidates/photo.ts';
import type { CenterParts } from '../center-parts.ts';
import type { Transaction } from '../database/connect.ts';
import { noteFile } from '../files/note-file.ts';
import type { KnownVillage } from '../set-up/known-village.ts';
import { sha256 } from '../set-up/set-up-store.ts';
import type { InventedCandidate } from './enter-lists.ts';
import { dayDone, type StagesDone, whenDone } from './enter-preparation.ts';

/** A drawn candidate each, 600 × 800, of three men and three women. */
const PORTRAITS = { L: ['bapak-1', 'bapak-2', 'bapak-3'], P: ['ibu-1', 'ibu-2', 'ibu-3'] } as const;
/** As many as the draw is thrown with. */
const DICE = 6;

/** Kept files of the portraits, by their names. */
export type Portraits = ReadonlyMap<string, string>;

/** Keeps the drawn portraits once; a village's candidates share them with others'. @param folder of the six JPEG files */
export async function keepPortraits(
  transaction: Transaction,
  { files }: Pick<CenterParts, 'files'>,
  folder: string,
  now: Date,
): Promise<Portraits> {
  const portraits = new Map<string, string>();
  for (const name of Object.values(PORTRAITS).flat()) {
    const kept = await files.keep(readFileSync(join(folder, `${name}.jpg`)), PHOTO_LIMIT_BYTES);
    if (!kept.ok) throw new Error(`the portrait ${name} is larger than ${PHOTO_LIMIT_BYTES} bytes`);
    await noteFile(transaction, kept.value, now);
    portraits.set(name, kept.value.sha256);
  }
  return portraits;
}

/** One who stands, with what the living place's definition already says of them. */
export interface StandingPerson extends InventedCandidate {
  /** Of the drawings; left out: the next one of their sex. */
  readonly portrait?: string;
}

/**
 * Brings candidates of one village to the signed ballot: registered, every paper accepted, determined, numbers drawn, agreed to, contest written.
 * @param people in any order when the draw decides; @param inOrder as they are numbered already
 */
export async function enterCandidates(
  transaction: Transaction,
  village: KnownVillage,
  people: readonly StandingPerson[],
  {
    portraits,
    seed,
    inOrder,
    done,
  }: {
    readonly portraits: Portraits;
    readonly seed: string;
    readonly inOrder: boolean;
    readonly done: StagesDone;
  },
): Promise<void> {
  const { election, code } = village;
  const ofVillage = { election: election.id, area: code };
  const registeredOn = dayDone(done, 'registration');
  const named = people.map((person, index) => ({ ...person, id: `calon-${index + 1}` }));
  const draw = drawOf(code, named, seed, inOrder);
  const numbers = new Map(draw.numbers.map(({ candidate, number }) => [candidate, number]));
  const drawn: Record<'L' | 'P', number> = { L: 0, P: 0 };
  const standing = named.map(({ id, name, sex, portrait }): StandingCandidate => {
    const own = PORTRAITS[sex][drawn[sex]++ % PORTRAITS[sex].length] ?? '';
    return { id, name, number: numbers.get(id) ?? 0, photoHash: portraits.get(portrait ?? own) ?? null };
  });
  await transaction
    .insertInto('candidate')
    .values(
      standing.map(({ id, name, number, photoHash }, index) => ({
        ...{ ...ofVillage, id, name, number, photo: photoHash },
        ...{ born_on: named[index]?.bornOn ?? '', state: 'determined' as const, registered_on: registeredOn },
      })),
    )
    .execute();
  await transaction
    .insertInto('candidate_finding')
    .values(
      standing.flatMap(({ id: candidate }) =>
        election.checklist.requirements.map(({ id: requirement }) => ({
          ...{ ...ofVillage, candidate, account: null, at: whenDone(done, 'research', election) },
          finding: JSON.stringify({ requirement, finding: 'accepted' }),
        })),
      ),
    )
    .execute();
  await transaction
    .insertInto('number_draw')
    .values({
      ...{
        ...ofVillage,
        wave: village.life.wave,
        begun_at: whenDone(done, 'number-draw', election),
        account: null,
        reason: null,
      },
      ...{ arrivals: JSON.stringify(draw.arrivals), record: JSON.stringify(draw) },
    })
    .execute();
  const proof = ballotProof(village, standing, sha256);
  await transaction
    .insertInto('ballot_sign_off')
    .values(
      standing.map(({ id: candidate, name }) => ({
        ...{
          ...ofVillage,
          candidate,
          account: null,
          at: whenDone(done, 'ballot-proof', election),
          fingerprint: proof.fingerprint,
          signed_by: name,
        },
      })),
    )
    .execute();
  await writeContest(transaction, village, proof);
}

/** A draw as it was held, with words and dice of the exercise; anybody can compute it again. */
function drawOf(
  village: KnownVillage['code'],
  people: readonly { readonly id: string; readonly name: string }[],
  seed: string,
  inOrder: boolean,
): DrawRecord {
  // where the numbers stand already, as on the living place's ballot, it is held until it gives them: five make 120 orders
  for (let attempt = 1; attempt < 10_000; attempt += 1) {
    const draws = new SeededDraws(`${seed}/draw/${attempt}`);
    const reveals = people.map(({ id: candidate }) => ({
      ...{ candidate, words: `kata latihan ${draws.between(100, 999)}` },
      salt: sha256(`${seed}/${candidate}/${attempt}`).slice(0, 32),
    }));
    const arrivals = people.map(({ id: candidate, name }, index) => ({
      ...{ candidate, drawnBy: name },
      commitment: drawCommitment(village, reveals[index] ?? { candidate, words: '', salt: '' }, sha256),
    }));
    const dice = Array.from({ length: DICE }, () => draws.between(1, 6));
    const drawn = drawNumbers({ village, arrivals, dice, reveals }, sha256);
    if (!drawn.ok) throw new Error(`the draw of ${village} does not hold: ${drawn.error.type}`);
    if (!inOrder || drawn.value.numbers.every(({ number }, index) => number === index + 1))
      return drawn.value;
  }
  throw new Error(`no draw gives the numbers of ${village}`);
}
