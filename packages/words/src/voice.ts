import { booth } from './catalogue/booth.ts';
import { common } from './catalogue/common.ts';
import { guide } from './catalogue/guide.ts';
import { parts } from './catalogue/parts.ts';
import { type LanguageCode, standardLanguage } from './language.ts';
import { phrasesOf } from './phrases.ts';
import { parameterNamesOf } from './template.ts';
import { contestClip, digitClip, optionClip } from './voice-keys.ts';

/** What spoken guidance needs of an election: its contests as the booth's page shows them. */
export interface SpokenContest {
  readonly id: string;
  readonly title: { readonly id: string; readonly en: string };
  readonly options: readonly {
    readonly key: string;
    /** Of a candidate; `null` for the blank vote and the empty column. */
    readonly number: number | null;
    readonly name: string | null;
  }[];
}

/** One piece of spoken guidance. */
export interface VoiceClip {
  /** Without language; a phrase's own key where it is one. */
  readonly key: string;
  /** What is said, word for word. */
  readonly text: string;
  /** What names a candidate, a choice or a digit of a card is for the voter's ears alone. */
  readonly audience: 'anyone' | 'headphones';
}

/** Only officers read these, with the screen in sight. */
const FOR_OFFICERS = /^booth\.(older|broken|question\.(?!voter|cast$|void$|restarted|printer))/;
const PRINTER_TROUBLE = /^booth\.printer\.(?!notReady)/;
const OF_COMMON = ['common.next', 'common.back', 'common.close', 'common.finish', 'common.newCard'] as const;
const OF_PARTS = [
  'parts.keypad.deleteLong',
  'parts.keypad.clearLong',
  'parts.look.textSize.1',
  'parts.look.textSize.2',
  'parts.look.textSize.3',
  'parts.call.noConnection',
  'parts.call.broken',
] as const;

const say = phrasesOf(common, parts, booth, guide);

function phraseClips(language: LanguageCode): VoiceClip[] {
  const clips: VoiceClip[] = [];
  const add = (key: string, text: string) => clips.push({ key, text, audience: 'anyone' });
  for (const { id, ...others } of [booth, guide]) {
    const local: Readonly<Record<string, string | undefined>> =
      others[language === 'id' ? 'en' : language] ?? {};
    for (const [key, indonesian] of Object.entries<string>(id)) {
      const text = language === 'id' ? indonesian : (local[key] ?? indonesian);
      if (parameterNamesOf(indonesian).length === 0 && !FOR_OFFICERS.test(key)) add(key, text);
    }
  }
  for (const key of [...OF_COMMON, ...OF_PARTS]) add(key, say(language, key));
  for (const { key, text } of [...clips].filter((clip) => PRINTER_TROUBLE.test(clip.key))) {
    const trouble = key.slice('booth.printer.'.length);
    add(`booth.printer.notReady.${trouble}`, say(language, 'booth.printer.notReady', { why: text }));
  }
  return clips;
}

/**
 * Everything that a booth can say in one language, in an order of its own: the same for every booth of an election.
 * @param contests of the election, in ballot order
 */
export function voiceClips(language: LanguageCode, contests: readonly SpokenContest[]): VoiceClip[] {
  const clips = phraseClips(language);
  for (const { id, title, options } of contests) {
    const words = title[standardLanguage(language)];
    clips.push({
      key: contestClip(id),
      text: `${words}: ${say(language, 'booth.choose')}`,
      audience: 'anyone',
    });
    for (const { key, number, name } of options) {
      const plain = name ?? say(language, key === 'blank' ? 'common.blankVote' : 'common.emptyColumn');
      const text =
        number === null ? plain : `${say(language, 'common.candidateNumber', { number })}. ${plain}`;
      clips.push({ key: optionClip(id, key), text, audience: 'headphones' });
    }
  }
  for (let digit = 0; digit <= 9; digit += 1)
    clips.push({ key: digitClip(String(digit)), text: String(digit), audience: 'headphones' });
  return clips;
}
