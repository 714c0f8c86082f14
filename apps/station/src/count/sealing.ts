import { checkArithmetic, holdReasonNames, type PollingPlaceFigures } from '@bilik/election';
import { fileHash, writeSignedResult } from '@bilik/transfer';
import { z } from 'zod';
import type { PreparedPlace } from '../place/prepared-place.ts';
import { storeFailed } from '../store/durable.ts';
import type { MediaFiles } from '../store/media-files.ts';
import type { Papers } from '../store/papers.ts';
import type { Counting, CountRefusal } from './counting.ts';
import { hashOf, openKeptFile, type RecordDamaged } from './kept-file.ts';
import { type PublicFinding, publicVerdict } from './public-check.ts';

export type SealRefusal =
  | CountRefusal
  /** What would be published is refused by the public verifier; nothing was sealed. */
  | { readonly type: 'record-not-right'; readonly findings: readonly PublicFinding[] }
  /** Figures or files changed while the record was verified: what was verified is not what would be sealed. */
  | { readonly type: 'changed-while-sealing' };

type Answer<Value, Refusal = SealRefusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** The signed result, and the last look at everything that it vouches for. */
export interface Sealing {
  /**
   * Signs the result, runs the public verifier over record, void list and result as they lie on the medium, and only then commits.
   * Until then nothing is sealed and nothing is handed out.
   * @param commit writes the seal; calls `keep` inside its write
   */
  readonly seal: <Value, Refusal extends { readonly type: string }>(
    commit: (keep: () => void) => Answer<Value, Refusal>,
  ) => Promise<Answer<Value, Refusal | SealRefusal>>;
  /** The signed result, the same bytes for ever. @returns undefined while nothing is sealed. @errors 'record-damaged' */
  readonly result: () => Answer<Buffer, RecordDamaged> | undefined;
  /** Removes a signed result that was never sealed: what a power cut left behind. */
  readonly forgetUnsealed: () => void;
}

export interface SealingParts {
  readonly files: MediaFiles;
  readonly place: PreparedPlace;
  /** Version of the program that signs. */
  readonly version: string;
  readonly papers: Papers;
  readonly counting: Counting;
  readonly figures: () => PollingPlaceFigures;
}

const KeptResultSchema = z.strictObject({
  /** SHA-256 of the file, in hex. */
  fileHash: z.string(),
  /** Version of the program that signed: a later one makes the same file. */
  version: z.string().max(60),
});

export function openSealing({ files, place, version, papers, counting, figures }: SealingParts): Sealing {
  const kept = () => papers.get('signed-result', KeptResultSchema);

  const signed = (signedBy: string): Answer<string> => {
    const recordHash = counting.outcome()?.recordHash ?? counting.sealedHash();
    const voidList = counting.read('void.json');
    const record = counting.read(counting.outcome() === undefined ? 'sealed.bel' : 'record.bel');
    if (recordHash === undefined || voidList === undefined || record === undefined) {
      return { ok: false, error: { type: 'not-sealed-yet' } };
    }
    if (!voidList.ok) return voidList;
    if (!record.ok) return record;
    const { definition, rulePack, election, secrets } = place;
    const now = figures();
    const text = writeSignedResult(
      {
        kind: definition.kind,
        election_uuid: election.uuid,
        election_hash: election.fingerprint,
        record_hash: recordHash,
        record_file: { sha256: hashOf(record.value), bytes: record.value.length },
        void_hash: fileHash(voidList.value.toString('utf8')),
        software: { name: 'bilik', version: signedBy },
        figures: now,
        held: [...holdReasonNames(checkArithmetic(now, rulePack))],
      },
      secrets.signingKey,
    );
    return { ok: true, value: text };
  };

  const forgetUnsealed = (): void => {
    if (kept() === undefined) files.remove('result.json');
  };

  /** @returns the hash of the result that was signed, written and verified */
  const verified = async (): Promise<Answer<string>> => {
    const whole = counting.readAgain();
    if (!whole.ok) return whole;
    const text = signed(version);
    if (!text.ok) return text;
    try {
      files.write('result.json', text.value);
      const { isRight, findings } = await publicVerdict({
        ...(counting.outcome() === undefined
          ? { recordPath: counting.sealedPath, expect: 'sealed' }
          : { recordPath: counting.recordPath, expect: 'complete' }),
        voidPath: counting.voidPath,
        resultPath: files.pathOf('result.json'),
      });
      if (!isRight) return { ok: false, error: { type: 'record-not-right', findings } };
    } catch (error) {
      return storeFailed(error);
    }
    const still = counting.readAgain();
    if (!still.ok) return still;
    const now = signed(version);
    if (!now.ok) return now;
    const lying = files.copies('result.json');
    return now.value === text.value && lying.every((copy) => copy?.toString('utf8') === text.value)
      ? { ok: true, value: hashOf(text.value) }
      : { ok: false, error: { type: 'changed-while-sealing' } };
  };

  const file = openKeptFile({
    name: 'result.json',
    files,
    keptHash: () => kept()?.fileHash,
    makeAgain() {
      const text = signed(kept()?.version ?? version);
      // hashes to nothing that was ever kept
      return Buffer.from(text.ok ? text.value : '', 'utf8');
    },
  });

  return {
    async seal(commit) {
      const result = await verified();
      const answer = result.ok
        ? commit(() => papers.put('signed-result', { fileHash: result.value, version }))
        : result;
      // a sealing in doubt is done as soon as the first medium works, and then needs its file
      if (!answer.ok && answer.error.type !== 'store-in-doubt') forgetUnsealed();
      return answer;
    },
    result: file.read,
    forgetUnsealed,
  };
}
