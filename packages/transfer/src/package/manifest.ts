import { civilDateSchema, pollingPlaceIdSchema } from '@bilik/election';
import { z } from 'zod';
import { Fingerprint, Hex256, Signature } from '../signed-file.ts';
import { checkFields, signFields } from '../signed-text.ts';
import {
  isMemberName,
  isSealedMember,
  MAX_MEMBERS,
  MEMBERS_LIMIT_BYTES,
  memberLimitBytes,
  REQUIRED_MEMBERS,
} from './member-names.ts';
import type { PackageAnswer, PackageProblem } from './package-problem.ts';

/** An instant in whole seconds of UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
const Instant = z
  .string()
  .regex(/^2[01]\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .refine((text) => {
    const instant = Date.parse(text);
    return !Number.isNaN(instant) && new Date(instant).toISOString().replace('.000', '') === text;
  }, 'no instant of the calendar');

/** Base64 of the 32 bytes of an Ed25519 key in its one spelling. */
const PublicKey = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);

/** Whether a text is a public key as manifests write it. */
export function isPublicKey(text: string): boolean {
  return PublicKey.safeParse(text).success;
}

const memberFields = {
  name: z.string().min(1).max(200),
  /** As it lies in the package. */
  bytes: z.int().min(1).max(MEMBERS_LIMIT_BYTES),
  sha256: Hex256,
};

/** One member. Of a sealed one `opened` is the SHA-256 of what is inside; each of them holds keys, salts or keyed hashes that nobody can guess. */
const Member = z.discriminatedUnion('sealed', [
  z.strictObject({ ...memberFields, sealed: z.literal(false) }),
  z.strictObject({ ...memberFields, sealed: z.literal(true), opened: Hex256 }),
]);
export type PackageMember = z.output<typeof Member>;

const facts = {
  format: z.literal('bilik/package/1'),
  kind: z.enum(['exercise', 'real']),
  /** Rises with every package that is made for this polling place. */
  version: z.int().min(1).max(99_999),
  pollingPlace: pollingPlaceIdSchema,
  electionUuid: z.string().regex(/^[A-Za-z0-9]{14,64}$/),
  electionFingerprint: Fingerprint,
  listFingerprint: Hex256,
  madeOn: civilDateSchema,
  /** Between these instants the station's clock must be on the day. */
  clock: z
    .strictObject({ notBefore: Instant, notAfter: Instant })
    .refine(({ notBefore, notAfter }) => notBefore < notAfter, 'the clock’s bounds are the wrong way round'),
  issuer: PublicKey,
  /** Who may sign a receipt for this place's result: the station shows no other's. */
  receiver: PublicKey,
  /** Costs are fixed, so that no file decides how much work it makes: scrypt, then AES-256-GCM with a key of this package alone. */
  sealing: z.strictObject({
    method: z.literal('scrypt-65536-8-1/aes-256-gcm'),
    salt: z.string().regex(/^[0-9a-f]{32}$/),
  }),
};

const Facts = z.strictObject(facts);
/** What a package says of itself, members apart; sealed members are bound to exactly these. */
export type PackageFacts = z.output<typeof Facts>;

const Manifest = z.strictObject({
  ...facts,
  members: z.array(Member).min(1).max(MAX_MEMBERS),
  signature: Signature,
});
export type PackageManifest = z.output<typeof Manifest>;

/** Longest manifest, in bytes; one with 1,500 members has about 400,000. */
export const MANIFEST_LIMIT_BYTES = 512 * 1024;

const PURPOSE = 'package';

/** The one text of the facts: what sealed members are bound to. */
export function factsText(facts: PackageFacts): string {
  return JSON.stringify(Facts.parse(facts));
}

function signedFields({ members, signature: _, ...rest }: PackageManifest | UnsignedManifest): string[] {
  return [factsText(rest), JSON.stringify(members)];
}

type UnsignedManifest = Omit<PackageManifest, 'signature'> & { readonly signature?: undefined };

/** Signs a manifest. @param members in order of their names. @returns its one line, with the newline */
export function signManifest(
  unsigned: PackageFacts & { readonly members: readonly PackageMember[] },
  privateKeyPem: string,
): string {
  const members = [...unsigned.members];
  const signature = signFields(privateKeyPem, PURPOSE, signedFields({ ...unsigned, members }));
  return manifestLine(Manifest.parse({ ...unsigned, members, signature }));
}

function manifestLine(manifest: PackageManifest): string {
  return `${JSON.stringify(manifest)}\n`;
}

/**
 * Reads a manifest's line and checks everything that it alone can show: schema, one spelling, the closed set of members, sizes, signature.
 * @param line at most `MANIFEST_LIMIT_BYTES`, with its newline
 * @errors 'package-manifest-malformed' · 'package-manifest-not-canonical' · 'package-member-…' · 'package-too-large' · 'package-signature-wrong'
 */
export function readManifest(line: string): PackageAnswer<PackageManifest> {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    return malformed([{ path: '', message: 'not JSON' }]);
  }
  const parsed = Manifest.safeParse(content);
  if (!parsed.success) {
    return malformed(
      parsed.error.issues
        .slice(0, 20)
        .map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    );
  }
  const manifest = parsed.data;
  if (manifestLine(manifest) !== line)
    return { ok: false, error: { type: 'package-manifest-not-canonical' } };
  const problem = memberProblem(manifest.members);
  if (problem !== undefined) return { ok: false, error: problem };
  if (!checkFields(manifest.issuer, PURPOSE, signedFields(manifest), manifest.signature)) {
    return { ok: false, error: { type: 'package-signature-wrong' } };
  }
  return { ok: true, value: manifest };
}

/** The first thing that is wrong with a list of members. Also asked before a package is written. */
export function memberProblem(members: readonly PackageMember[]): PackageProblem | undefined {
  const before = new Set<string>();
  let previous = '';
  let bytes = 0;
  for (const { name, bytes: size, sealed } of members) {
    if (!isMemberName(name)) return { type: 'package-member-unknown', member: name };
    // a medium without upper and lower case would keep only one of two such files
    if (before.has(name.toLowerCase())) return { type: 'package-member-twice', member: name };
    if (name < previous) return { type: 'package-members-out-of-order', member: name };
    if (sealed !== isSealedMember(name)) return { type: 'package-member-sealed-wrongly', member: name };
    const limitBytes = memberLimitBytes(name);
    if (size > limitBytes) return { type: 'package-too-large', limitBytes };
    bytes += size;
    if (bytes > MEMBERS_LIMIT_BYTES) return { type: 'package-too-large', limitBytes: MEMBERS_LIMIT_BYTES };
    before.add(name.toLowerCase());
    previous = name;
  }
  const missing = REQUIRED_MEMBERS.find((name) => !before.has(name));
  return missing === undefined ? undefined : { type: 'package-member-missing', member: missing };
}

function malformed(problems: readonly { path: string; message: string }[]): PackageAnswer<never> {
  return { ok: false, error: { type: 'package-manifest-malformed', problems } };
}
