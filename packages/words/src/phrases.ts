import type { LanguageCode } from './language.ts';
import { fill, type ParameterNames, type PhraseValue, type ValuesOf } from './template.ts';

type Texts = { readonly [key: string]: string };

/**
 * The phrases of one screen, whole in every language. Plain text and nothing else, so that a translator can read it,
 * a test can go through it, and a page ships only the catalogues it names.
 */
export interface Catalogue<Id extends Texts = Texts> {
  readonly id: Id;
  readonly en: { readonly [Key in keyof Id]: string };
  /** The local language: as many as voters meet. What is missing is said in Indonesian. */
  readonly plm?: { readonly [Key in keyof Id]?: string };
}

/** The English side must have exactly the keys of the Indonesian side, and each phrase the same parameters. */
type Matching<Id extends Texts, En extends Texts> = {
  readonly [Key in keyof Id]: Key extends keyof En
    ? [ParameterNames<Id[Key]>, ParameterNames<En[Key]>] extends [
        ParameterNames<En[Key]>,
        ParameterNames<Id[Key]>,
      ]
      ? En[Key]
      : { 'these parameters differ from the Indonesian ones': ParameterNames<En[Key]> }
    : string;
} & { readonly [Key in Exclude<keyof En, keyof Id>]: never };

/** The local side has keys of the Indonesian side only, and each phrase the same parameters. */
type MatchingPart<Id extends Texts, Local extends Texts> = {
  readonly [Key in keyof Local]: Key extends keyof Id
    ? [ParameterNames<Id[Key]>, ParameterNames<Local[Key]>] extends [
        ParameterNames<Local[Key]>,
        ParameterNames<Id[Key]>,
      ]
      ? Local[Key]
      : { 'these parameters differ from the Indonesian ones': ParameterNames<Local[Key]> }
    : never;
};

/** Declares the phrases of one screen. Keys are dotted and begin with the screen: `desk.search.label`. */
export function catalogue<
  const Id extends Texts,
  const En extends Texts,
  const Local extends Texts = Record<never, never>,
>(texts: {
  readonly id: Id;
  readonly en: En & Matching<Id, En>;
  readonly plm?: Local & MatchingPart<Id, Local>;
}): Catalogue<Id> {
  return texts;
}

/** The same for what voters meet in the booth: every phrase exists in the local language too. */
export function boothCatalogue<
  const Id extends Texts,
  const En extends Texts,
  const Local extends Texts,
>(texts: {
  readonly id: Id;
  readonly en: En & Matching<Id, En>;
  readonly plm: Local & Matching<Id, Local>;
}): Catalogue<Id> {
  return texts;
}

type Union<Parts extends readonly Catalogue[]> = Parts[number]['id'];
type KeyOf<Id> = Id extends Id ? keyof Id & string : never;
type TextAt<Id, Key extends string> = Id extends Id
  ? Key extends keyof Id
    ? Id[Key] & string
    : never
  : never;

/** A key of one of the given catalogues, for code that chooses a phrase by an error or a state. */
export type PhraseKey<Parts extends readonly Catalogue[]> = KeyOf<Union<Parts>>;

/** The values a phrase takes; none when it has no parameters. */
export type PhraseValues<Parts extends readonly Catalogue[], Key extends PhraseKey<Parts>> = ValuesOf<
  TextAt<Union<Parts>, Key>
>;

/** Says a phrase in a language. The values are typed by the phrase; a phrase without parameters takes none. */
export type Phrase<Parts extends readonly Catalogue[]> = <Key extends PhraseKey<Parts>>(
  language: LanguageCode,
  key: Key,
  ...values: PhraseValues<Parts, Key>
) => string;

/** Says a phrase in the language of the screen it stands on. */
export type Say<Parts extends readonly Catalogue[]> = <Key extends PhraseKey<Parts>>(
  key: Key,
  ...values: PhraseValues<Parts, Key>
) => string;

/**
 * Joins catalogues into one speaker: `const phrase = phrasesOf(common, booth)`, then
 * `phrase('id', 'booth.greeting')`. Only the catalogues named here reach the built page.
 */
export function phrasesOf<const Parts extends readonly Catalogue[]>(...parts: Parts): Phrase<Parts> {
  const id: Texts = Object.assign({}, ...parts.map((part) => part.id));
  const texts: Record<LanguageCode, Texts> = {
    id,
    en: Object.assign({}, ...parts.map((part) => part.en)),
    plm: Object.assign({ ...id }, ...parts.map((part) => part.plm ?? {})),
  };
  return (language, key, ...values: readonly unknown[]) => {
    const template = texts[language][key];
    if (template === undefined) throw new Error(`There is no phrase "${key}".`);
    return fill(language, template, valuesFrom(values));
  };
}

function valuesFrom(rest: readonly unknown[]): { readonly [name: string]: PhraseValue } {
  const [first] = rest;
  if (typeof first !== 'object' || first === null) return {};
  const values: Record<string, PhraseValue> = {};
  for (const [name, value] of Object.entries(first)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value;
  }
  return values;
}
