import { fingerprintWords, hexGroups, type OpenedPackage } from '@bilik/transfer';
import { isLanguage, type Language, phrase } from '@bilik/words';
import { readValues } from './read-values.ts';
import { withPackage } from './with-package.ts';

/** `bilik package show`: what a package says of itself, and the words by which people know it. */
export async function showPackage(parameters: readonly string[]): Promise<number | undefined> {
  const asked = readValues(parameters, { json: { type: 'boolean' }, lang: { type: 'string' } });
  const language = asked?.values.lang ?? 'id';
  if (asked?.path === undefined || !isLanguage(language)) return undefined;
  return withPackage(asked.path, language, (opened) => {
    console.log(asked.values.json === true ? packageAsJson(opened) : describePackage(opened, language));
    return 0;
  });
}

/** Facts, words and members on a line each. */
export function describePackage({ manifest, fingerprint }: OpenedPackage, language: Language): string {
  const { kind, version, pollingPlace, electionUuid, madeOn, clock, issuer, receiver, members } = manifest;
  const width = Math.max(...members.map(({ name }) => name.length));
  return [
    `${phrase(language, 'setup.compare.words')}:`,
    `  ${fingerprintWords(fingerprint).join(' · ')}`,
    `${phrase(language, 'setup.compare.hex')}:`,
    `  ${hexGroups(fingerprint).join(' ')}`,
    `${phrase(language, `setup.kind.${kind}`)} · ${pollingPlace} · ${phrase(language, 'setup.choose.version', { version: String(version), madeOn })}`,
    `${phrase(language, 'setup.show.election')}: ${electionUuid} ${manifest.electionFingerprint}`,
    `${phrase(language, 'setup.show.list')}: ${manifest.listFingerprint}`,
    `${phrase(language, 'setup.show.clock')}: ${clock.notBefore} – ${clock.notAfter}`,
    `${phrase(language, 'setup.show.issuer')}: ${issuer}`,
    `${phrase(language, 'setup.show.receiver')}: ${receiver}`,
    ...members.map(
      ({ name, bytes, sealed }) =>
        `  ${name.padEnd(width)} ${String(bytes).padStart(10)} B${sealed ? ` ${phrase(language, 'setup.show.sealed')}` : ''}`,
    ),
  ].join('\n');
}

function packageAsJson({ manifest, fingerprint }: OpenedPackage): string {
  return JSON.stringify({ fingerprint, words: fingerprintWords(fingerprint), ...manifest });
}
