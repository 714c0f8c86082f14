import { drawCommitment, type Reveal } from '@bilik/preparation';
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';

const SALT_BYTES = 16;
const secretsSchema = z.array(z.object({ candidate: z.string(), words: z.string(), salt: z.string() }));

/** As the office computes it; also where the page came without encryption and the browser has none of its own. */
export const sha256 = (text: string): string => bytesToHex(hash(utf8ToBytes(text)));

/** What one person is bound to, and the hash that binds them. */
export interface BoundWords extends Reveal {
  readonly commitment: string;
}

/** Binds words with a new salt, so that nobody can guess them from the hash. */
export function bindWords(village: string, candidate: string, words: string): BoundWords {
  const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  const reveal = { candidate, words: words.trim().normalize('NFC'), salt };
  return { ...reveal, commitment: drawCommitment(village, reveal, sha256) };
}

const place = (election: string, village: string) => `bilik-draw ${election} ${village}`;

/** Keeps the words in this tab until they are shown: a page that is loaded again does not break off the draw. */
export function keepSecrets(election: string, village: string, reveals: readonly Reveal[]): void {
  sessionStorage.setItem(place(election, village), JSON.stringify(reveals));
}

/** Words that fit what was bound; undefined when this tab does not have them. */
export function keptSecrets(
  election: string,
  village: string,
  arrivals: readonly { readonly candidate: string; readonly commitment: string }[],
): readonly Reveal[] | undefined {
  const kept = secretsSchema.safeParse(
    JSON.parse(sessionStorage.getItem(place(election, village)) ?? 'null'),
  );
  if (!kept.success) return undefined;
  const fits = arrivals.every(({ candidate, commitment }) => {
    const reveal = kept.data.find((one) => one.candidate === candidate);
    return reveal !== undefined && drawCommitment(village, reveal, sha256) === commitment;
  });
  return fits ? kept.data : undefined;
}

export function forgetSecrets(election: string, village: string): void {
  sessionStorage.removeItem(place(election, village));
}
