/** What a page in a browser may import: reading and checking, no Node module. `writeCode` is in the package's own index. */
export { type CodeKey, checkCode, readKeyCode } from './check-code.ts';
export {
  CODE_PAPERS,
  CODE_PHASES,
  type CodeAnswer,
  type CodeContent,
  type CodeOrigin,
  type CodePaper,
  type CodePhase,
  type CodeProblem,
  type ContestContent,
  type FiguresContent,
  type KeyContent,
  type PaperContent,
  type ResultContent,
  type SignedCode,
} from './code-content.ts';
export { CODE_LIMIT_CHARACTERS, readCodeText } from './code-text.ts';
