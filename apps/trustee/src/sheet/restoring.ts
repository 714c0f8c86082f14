import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkCertificates, type Group, parseTrustees, sha256Hex, writeTrustees } from '@bilik/ballot';
import { z } from 'zod';
import { type Answer, accept, refuse } from '../api/refusal.ts';
import type { MadeKey, TrusteeTools } from '../ceremony/ceremony.ts';
import { type KeyFile, seedBinding } from '../ceremony/key-file.ts';
import { testKey } from '../ceremony/key-test.ts';
import { keyFingerprint } from '../ceremony/parameters.ts';
import type { Unlocking } from '../secret/unlocking.ts';
import type { DurableFile } from '../store/durable-file.ts';
import { parseKeySheet } from './key-sheet.ts';

/** What only a station's folder holds. */
const OF_A_STATION = ['station.db', 'place'];

/** What a restored key needs of the list of trustees, before anything of it is believed. */
const ListShape = z.tuple([
  z.tuple([z.literal('Pedersen'), z.looseObject({ certs: z.array(z.unknown()).min(1) })]),
]);

export interface RestoringParts extends TrusteeTools {
  readonly home: string;
  readonly keyFile: DurableFile<KeyFile | null>;
  readonly unlocking: Unlocking;
  /** A sheet was read, opened, tried, and is this device's key from now on. */
  readonly onRestored: (verificationKeyFingerprint: string) => void;
}

/** Puts the key of a sheet onto this device, which must have none. The key is tried as at its making, and marked for ever as restored. */
export type Restore = (input: {
  readonly sheet: string;
  readonly trustees: string;
  readonly passphrase: string;
}) => Promise<Answer<MadeKey>>;

export function openRestoring(parts: RestoringParts): Restore {
  const { home, keyFile, unlocking, group } = parts;
  return async ({ sheet: text, trustees: trusteesText, passphrase }) => {
    if (OF_A_STATION.some((name) => existsSync(join(home, name)))) return refuse({ type: 'home-of-station' });
    const known = keyFile.read() ?? undefined;
    if (known !== undefined) {
      return refuse({ type: 'already-started', ceremony: known.ceremony, name: known.name });
    }
    const sheet = parseKeySheet(text);
    if (sheet === undefined) return refuse({ type: 'sheet-unreadable' });
    if (sha256Hex(trusteesText) !== sheet.trusteesHash) return refuse({ type: 'sheet-of-other-trustees' });
    const trustees = parseTrustees(group, trusteesText);
    if (!trustees.ok) {
      const path = 'path' in trustees.error ? trustees.error.path : '';
      return refuse({ type: 'trustees-unreadable', path, problem: trustees.error.type });
    }
    const own = ownPart(group, trusteesText, sheet.ownerIndex);
    const listed = trustees.value.owners.find(({ owner }) => owner === sheet.ownerIndex);
    if (own === undefined || listed === undefined) return refuse({ type: 'key-not-among-trustees' });
    const { ceremony, name, seed, ownerIndex, decryptionKey } = sheet;
    const binding = seedBinding({ ceremony, name, certificate: own.certificate });
    const opened = await unlocking.open({ sealed: seed, binding, passphrase });
    if (!opened.ok) return opened;
    unlocking.forget();
    const tested = testKey({
      ...parts,
      seed: opened.value,
      decryptionKey,
      trustees: trustees.value,
      ownerIndex,
    });
    if (!tested.ok) return tested;
    const verificationKeyFingerprint = keyFingerprint(group.formatElement(listed.publicKey));
    const made = { ownerIndex, verificationKeyFingerprint };
    const written = keyFile.replace({
      format: 'bilik/trustee-key/1',
      ceremony,
      name,
      seed,
      certificate: own.certificate,
      certificateId: own.certificateId,
      key: { parameters: own.parameters, decryptionKey, ...made },
      isRestored: true,
    });
    if (!written.ok) return written;
    parts.onRestored(verificationKeyFingerprint);
    return accept(made);
  };
}

/** What this trustee had from the ceremony, found again in a list that holds one ceremony and nothing else. */
function ownPart(
  group: Group,
  trusteesText: string,
  ownerIndex: number,
): { readonly parameters: string; readonly certificate: string; readonly certificateId: string } | undefined {
  const list = ListShape.safeParse(JSON.parse(trusteesText));
  if (!list.success) return undefined;
  const [[, shape]] = list.data;
  const parameters = trusteesText.trim().slice('[["Pedersen",'.length, -']]'.length);
  if (writeTrustees(group, [{ kind: 'threshold', parameters }]) !== trusteesText) return undefined;
  const certificate = JSON.stringify(shape.certs[ownerIndex - 1] ?? null);
  const checked = checkCertificates({ group, certificates: [certificate] });
  const certificateId = checked.ok ? checked.value[0] : undefined;
  return certificateId === undefined ? undefined : { parameters, certificate, certificateId };
}
