/**
 * Which transactions a state has seen, as `pg_current_snapshot()` writes it: `xmin:xmax:xip,…`. All below xmin had
 * ended, all from xmax on had not begun, those listed were under way.
 */
export type Mark = string;

/** The first transaction that had not begun when the state was read. */
export const endOf = (mark: Mark): bigint => BigInt(mark.split(':')[1]!);

/**
 * SQL that is true of a `row_xid` which `now` sees and `mark` did not see. A transaction that was under way at `mark`
 * is among them however low its number, one that `mark` saw is not even where a longer one holds xmin back. Rows that
 * a dump has brought from another server, with numbers yet to come here, are nobody's change.
 */
export function since(mark: Mark, now: Mark): string {
  const seen = sound(mark);
  return `row_xid >= ${seen.split(':')[0]} AND row_xid < ${sound(now).split(':')[1]} AND NOT pg_visible_in_snapshot(row_xid::text::xid8, '${seen}'::pg_snapshot)`;
}

/** It stands in SQL that takes no parameters (COPY), and it has lain in a file. */
function sound(mark: Mark): Mark {
  if (/^\d+:\d+:[\d,]*$/.test(mark)) return mark;
  throw new Error(`“${mark}” is no snapshot of Postgres`);
}
