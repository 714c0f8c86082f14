import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  ArchiveWriter,
  type Ciphertext,
  type Counts,
  checkShare,
  combineShares,
  type OpeningFault,
  type ShareFault,
  writeOwnedShare,
  writeResult,
} from '@bilik/ballot';
import { writeVoidList } from '@bilik/transfer';
import { z } from 'zod';
import type { BallotSlots } from '../cast/ballot-slots.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import { type Durably, type StoreFailed, storeFailed } from '../store/durable.ts';
import { DamagedContent, isMediumFailure } from '../store/medium-failure.ts';
import type { Papers } from '../store/papers.ts';
import { writeWholeFile } from '../store/whole-file.ts';
import { type SealedRecord, writeSealedRecord } from './sealed-record.ts';

export type CountRefusal =
  | { readonly type: 'not-sealed-yet' }
  | { readonly type: 'already-counted' }
  | { readonly type: 'share-refused'; readonly owner: number; readonly fault: ShareFault }
  | { readonly type: 'opening-failed'; readonly fault: OpeningFault }
  | StoreFailed;

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CountRefusal };

/** What is known of the sealed record without reading it again. */
const SealedSummarySchema = z.strictObject({
  /** SHA-256 of the file, in hex: what trustees checked is what shares and result are appended to. */
  fileHash: z.string(),
  lastEventHash: z.string(),
  ballotCount: z.int().min(0),
  eventCount: z.int().min(0),
  lastBallotHash: z.string().nullable(),
  tally: z.array(z.array(z.strictObject({ alpha: z.string(), beta: z.string() }))),
});
type SealedSummary = z.output<typeof SealedSummarySchema>;

const ShareSchema = z.strictObject({ owner: z.int().min(1).max(100), text: z.string().max(200_000) });
const CountsSchema = z.array(z.array(z.int().min(0)));

export interface Counting {
  /**
   * Writes the sealed record and the void list, then closes: `close` is written in the same step in which the record is noted, so that
   * no polling place is closed without its record. Safe to repeat.
   */
  readonly seal: (close: () => void) => Answer<undefined>;
  /** The sealed record is there, and every byte of it is what was written. */
  readonly isSealedWhole: () => boolean;
  /** Removes what a closing that failed left behind: a list of the ballots of one moment must not lie about while voting goes on. */
  readonly forgetUnsealed: () => void;
  readonly sealedPath: string;
  /** Hash of the last event of the sealed record. */
  readonly sealedHash: () => string | undefined;
  readonly recordPath: string;
  readonly voidList: () => string | undefined;
  /** One trustee's share; every proof is checked before it is kept. The same owner's share again replaces nothing. */
  readonly receiveShare: (
    owner: number,
    text: string,
  ) => Answer<{ readonly owner: number; readonly validShares: number }>;
  /** Numbers of the trustees whose shares are here. */
  readonly shareOwners: () => readonly number[];
  /** Opens the sum and writes the whole record. */
  readonly open: () => Answer<{ readonly counts: Counts; readonly recordHash: string }>;
  readonly outcome: () => { readonly counts: Counts; readonly recordHash: string } | undefined;
}

const OutcomeSchema = z.strictObject({ counts: CountsSchema, recordHash: z.string() });

export interface CountingParts {
  readonly folder: string;
  readonly place: PreparedPlace;
  readonly slots: BallotSlots;
  readonly papers: Papers;
  readonly durably: Durably;
  /** The result stands, by opened sum or by slips: a share that comes now would only change the minutes. */
  readonly isCounted: () => boolean;
}

/** Something that reads or writes files: what a failing medium says of it is a value. */
function ofMedium<Value>(
  act: () => Value,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: StoreFailed } {
  try {
    return { ok: true, value: act() };
  } catch (error) {
    return storeFailed(error);
  }
}

function fileHashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function summaryOf({ bytes, state, sum }: SealedRecord): SealedSummary {
  return {
    fileHash: fileHashOf(bytes),
    lastEventHash: state.lastEventHash ?? '',
    ballotCount: sum.ballotCount,
    eventCount: state.eventCount,
    lastBallotHash: state.lastBallotHash ?? null,
    tally: sum.ciphertexts.map((question) =>
      question.map(({ alpha, beta }) => ({ alpha: alpha.toString(), beta: beta.toString() })),
    ),
  };
}

export function openCounting(parts: CountingParts): Counting {
  const { place, papers, slots } = parts;
  const { election, trustees } = place;
  mkdirSync(parts.folder, { recursive: true, mode: 0o700 });
  const sealedPath = join(parts.folder, 'sealed.bel');
  const recordPath = join(parts.folder, 'record.bel');
  const voidPath = join(parts.folder, 'void.json');

  const summary = (): SealedSummary | undefined =>
    existsSync(sealedPath) ? papers.get('sealed-record', SealedSummarySchema) : undefined;
  const tallyOf = (sealed: SealedSummary): Ciphertext[][] =>
    sealed.tally.map((question) =>
      question.map(({ alpha, beta }) => ({ alpha: BigInt(alpha), beta: BigInt(beta) })),
    );
  const shares = () =>
    trustees.owners.flatMap(({ owner }) => {
      const share = papers.get(`share-${owner}`, ShareSchema);
      return share === undefined ? [] : [share];
    });
  const outcome = () => papers.get('outcome', OutcomeSchema);
  /** What a medium does not let go now is removed at the next start. */
  const forgetUnsealed = (): void => {
    if (summary() !== undefined) return;
    try {
      for (const path of [sealedPath, voidPath]) rmSync(path, { force: true });
    } catch (error) {
      if (!isMediumFailure(error)) throw error;
    }
  };
  const readSealed = ({ fileHash }: SealedSummary): Buffer => {
    const bytes = readFileSync(sealedPath);
    if (fileHashOf(bytes) !== fileHash) throw new DamagedContent('The sealed record is not what was written');
    return bytes;
  };
  const sealedFromSlots = (): SealedRecord =>
    writeSealedRecord({
      election,
      trusteesText: trustees.text,
      credentials: place.credentials,
      timestamp: Number(place.secrets.recordTimestamp),
      ballots: slots
        .entries()
        .filter((entry) => entry.state === 'cast')
        .map((entry) => ({ hash: entry.hash, text: () => slots.text(entry.slot) })),
    });
  const voidListFromSlots = (): string =>
    writeVoidList(
      {
        election_uuid: election.uuid,
        election_hash: election.fingerprint,
        credentials: slots
          .entries()
          .flatMap(({ credential, hash, state }) =>
            state === 'spoiled' || state === 'proved' ? [{ credential, ballot: hash, reason: state }] : [],
          ),
      },
      place.secrets.signingKey,
    );

  return {
    sealedPath,
    sealedHash: () => summary()?.lastEventHash,
    recordPath,
    forgetUnsealed,
    isSealedWhole() {
      const sealed = summary();
      return sealed !== undefined && ofMedium(() => readSealed(sealed)).ok;
    },
    seal(close) {
      const kept = ofMedium(() => {
        const sealed = sealedFromSlots();
        writeWholeFile(voidPath, voidListFromSlots());
        writeWholeFile(sealedPath, sealed.bytes);
        return sealed;
      });
      const written = kept.ok
        ? parts.durably('sealed-record', () => {
            close();
            papers.put('sealed-record', summaryOf(kept.value));
            return undefined;
          })
        : kept;
      if (!written.ok) forgetUnsealed();
      return written;
    },
    voidList: () => (existsSync(voidPath) ? readFileSync(voidPath, 'utf8') : undefined),
    receiveShare(owner, text) {
      const sealed = summary();
      if (sealed === undefined) return { ok: false, error: { type: 'not-sealed-yet' } };
      if (outcome() !== undefined || parts.isCounted())
        return { ok: false, error: { type: 'already-counted' } };
      const checked = checkShare({ election, trustees, tally: tallyOf(sealed), share: { owner, text } });
      if (!checked.ok) return { ok: false, error: { type: 'share-refused', owner, fault: checked.error } };
      if (papers.get(`share-${owner}`, ShareSchema) === undefined) {
        const written = parts.durably('share', () => papers.put(`share-${owner}`, { owner, text }));
        if (!written.ok) return written;
      }
      return { ok: true, value: { owner, validShares: shares().length } };
    },
    shareOwners: () => shares().map(({ owner }) => owner),
    open() {
      const sealed = summary();
      if (sealed === undefined) return { ok: false, error: { type: 'not-sealed-yet' } };
      const known = outcome();
      if (known !== undefined) return { ok: true, value: known };
      const opened = combineShares({
        election,
        trustees,
        tally: tallyOf(sealed),
        totalWeight: sealed.ballotCount,
        shares: shares(),
      });
      if (!opened.ok) return { ok: false, error: { type: 'opening-failed', fault: opened.error } };
      const writer = new ArchiveWriter({
        timestamp: Number(place.secrets.recordTimestamp),
        stage: 'EncryptedTally',
        eventCount: sealed.eventCount,
        lastEventHash: sealed.lastEventHash,
        ...(sealed.lastBallotHash === null ? {} : { lastBallotHash: sealed.lastBallotHash }),
      });
      const tail = opened.value.shares.map((share) =>
        writer.partialDecryption(share.text, writeOwnedShare(share)),
      );
      tail.push(writer.result(writeResult(opened.value.counts)));
      const { lastEventHash } = writer.state;
      if (lastEventHash === undefined) throw new Error('A record was written without an event');
      const kept = ofMedium(() => writeWholeFile(recordPath, Buffer.concat([readSealed(sealed), ...tail])));
      if (!kept.ok) return kept;
      const value = { counts: opened.value.counts.map((votes) => [...votes]), recordHash: lastEventHash };
      const written = parts.durably('outcome', () => papers.put('outcome', value));
      return written.ok ? { ok: true, value } : written;
    },
    outcome,
  };
}
