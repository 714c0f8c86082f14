import { readFileSync } from 'node:fs';
import { type BallotCheckers, sha256Hex } from '@bilik/ballot';
import { verifyRecordFile } from '@bilik/ballot/native';
import { checkFilesBeside, type FileBeside, fileFault } from '../beside-record.ts';
import type { FileAnswer } from '../signed-file.ts';
import { parseSignedResult, type SignedResult } from '../signed-result.ts';
import { parseVoidList } from '../void-list.ts';
import type { DeliveryManifest } from './delivery-manifest.ts';

/** More faults than these tell nobody more. */
const SHOWN_FAULTS = 20;

/** A delivery that lies whole on the disk, in the order of its manifest. */
export interface DeliveryFiles {
  readonly record: string;
  readonly voidList: string;
  readonly result: string;
}

/** What the public verifier says of a delivery. */
export interface DeliveryVerdict {
  /** Each as `rule: fault`; none when all is right. */
  readonly faults: readonly string[];
  /** The signed result; absent when it cannot be read. */
  readonly result?: SignedResult;
  /** Hex SHA-256 of the record's list of public credentials: which pool of cards it used. Absent when the record was not read so far. */
  readonly credentialsHash?: string;
}

/**
 * What `bilik verify RECORD --void FILE --result FILE` finds.
 * @param checkers of whoever checks one delivery after the other; left out: threads are started for this one
 */
export async function checkDelivery(
  paths: DeliveryFiles,
  { files: [record, voidListFile, resultFile] }: DeliveryManifest,
  checkers?: BallotCheckers,
): Promise<DeliveryVerdict> {
  const voidList = readBeside(paths.voidList, voidListFile.name, parseVoidList);
  const result = readBeside(paths.result, resultFile.name, parseSignedResult);
  const voided = voidList.parsed.ok ? voidList.parsed.value.credentials : [];
  let credentialsHash: string | undefined;
  const { report } = await verifyRecordFile(paths.record, {
    ...(checkers === undefined ? {} : { checkers }),
    expect: record.name === 'sealed.bel' ? 'sealed' : 'complete',
    voidCredentials: voided.map(({ credential }) => credential),
    origin: (facts) => {
      // the list's own spelling: one line of keys in ascending order
      const keys = facts.credentials?.byKey.keys();
      credentialsHash = keys === undefined ? undefined : sha256Hex(JSON.stringify([...keys]));
      return checkFilesBeside({ voidList, result }, facts, fileFault);
    },
  });
  const faults = report.rules
    .flatMap(({ findings }) => findings)
    .map(({ rule, fault }) => `${rule}: ${fault}`);
  if (report.verdict !== 'right' && faults.length === 0) faults.push(`record: ${report.verdict}`);
  return {
    faults: faults.slice(0, SHOWN_FAULTS),
    ...(result.parsed.ok ? { result: result.parsed.value } : {}),
    ...(credentialsHash === undefined ? {} : { credentialsHash }),
  };
}

function readBeside<Content>(
  path: string,
  name: string,
  parse: (text: string) => FileAnswer<Content>,
): FileBeside<Content> {
  const text = readFileSync(path, 'utf8');
  return { name, text, parsed: parse(text) };
}
