import type { Group, RandomSource } from '@bilik/ballot';
import {
  civilClock,
  definitionText,
  type ElectionDefinition,
  type RulePack,
  rulePackText,
  type Voter,
} from '@bilik/election';
import { clockBoundsOf, factsOfParts } from '../package/contents.ts';
import type { PackageAnswer } from '../package/package-problem.ts';
import { writePackage } from '../package/writer.ts';
import { makePeopleFile } from '../people-file.ts';
import { makePlaceCertificates } from './certificates.ts';
import { makeTestElection, type TestCards } from './make-test-election.ts';
import type { NewDevice } from './place-devices.ts';
import { type CardPool, type DrawnPin, drawPins } from './place-election.ts';
import { type BesideTheList, checkInText, deskVotersText } from './place-voters.ts';

export interface PlaceToIssue {
  readonly definition: ElectionDefinition;
  readonly rulePack: RulePack;
  /** Of this place, in the order of the final list. */
  readonly voters: readonly Voter[];
  readonly besideTheList: BesideTheList;
  /** By the file names under which the definition names them. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
  readonly trusteesText: string;
  readonly electionText: string;
  readonly pool: CardPool;
  readonly devices: readonly NewDevice[];
  /** Of the station: PKCS#8 PEM, whose public half stands in the election object. */
  readonly stationKey: string;
  readonly station: { readonly names: readonly string[]; readonly addresses: readonly string[] };
  /** Days around now for which the station's certificate holds. */
  readonly certificateDays: { readonly before: number; readonly after: number };
  /** Shown to who looks at the certificate. */
  readonly placeName: string;
  readonly group: Group;
  readonly nowMs: number;
  readonly random: RandomSource;
}

/** The members of a polling place's package, and what only paper may carry. */
export interface PlaceMembers {
  readonly members: Map<string, Uint8Array>;
  readonly pins: readonly DrawnPin[];
  readonly testCards: readonly TestCards[];
  /** Of `secrets.json`: keyed hashes of this place are made with it. 32 bytes in hex. */
  readonly nikKey: string;
}

const DAY_MS = 24 * 60 * 60_000;
const NIK_KEY_BYTES = 32;

/** Makes everything that a package holds but the booths' voices. The one way: for an office and for an exercise. */
export async function makePlaceMembers(place: PlaceToIssue): Promise<PlaceMembers> {
  const { definition, group, random, nowMs } = place;
  const test = makeTestElection({ definition, group, random });
  const nikKey = Buffer.from(random(NIK_KEY_BYTES)).toString('hex');
  const certificates = makePlaceCertificates({
    placeName: place.placeName,
    ...place.station,
    notBefore: new Date(nowMs - place.certificateDays.before * DAY_MS),
    notAfter: new Date(nowMs + place.certificateDays.after * DAY_MS),
  });
  const pins = drawPins(definition, random);
  const texts = {
    'definition.json': definitionText(definition),
    'rule-pack.json': rulePackText(place.rulePack),
    'election.json': place.electionText,
    'trustees.json': place.trusteesText,
    'public-credentials.json': place.pool.credentialsText,
    'desk-voters.json': deskVotersText(place.voters, nikKey),
    'check-in.json': checkInText(place.besideTheList, nikKey),
    'secrets.json': JSON.stringify({
      signingKey: place.stationKey,
      nikKey,
      tlsKey: certificates.stationKey,
      recordTimestamp: String(Math.floor(nowMs / 1000)),
    }),
    'people.json': JSON.stringify(await makePeopleFile(pins)),
    'devices.json': JSON.stringify(place.devices),
    'authority.pem': certificates.authority,
    'station-certificate.pem': certificates.station,
    ...test.members,
  };
  const members = new Map<string, Uint8Array>(place.photos);
  for (const [name, text] of Object.entries(texts)) members.set(name, Buffer.from(text, 'utf8'));
  return { members, pins, testCards: test.cards, nikKey };
}

/**
 * Signs and seals members as a package, with the facts that follow from them.
 * @errors 'package-members-disagree' and those of `writePackage`
 */
export async function signPlacePackage(input: {
  readonly members: ReadonlyMap<string, Uint8Array>;
  readonly version: number;
  /** Base64 of the receiver's key. */
  readonly receiver: string;
  readonly passphrase: string;
  /** The office's key, PKCS#8 PEM. */
  readonly privateKeyPem: string;
  readonly group: Group;
  readonly nowMs: number;
  readonly random: RandomSource;
}): Promise<PackageAnswer<Uint8Array>> {
  const { members, nowMs } = input;
  const textOf = (name: string): string => Buffer.from(members.get(name) ?? []).toString('utf8');
  const parts = factsOfParts(
    { definition: textOf('definition.json'), election: textOf('election.json') },
    input.group,
  );
  if (!parts.ok) return parts;
  const { facts, definition } = parts.value;
  return writePackage({
    facts: {
      ...facts,
      version: input.version,
      receiver: input.receiver,
      madeOn: civilClock(nowMs, definition.voting.zone).date,
      clock: clockBoundsOf(definition, nowMs),
    },
    members,
    passphrase: input.passphrase,
    privateKeyPem: input.privateKeyPem,
    random: input.random,
  });
}
