import { civilDateSchema, ineligibleReasonSchema } from '@bilik/election';
import { PreparedDeviceSchema } from '@bilik/server';
import { z } from 'zod';

/**
 * Names of the files that preparation leaves in the station's `place/` folder. `desk-voters.json`, `people.json`, `devices.json` and
 * `secrets.json` are this station's alone.
 */
export const PLACE_FILES = {
  definition: 'definition.json',
  rulePack: 'rule-pack.json',
  election: 'election.json',
  trustees: 'trustees.json',
  credentials: 'public-credentials.json',
  voters: 'desk-voters.json',
  checkIn: 'check-in.json',
  devices: 'devices.json',
  secrets: 'secrets.json',
  people: 'people.json',
  authority: 'authority.pem',
  stationCertificate: 'station-certificate.pem',
  testElection: 'test-election.json',
  testTrustees: 'test-trustees.json',
  testCredentials: 'test-public-credentials.json',
  testSecrets: 'test-secrets.json',
} as const;

/** Every device that was prepared for this place, each once. */
export const DevicesSchema = z
  .array(PreparedDeviceSchema)
  .min(1)
  .max(100)
  .refine((devices) => new Set(devices.map(({ device }) => device)).size === devices.length, 'each once')
  .refine((devices) => new Set(devices.map(({ secret }) => secret)).size === devices.length, 'own secrets');

/** One voter as the desk needs them: no full NIK is kept here, only its keyed hash and its mask. */
export const DeskVoterSchema = z.strictObject({
  number: z.int().min(1).max(5000),
  name: z.string().min(1).max(100),
  sex: z.enum(['L', 'P']),
  birthDate: civilDateSchema,
  maritalStatus: z.enum(['B', 'S', 'P']),
  hamlet: z.string().max(60),
  rt: z.string().max(3),
  rw: z.string().max(3),
  disability: z.string().max(60).nullable(),
  listKind: z.enum(['DPT', 'added']),
  ineligible: z.strictObject({ reason: ineligibleReasonSchema, evidence: z.string().max(200) }).nullable(),
  nikMask: z.string().max(16),
  nikKeyedHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DeskVoter = z.output<typeof DeskVoterSchema>;

export const DeskVotersSchema = z.array(DeskVoterSchema).max(6000);

/** What only this station may know: its signing key, the key of NIK hashes, and the key of its certificate. */
export const SecretsSchema = z.strictObject({
  /** PKCS#8 PEM of the Ed25519 key whose public half stands in the election object. */
  signingKey: z.string().max(400),
  /** 32 bytes in hex: HMAC-SHA256 key of `nikKeyedHash`. */
  nikKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** PKCS#8 PEM of the key of the station's certificate. */
  tlsKey: z.string().max(400),
  /** Unix seconds of the record's header, decimal digits: when the election was made, never when a vote was cast. */
  recordTimestamp: z.string().regex(/^[0-9]{1,11}$/),
});
export type Secrets = z.output<typeof SecretsSchema>;
