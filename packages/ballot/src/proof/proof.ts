import type { Group } from '../group/group.ts';
import { hasFields, type JsonValue } from '../json.ts';

/** Challenge and response of a proof, each 0..q−1; the response is w − secret · challenge mod q (format §5). */
export interface Proof {
  readonly challenge: bigint;
  readonly response: bigint;
}

/** The JSON object of a proof. */
export function proofObject(group: Group, { challenge, response }: Proof) {
  return { challenge: group.formatScalar(challenge), response: group.formatScalar(response) };
}

/** Exactly the two fields, in order, canonical and in range; `undefined` for anything else. */
export function parseProof(group: Group, value: JsonValue | undefined): Proof | undefined {
  if (!hasFields(value, ['challenge', 'response'])) return undefined;
  const challenge = typeof value.challenge === 'string' ? group.parseScalar(value.challenge) : undefined;
  const response = typeof value.response === 'string' ? group.parseScalar(value.response) : undefined;
  return challenge === undefined || response === undefined ? undefined : { challenge, response };
}

/** The scalar w − secret · challenge mod q. */
export function respond(group: Group, commitmentSecret: bigint, secret: bigint, challenge: bigint): bigint {
  const rest = (commitmentSecret - secret * challenge) % group.q;
  return rest < 0n ? rest + group.q : rest;
}
