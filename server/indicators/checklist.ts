/** A checklist of which enough is recorded to say something: six of eight (method.md section 2, OP4). */
const ENOUGH = 0.75;

const count = (items: string[], codes: string[]) =>
  `(${items.map((item) => `CASE WHEN f.${item} IN (${codes.map((code) => `'${code}'`).join(', ')}) THEN 1 ELSE 0 END`).join(' + ')})`;

/** The share of duties met, of those that apply; items that are not recorded are left out, as long as enough are. */
export function checklist(items: string[]) {
  const met = count(items, ['met']);
  const applicable = count(items, ['met', 'not_met']);
  const recorded = count(items, ['met', 'not_met', 'not_applicable']);
  const enough = `${recorded} >= ${Math.ceil(items.length * ENOUGH)}`;
  const unknown = `(${items.length} - ${recorded})`;
  const share = (part: string, whole: string) =>
    `100 * CAST(${part} AS double precision) / nullif(${whole}, 0)`;
  return {
    facts: items,
    when: {
      not_applicable: `${recorded} = ${items.length} AND ${applicable} = 0`,
      observed: `${enough} AND ${applicable} > 0`,
    },
    numerator: met,
    denominator: applicable,
    x: share(met, applicable),
    // hiding an item that was not met must not raise the lower bound
    xLow: share(met, `(${applicable} + ${unknown})`),
    xHigh: share(`(${met} + ${unknown})`, `(${applicable} + ${unknown})`),
  };
}
