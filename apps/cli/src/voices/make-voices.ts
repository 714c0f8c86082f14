import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectionDefinition, shownContests } from '@bilik/election';
import {
  parseVoiceList,
  spokenTextHash,
  VOICE_LIST_FILE,
  type VoiceList,
  writeVoiceList,
} from '@bilik/transfer';
import { BOOTH_LANGUAGES, type LanguageCode } from '@bilik/words';
import { voiceClips } from '@bilik/words/voice';
import { voiceFile } from '@bilik/words/voice-keys';
import { speechWav } from './speech-wav.ts';

/** A voice that speaks: the words in, the bytes of a WAV file out. */
export type Speaker = (language: LanguageCode, text: string) => Promise<Uint8Array>;

/** espeak-ng has no voice for the Malay of Palembang; its Indonesian one reads it well enough to be understood. */
const ESPEAK_VOICES: Readonly<Record<LanguageCode, string>> = { id: 'id', plm: 'id', en: 'en' };
/** Slower than its usual 175: for people who hear it for the first time. */
const WORDS_A_MINUTE = 140;
const SPEAKERS_AT_ONCE = 2;

/** Speaks with the `espeak-ng` of this machine. @throws when it is not installed or fails */
export const espeak: Speaker = (language, text) =>
  new Promise((resolve, reject) => {
    // the words go in by the door, not by the command line: a name may begin with a dash
    const child = spawn(
      'espeak-ng',
      ['-v', ESPEAK_VOICES[language], '-s', String(WORDS_A_MINUTE), '-z', '--stdin', '--stdout'],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(speechWav(Buffer.concat(parts)));
      else reject(new Error(`espeak-ng ended with ${code}`));
    });
    child.stdin.end(text);
  });

/** What stands in a folder of voices, against what the election needs. */
export interface VoiceStanding {
  /** Made by the machine, and right. */
  readonly made: readonly string[];
  /** Recorded by a person, of the words of today. */
  readonly recorded: readonly string[];
  /** Recorded by a person, of other words than today's: a person must record it again or delete it. */
  readonly stale: readonly string[];
  /** Not there, or made by the machine from other words. */
  readonly missing: readonly string[];
}

interface Wanted {
  readonly file: string;
  readonly language: LanguageCode;
  readonly text: string;
}

function wantedVoices(definition: ElectionDefinition): Wanted[] {
  return BOOTH_LANGUAGES.flatMap((language) =>
    voiceClips(language, shownContests(definition)).map(({ key, text }) => ({
      file: voiceFile(language, key),
      language,
      text,
    })),
  );
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** @returns the entries of the folder's list by file; none when there is no list yet or it cannot be read */
function listed(folder: string): Map<string, VoiceList['voices'][number]> {
  const path = join(folder, VOICE_LIST_FILE);
  if (!existsSync(path)) return new Map();
  const list = parseVoiceList(readFileSync(path, 'utf8'));
  return new Map(list.ok ? list.value.voices.map((entry) => [entry.file, entry]) : []);
}

type Standing = keyof VoiceStanding;

function standingOf(
  folder: string,
  wanted: Wanted,
  entry: VoiceList['voices'][number] | undefined,
): Standing {
  const path = join(folder, wanted.file);
  if (!existsSync(path)) return 'missing';
  const isMade = entry !== undefined && hashOf(readFileSync(path)) === entry.made;
  const isCurrent = entry?.text === spokenTextHash(wanted.text);
  if (isMade) return isCurrent ? 'made' : 'missing';
  // a file that the list does not know: nobody can say which words it speaks
  return isCurrent ? 'recorded' : 'stale';
}

/** Looks at a folder of voices and changes nothing. */
export function checkVoices(folder: string, definition: ElectionDefinition): VoiceStanding {
  const entries = listed(folder);
  const found: Record<Standing, string[]> = { made: [], recorded: [], stale: [], missing: [] };
  for (const wanted of wantedVoices(definition))
    found[standingOf(folder, wanted, entries.get(wanted.file))].push(wanted.file);
  return found;
}

/**
 * Makes what is missing in a folder of voices, for every language of the booth. Recordings by people stay as they are; one of other words
 * is never overwritten, and named in the answer.
 * @returns how the folder stands afterwards
 */
export async function makeVoices(
  folder: string,
  definition: ElectionDefinition,
  speaker: Speaker,
): Promise<VoiceStanding> {
  mkdirSync(folder, { recursive: true });
  const entries = listed(folder);
  const wanted = wantedVoices(definition);
  const queue = wanted.filter((one) => standingOf(folder, one, entries.get(one.file)) === 'missing');
  const speak = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const bytes = await speaker(next.language, next.text);
      writeWhole(join(folder, next.file), bytes);
      entries.set(next.file, { file: next.file, text: spokenTextHash(next.text), made: hashOf(bytes) });
    }
  };
  await Promise.all(Array.from({ length: SPEAKERS_AT_ONCE }, speak));
  const kept = wanted.flatMap(({ file }) => {
    const entry = entries.get(file);
    return entry === undefined ? [] : [entry];
  });
  writeWhole(join(folder, VOICE_LIST_FILE), writeVoiceList(kept));
  return checkVoices(folder, definition);
}

function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}
