import type { Field, Label } from '../contracts/field';
import { recordType } from '../contracts/record-type';
import { type Rule, sentence } from '../contracts/rules';
import type { Change } from './changes';
import type { FileCheck } from './check/bulk-check';
import { rowsOf } from './duckdb';
import { droppedColumns } from './dropped-columns';
import type { Dialect } from './readers/reader';

/** One thing found in a file; `line` is the physical line, from 1. */
export interface Finding {
  line: number;
  record: string | null;
  column: string | null;
  value: string | null;
  rule: string;
  message: Label;
}

/** What became of a file: what the command prints and the page shows. accepted = new + changed + unchanged; accepted + rejected = rows. */
export interface Receipt {
  /** Number of the batch; null where nothing was written. */
  batch: number | null;
  file: string;
  sha256: string;
  type: string;
  reader: string;
  dialect: Dialect;
  authority: string;
  authority_created: boolean;
  /** Code of the consultation that was made because all rows belong to it. */
  consultation_created: string | null;
  dry_run: boolean;
  rows: number;
  accepted: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** What changes in known records, the first ones of the file. */
  changes: Change[];
  /** Columns of the file that are not stored: no field is mapped to them, or they hold personal data. */
  dropped_columns: string[];
  /** What was refused, the first by line, `MOST_SHOWN` at most. */
  issues: Finding[];
  warnings: Finding[];
  /** How many there are, whatever is shown. */
  issues_total: number;
  warnings_total: number;
  /** How many of every rule, refusals first, the most frequent first. */
  by_rule: RuleTotal[];
}

/** How often a rule was found; `line` is the first. */
export interface RuleTotal {
  rule: string;
  accepted: boolean;
  count: number;
  line: number;
}

/** Findings of a kind that a receipt shows: more than anyone reads. All of them are kept with the batch. */
export const MOST_SHOWN = 1000;

export interface StoredFinding {
  line: number;
  record: string | null;
  column: string | null;
  field: string | null;
  value: string | null;
  rule: string;
  accepted: boolean;
}

/** A finding with its sentence in both languages. */
export function findingOf(
  type: string,
  { line, record, column, field, value, rule }: StoredFinding,
): Finding {
  const known: Field | null = recordType(type)?.fields.find(({ name }) => name === field) ?? null;
  // an answer of a survey belongs to no field of a contract: what is allowed stands in the place of the field
  const allowed = rule === 'unknown_answer' ? field : null;
  return { line, record, column, value, rule, message: sentence(rule as Rule, known, value, allowed) };
}

type Outcome =
  | 'batch'
  | 'file'
  | 'sha256'
  | 'authority_created'
  | 'consultation_created'
  | 'dry_run'
  | 'new'
  | 'changed'
  | 'unchanged'
  | 'changes'
  | 'rejected';

/** The receipt of a checked file; `outcome` says what was written of it. */
export async function receiptOf(
  { connection, table, mapping, rows }: FileCheck,
  outcome: Pick<Receipt, Outcome>,
): Promise<Receipt> {
  const said = async (accepted: boolean) => {
    const found = await rowsOf<StoredFinding>(
      connection,
      `SELECT * FROM finding WHERE accepted = ${accepted} ORDER BY line, field, rule, rowid LIMIT ${MOST_SHOWN}`,
    );
    return found.map((one) => findingOf(mapping.type.name, one));
  };
  const totals = await rowsOf<RuleTotal>(
    connection,
    'SELECT rule, accepted, CAST(count(*) AS INTEGER) AS count, min(line) AS line FROM finding GROUP BY ALL ORDER BY accepted, count DESC, rule',
  );
  return {
    ...outcome,
    type: mapping.type.name,
    reader: table.reader,
    dialect: table.dialect,
    authority: mapping.authority!,
    rows,
    accepted: outcome.new + outcome.changed + outcome.unchanged,
    dropped_columns: droppedColumns(mapping, table.header),
    issues: await said(false),
    warnings: await said(true),
    issues_total: totalOf(totals, false),
    warnings_total: totalOf(totals, true),
    by_rule: totals,
  };
}

const totalOf = (totals: RuleTotal[], accepted: boolean): number =>
  totals.filter((one) => one.accepted === accepted).reduce((sum, { count }) => sum + count, 0);
