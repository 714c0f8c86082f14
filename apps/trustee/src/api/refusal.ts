import { z } from 'zod';

const Count = z.int().min(0);
const Name = z.string();

const of = <const Type extends string>(type: Type) => z.strictObject({ type: z.literal(type) });
const saying = <const Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...shape });

const passphraseRefusals = [
  of('passphrase-needed'),
  saying('passphrase-wrong', { wrongTries: Count, waitSeconds: Count }),
  saying('passphrase-wait', { waitSeconds: Count }),
] as const;

const storageRefusals = [saying('storage-failed', { reason: z.string() })] as const;

const ceremonyRefusals = [
  /** This device has a key already, of this ceremony and under this name. */
  saying('already-started', { ceremony: Name, name: Name }),
  saying('ceremony-abandoned', { ceremony: Name }),
  of('not-started'),
  /** An earlier step has to be done first. */
  saying('step-too-early', { needed: z.enum(['polynomial', 'share', 'key']) }),
  /** The step was done before with something else; a second version would split the ceremony. */
  saying('step-fixed', {
    changed: z.enum(['certificates', 'threshold', 'share-input', 'parameters', 'decryption-key']),
  }),
  /** The key is made; it can no longer be left. */
  of('key-already-made'),
  of('own-certificate-missing'),
  saying('threshold-out-of-range', { least: Count, most: Count }),
  /** A message of the ceremony is wrong; `trustee` from 1 in the order of the certificates, 0 for the list itself. */
  saying('message-wrong', { trustee: Count, name: Name.optional(), problem: z.string() }),
  /** The threshold parameters are not those of this ceremony. */
  saying('parameters-wrong', {
    problem: z.enum([
      'unreadable',
      'other-threshold',
      'other-certificates',
      'other-polynomials',
      'own-key-missing',
    ]),
    detail: z.string().optional(),
  }),
  /** The key did not open what this device had encrypted for it. */
  saying('key-test-failed', { stage: z.enum(['decryption-key', 'key-pair', 'share']) }),
] as const;

const messageBoxRefusals = [
  of('message-unreadable'),
  saying('message-of-other-ceremony', { ceremony: Name }),
  /** Its sender works with other certificates or another threshold than this device. */
  saying('message-of-other-list', { name: Name }),
  of('message-own'),
  /** Another certificate came under this name. */
  saying('message-name-taken', { name: Name }),
  /** The same trustee sent two different messages for one step. */
  saying('message-second-version', { name: Name }),
  of('message-unknown-sender'),
  saying('message-too-early', { needed: z.enum(['polynomial', 'share']) }),
  of('message-too-late'),
  saying('messages-missing', { names: z.array(Name) }),
  of('too-many-trustees'),
] as const;

const ringRefusals = [
  /** This device holds no key for that polling place. */
  of('no-such-key'),
  /** The office's plan of a sitting is damaged, or against the rules about trustees. */
  saying('plan-unreadable', { problem: z.string() }),
  of('member-not-in-plan'),
  /** Its sender works by another plan than this device: other people, other places, another threshold. */
  saying('bundle-of-other-plan', { name: Name }),
  saying('bundle-of-stranger', { name: Name }),
  saying('bundle-of-other-places', { name: Name }),
  of('board-unknown'),
  of('board-unreachable'),
  /** The board serves others, or an earlier request of this device. */
  of('board-busy'),
  saying('board-refused', { reason: z.string() }),
] as const;

const electionRefusals = [
  saying('election-unreadable', { path: z.string(), problem: z.string() }),
  of('election-of-other-profile'),
  saying('trustees-unreadable', { path: z.string(), problem: z.string() }),
  /** This trustee's key ceremony is not in the list of trustees. */
  of('key-not-among-trustees'),
  /** The election's key is not the product of its trustees' keys. */
  of('election-key-wrong'),
  /** One key, one election: this key belongs to the named one. */
  saying('key-bound-to-other-election', { fingerprint: z.string() }),
  /** The device was started for an exercise, the election is real. */
  of('exercise-device'),
] as const;

const openingRefusals = [
  of('no-election-yet'),
  of('check-running'),
  /** The keeper stopped the check before its end. */
  of('check-stopped'),
  of('station-unknown'),
  of('station-unreachable'),
  /** Nobody at the board has added this device, or somebody took it out. */
  of('station-not-paired'),
  saying('station-not-sealed', { reason: z.string() }),
  /** The sum is open already: this share is no longer needed. */
  of('station-already-counted'),
  saying('station-refused', { status: z.int(), reason: z.string() }),
  saying('file-too-large', { file: z.enum(['record', 'void-list']), limitBytes: Count }),
  of('upload-cut-short'),
  saying('file-missing', { file: z.enum(['record', 'void-list']) }),
  saying('void-list-wrong', { problem: z.string() }),
  /** The record is of another election than the one this key belongs to. */
  saying('record-of-other-election', { fingerprint: z.string() }),
  of('record-of-other-trustees'),
  /** The first rule that does not hold, and where. */
  saying('record-wrong', {
    rule: z.string(),
    fault: z.string(),
    findingCount: Count,
    recordNumber: Count.optional(),
    recordName: z.string().optional(),
    ballotHash: z.string().optional(),
  }),
  /** This key has opened, or was asked to open, another list of ballots of this election. Refused for ever. */
  saying('second-ballot-list', { refusedLists: Count, boundRecordHash: z.string() }),
  /** The number that the keeper typed is not that of the checked record, which is not told. Kept on the disk. */
  saying('ballot-count-differs', { typedCount: Count, refusedCounts: Count }),
  of('not-checked'),
  of('not-shared-yet'),
] as const;

const sheetRefusals = [
  /** A key belongs onto a trustee's device, never into a station's folder. */
  of('home-of-station'),
  of('sheet-unreadable'),
  /** The list of trustees is not the one that the sheet was made with. */
  of('sheet-of-other-trustees'),
] as const;

/** Everything that this device refuses, by name. */
export const TrusteeRefusal = z.discriminatedUnion('type', [
  ...passphraseRefusals,
  ...storageRefusals,
  ...ceremonyRefusals,
  ...messageBoxRefusals,
  ...ringRefusals,
  ...electionRefusals,
  ...openingRefusals,
  ...sheetRefusals,
]);
export type TrusteeRefusal = z.output<typeof TrusteeRefusal>;

/** Some of the refusals, by their names. */
export type RefusalOf<Type extends TrusteeRefusal['type']> = Extract<TrusteeRefusal, { readonly type: Type }>;

/** What a room of this device answers. */
export type Answer<Value, Refusal extends { readonly type: string } = TrusteeRefusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Refusal extends TrusteeRefusal>(
  error: Refusal,
): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error };
}
