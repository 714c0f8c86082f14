import { ruleWords } from '@bilik/words/catalogue/center/rule-words';
import { type PhraseKey, phrasesOf } from '@bilik/words/phrases';
import { day } from '../civil-day.ts';
import { words } from './set-up-words.ts';

type Word = PhraseKey<readonly [typeof ruleWords]>;

const say = phrasesOf(ruleWords);
const isWord = (key: string): key is Word => key in ruleWords.id;

/**
 * A rule's value as people read it: a choice in words, figures in a sentence, the steps of breaking a tie in their order.
 * @param rule its name in the pack
 */
export function ruleValueText(language: 'id' | 'en', rule: string, value: unknown): string {
  if (value === null) return words(language, 'setUp.nothing');
  const figures = figuresOf(language, value);
  const key = `ruleWords.say.${rule}`;
  const [sentence] = [`${key}.${variantOf(value)}`, key].filter(isWord);
  // each sentence names the fields of its own rule: a test says those of every pack we ship
  return sentence === undefined
    ? choiceText(language, value)
    : say(language, sentence as 'ruleWords.say.votersCap', { value: '', ...figures });
}

/** What is said otherwise than by the rule's usual sentence: a figure that is zero or a list of nothing, and a day of its own. */
function variantOf(value: unknown): 'zero' | 'date' | '' {
  const isNothing = (figure: unknown) => figure === 0 || (Array.isArray(figure) && figure.length === 0);
  if (typeof value !== 'object' || value === null) return isNothing(value) ? 'zero' : '';
  if ('date' in value) return 'date';
  return Object.values(value).some(isNothing) ? 'zero' : '';
}

/** What a sentence puts in, by the names of the rule's fields. */
function figuresOf(language: 'id' | 'en', value: unknown): Readonly<Record<string, string | number>> {
  if (typeof value === 'number') return { value };
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, item]): [string, string | number] => [
      name,
      typeof item === 'number' ? item : choiceText(language, item),
    ]),
  );
}

function choiceText(language: 'id' | 'en', value: unknown): string {
  if (typeof value === 'boolean') return words(language, value ? 'setUp.yes' : 'setUp.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return choiceWord(language, value);
  if (!Array.isArray(value)) return '';
  return value
    .map((item: unknown, index) =>
      typeof item === 'object' && item !== null && 'step' in item
        ? `${index + 1}. ${choiceText(language, item.step)}`
        : choiceText(language, item),
    )
    .join(value.every((item) => typeof item === 'number') ? ` ${say(language, 'ruleWords.then')} ` : ', ');
}

/** A choice (`most-valid-votes`), a time of day or a day; one that a later program added stands as it is. */
function choiceWord(language: 'id' | 'en', name: string): string {
  const key = `ruleWords.${name}`;
  if (isWord(key)) return say(language, key as 'ruleWords.votes');
  if (/^\d{4}-\d\d-\d\d$/.test(name)) return day(language, name);
  return language === 'id' && /^\d\d:\d\d$/.test(name) ? name.replace(':', '.') : name;
}
