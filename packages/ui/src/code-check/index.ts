export { CodeCheck, type CodeCheckProps } from './code-check.tsx';
export { CodeIntake } from './code-intake.tsx';
export { codePhrase, useCodeWords } from './code-words.ts';
export { explainCodeProblem } from './verdict.tsx';
