import { createHash, randomBytes } from 'node:crypto';
import { civilDate, parsePollingPlaceId } from '@bilik/election';
import { openPackage, readOpened, sealingKey, signFields, sourceOf, writePackage } from '../src/index.ts';
import { newKey } from './place.ts';

/** The office that issues the packages of these tests, and one that nobody knows. */
export const OFFICE = newKey();
export const STRANGER = newKey();
export const PASSPHRASE = 'mangga kucing perahu zebra tomat payung';

const place = parsePollingPlaceId('16.07.01.2003-001');
if (!place.ok) throw new Error('no polling place');

export const FACTS = {
  kind: 'exercise',
  version: 2,
  pollingPlace: place.value,
  electionUuid: 'TPSMelati111Desa1',
  electionFingerprint: 'A'.repeat(43),
  listFingerprint: 'ab'.repeat(32),
  receiver: STRANGER.publicKey,
  madeOn: civilDate('2026-11-30'),
  clock: { notBefore: '2026-12-11T17:00:00Z', notAfter: '2026-12-13T05:00:00Z' },
} as const;

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Small members that stand for real ones: what is inside is not asked here. */
export const MEMBERS: ReadonlyMap<string, Uint8Array> = new Map(
  Object.entries({
    'authority.pem': 'surat',
    'definition.json': '{"d":1}',
    'desk-voters.json': '[{"v":1}]',
    'devices.json': '[{"v":1}]',
    'election.json': '{"e":1}',
    'check-in.json': '{}',
    'people.json': '[{"p":1}]',
    'public-credentials.json': '["c"]',
    'rule-pack.json': '{"r":1}',
    'secrets.json': '{"s":1}',
    'station-certificate.pem': 'surat',
    'test-election.json': '{"te":1}',
    'test-public-credentials.json': '["tc"]',
    'test-secrets.json': '{"ts":1}',
    'test-trustees.json': '["tt"]',
    'trustees.json': '["t"]',
    'calon-1.png': 'gambar',
    'voice-id-booth.askCard.wav': 'suara',
  }).map(([name, text]) => [name, bytesOf(text)]),
);

export async function smallPackage(
  change: Partial<Parameters<typeof writePackage>[0]> = {},
): Promise<Uint8Array> {
  const written = await writePackage({
    facts: FACTS,
    members: MEMBERS,
    passphrase: PASSPHRASE,
    privateKeyPem: OFFICE.privateKey,
    random: (count) => new Uint8Array(randomBytes(count)),
    ...change,
  });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return written.value;
}

/** Opens a package and reads all of it. @returns the name of the first refusal, with the member where it names one, or 'believed' */
export async function verdictOf(bytes: Uint8Array, passphrase = PASSPHRASE): Promise<string> {
  const opened = openPackage(sourceOf(bytes));
  if (!opened.ok) return nameOf(opened.error);
  const { members, signature: _, ...facts } = opened.value.manifest;
  const key = await sealingKey(facts, passphrase);
  for (const member of members) {
    const read = readOpened(opened.value, member, key);
    if (!read.ok) return nameOf(read.error);
  }
  return 'believed';
}

function nameOf(error: { readonly type: string; readonly member?: string }): string {
  return error.member === undefined ? error.type : `${error.type} ${error.member}`;
}

/** A package taken apart: what a forger works on. */
export interface Parts {
  readonly manifest: Record<string, unknown> & { members: Record<string, unknown>[] };
  readonly contents: Uint8Array[];
}

export function takeApart(bytes: Uint8Array): Parts {
  const whole = Buffer.from(bytes);
  const lineAt = whole.indexOf('\n', whole.indexOf('\n') + 1) + 1;
  const membersAt = whole.indexOf('\n', lineAt) + 1;
  const manifest: Parts['manifest'] = JSON.parse(whole.subarray(lineAt, membersAt).toString('utf8'));
  let offset = membersAt;
  const contents = manifest.members.map((member) => {
    const content = whole.subarray(offset, offset + Number(member['bytes']));
    offset += content.length;
    return content;
  });
  return { manifest, contents };
}

/** Puts parts together with right lengths, hashes and signature, whatever the parts are: an office that errs, or a thief of its key. */
export function putTogether({ manifest, contents }: Parts, privateKey = OFFICE.privateKey): Uint8Array {
  const { members, signature: _, ...facts } = manifest;
  const described = members.map((member, index) => ({
    ...member,
    bytes: contents[index]?.length,
    sha256: createHash('sha256')
      .update(contents[index] ?? '')
      .digest('hex'),
  }));
  const signature = signFields(privateKey, 'package', [JSON.stringify(facts), JSON.stringify(described)]);
  return withLine(`${JSON.stringify({ ...facts, members: described, signature })}\n`, contents);
}

/** A manifest's line as given, then members as given. */
export function withLine(line: string | Uint8Array, contents: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.from(line);
  return Buffer.concat([Buffer.from(`bilik/package/1\n${bytes.length}\n`), bytes, ...contents]);
}
