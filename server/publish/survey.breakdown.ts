import { AGE_BAND, SEX } from '../contracts/codes-people';
import type { Codes } from '../contracts/field';
import type { Column } from '../statistics/linearised';
import type { Survey } from './survey.item';
import { endsOf, LEAST, LEAST_ALIKE, LEAST_COMPARED, LEAST_MEAN } from './survey.limits';
import type { ItemRow } from './survey.responses';
import { meanView } from './survey.sampling';
import type { Breakdown, BreakdownView, GroupView } from './survey.view';

const LABELS: Record<Breakdown, Codes> = { sex: SEX, age_band: AGE_BAND, district: {} };

interface Group {
  kind: GroupView['kind'];
  code: string | null;
  rows: number[];
}

/**
 * The answers to one item by one attribute. First groups of fewer than ten people are put together; then, where a cell
 * would still hold one to four people, answers are put together to the lower, the middle and the upper side; where that
 * does not help, nothing is shown. Nothing is ever left blank beside shown cells: with the distribution of all answers a
 * blank could be worked out. What can be worked out are the answers of those of whom the attribute is not known: that
 * tells nobody's.
 */
export function breakdownOf(item: ItemRow, values: Column, survey: Survey, by: Breakdown): BreakdownView {
  const hidden: BreakdownView = { by, hidden: 'suppressed', columns: null, groups: [] };
  const { groups, unknown } = groupsOf(values, survey.responses.attributes[by]);
  if (groups.length < 2) return hidden;
  for (const columns of ['answers', 'sides'] as const) {
    const columnOf = columns === 'answers' ? eachAnswer(item) : sideOf(item);
    if (!columnOf) continue;
    const counts = groups.map(({ rows }) => countsOf(rows, values, columnOf));
    if (!counts.every(maySee)) continue;
    const shown = groups.map((group, i) => groupView(group, { values, survey, by, columnOf }, counts[i]!));
    return { by, hidden: null, columns, groups: unknown > 0 ? [...shown, nobodys(unknown)] : shown };
  }
  return hidden;
}

/** Groups in the order of their codes, the small ones together at the end; each of at least ten answers. */
function groupsOf(values: Column, attribute: (string | null)[]): { groups: Group[]; unknown: number } {
  const named = rowsByCode(values, attribute);
  let unknown = named.get(null) ?? [];
  named.delete(null);
  const small: number[] = [];
  for (const [code, rows] of [...named].sort((a, b) => a[1].length - b[1].length)) {
    if (rows.length >= LEAST_MEAN && small.length > 0 && small.length < LEAST_MEAN) {
      // too few even together: those of whom it is not known go with them, and then the next group
      small.push(...unknown);
      unknown = [];
    }
    if (rows.length >= LEAST_MEAN && (small.length === 0 || small.length >= LEAST_MEAN)) break;
    small.push(...rows);
    named.delete(code);
  }
  const groups: Group[] = [...named].map(([code, rows]) => ({ kind: 'group', code, rows }));
  groups.sort((a, b) => (a.code! < b.code! ? -1 : 1));
  if (small.length > 0) groups.push({ kind: 'small', code: null, rows: small });
  return { groups, unknown: unknown.length };
}

/** Who answered, by code; sorted, so that of groups of one size always the same comes first. */
function rowsByCode(values: Column, attribute: (string | null)[]): Map<string | null, number[]> {
  const found = new Map<string | null, number[]>();
  values.forEach((value, row) => {
    if (value === null) return;
    const code = attribute[row] ?? null;
    const known = found.get(code);
    if (known) known.push(row);
    else found.set(code, [row]);
  });
  return new Map([...found].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)));
}

const nobodys = (n: number): GroupView => ({
  kind: 'unknown',
  code: null,
  label: null,
  n,
  mean: null,
  comparable: false,
  counts: [],
  shares: [],
});

interface Columns {
  count: number;
  of: (value: number) => number;
}

function eachAnswer(item: ItemRow): Columns | null {
  const [lowest, highest] = endsOf(item);
  if (lowest === null || highest === null) return null;
  return { count: highest - lowest + 1, of: (value) => value - lowest };
}

/** Below, at and above the middle of the scale. */
function sideOf(item: ItemRow): Columns | null {
  const [lowest, highest] = endsOf(item);
  if (lowest === null || highest === null || highest - lowest < 2) return null;
  const middle = (lowest + highest) / 2;
  return { count: 3, of: (value) => Math.sign(value - middle) + 1 };
}

function countsOf(rows: number[], values: Column, { count, of }: Columns): number[] {
  const counts = Array<number>(count).fill(0);
  for (const row of rows) counts[of(values[row]!)]!++;
  return counts;
}

/** No cell of one to four people, and no small group that all answered alike. */
function maySee(counts: number[]): boolean {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return counts.every((count) => count === 0 || count >= LEAST) && (n >= LEAST_ALIKE || !counts.includes(n));
}

interface Shown {
  values: Column;
  survey: Survey;
  by: Breakdown;
  columnOf: Columns;
}

function groupView(
  { kind, code, rows }: Group,
  { values, survey, by, columnOf }: Shown,
  counts: number[],
): GroupView {
  const { sampling, districts } = survey;
  const inside: (number | null)[] = values.map(() => null);
  for (const row of rows) inside[row] = values[row]!;
  const weighed = Array<number>(columnOf.count).fill(0);
  for (const row of rows) weighed[columnOf.of(values[row]!)]! += sampling.weights[row]!;
  const all = weighed.reduce((sum, weight) => sum + weight, 0);
  const label = code === null ? null : (LABELS[by][code] ?? districts.get(code) ?? { pl: code, en: null });
  return {
    kind,
    code,
    label,
    n: rows.length,
    mean: meanView(sampling, inside),
    comparable: rows.length >= LEAST_COMPARED,
    counts,
    shares: all > 0 ? weighed.map((weight) => weight / all) : [],
  };
}
