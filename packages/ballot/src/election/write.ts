import { type JsonValue, writeCompactJson } from '../json.ts';
import type { BilikMark, ElectionDefinition, Question } from './election.ts';

/**
 * The text of an election object, fields in the tool's order (format §9), the Bilik mark last. Its bytes must stay the
 * same for ever: store them. Checks nothing: `parseElection` of the text lists what is wrong with a definition.
 */
export function writeElection(definition: ElectionDefinition): string {
  const { administrator, credentialAuthority, bilik } = definition;
  return writeCompactJson({
    version: 1,
    description: definition.description,
    name: definition.name,
    group: definition.group,
    public_key: String(definition.publicKey),
    questions: definition.questions.map(questionObject),
    uuid: definition.uuid,
    ...(administrator === undefined ? {} : { administrator }),
    ...(credentialAuthority === undefined ? {} : { credential_authority: credentialAuthority }),
    ...(bilik === undefined ? {} : { bilik: markObject(bilik) }),
  });
}

function questionObject({ question, answers, blank, min, max }: Question): JsonValue {
  return { answers, ...(blank ? { blank } : {}), min, max, question };
}

function markObject({ profile, kind, pollingPlace, signingKey }: BilikMark): JsonValue {
  return { profile, kind, polling_place: pollingPlace, signing_key: signingKey };
}
