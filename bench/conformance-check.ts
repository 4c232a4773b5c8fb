import type { DataSource } from 'typeorm';
import { recordType } from '../server/contracts/record-type';
import type { Finding, Receipt } from '../server/intake/receipt';
import { SURVEY_JUDGES } from './conformance-survey';

/** One line of an expected.json. */
export interface Check {
  what: string;
  value: unknown;
  field?: string;
  by?: string;
  code?: string;
  item?: string;
  attribute?: string;
  where?: Record<string, string>;
  tolerance?: number;
  clean?: string;
  compare?: string;
  rows?: number;
  twin_header?: string;
}

interface WantedFinding {
  line: number;
  column: string | null;
  rule: string;
  accepted: boolean;
}

type Judge = (source: DataSource, receipt: Receipt, check: Check) => Promise<unknown> | unknown;

const AGGREGATES: Record<string, string> = {
  sum: 'sum($)::float8',
  mean: 'avg($)::float8',
  median: 'percentile_cont(0.5) WITHIN GROUP (ORDER BY $)',
  min: 'min($)',
  max: 'max($)',
  count: 'count($)::int',
  count_null: 'count(*) FILTER (WHERE $ IS NULL)::int',
  count_distinct: 'count(DISTINCT $)::int',
};

const aggregate: Judge = (source, receipt, check) =>
  scalar(
    source,
    `SELECT ${textual(AGGREGATES[check.what]!.replaceAll('$', column(receipt, check.field)))} AS v FROM "${receipt.type}" WHERE ${mine(receipt)}`,
  );

const JUDGES: Record<string, Judge> = {
  rows: (_source, receipt) => receipt.rows,
  accepted: (_source, receipt) => receipt.accepted,
  rejected: (_source, receipt) => receipt.rejected,
  dropped_columns: (_source, receipt) => receipt.dropped_columns,
  rejected_codes: (_source, receipt) =>
    [...new Set(receipt.issues.flatMap(({ record }) => record ?? []))].sort(),
  findings: (_source, receipt, check) => findings(receipt, check.value as WantedFinding[]),
  duration_median: (source, receipt) =>
    scalar(
      source,
      `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY closes_on - opens_on) AS v FROM consultation WHERE ${mine(receipt)}`,
    ),
  count_by: (source, receipt, check) =>
    grouped(source, receipt, check.field!, 'count(*)::int', 'k IS NOT NULL'),
  sum_by: (source, receipt, check) =>
    grouped(
      source,
      receipt,
      check.by!,
      `sum("${check.field}")::int`,
      `k IS NOT NULL AND "${check.field}" IS NOT NULL`,
    ),
  orphans: (source, receipt, check) => orphans(source, receipt, check),
  value: (source, receipt, check) =>
    scalar(
      source,
      `SELECT ${textual(column(receipt, check.field))} AS v FROM "${receipt.type}" WHERE ${mine(receipt)} AND code = $1`,
      [check.code],
    ),
  ...Object.fromEntries(Object.keys(AGGREGATES).map((what) => [what, aggregate])),
  ...SURVEY_JUDGES,
};

/** Runs one check against what was stored; null where it holds, else what was found instead. */
export async function runCheck(source: DataSource, receipt: Receipt, check: Check): Promise<string | null> {
  const judge = JUDGES[check.what];
  if (!judge) return `unknown check “${check.what}”`;
  const found = await judge(source, receipt, check);
  const wanted = check.what === 'findings' ? null : check.value;
  return equal(found, wanted, check.tolerance ?? 0)
    ? null
    : `expected ${shown(wanted)}, found ${shown(found)}`;
}

const mine = ({ batch }: Receipt) => (batch === null ? 'true' : `batch_id = ${batch}`);

/** A field of the record type, or the year of a day (`opens_on.year`). */
function column({ type }: Receipt, name: string | undefined): string {
  const [field, part] = (name ?? '').split('.');
  const known = recordType(type)?.fields.find(
    (candidate) => candidate.name === field || candidate.alias === field,
  );
  if (!known) throw new Error(`${type} has no field “${name}”`);
  return part === 'year' ? `extract(year FROM "${known.name}")::int` : `"${known.name}"`;
}

const textual = (sql: string) => `to_jsonb(${sql})`;

async function scalar(source: DataSource, sql: string, values: unknown[] = []): Promise<unknown> {
  const [row] = (await source.query(sql, values)) as { v: unknown }[];
  return row?.v ?? null;
}

async function grouped(
  source: DataSource,
  receipt: Receipt,
  by: string,
  value: string,
  where: string,
): Promise<Record<string, number>> {
  const key = column(receipt, by);
  const field = recordType(receipt.type)?.fields.find(({ name }) => name === by);
  const member = field?.kind === 'codes' || field?.kind === 'texts' ? `unnest(${key})` : key;
  const rows = (await source.query(
    `SELECT k::text AS k, ${value} AS v FROM (SELECT *, ${member} AS k FROM "${receipt.type}" WHERE ${mine(receipt)}) r WHERE ${where} GROUP BY k`,
  )) as { k: string | number; v: number }[];
  return Object.fromEntries(rows.map(({ k, v }) => [String(k), v]));
}

/** Values of a field that are no code of a record of the same import; where a number is wanted, how many. */
async function orphans(source: DataSource, receipt: Receipt, { field, value }: Check): Promise<unknown> {
  const own = `SELECT code FROM "${receipt.type}" WHERE ${mine(receipt)}`;
  const rows = (await source.query(
    `SELECT DISTINCT ${column(receipt, field)} AS v FROM "${receipt.type}" WHERE ${mine(receipt)} AND ${column(receipt, field)} NOT IN (${own}) ORDER BY 1`,
  )) as { v: string }[];
  return typeof value === 'number' ? rows.length : rows.map(({ v }) => v);
}

/** Null where the findings are exactly the wanted ones: line, rule and accepted agree, the column where one is named. */
function findings(receipt: Receipt, wanted: WantedFinding[]): string[] | null {
  const said = (found: Finding, accepted: boolean) => ({ ...found, accepted });
  const all = [
    ...receipt.issues.map((found) => said(found, false)),
    ...receipt.warnings.map((found) => said(found, true)),
  ];
  const same = (found: (typeof all)[number], one: WantedFinding) =>
    found.line === one.line &&
    found.rule === one.rule &&
    found.accepted === one.accepted &&
    (one.column === null || found.column === one.column);
  const missing = wanted
    .filter((one) => !all.some((found) => same(found, one)))
    .map((one) => `missing ${one.line} ${one.rule}`);
  const extra = all
    .filter((found) => !wanted.some((one) => same(found, one)))
    .map((found) => `extra ${found.line} ${found.rule}`);
  return missing.length + extra.length === 0 ? null : [...missing, ...extra];
}

function equal(found: unknown, wanted: unknown, tolerance: number): boolean {
  if (typeof found === 'number' && typeof wanted === 'number')
    return Math.abs(found - wanted) <= Math.max(tolerance, 1e-9 * Math.abs(wanted));
  if (isObject(found) && isObject(wanted)) {
    const keys = Object.keys(wanted);
    return (
      keys.length === Object.keys(found).length &&
      keys.every((key) => equal(found[key], wanted[key], tolerance))
    );
  }
  return JSON.stringify(found) === JSON.stringify(wanted);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 300) ?? 'nothing';
