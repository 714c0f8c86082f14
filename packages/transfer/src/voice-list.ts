import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type FileAnswer, Hex256, readCanonicalFile, writeCanonicalFile } from './signed-file.ts';

const VoiceEntry = z.strictObject({
  file: z.string().regex(/^voice-[a-z]{2,3}-[A-Za-z0-9][A-Za-z0-9.-]{0,119}\.wav$/),
  /** SHA-256 of the words that the file says. A recording of other words is known by it. */
  text: Hex256,
  /** SHA-256 of the bytes that the machine made; a file with other bytes is a recording by a person. */
  made: Hex256,
});

const VoiceList = z.strictObject({
  format: z.literal('bilik/voices/1'),
  voices: z.array(VoiceEntry).max(2_000),
});
export type VoiceList = z.output<typeof VoiceList>;

const LIMIT_BYTES = 1024 * 1024;

/** The list's own name, beside the sound files that it lists. */
export const VOICE_LIST_FILE = 'voices.json';

/** @param voices in the order in which they are listed */
export function writeVoiceList(voices: VoiceList['voices']): string {
  return writeCanonicalFile(VoiceList.parse({ format: 'bilik/voices/1', voices }));
}

/** Reads `voices.json`. It carries no signature: it travels in a signed package. */
export function parseVoiceList(text: string): FileAnswer<VoiceList> {
  return readCanonicalFile(VoiceList, text, LIMIT_BYTES);
}

/** The fingerprint of spoken words. */
export function spokenTextHash(text: string): string {
  return createHash('sha256').update(`bilik/v1/voice/${text}`, 'utf8').digest('hex');
}
