import type { LanguageCode } from './language.ts';

/** Key of the clip that names one option of a contest. */
export function optionClip(contest: string, option: string): string {
  return `option.${contest}.${option}`;
}

/** Key of the clip that names a contest. */
export function contestClip(contest: string): string {
  return `contest.${contest}`;
}

/** Key of the clip of one digit of a card's code. */
export function digitClip(digit: string): string {
  return `digit.${digit}`;
}

/** The name of a clip's file, in a package and on a booth: `voice-<language>-<key>.wav`. */
export function voiceFile(language: LanguageCode, key: string): string {
  return `voice-${language}-${key}.wav`;
}

/** A well-formed name of a clip's file; its language and key are the groups. */
export const VOICE_FILE: RegExp = /^voice-(id|plm|en)-([a-zA-Z0-9]+(?:[.-][a-zA-Z0-9]+){0,9})\.wav$/;
