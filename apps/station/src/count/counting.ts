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
import { type VoidCredential, writeVoidList } from '@bilik/transfer';
import { z } from 'zod';
import type { BallotSlots } from '../cast/ballot-slots.ts';
import type { PreparedPlace } from '../place/prepared-place.ts';
import { type Durably, type StoreFailed, storeFailed } from '../store/durable.ts';
import type { KeptFileName, MediaFiles } from '../store/media-files.ts';
import { DamagedContent } from '../store/medium-failure.ts';
import type { Papers } from '../store/papers.ts';
import {
  type DamagedFile,
  hashOf,
  type KeptFile,
  openKeptFile,
  type RecordDamaged,
  unlessDamaged,
} from './kept-file.ts';
import { type SealedRecord, writeSealedRecord } from './sealed-record.ts';

export type CountRefusal =
  | { readonly type: 'not-sealed-yet' }
  | { readonly type: 'already-counted' }
  | { readonly type: 'share-refused'; readonly owner: number; readonly fault: ShareFault }
  | { readonly type: 'opening-failed'; readonly fault: OpeningFault }
  | RecordDamaged
  | StoreFailed;

type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: CountRefusal };

/** What is known of the sealed record without reading it again. */
const SealedSummarySchema = z.strictObject({
  /** SHA-256 of the file, in hex: what trustees checked is what shares and result are appended to. */
  fileHash: z.string(),
  lastEventHash: z.string(),
  /** SHA-256 of the void list of the same moment, in hex. */
  voidHash: z.string(),
  /** SHA-256 over the hashes of the ballots that were cast: what the slots must still hold. */
  castHash: z.string(),
  ballotCount: z.int().min(0),
  eventCount: z.int().min(0),
  lastBallotHash: z.string().nullable(),
  tally: z.array(z.array(z.strictObject({ alpha: z.string(), beta: z.string() }))),
});
/** A proved ballot's slot holds what opens it, or the ballot itself where that was not given rightly. */
function openingIn(text: string): string | null {
  return text.startsWith('BILIK-BUKTI.') ? text : null;
}

type SealedSummary = z.output<typeof SealedSummarySchema>;

const ShareSchema = z.strictObject({ owner: z.int().min(1).max(100), text: z.string().max(200_000) });
const CountsSchema = z.array(z.array(z.int().min(0)));

export interface Counting {
  /**
   * Writes the sealed record and the void list, then closes: `close` is written in the same step in which the record is noted, so that
   * no polling place is closed without its record. Safe to repeat.
   */
  readonly seal: (close: () => void) => Answer<undefined>;
  /**
   * Reads again every file that belongs to the record, and the slots with the ballots; what was lost or changed is made again where
   * that gives the very same bytes. Call at start, and before anything is signed.
   * @errors 'record-damaged' names all that is not what was written
   */
  readonly readAgain: () => Answer<undefined>;
  /** What was found damaged when it was read last: for the board's screen. */
  readonly damaged: () => readonly DamagedFile[];
  /**
   * A file as it may be handed out. The void list is at all times the one that belongs to the slots.
   * @returns undefined while there is none. @errors 'record-damaged'
   */
  readonly read: (file: RecordFile) => Answer<Buffer> | undefined;
  /** Removes what a closing that failed left behind: a list of the ballots of one moment must not lie about while voting goes on. */
  readonly forgetUnsealed: () => void;
  readonly sealedPath: string;
  /** Hash of the last event of the sealed record. */
  readonly sealedHash: () => string | undefined;
  readonly recordPath: string;
  readonly voidPath: string;
  /** Undefined while there is none, and when it is damaged. */
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
  /** `fileHash`: hex SHA-256 of the whole record's file. */
  readonly outcome: () =>
    | { readonly counts: Counts; readonly recordHash: string; readonly fileHash: string }
    | undefined;
}

/** The files of which counting is in charge. */
export type RecordFile = Exclude<KeptFileName, 'result.json'>;

const OutcomeSchema = z.strictObject({
  counts: CountsSchema,
  recordHash: z.string(),
  /** SHA-256 of the file, in hex. */
  fileHash: z.string(),
});

export interface CountingParts {
  readonly files: MediaFiles;
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

function summaryOf(
  { bytes, state, sum }: SealedRecord,
  beside: Pick<SealedSummary, 'voidHash' | 'castHash'>,
): SealedSummary {
  return {
    ...beside,
    fileHash: hashOf(bytes),
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
  const { files: mediaFiles } = parts;
  const { election, trustees } = place;

  const summary = (): SealedSummary | undefined => papers.get('sealed-record', SealedSummarySchema);
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
  const forgetUnsealed = (): void => {
    if (summary() !== undefined) return;
    for (const name of ['sealed.bel', 'void.json'] as const) mediaFiles.remove(name);
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
          .flatMap(({ slot, credential, hash: ballot, state }): VoidCredential[] => {
            if (state === 'spoiled') return [{ credential, ballot, reason: state }];
            return state === 'proved'
              ? [{ credential, ballot, reason: state, opening: openingIn(slots.text(slot)) }]
              : [];
          }),
      },
      place.secrets.signingKey,
    );
  const castHash = (): string =>
    hashOf(
      slots
        .entries()
        .flatMap(({ state, hash }) => (state === 'cast' ? [hash] : []))
        .sort()
        .join(),
    );
  const slotsAreWhole = (sealed: SealedSummary): boolean =>
    castHash() === sealed.castHash &&
    slots
      .entries()
      .filter(({ state }) => state === 'cast')
      .every(({ slot, hash }) => unlessDamaged(() => hashOf(slots.text(slot))) === hash);

  const opened = (sealed: SealedSummary) =>
    combineShares({
      election,
      trustees,
      tally: tallyOf(sealed),
      totalWeight: sealed.ballotCount,
      shares: shares(),
    });
  type Opened = Extract<ReturnType<typeof opened>, { ok: true }>['value'];
  /** Shares and result after the sealed record; the same shares give the same bytes. */
  const recordFrom = (sealed: SealedSummary, sealedBytes: Uint8Array, { shares: used, counts }: Opened) => {
    const writer = new ArchiveWriter({
      timestamp: Number(place.secrets.recordTimestamp),
      stage: 'EncryptedTally',
      eventCount: sealed.eventCount,
      lastEventHash: sealed.lastEventHash,
      ...(sealed.lastBallotHash === null ? {} : { lastBallotHash: sealed.lastBallotHash }),
    });
    const tail = used.map((share) => writer.partialDecryption(share.text, writeOwnedShare(share)));
    tail.push(writer.result(writeResult(counts)));
    const { lastEventHash } = writer.state;
    if (lastEventHash === undefined) throw new Error('A record was written without an event');
    return { bytes: Buffer.concat([sealedBytes, ...tail]), recordHash: lastEventHash };
  };

  const sealedFile = openKeptFile({
    name: 'sealed.bel',
    files: mediaFiles,
    keptHash: () => summary()?.fileHash,
    makeAgain: () => sealedFromSlots().bytes,
  });
  const files: Readonly<Record<RecordFile, KeptFile>> = {
    'sealed.bel': sealedFile,
    'void.json': openKeptFile({
      name: 'void.json',
      files: mediaFiles,
      keptHash: () => summary()?.voidHash,
      makeAgain: () => Buffer.from(voidListFromSlots(), 'utf8'),
      followsSource: true,
    }),
    'record.bel': openKeptFile({
      name: 'record.bel',
      files: mediaFiles,
      keptHash: () => outcome()?.fileHash,
      makeAgain() {
        const sealed = summary();
        const bytes = sealedFile.read();
        const sum = sealed === undefined ? undefined : opened(sealed);
        if (sealed === undefined || !bytes?.ok || !sum?.ok) {
          throw new DamagedContent('What the record was made of is not there any more');
        }
        return recordFrom(sealed, bytes.value, sum.value).bytes;
      },
    }),
  };
  const damaged = new Set<DamagedFile>();
  const found = (file: DamagedFile, isWhole: boolean): void => {
    if (isWhole) damaged.delete(file);
    else damaged.add(file);
  };
  const read: Counting['read'] = (file) => {
    const answer = files[file].read();
    found(file, answer?.ok ?? true);
    return answer;
  };

  return {
    sealedPath: mediaFiles.pathOf('sealed.bel'),
    read,
    damaged: () => [...damaged],
    readAgain() {
      const sealed = summary();
      if (sealed === undefined) return { ok: true, value: undefined };
      for (const file of ['sealed.bel', 'void.json', 'record.bel'] as const) read(file);
      found('station.db', slotsAreWhole(sealed));
      return damaged.size === 0
        ? { ok: true, value: undefined }
        : { ok: false, error: { type: 'record-damaged', files: [...damaged] } };
    },
    sealedHash: () => summary()?.lastEventHash,
    recordPath: mediaFiles.pathOf('record.bel'),
    voidPath: mediaFiles.pathOf('void.json'),
    forgetUnsealed,
    seal(close) {
      const kept = ofMedium(() => {
        const sealed = sealedFromSlots();
        const voidList = voidListFromSlots();
        mediaFiles.write('void.json', voidList);
        mediaFiles.write('sealed.bel', sealed.bytes);
        return summaryOf(sealed, { voidHash: hashOf(voidList), castHash: castHash() });
      });
      const written = kept.ok
        ? parts.durably('sealed-record', () => {
            close();
            papers.put('sealed-record', kept.value);
            return undefined;
          })
        : kept;
      // a closing in doubt is done as soon as the first medium works, and then needs its files
      if (!written.ok && written.error.type !== 'store-in-doubt') forgetUnsealed();
      return written;
    },
    voidList() {
      const list = read('void.json');
      return list?.ok ? list.value.toString('utf8') : undefined;
    },
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
      const sealedBytes = read('sealed.bel');
      if (sealedBytes === undefined) return { ok: false, error: { type: 'not-sealed-yet' } };
      if (!sealedBytes.ok) return sealedBytes;
      const sum = opened(sealed);
      if (!sum.ok) return { ok: false, error: { type: 'opening-failed', fault: sum.error } };
      const { bytes, recordHash } = recordFrom(sealed, sealedBytes.value, sum.value);
      const kept = ofMedium(() => mediaFiles.write('record.bel', bytes));
      if (!kept.ok) return kept;
      const value = {
        counts: sum.value.counts.map((votes) => [...votes]),
        recordHash,
        fileHash: hashOf(bytes),
      };
      const written = parts.durably('outcome', () => papers.put('outcome', value));
      return written.ok ? { ok: true, value } : written;
    },
    outcome,
  };
}
