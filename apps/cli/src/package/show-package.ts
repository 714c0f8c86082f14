import { fingerprintWords, hexGroups, isVoice, type OpenedPackage } from '@bilik/transfer';
import { isLanguage, type Language, phrase } from '@bilik/words';
import { readValues } from './read-values.ts';
import { withPackage } from './with-package.ts';

const LANGUAGE_OF_VOICE = /^voice-([a-z]+)-/;

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

/** Members and facts on a line each, the voices on one; last what people compare: the words and the fingerprint. */
export function describePackage({ manifest, fingerprint }: OpenedPackage, language: Language): string {
  const { kind, version, pollingPlace, electionUuid, madeOn, clock, issuer, receiver, members } = manifest;
  const single = members.filter(({ name }) => !isVoice(name));
  const width = Math.max(...single.map(({ name }) => name.length));
  return [
    ...single.map(
      ({ name, bytes, sealed }) =>
        `  ${name.padEnd(width)} ${String(bytes).padStart(10)} B${sealed ? ` ${phrase(language, 'setup.show.sealed')}` : ''}`,
    ),
    `  ${voicesLine(members, language)}`,
    `${phrase(language, `setup.kind.${kind}`)} · ${pollingPlace} · ${phrase(language, 'setup.choose.version', { version: String(version), madeOn })}`,
    `${phrase(language, 'setup.show.election')}: ${electionUuid} ${manifest.electionFingerprint}`,
    `${phrase(language, 'setup.show.list')}: ${manifest.listFingerprint}`,
    `${phrase(language, 'setup.show.clock')}: ${clock.notBefore} – ${clock.notAfter}`,
    `${phrase(language, 'setup.show.issuer')}: ${issuer}`,
    `${phrase(language, 'setup.show.receiver')}: ${receiver}`,
    `${phrase(language, 'setup.compare.hex')}:`,
    `  ${hexGroups(fingerprint).join(' ')}`,
    `${phrase(language, 'setup.compare.words')}:`,
    `  ${fingerprintWords(fingerprint).join(' · ')}`,
  ].join('\n');
}

/** How many clips there are, how long, and in which languages. */
function voicesLine(members: OpenedPackage['manifest']['members'], language: Language): string {
  const voices = members.filter(({ name }) => isVoice(name));
  if (voices.length === 0) return phrase(language, 'setup.show.voices.none');
  const languages = new Set(voices.flatMap(({ name }) => LANGUAGE_OF_VOICE.exec(name)?.[1] ?? []));
  return phrase(language, 'setup.show.voices', {
    count: voices.length,
    bytes: String(voices.reduce((sum, { bytes }) => sum + bytes, 0)),
    languages: [...languages].sort().join(', '),
  });
}

function packageAsJson({ manifest, fingerprint }: OpenedPackage): string {
  return JSON.stringify({ fingerprint, words: fingerprintWords(fingerprint), ...manifest });
}
