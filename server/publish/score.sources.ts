import { lawSql } from '../indicators/law';
import type { Beside, Measure } from '../indicators/indicator';
import { RELATED } from '../indicators/related';
import { LAST_DAY } from '../store/derived';
import type { SourceView, WordsView } from './score.view';

/** A row of a file beside what it is to a score. */
export interface SourceRow extends Omit<SourceView, 'about'> {
  role: 'own' | Beside | keyof typeof RELATED;
}

/** Types of which a consultation has few: each of its rows is named. Of the others a file is, with how many it holds. */
const NAMED = ['events', 'council_opinions'];
const COUNTED = ['contributions', 'participants'];

/**
 * SQL of every row on which the score of the consultation `$1` may stand: its own, those of its events and of the council's
 * opinions, the legal rule of its matter, the files that declare a register of its year complete, and of contributions,
 * participants, surveys and reference distributions each file with the number of its rows and the first of their lines.
 * @param asOf the day that counts as today, `YYYY-MM-DD`
 */
export function sourcesSql(authorityId: number, asOf: string): string {
  const own = `consultation c WHERE c.authority_id = ${authorityId} AND c.code = $1`;
  const named = NAMED.map(
    (name) =>
      `SELECT '${name}', '${RELATED[name]!.type}', code, 1, batch_id, line, 1 FROM ${RELATED[name]!.type} WHERE authority_id = ${authorityId} AND consultation = $1`,
  );
  const counted = COUNTED.map(
    (name) =>
      `SELECT '${name}', '${RELATED[name]!.type}', NULL, count(*), batch_id, min(line), 2 FROM ${RELATED[name]!.type} WHERE authority_id = ${authorityId} AND consultation = $1 GROUP BY batch_id`,
  );
  return `SELECT r.role, r.type, r.record, r.records, r.batch, b.file, r.line FROM (
    SELECT 'own' AS role, 'consultation' AS type, c.code AS record, 1 AS records, c.batch_id AS batch, c.line, 0 AS place FROM ${own}
    UNION ALL ${[...named, ...counted].join('\n    UNION ALL ')}
    UNION ALL SELECT 'surveys', 'survey_response', v.code, count(*), r.batch_id, min(r.line), 3
      FROM survey v JOIN survey_response r ON r.authority_id = v.authority_id AND r.survey = v.code
      WHERE v.authority_id = ${authorityId} AND v.consultation = $1 GROUP BY v.code, r.batch_id
    UNION ALL SELECT 'reference_distributions', 'reference_distribution', NULL, count(*), batch_id, min(line), 3 FROM reference_distribution WHERE authority_id = ${authorityId} GROUP BY batch_id
    UNION ALL SELECT 'law', 'legal_rule', l.code, 1, l.batch_id, l.line, 4 FROM (${lawSql(`DATE '${asOf}'`)}) a
      JOIN legal_rule l ON l.id = a.rule_id WHERE a.consultation_id IN (SELECT c.id FROM ${own})
    UNION ALL SELECT 'coding', 'coding', NULL, count(*), batch_id, min(line), 5 FROM coding WHERE authority_id = ${authorityId} AND consultation = $1 GROUP BY batch_id
    UNION ALL SELECT d.register, 'register_complete', d.register || ' ' || d.year, 1, d.batch_id, NULL, 6 FROM register_complete d
      WHERE d.authority_id = ${authorityId} AND d.year IN (SELECT extract(year FROM ${LAST_DAY}) FROM ${own})
  ) r JOIN batch b ON b.id = r.batch ORDER BY r.place, r.record, r.batch`;
}

/** The rows on which an indicator stands, out of all that its consultation has. */
export function sourcesOf({ facts, beside = [] }: Measure, rows: SourceRow[]): SourceView[] {
  const readsOwn = facts.some((fact) => !(fact in RELATED));
  return rows
    .filter(({ role }) =>
      role === 'own' ? readsOwn : facts.includes(role) || beside.includes(role as Beside),
    )
    .map(({ role, ...source }) => ({ ...source, about: aboutOf(role, source) }));
}

/** What a source is that is not a row of the consultation. */
function aboutOf(role: SourceRow['role'], { record, records }: Omit<SourceRow, 'role'>): WordsView | null {
  if (role === 'own' || NAMED.includes(role)) return null;
  if (role === 'law') return { pl: `reguła prawna ${record}`, en: `legal rule ${record}` };
  if (role === 'coding') return { pl: `drugie kodowania (${records})`, en: `second codings (${records})` };
  const related = RELATED[role];
  if (!related) return { pl: `rejestr kompletny (${record})`, en: `register complete (${record})` };
  const { pl, en } = related.label;
  return { pl: `${pl.toLowerCase()} (${records})`, en: `${en.toLowerCase()} (${records})` };
}
