import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseElection, parseTrustees } from '@bilik/ballot';
import { nativeGroup } from '@bilik/ballot/native';
import { parseElectionDefinitionText } from '@bilik/election';
import { renderAnnouncement } from '@bilik/papers';
import {
  fingerprintWords,
  type OpenedPackage,
  openPackage,
  type PackageAnswer,
  sourceOf,
} from '@bilik/transfer';
import { readValues } from './read-values.ts';
import { sayRefusal, withPackage } from './with-package.ts';

/** `bilik package announce`: the paper that is posted at the polling place's door, made of the package itself. */
export async function announcePackage(parameters: readonly string[]): Promise<number | undefined> {
  const asked = readValues(parameters, { out: { type: 'string' } });
  const out = asked?.values.out;
  if (asked?.path === undefined || out === undefined) return undefined;
  return withPackage(asked.path, undefined, (opened) => {
    const paper = announcementOf(opened);
    if (!paper.ok) return sayRefusal(paper.error);
    writeFileSync(out, paper.value);
    return 0;
  });
}

/** The announcement of a package in memory. @throws when it is none: who calls has just made it */
export function announcementOfBytes(bytes: Uint8Array): Uint8Array {
  const opened = openPackage(sourceOf(bytes));
  const paper = opened.ok ? announcementOf(opened.value) : opened;
  if (!paper.ok) throw new Error(`This package cannot be announced: ${JSON.stringify(paper.error)}`);
  return paper.value;
}

/** @errors those of the members that it reads */
function announcementOf(opened: OpenedPackage): PackageAnswer<Uint8Array> {
  const { manifest, fingerprint } = opened;
  const disagree = (member: string, detail: string) =>
    ({ ok: false, error: { type: 'package-members-disagree', member, detail } }) as const;
  const texts: string[] = [];
  for (const member of ['definition.json', 'election.json', 'trustees.json']) {
    const read = opened.read(member);
    if (!read.ok) return read;
    texts.push(Buffer.from(read.value).toString('utf8'));
  }
  const [definitionText = '', electionText = '', trusteesText = ''] = texts;
  const group = nativeGroup();
  const definition = parseElectionDefinitionText(definitionText);
  if (!definition.ok) return disagree('definition.json', definition.error[0]?.sentence.en ?? '');
  const election = parseElection(electionText, { groups: [group] });
  if (!election.ok) return disagree('election.json', election.error[0]?.problem ?? '');
  const trustees = parseTrustees(group, trusteesText);
  if (!trustees.ok) return disagree('trustees.json', 'not a list of trustees');
  const paper = renderAnnouncement({
    definition: definition.value,
    version: manifest.version,
    madeOn: manifest.madeOn,
    words: fingerprintWords(fingerprint),
    fingerprint,
    electionUuid: manifest.electionUuid,
    electionFingerprint: manifest.electionFingerprint,
    listFingerprint: manifest.listFingerprint,
    keys: {
      issuer: manifest.issuer,
      receiver: manifest.receiver,
      station: election.value.bilik?.signingKey ?? '',
    },
    trustees: trustees.value.owners.map(({ owner, publicKey }) => ({
      name: definition.value.trustees.members[owner - 1]?.name ?? String(owner),
      keyFingerprint: createHash('sha256').update(String(publicKey)).digest('hex'),
    })),
  });
  return { ok: true, value: paper };
}
