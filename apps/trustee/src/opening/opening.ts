import { checkShare, decryptTally, openDecryptionKey } from '@bilik/ballot';
import { z } from 'zod';
import { type Answer, accept, refuse, type TrusteeRefusal } from '../api/refusal.ts';
import type { Ceremony, TrusteeTools } from '../ceremony/ceremony.ts';
import type { BoundElection, ElectionRoom } from '../election/bound-election.ts';
import type { DurableFile } from '../store/durable-file.ts';
import type { InTurn } from '../store/turns.ts';
import type { AnnouncedCount } from './announced-count.ts';
import type { Arrived, ByteStream, IncomingFile, IncomingFiles } from './incoming-files.ts';
import {
  type CheckedRecord,
  checkSealedRecord,
  type RecordCheckTools,
  type RuleResult,
} from './record-check.ts';
import type { Station } from './station.ts';

const Hex256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The list of ballots to which this key's one share belongs, and the share. Written before the share leaves. */
export const OpeningFile = z.strictObject({
  format: z.literal('bilik/trustee-opening/1'),
  /** Binds to the election too: its fingerprint is part of what is hashed. */
  ballotListDigest: Hex256,
  sealedEventHash: Hex256,
  ballotCount: z.int().min(0),
  owner: z.int().min(1),
  share: z
    .string()
    .min(1)
    .max(4 * 1024 * 1024),
  /** The station took it. */
  isSent: z.boolean(),
  /** How often another list of this election was put before this device. */
  refusedLists: z.int().min(0),
});
export type OpeningFile = z.output<typeof OpeningFile>;

/** What the device is doing with the record that lies before it. */
export type CheckState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'fetching' }
  | { readonly phase: 'checking'; readonly done: number; readonly total: number }
  | { readonly phase: 'checked'; readonly record: CheckedRecord }
  | { readonly phase: 'refused'; readonly refusal: TrusteeRefusal; readonly rules: readonly RuleResult[] };

/** What a finished check says. Not how many ballots there are: that is typed by who heard it in the hall. */
export interface CheckSummary {
  readonly recordHash: string;
  readonly voidCount: number;
  readonly rules: readonly RuleResult[];
}

export interface OwnedShareText {
  readonly owner: number;
  /** The exact text of the partial decryption. */
  readonly share: string;
}

/**
 * The one opening of one election (design, decision 2): the whole record is checked before a share is made, and its number of ballots
 * must be the one that the keeper heard in the hall; the share is bound to that list of ballots on disk before it leaves; a second list is
 * refused for ever and counted.
 */
export interface Opening {
  readonly state: () => CheckState;
  readonly stored: () => OpeningFile | undefined;
  /** Brings record and void list from the station and checks them. A second call joins the first. */
  readonly fetchAndCheck: () => Promise<Answer<CheckSummary>>;
  /** Takes a file from this device's own page. */
  readonly receive: (
    file: IncomingFile,
    bytes: ByteStream,
    declaredBytes?: number,
  ) => Promise<Answer<{ readonly bytes: number }>>;
  /** Checks the files that were taken. A second call joins the first. */
  readonly check: () => Promise<Answer<CheckSummary>>;
  /**
   * Ends what `fetchAndCheck` or `check` is doing, which then answer 'check-stopped': nothing was checked, shared or counted, and files
   * may be taken again. Returns when all of it has ended; without a check under way it does nothing.
   */
  readonly stop: () => Promise<Answer<{ readonly wasRunning: boolean }>>;
  /**
   * Makes the one share. `ballotCount` is what the hall announced; it is compared before the passphrase is tried.
   * @errors 'ballot-count-differs', kept for ever: this is another list than the hall's, or the number was mistyped
   */
  readonly share: (typed: {
    readonly passphrase: string;
    readonly ballotCount: number;
  }) => Promise<Answer<OwnedShareText>>;
  /** The share that was made before. */
  readonly ownShare: () => Answer<OwnedShareText>;
  readonly send: () => Promise<Answer<OwnedShareText>>;
}

export interface OpeningParts extends TrusteeTools, RecordCheckTools {
  readonly file: DurableFile<OpeningFile>;
  readonly electionRoom: ElectionRoom;
  readonly announcedCount: AnnouncedCount;
  readonly ceremony: Ceremony;
  readonly forgetSeed: () => void;
  readonly incoming: IncomingFiles;
  readonly station: Station;
  readonly inTurn: InTurn;
  /** Something that the page shows has changed. */
  readonly onChange: () => void;
  /** A second list was refused. */
  readonly onSecondList: (refusedLists: number) => void;
}

export function openOpening(parts: OpeningParts): Opening {
  const { file, electionRoom, ceremony, incoming, station, inTurn } = parts;
  let state: CheckState = { phase: 'idle' };
  let running:
    | { readonly outcome: Promise<Answer<CheckSummary>>; readonly stopping: AbortController }
    | undefined;

  const become = (next: CheckState) => {
    state = next;
    parts.onChange();
  };

  const refuseSecondList = (stored: OpeningFile) => {
    const refusedLists = stored.refusedLists + 1;
    const counted = file.replace({ ...stored, refusedLists });
    parts.onSecondList(refusedLists);
    return counted.ok
      ? refuse({ type: 'second-ballot-list', refusedLists, boundRecordHash: stored.sealedEventHash })
      : counted;
  };

  const runCheck = async (bound: BoundElection, stopped: AbortSignal): Promise<Answer<CheckSummary>> => {
    for (const needed of ['record', 'void-list'] as const) {
      if (incoming.size(needed) === undefined) return refused(refuse({ type: 'file-missing', file: needed }));
    }
    become({ phase: 'checking', done: 0, total: 0 });
    const { answer, rules } = await checkSealedRecord(
      parts,
      bound,
      { recordPath: incoming.path('record'), voidListText: incoming.readVoidList() },
      ({ ballotsChecked, ballotCount }) =>
        become({ phase: 'checking', done: ballotsChecked, total: ballotCount }),
      stopped,
    );
    stopped.throwIfAborted();
    if (!answer.ok) return refused(answer, rules);
    const record = answer.value;
    return inTurn((): Answer<CheckSummary> => {
      stopped.throwIfAborted();
      const stored = file.read();
      if (stored !== undefined && stored.ballotListDigest !== record.ballotListDigest) {
        return refused(refuseSecondList(stored), rules);
      }
      become({ phase: 'checked', record });
      return accept(summaryOf(record));
    });
  };

  const refused = (
    answer: { readonly ok: false; readonly error: TrusteeRefusal },
    rules: readonly RuleResult[] = [],
  ) => {
    become({ phase: 'refused', refusal: answer.error, rules });
    return answer;
  };

  /** One check at a time; whoever asks meanwhile gets the answer of the one that runs. */
  const joined = (act: (bound: BoundElection, stopped: AbortSignal) => Promise<Answer<CheckSummary>>) => {
    const bound = electionRoom.bound();
    if (bound === undefined) return Promise.resolve(refuse({ type: 'no-election-yet' }));
    if (running !== undefined) return running.outcome;
    const stopping = new AbortController();
    // Begun only when `running` says so: whoever is told of its first step can stop it.
    const outcome = Promise.resolve()
      .then(() => act(bound, stopping.signal))
      .catch((error: unknown) => {
        become({ phase: 'idle' });
        if (stopping.signal.aborted) return refuse({ type: 'check-stopped' });
        throw error;
      })
      .finally(() => {
        running = undefined;
        parts.onChange();
      });
    running = { outcome, stopping };
    return outcome;
  };

  const ownShare = (): Answer<OwnedShareText> => {
    const stored = file.read();
    return stored === undefined
      ? refuse({ type: 'not-shared-yet' })
      : accept({ owner: stored.owner, share: stored.share });
  };

  return {
    state: () => state,
    stored: file.read,
    ownShare,

    fetchAndCheck: () =>
      joined(async (bound, stopped) => {
        become({ phase: 'fetching' });
        const arrived: Arrived[] = [];
        for (const wanted of ['record', 'void-list'] as const) {
          const fetched = await station.fetch(wanted, incoming, stopped);
          if (fetched.ok) arrived.push(fetched.value);
          if (fetched.ok && !stopped.aborted) continue;
          for (const file of arrived) file.discard();
          stopped.throwIfAborted();
          if (!fetched.ok) return refused(fetched);
        }
        for (const file of arrived) file.place();
        return runCheck(bound, stopped);
      }),

    async receive(wanted, bytes, declaredBytes) {
      if (electionRoom.bound() === undefined) return refuse({ type: 'no-election-yet' });
      if (running !== undefined) return refuse({ type: 'check-running' });
      const received = await incoming.receive(wanted, bytes, declaredBytes);
      if (!received.ok) {
        parts.onChange();
        return received;
      }
      const arrived = received.value;
      // a check that began meanwhile must not find one file of another record under its hands
      if (running !== undefined) {
        arrived.discard();
        return refuse({ type: 'check-running' });
      }
      arrived.place();
      become({ phase: 'idle' });
      return accept({ bytes: arrived.bytes });
    },

    check: () => joined(runCheck),

    async stop() {
      const stopped = running;
      stopped?.stopping.abort();
      // Whether it failed is told to whoever began it.
      await stopped?.outcome.catch(() => undefined);
      return accept({ wasRunning: stopped !== undefined });
    },

    share: ({ passphrase, ballotCount }) =>
      inTurn(async (): Promise<Answer<OwnedShareText>> => {
        const bound = electionRoom.bound();
        if (bound === undefined) return refuse({ type: 'no-election-yet' });
        if (running !== undefined) return refuse({ type: 'check-running' });
        const record = state.phase === 'checked' ? state.record : undefined;
        const stored = file.read();
        if (state.phase === 'refused' && state.refusal.type === 'second-ballot-list') {
          return refuse(state.refusal);
        }
        if (stored !== undefined && record !== undefined) {
          if (stored.ballotListDigest !== record.ballotListDigest) return refuseSecondList(stored);
        }
        const opened = stored ?? record;
        if (opened === undefined) return refuse({ type: 'not-checked' });
        const compared = parts.announcedCount.compare(ballotCount, opened);
        if (!compared.ok) {
          parts.onChange();
          return compared;
        }
        const seed = await ceremony.unlock(passphrase);
        parts.forgetSeed();
        if (!seed.ok) return seed;
        if (stored !== undefined || record === undefined) return ownShare();

        const share = makeShare(parts, bound, record, seed.value);
        const written = file.replace({
          format: 'bilik/trustee-opening/1',
          ballotListDigest: record.ballotListDigest,
          sealedEventHash: record.sealedEventHash,
          ballotCount: record.ballotCount,
          owner: bound.owner,
          share,
          isSent: false,
          refusedLists: 0,
        });
        if (!written.ok) return written;
        parts.onChange();
        return ownShare();
      }),

    send: () =>
      inTurn(async (): Promise<Answer<OwnedShareText>> => {
        const own = ownShare();
        if (!own.ok) return own;
        const sent = await station.send(own.value);
        if (!sent.ok) return sent;
        const stored = file.read();
        if (stored !== undefined && !stored.isSent) {
          const written = file.replace({ ...stored, isSent: true });
          if (!written.ok) return written;
        }
        parts.onChange();
        return own;
      }),
  };
}

function summaryOf({ sealedEventHash, voidCount, rules }: CheckedRecord): CheckSummary {
  return { recordHash: sealedEventHash, voidCount, rules };
}

/** This trustee's partial decryption of the sum that this device computed, checked as the station will check it. */
function makeShare(
  { ceremony, group, random, ccm }: OpeningParts,
  { election, trustees, owner }: BoundElection,
  { tally }: CheckedRecord,
  seed: string,
): string {
  const decryptionKey = ceremony.file()?.key?.decryptionKey;
  if (decryptionKey === undefined) throw new Error('an election is bound without a key');
  const privateKey = openDecryptionKey({ group, seed, decryptionKey, random, ccm });
  if (!privateKey.ok) throw new Error('the key that was tested in the ceremony cannot be opened');
  const text = decryptTally({ election, tally, privateKey: privateKey.value, random });
  const checked = checkShare({ election, trustees, tally, share: { owner, text } });
  if (!checked.ok) throw new Error(`a share made here does not hold: ${checked.error.type}`);
  return text;
}
