export * from './catalogue/index.ts';
export * from './format/index.ts';
export {
  BOOTH_LANGUAGES,
  documentLanguage,
  isLanguage,
  LANGUAGES,
  type Language,
  type LanguageCode,
  standardLanguage,
} from './language.ts';
export { type ExplainedRefusal, explainPackageRefusal, type PackageRefusal } from './package-refusal.ts';
export {
  type Catalogue,
  catalogue,
  type Phrase,
  type PhraseKey,
  type PhraseValues,
  phrasesOf,
  type Say,
} from './phrases.ts';
export type { ParameterNames, PhraseValue, ValuesOf } from './template.ts';
