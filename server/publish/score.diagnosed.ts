import { recordType } from '../contracts/record-type';
import type { Diagnostic } from '../indicators/indicator';
import { RELATED } from '../indicators/related';
import type { Facts, Found } from './score.explained';
import { type SourceRow, sourcesOf } from './score.sources';
import type { DiagnosticView, FactView } from './score.view';

/** What is told of a consultation beside its score, with the facts it reads and the rows that say so. */
export function diagnosed(known: Diagnostic, { values, facts, sources }: Found): DiagnosticView {
  const { code, label, unit, meaning, missing, remark, minN = 1 } = known;
  const value = values.find(({ indicator }) => indicator === code)!;
  return {
    code,
    label,
    unit,
    meaning,
    status: value.status,
    n: value.n,
    min_n: minN,
    remark: value.remark && remark ? remark.label : null,
    x: value.x,
    missing,
    facts: known.facts.map((field) => factOf(field, facts, sources)),
    sources: sourcesOf(known, sources),
  };
}

const FIELDS = new Map(recordType('consultation')!.fields.map((field) => [field.name, field]));

/** A fact that a value reads: of the consultation itself, or how many other records of it there are. */
export function factOf(name: string, facts: Facts, sources: SourceRow[]): FactView {
  const related = RELATED[name];
  if (related) {
    const count = sources.filter(({ role }) => role === name).reduce((sum, { records }) => sum + records, 0);
    return { field: name, label: related.label, value: count === 0 ? null : String(count), related: true };
  }
  const value = facts[name] ?? null;
  return {
    field: name,
    label: FIELDS.get(name)!.label,
    value: value === null ? null : String(value),
    related: false,
  };
}
