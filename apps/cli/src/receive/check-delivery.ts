import { join } from 'node:path';
import { verifyRecordFile } from '@bilik/ballot/native';
import type { DeliveryManifest } from '@bilik/transfer';
import { checkSignedFiles, readSignedFiles } from '../verify/signed-files.ts';

/** More faults than these tell nobody more. */
const SHOWN_FAULTS = 20;

/**
 * What `bilik verify RECORD --void FILE --result FILE` finds in a delivery that lies whole in a folder.
 * @returns each fault as `rule: fault`; none when all is right
 */
export async function faultsOfDelivery(folder: string, { files }: DeliveryManifest): Promise<string[]> {
  const [record, voidList, result] = files;
  const beside = readSignedFiles({
    void: join(folder, voidList.name),
    result: join(folder, result.name),
  });
  const voided = beside.voidList?.parsed.ok ? beside.voidList.parsed.value.credentials : [];
  const { report } = await verifyRecordFile(join(folder, record.name), {
    expect: record.name === 'sealed.bel' ? 'sealed' : 'complete',
    voidCredentials: voided.map(({ credential }) => credential),
    origin: (facts) => checkSignedFiles(beside, facts),
  });
  const faults = report.rules
    .flatMap(({ findings }) => findings)
    .map(({ rule, fault }) => `${rule}: ${fault}`);
  if (report.verdict !== 'right' && faults.length === 0) faults.push(`record: ${report.verdict}`);
  return faults.slice(0, SHOWN_FAULTS);
}
