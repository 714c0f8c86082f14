import { formatNumber } from './format/number.ts';
import { type LanguageCode, standardLanguage } from './language.ts';

/** What may stand in a phrase. A number is written the way the language writes numbers; a text stands as it is. */
export type PhraseValue = string | number;

/**
 * The names in a template: `{name}` puts a value in; `{count|voter|voters}` puts in the first word when `count` is 1 and
 * the second otherwise (for English; Indonesian has no plural).
 */
export type ParameterNames<Template extends string> =
  Template extends `${string}{${infer Inside}}${infer Rest}`
    ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | ParameterNames<Rest>
    : never;

/** The values a template asks for; no parameter when it asks for none. */
export type ValuesOf<Template extends string> = [ParameterNames<Template>] extends [never]
  ? []
  : [values: { readonly [Name in ParameterNames<Template>]: PhraseValue }];

const PARAMETER = /\{([a-zA-Z]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/** The parameter names of a template at run time, in order of appearance, with repetitions. */
export function parameterNamesOf(template: string): string[] {
  return [...template.matchAll(PARAMETER)].map(([, name = '']) => name);
}

/**
 * Puts values into a template. One pass: a value that looks like a parameter stays as it is.
 * @throws when a value is missing: the types rule it out, so it is a bug.
 */
export function fill(
  language: LanguageCode,
  template: string,
  values: { readonly [name: string]: PhraseValue },
): string {
  return template.replace(PARAMETER, (_whole, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`The phrase "${template}" needs a value for {${name}}.`);
    if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
    return typeof value === 'number' ? formatNumber(standardLanguage(language), value) : value;
  });
}
