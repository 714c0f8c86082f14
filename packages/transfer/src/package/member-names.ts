/** What every package holds, and nothing of it may be missing. The names are the closed set; photos and voices come beside them. */
export const REQUIRED_MEMBERS = [
  'authority.pem',
  'check-in.json',
  'definition.json',
  'desk-voters.json',
  'devices.json',
  'election.json',
  'people.json',
  'public-credentials.json',
  'rule-pack.json',
  'secrets.json',
  'station-certificate.pem',
  'test-election.json',
  'test-public-credentials.json',
  'test-secrets.json',
  'test-trustees.json',
  'trustees.json',
] as const;

/** Persons, keys and what proves a device: only ever sealed under the passphrase. Everything else is public and never sealed. */
const SEALED_MEMBERS: ReadonlySet<string> = new Set([
  'check-in.json',
  'desk-voters.json',
  'devices.json',
  'people.json',
  'secrets.json',
  'test-secrets.json',
]);

const FIXED_MEMBERS: ReadonlySet<string> = new Set(REQUIRED_MEMBERS);

/** As the definition names candidates' pictures. */
const PHOTO = /^[a-z0-9][a-z0-9-]{0,70}\.(?:jpg|png|webp)$/;
/** `voice-<language>-<phrase id>.wav`. */
const VOICE = /^voice-[a-z]{2,3}-[a-zA-Z0-9]+(?:[.-][a-zA-Z0-9]+){0,9}\.wav$/;
const MAX_NAME_LENGTH = 100;

/** Names under which some systems find a device and no file, whatever follows their dot. */
const DEVICE_NAMES = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\./;

const KIB = 1024;
const MIB = 1024 * KIB;

/** Whether a member's name is of the closed set: one flat name, never a path. */
export function isMemberName(name: string): boolean {
  if (name.length > MAX_NAME_LENGTH || DEVICE_NAMES.test(name)) return false;
  return FIXED_MEMBERS.has(name) || PHOTO.test(name) || VOICE.test(name);
}

export function isSealedMember(name: string): boolean {
  return SEALED_MEMBERS.has(name);
}

export function isPhoto(name: string): boolean {
  return PHOTO.test(name);
}

/** Whether a member is one clip of a booth's spoken guidance. */
export function isVoice(name: string): boolean {
  return VOICE.test(name);
}

/** The largest a member may be, in bytes as it lies in the package. */
export function memberLimitBytes(name: string): number {
  if (name.endsWith('.pem')) return 64 * KIB;
  return FIXED_MEMBERS.has(name) ? 32 * MIB : 4 * MIB;
}

/** All members together, in bytes; a polling place of 5,000 voters with photos and three languages of voices takes about 60 MB. */
export const MEMBERS_LIMIT_BYTES: number = 160 * MIB;
export const MAX_MEMBERS = 1_500;
