import type { JudgedColumn } from '../../columns';

/** What sets the options of a multiple choice apart, the likelier first. */
const SEPARATORS = ['; ', ';', ', ', ' | ', '|', '\n'];
const LONGEST_OPTION = 120;
/** An option that was chosen once may be somebody's own words. */
const LEAST_KNOWN = 0.6;

/**
 * The separator of a column where people chose several options; null where they chose one. Options come back in
 * different company, parts of one option do not.
 */
export function separatorOf({ counts }: Pick<JudgedColumn, 'counts'>): string | null {
  return SEPARATORS.find((separator) => isSeparator(counts, separator)) ?? null;
}

function isSeparator(counts: Map<string, number>, separator: string): boolean {
  const cells = [...counts.keys()].map((cell) => cell.split(separator).map((part) => part.trim()));
  const several = cells.filter((parts) => parts.length > 1);
  if (several.length < 2) return false;
  const company = new Map<string, number>();
  for (const parts of cells)
    for (const part of new Set(parts)) company.set(part, (company.get(part) ?? 0) + 1);
  const isKnown = (part: string) => company.get(part)! > 1 && part.length <= LONGEST_OPTION;
  const known = [...company.keys()].filter(isKnown);
  // what is chosen together with others stands in at least two different cells
  const full = several.filter((parts) => parts.filter(isKnown).length >= 2);
  const parts = several.flat();
  return (
    known.length >= 2 &&
    full.length * 2 > several.length &&
    parts.filter(isKnown).length >= parts.length * LEAST_KNOWN
  );
}
