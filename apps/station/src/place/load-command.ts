import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { nativeGroup } from '@bilik/ballot/native';
import { fingerprintWords, type PackageExpectations } from '@bilik/transfer';
import { explainPackageRefusal } from '@bilik/words';
import { loadPackage } from './load-package.ts';

/** Loads a package from the command line; its passphrase comes by standard input, so that no list of processes shows it. @returns exit code */
export async function loadByCommand(request: {
  readonly path: string;
  readonly home: string;
  readonly expected: PackageExpectations;
}): Promise<number> {
  const answer = await loadPackage({
    ...request,
    passphrase: await text(process.stdin),
    group: nativeGroup(),
    random: (count) => new Uint8Array(randomBytes(count)),
  });
  if (answer.ok) {
    console.log(`${answer.value.pollingPlace} ${fingerprintWords(answer.value.fingerprint).join(' ')}`);
    return 0;
  }
  for (const language of ['id', 'en'] as const) {
    const { happened, notHappened, toDo } = explainPackageRefusal(language, answer.error);
    console.error(`${happened} ${notHappened} ${toDo}`);
  }
  return 1;
}
