import type { CellRule, RowRule, Warning } from '../../contracts/rules';

/** What a cell of a file reads as: a value or the rule it breaks, and what is worth a word. */
export interface Reading {
  value: string | string[] | null;
  rule: CellRule | RowRule | null;
  warnings: Warning[];
}

export const read = (value: Reading['value'], warnings: Warning[] = []): Reading => ({
  value,
  rule: null,
  warnings,
});
export const broken = (rule: CellRule | RowRule): Reading => ({ value: null, rule, warnings: [] });
