import { ruleWords } from '@bilik/words/catalogue/center/rule-words';
import { type PhraseKey, phrasesOf } from '@bilik/words/phrases';
import { words } from './set-up-words.ts';

type Word = PhraseKey<readonly [typeof ruleWords]>;

const say = phrasesOf(ruleWords);
const isWord = (key: string): key is Word => key in ruleWords.id;

/** A choice or a figure's name of a rule pack (`most-valid-votes`, `minutesEach`); one that a later program added stands as it is. */
function word(language: 'id' | 'en', name: string): string {
  const key = `ruleWords.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return isWord(key) ? say(language, key) : name;
}

/** A rule's value as people read it: words, figures with their names, the steps of breaking a tie in their order. */
export function ruleValueText(language: 'id' | 'en', value: unknown): string {
  if (value === null) return words(language, 'setUp.nothing');
  if (typeof value === 'boolean') return words(language, value ? 'setUp.yes' : 'setUp.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return word(language, value);
  if (Array.isArray(value)) {
    return value
      .map((item: unknown, index) =>
        typeof item === 'object' && item !== null && 'step' in item
          ? `${index + 1}. ${ruleValueText(language, item.step)}`
          : ruleValueText(language, item),
      )
      .join(', ');
  }
  if (typeof value !== 'object') return '';
  return Object.entries(value)
    .map(([name, item]) => `${word(language, name)} ${ruleValueText(language, item)}`)
    .join('; ');
}
