import { createReadStream } from 'node:fs';
import type { CiphertextTable, Group, RandomSource, RuleOutcome, VerifyProgress } from '@bilik/ballot';
import { verifyRecordFile } from '@bilik/ballot/native';
import { checkFilesBeside, checkVoidList, fileFault, parseVoidList } from '@bilik/transfer';
import { type Answer, accept, type RefusalOf, refuse } from '../api/refusal.ts';
import type { BoundElection } from '../election/bound-election.ts';
import { findForeignSetup } from './foreign-setup.ts';

/** A sealed record that keeps every rule, as far as this device needs it. */
export interface CheckedRecord {
  /** Names the list of ballots; see `ballotListDigest`. */
  readonly ballotListDigest: string;
  /** Hex SHA-256 of the record's last event before the opening. */
  readonly sealedEventHash: string;
  readonly ballotCount: number;
  readonly voidCount: number;
  /** The sum that this device computed from the ballots by itself. */
  readonly tally: CiphertextTable;
  readonly rules: readonly RuleResult[];
}

/** What became of one rule. */
export type RuleResult = Pick<RuleOutcome, 'rule' | 'outcome'>;

export type RecordRefusal = RefusalOf<
  'void-list-wrong' | 'record-of-other-election' | 'record-of-other-trustees' | 'record-wrong'
>;

/** A refusal with the rules that were looked at on the way. */
export interface RecordCheck {
  readonly answer: Answer<CheckedRecord, RecordRefusal>;
  readonly rules: readonly RuleResult[];
}

export interface RecordCheckTools {
  readonly group: Group;
  readonly random: RandomSource;
  /** Threads for one check; without it one per core. */
  readonly maxWorkers?: number | undefined;
}

/**
 * Checks a sealed record from its first byte to its sum, with the void list beside it. Nothing of either is believed
 * before; what comes back was recomputed here. A record of others is refused by its first event, before anything of it is computed.
 * @throws the signal's reason once it is aborted; all worker threads have ended then
 */
export async function checkSealedRecord(
  tools: RecordCheckTools,
  bound: BoundElection,
  files: { readonly recordPath: string; readonly voidListText: string },
  onProgress: (progress: VerifyProgress) => void,
  signal: AbortSignal,
): Promise<RecordCheck> {
  const { uuid, fingerprint } = bound.election;
  const unlooked = (error: RecordRefusal): RecordCheck => ({ answer: refuse(error), rules: [] });

  const foreign = await findForeignSetup(createReadStream(files.recordPath, { signal }), bound);
  if (foreign !== undefined) return unlooked(foreign);

  const parsed = parseVoidList(files.voidListText);
  if (!parsed.ok) return unlooked({ type: 'void-list-wrong', problem: parsed.error.type });
  const voidList = checkVoidList(parsed.value, { uuid, fingerprint, signingKey: bound.signingKey });
  if (!voidList.ok) return unlooked({ type: 'void-list-wrong', problem: voidList.error.type });
  const voidCredentials = voidList.value.credentials.map(({ credential }) => credential);

  const { group, random, maxWorkers } = tools;
  const { report, election, sealed } = await verifyRecordFile(files.recordPath, {
    groups: [group],
    random,
    ...(maxWorkers === undefined ? {} : { maxWorkers }),
    expect: 'sealed',
    profile: 'bilik',
    voidCredentials,
    origin: (facts) =>
      checkFilesBeside(
        { voidList: { name: 'void.json', text: files.voidListText, parsed } },
        facts,
        fileFault,
      ),
    onProgress,
    signal,
  });
  const rules = report.rules.map(({ rule, outcome }) => ({ rule, outcome }));
  const refused = (error: RecordRefusal): RecordCheck => ({ answer: refuse(error), rules });

  if (election !== undefined && election.text !== bound.election.text) {
    return refused({ type: 'record-of-other-election', fingerprint: election.fingerprint });
  }
  const failed = report.rules.find(({ outcome }) => outcome === 'failed');
  if (failed !== undefined) return refused(wrongBy(failed));
  if (sealed === undefined) throw new Error('a record that keeps every rule has no sum');
  if (sealed.trustees.text !== bound.trustees.text) return refused({ type: 'record-of-other-trustees' });
  return {
    rules,
    answer: accept({
      ballotListDigest: sealed.ballotListDigest,
      sealedEventHash: sealed.sealedEventHash,
      ballotCount: sealed.sum.ballotCount,
      voidCount: voidCredentials.length,
      tally: sealed.sum.ciphertexts,
      rules,
    }),
  };
}

function wrongBy({ rule, findings, findingCount }: RuleOutcome): RefusalOf<'record-wrong'> {
  const [first] = findings;
  return {
    type: 'record-wrong',
    rule,
    fault: first?.fault ?? 'failed',
    findingCount,
    ...(first?.record === undefined ? {} : { recordNumber: first.record.number }),
    ...(first?.record?.name === undefined ? {} : { recordName: first.record.name }),
    ...(first?.ballotHash === undefined ? {} : { ballotHash: first.ballotHash }),
  };
}
