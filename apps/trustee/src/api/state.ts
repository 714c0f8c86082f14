import { z } from 'zod';
import { TrusteeRefusal } from './refusal.ts';

const Hex256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0);

/**
 * How far this device is: no key · certificate made · polynomial dealt · share of the key made · key tested ·
 * bound to an election · the one share made.
 */
export const STEPS = ['empty', 'certificate', 'polynomial', 'share', 'key', 'election', 'opened'] as const;
export type Step = (typeof STEPS)[number];

const RuleResult = z.strictObject({ rule: z.string(), outcome: z.enum(['passed', 'failed', 'skipped']) });

const CeremonyView = z.strictObject({
  ceremony: z.string(),
  name: z.string(),
  certificateId: Hex256,
  /** The key came from a key sheet. */
  isRestored: z.boolean(),
  /** Trustees whose certificates are in the box, this one included, in the order of the ceremony. */
  trustees: z.array(
    z.strictObject({
      name: z.string(),
      certificateId: Hex256,
      isOwn: z.boolean(),
      has: z.strictObject({ certificate: z.boolean(), polynomial: z.boolean(), share: z.boolean() }),
    }),
  ),
  /** Fixed with the second step. */
  threshold: Count.nullable(),
  trusteeCount: Count.nullable(),
  /** Of the finished key. */
  key: z
    .strictObject({
      ownerIndex: Count,
      verificationKeyFingerprint: Hex256,
      /** Hex SHA-256 of the list of trustees: the same on all devices. */
      trusteesHash: Hex256,
    })
    .nullable(),
});

const ElectionView = z.strictObject({
  uuid: z.string(),
  name: z.string(),
  kind: z.enum(['exercise', 'real']),
  pollingPlace: z.string(),
  /** φ, 43 characters of Base64. */
  fingerprint: z.string(),
  /** This trustee's number in the record. */
  owner: Count,
  threshold: Count,
  trusteeCount: Count,
});

const CheckView = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('idle') }),
  z.strictObject({ phase: z.literal('fetching') }),
  /** Per cent, as the number of ballots is not told before it was typed; null while the record is read. */
  z.strictObject({ phase: z.literal('checking'), donePercent: Count.nullable() }),
  z.strictObject({
    phase: z.literal('checked'),
    recordHash: Hex256,
    voidCount: Count,
    rules: z.array(RuleResult),
  }),
  z.strictObject({ phase: z.literal('refused'), refusal: TrusteeRefusal, rules: z.array(RuleResult) }),
]);

/** Everything that the page shows. Nothing in it is secret. */
export const TrusteeState = z.strictObject({
  name: z.string().nullable(),
  step: z.enum(STEPS),
  /** Every screen says LATIHAN. */
  isExercise: z.boolean(),
  /** Whether the seed is open, so that no passphrase is needed now. */
  isUnlocked: z.boolean(),
  ceremony: CeremonyView.nullable(),
  election: ElectionView.nullable(),
  check: CheckView,
  /** Sizes in bytes of the files that wait to be checked. */
  incoming: z.strictObject({ record: Count.nullable(), voidList: Count.nullable() }),
  /** `null`: this device works by files alone. */
  station: z.strictObject({ isPaired: z.boolean() }).nullable(),
  /** The record for which the one share was made. */
  sharedFor: z
    .strictObject({
      recordHash: Hex256,
      ballotCount: Count,
      owner: Count,
      isSent: z.boolean(),
      refusedLists: Count,
    })
    .nullable(),
  /** Numbers that were typed and were not those of the record before the device; the last of them. */
  countRefused: z.strictObject({ recordHash: Hex256, typedCount: Count, times: Count }).nullable(),
});
export type TrusteeState = z.output<typeof TrusteeState>;
