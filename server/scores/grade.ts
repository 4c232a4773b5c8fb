import { GATES } from '../indicators/gates';

export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof GRADES)[number];

/** The index from which a grade is given (method.md 4.9). */
export const BANDS: Record<Grade, number> = { A: 80, B: 65, C: 50, D: 35, E: 0 };

/** SQL of the grade of an index; null without one. */
export const gradeSql = (index: string) =>
  `CASE ${GRADES.map((grade) => `WHEN ${index} >= ${BANDS[grade]} THEN '${grade}'`).join(' ')} END`;

/** SQL of the grade once the gates raised (columns g1, g2, …) have capped it: the letters stand in the order of worth. */
export const cappedSql = (grade: string) =>
  `greatest(${[grade, ...GATES.map(({ code, cap }) => `CASE WHEN ${code.toLowerCase()} THEN '${cap}' END`)].join(', ')})`;
