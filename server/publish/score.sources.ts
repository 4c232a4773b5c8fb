import { lawSql } from '../indicators/law';
import type { Beside, Indicator } from '../indicators/indicator';
import { LAST_DAY } from '../store/derived';
import type { SourceView } from './score.view';

/** A row of a file beside what it is to a score. */
export interface SourceRow extends SourceView {
  role: 'own' | 'event' | Beside;
}

/**
 * SQL of every row on which the score of the consultation `$1` may stand: its own, those of its events, the legal rule of
 * its matter, and the files that declare a register of its year complete.
 * @param asOf the day that counts as today, `YYYY-MM-DD`
 */
export function sourcesSql(authorityId: number, asOf: string): string {
  const own = `consultation c WHERE c.authority_id = ${authorityId} AND c.code = $1`;
  return `SELECT r.role, r.type, r.record, r.batch, b.file, r.line FROM (
    SELECT 'own' AS role, 'consultation' AS type, c.code AS record, c.batch_id AS batch, c.line, 0 AS place FROM ${own}
    UNION ALL SELECT 'event', 'consultation_event', code, batch_id, line, 1 FROM consultation_event WHERE authority_id = ${authorityId} AND consultation = $1
    UNION ALL SELECT 'law', 'legal_rule', l.code, l.batch_id, l.line, 2 FROM (${lawSql(`DATE '${asOf}'`)}) a
      JOIN legal_rule l ON l.id = a.rule_id WHERE a.consultation_id IN (SELECT c.id FROM ${own})
    UNION ALL SELECT d.register, 'register_complete', d.register || ' ' || d.year, d.batch_id, NULL, 3 FROM register_complete d
      WHERE d.authority_id = ${authorityId} AND d.year IN (SELECT extract(year FROM ${LAST_DAY}) FROM ${own})
  ) r JOIN batch b ON b.id = r.batch ORDER BY r.place, r.record, r.batch`;
}

/** The rows on which an indicator stands, out of all that its consultation has. */
export function sourcesOf({ facts, beside = [] }: Indicator, rows: SourceRow[]): SourceView[] {
  const readsEvents = facts.includes('events');
  const readsOwn = facts.length > 1 || !readsEvents;
  return rows
    .filter(({ role }) => {
      if (role === 'own') return readsOwn;
      return role === 'event' ? readsEvents : beside.includes(role);
    })
    .map(({ role: _role, ...source }) => source);
}
