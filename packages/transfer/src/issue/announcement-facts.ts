import { createHash } from 'node:crypto';
import { type Group, parseElection, parseTrustees } from '@bilik/ballot';
import { type ElectionDefinition, parseElectionDefinitionText } from '@bilik/election';
import { fingerprintWords } from '../package/fingerprint.ts';
import type { PackageAnswer } from '../package/package-problem.ts';
import type { OpenedPackage } from '../package/reader.ts';

/** What the paper for the door says of a package. */
export interface AnnouncementFacts {
  readonly definition: ElectionDefinition;
  readonly version: number;
  /** Civil day. */
  readonly madeOn: string;
  readonly words: readonly string[];
  readonly fingerprint: string;
  readonly electionUuid: string;
  readonly electionFingerprint: string;
  readonly listFingerprint: string;
  readonly keys: { readonly issuer: string; readonly station: string; readonly receiver: string };
  /** In the order of their numbers; hex SHA-256 of each one's public key in decimal digits. */
  readonly trustees: readonly { readonly name: string; readonly keyFingerprint: string }[];
}

/** Reads them out of the package itself. @errors those of the members that it reads */
export function announcementFacts(opened: OpenedPackage, group: Group): PackageAnswer<AnnouncementFacts> {
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
  const definition = parseElectionDefinitionText(definitionText);
  if (!definition.ok) return disagree('definition.json', definition.error[0]?.sentence.en ?? '');
  const election = parseElection(electionText, { groups: [group] });
  if (!election.ok) return disagree('election.json', election.error[0]?.problem ?? '');
  const trustees = parseTrustees(group, trusteesText);
  if (!trustees.ok) return disagree('trustees.json', 'not a list of trustees');
  const { version, madeOn, electionUuid, electionFingerprint, listFingerprint, issuer, receiver } = manifest;
  return {
    ok: true,
    value: {
      ...{ definition: definition.value, version, madeOn, fingerprint, words: fingerprintWords(fingerprint) },
      ...{ electionUuid, electionFingerprint, listFingerprint },
      keys: { issuer, receiver, station: election.value.bilik?.signingKey ?? '' },
      trustees: trustees.value.owners.map(({ owner, publicKey }) => ({
        name: definition.value.trustees.members[owner - 1]?.name ?? String(owner),
        keyFingerprint: createHash('sha256').update(String(publicKey)).digest('hex'),
      })),
    },
  };
}
