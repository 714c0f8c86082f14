import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VerificationReport } from '@bilik/ballot';
import { verifyRecordFile } from '@bilik/ballot/native';
import { parseVoidList } from '@bilik/transfer';
import { checkSignedFiles, readSignedFiles } from '../../apps/cli/src/verify/signed-files.ts';
import { must } from './answers.ts';
import { newFolder } from './station-disk.ts';

/** Whether the packaged tool, written by others, accepts a record; its first words when it does not. */
export function toolVerdict(record: Uint8Array, uuid: string): string {
  const folder = join(newFolder(), 'tool');
  mkdirSync(folder);
  writeFileSync(join(folder, `${uuid}.bel`), record);
  try {
    execFileSync('belenios-tool', ['election', 'verify', '--dir', folder], { stdio: 'pipe' });
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 200) : 'refused';
  }
}

/** What `bilik verify` is given beside the record. */
export interface BesideRecord {
  readonly voidText?: string;
  readonly resultText?: string;
  readonly expect?: 'sealed';
}

/** Our verifier's report, as `bilik verify --void FILE --result FILE` makes it. */
export async function ourReport(
  record: Uint8Array,
  { voidText, resultText, expect }: BesideRecord = {},
): Promise<VerificationReport> {
  const folder = newFolder();
  const path = join(folder, 'record.bel');
  writeFileSync(path, record);
  const place = (name: string, text: string | undefined): string | undefined => {
    if (text === undefined) return undefined;
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const files = readSignedFiles({
    void: place('void.json', voidText),
    result: place('result.json', resultText),
  });
  const { report } = await verifyRecordFile(path, {
    maxWorkers: 0,
    ...(expect === undefined ? {} : { expect }),
    ...(voidText === undefined
      ? {}
      : { voidCredentials: must(parseVoidList(voidText)).credentials.map(({ credential }) => credential) }),
    origin: (facts) => checkSignedFiles(files, facts),
  });
  return report;
}

/** Rules that failed, with what was found: `ballots.void: credential-void`. */
export function failures({ rules }: VerificationReport): string[] {
  return rules.flatMap(({ rule, findings }) => findings.map(({ fault }) => `${rule}: ${fault}`));
}
