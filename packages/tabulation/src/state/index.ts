export { decideSheet, type SheetContext } from './decide-sheet.ts';
export { explainSheetRefusal } from './explain-refusal.ts';
export * from './sheet-state.ts';
export {
  AFTER_AGREEMENT,
  partWords,
  SHEET_TRANSITIONS,
  type SheetTransition,
  sheetTransitionsMarkdown,
  stepWords,
} from './transition-table.ts';
