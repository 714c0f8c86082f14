import { generateKeyPairSync } from 'node:crypto';
import {
  BELENIOS_2048,
  deriveCredential,
  electionPublicKey,
  type Group,
  generateCardCode,
  parseTrustees,
  type RandomSource,
  writeElection,
  writePublicCredentials,
} from '@bilik/ballot';
import { type ElectionDefinition, recordQuestions } from '@bilik/election';
import { publicKeyOf } from '../signed-text.ts';
import { drawBelow, shuffle } from './draw.ts';

/** A new Ed25519 key, PKCS#8 PEM: a station's or an office's. */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
}

/**
 * The election object of one polling place. The same input gives the same bytes: a later version of a package holds the same election, as
 * trustees' keys are bound to it.
 * @param input.stationKey PKCS#8 PEM of the key with which its station will sign
 * @throws when the trustees' text is not a list of trustees: who calls has just checked it
 */
export function makePlaceElection(input: {
  readonly definition: ElectionDefinition;
  readonly group: Group;
  readonly trusteesText: string;
  readonly uuid: string;
  readonly stationKey: string;
}): string {
  const { definition, group, uuid } = input;
  const trustees = parseTrustees(group, input.trusteesText);
  if (!trustees.ok) throw new Error('The ceremony gave trustees that do not hold');
  const place = `${definition.area.village.name}, TPS ${definition.pollingPlace.number}.`;
  return writeElection({
    uuid,
    name: definition.title.id,
    description: definition.kind === 'exercise' ? `${place} LATIHAN / EXERCISE.` : place,
    group: BELENIOS_2048.name,
    publicKey: electionPublicKey(group, trustees.value),
    questions: recordQuestions(definition).map((question) => ({ ...question, blank: false })),
    bilik: {
      profile: 1,
      kind: definition.kind,
      pollingPlace: definition.pollingPlace.id,
      signingKey: publicKeyOf(input.stationKey),
    },
  });
}

/** The right to one ballot each, for one polling place. The codes are for paper and nowhere else. */
export interface CardPool {
  /** 24 digits each, shuffled: their order says nothing of the public list's. */
  readonly codes: readonly string[];
  /** Content of `public-credentials.json`. */
  readonly credentialsText: string;
}

export function makeCardPool(input: {
  readonly group: Group;
  readonly uuid: string;
  readonly cards: number;
  readonly random: RandomSource;
}): CardPool {
  const { group, uuid, random } = input;
  const codes = Array.from({ length: input.cards }, () => generateCardCode(random));
  return {
    codes: shuffle(codes, random),
    credentialsText: writePublicCredentials(
      codes.map((code) => deriveCredential(group, uuid, code).publicKey),
    ),
  };
}

/** A person's PIN as it lies in their envelope. */
export interface DrawnPin {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  /** Six digits. */
  readonly pin: string;
}

/** A PIN for everybody with a task but the witnesses, who sign by hand. */
export function drawPins(definition: ElectionDefinition, random: RandomSource): DrawnPin[] {
  return definition.people.flatMap(({ id, name, role }) =>
    role === 'witness'
      ? []
      : [{ person: id, name, role, pin: String(drawBelow(random, 1_000_000)).padStart(6, '0') }],
  );
}
