import { ERROR_RULES } from './error-rules.ts';
import { QUARANTINE_RULES } from './quarantine-rules.ts';
import type { CheckedSheet, CheckKind, SheetFinding, SheetRule } from './sheet-check.ts';
import { WARNING_RULES } from './warning-rules.ts';

/** All numbered rules, in the order of the manual. */
export const SHEET_RULES: readonly SheetRule[] = [...ERROR_RULES, ...QUARANTINE_RULES, ...WARNING_RULES];

/** What one rule found on one sheet. */
export interface CheckOutcome extends SheetFinding {
  readonly code: string;
  readonly kind: CheckKind;
}

/** Looks at a sheet by every rule. @returns what was found, errors first, in the order of the table; nothing where all holds */
export function checkSheet(sheet: CheckedSheet): readonly CheckOutcome[] {
  return SHEET_RULES.flatMap(({ code, kind, find }) =>
    find(sheet).map((finding) => ({ code, kind, ...finding })),
  );
}

/** The rule of a code. @throws where no rule has it */
export function ruleOf(code: string): SheetRule {
  const rule = SHEET_RULES.find((candidate) => candidate.code === code);
  if (rule === undefined) throw new Error(`no rule ${code}`);
  return rule;
}
