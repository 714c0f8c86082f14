export { CodeCheck, type CodeCheckProps } from './code-check.tsx';
export { codePhrase, useCodeWords } from './code-words.ts';
