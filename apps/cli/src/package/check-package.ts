import { randomBytes } from 'node:crypto';
import { nativeGroup } from '@bilik/ballot/native';
import type { PackageExpectations } from '@bilik/transfer';
import { problemOfPackage } from '@bilik/transfer/issue';
import { isLanguage, phrase } from '@bilik/words';
import { readFingerprint, readText, readValues, readVersion } from './read-values.ts';
import { describePackage } from './show-package.ts';
import { sayRefusal, withPackage } from './with-package.ts';

const OPTIONS = {
  election: { type: 'string' },
  place: { type: 'string' },
  kind: { type: 'string' },
  'least-version': { type: 'string' },
  issuer: { type: 'string' },
  list: { type: 'string' },
  fingerprint: { type: 'string' },
  passphrase: { type: 'string' },
  lang: { type: 'string' },
} as const;

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

/** `bilik package check`: every byte of a package, what its members say, and whether it is the one that is expected. */
export async function checkPackage(parameters: readonly string[]): Promise<number | undefined> {
  const asked = readValues(parameters, OPTIONS);
  const language = asked?.values.lang ?? 'id';
  if (asked?.path === undefined || !isLanguage(language)) return undefined;
  const expected = expectationsOf(asked.values);
  const secret = asked.values.passphrase;
  const passphrase = secret === undefined ? undefined : readText(secret);
  if (expected === undefined || (secret !== undefined && passphrase === undefined)) return undefined;
  return withPackage(asked.path, language, async (opened) => {
    const problem = await problemOfPackage(opened, expected, { passphrase, group: nativeGroup(), random });
    if (problem !== undefined) return sayRefusal(problem, language);
    console.log(phrase(language, passphrase === undefined ? 'setup.check.unopened' : 'setup.check.whole'));
    console.log(describePackage(opened, language));
    return 0;
  });
}

/** @returns undefined when an expectation is none that a package could meet */
function expectationsOf(
  values: {
    readonly [Name in keyof typeof OPTIONS]?: string | undefined;
  },
): PackageExpectations | undefined {
  const { election, place, kind, issuer } = values;
  if (kind !== undefined && kind !== 'exercise' && kind !== 'real') return undefined;
  const leastVersion = readVersion(values['least-version']);
  const list = readFingerprint(values.list);
  const fingerprint = readFingerprint(values.fingerprint);
  const isMistyped = (text: string | undefined, read: unknown) => text !== undefined && read === undefined;
  if (isMistyped(values['least-version'], leastVersion)) return undefined;
  if (isMistyped(values.list, list) || isMistyped(values.fingerprint, fingerprint)) return undefined;
  // 43 characters of Base64 are the election object's fingerprint, fewer its identifier
  const isFingerprint = election?.length === 43;
  return {
    ...(election === undefined
      ? {}
      : isFingerprint
        ? { electionFingerprint: election }
        : { electionUuid: election }),
    ...(place === undefined ? {} : { pollingPlace: place }),
    ...(kind === undefined ? {} : { kind }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(leastVersion === undefined ? {} : { leastVersion }),
    ...(list === undefined ? {} : { listFingerprint: list }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  };
}
