import type { ItemRow } from './survey.responses';

/** Fewer people than this are never a number of their own (method 5). */
export const LEAST = 5;
/** Fewer answers than this have no mean, and no distribution. */
export const LEAST_MEAN = 10;
/** Below this an answer that all gave says what each of them answered. */
export const LEAST_ALIKE = 20;
/** Groups below this are not held against each other. */
export const LEAST_COMPARED = 30;

const ENDS: Record<string, [number, number]> = {
  likert5: [1, 5],
  likert7: [1, 7],
  likert0_10: [0, 10],
  bool: [0, 1],
};

/** The lowest and highest answer of an item, where it has them. */
export const endsOf = ({ scale, lowest, highest }: ItemRow): [number | null, number | null] =>
  ENDS[scale] ?? [lowest, highest];
