export {
  checkLaneFigures,
  type LaneContradiction,
  type LaneField,
  type LaneFiguresToCheck,
  laneFieldNumbers,
} from './check-lane-figures.ts';
export { type CheckOutcome, checkSheet, ruleOf, SHEET_RULES } from './check-sheet.ts';
export { exampleOf, type SampleSheet, sheetRulesMarkdown } from './rule-list.ts';
export type { CheckedSheet, CheckKind, SheetFinding, SheetRule } from './sheet-check.ts';
export type { SheetFacts } from './sheet-facts.ts';
