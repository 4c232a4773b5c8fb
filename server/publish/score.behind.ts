import { heardSql } from '../indicators/contributions';
import { personsSql, presentSql } from '../indicators/reach';
import { groupsSql } from '../indicators/representation';
import { type Compared, chanceBand } from '../statistics/chance-band';
import type { Waited } from '../statistics/kaplan-meier';
import type { Reading } from '../snapshot/mirror';

/** What intervals of one consultation need beside its values. */
export interface BehindView {
  waits: Waited[];
  band: ReturnType<typeof chanceBand>;
  /** Standard errors of what a drawn sample says, by indicator, and of the index. */
  sampling: Map<string, { se: number | null; degrees: number }>;
}

/** One consultation in the place of all that have closed; what its register leaves open matters to no interval. */
const closing = (id: number, asOf: string) =>
  `closing AS (SELECT c.*, k.closed, DATE '${asOf}' AS as_of, true AS dispositions_complete FROM consultation c JOIN scored.closed k ON k.consultation_id = c.id WHERE c.id = ${id})`;

/** Reads what the intervals of the values of a consultation stand on. */
export async function behindOf({ query }: Reading, id: number, asOf: string): Promise<BehindView> {
  const head = `WITH ${closing(id, asOf)}, heard AS (${heardSql})`;
  const waits = await query<{ days: number | null; age: number }>(
    `${head} SELECT days, age FROM heard WHERE counts`,
  );
  const groups = await query<{ dimension: string; q: number; part: number }>(
    `${head}, present AS (${presentSql}), persons AS (${personsSql}) SELECT dimension, q, part FROM (${groupsSql}) g ORDER BY dimension, category`,
  );
  const sampling = await query<{ target: string; se: number | null; degrees: number }>(
    `SELECT target, se, degrees FROM scored.sampling WHERE consultation_id = ${id}`,
  );
  return {
    waits: waits.map(({ days, age }) => ({ time: days ?? age, happened: days !== null })),
    band: chanceBand(comparedOf(groups), String(id)),
    sampling: new Map(sampling.map(({ target, ...error }) => [target, error])),
  };
}

function comparedOf(groups: { dimension: string; q: number; part: number }[]): Compared[] {
  const dimensions = [...new Set(groups.map(({ dimension }) => dimension))];
  return dimensions.map((dimension) => {
    const own = groups.filter((group) => group.dimension === dimension);
    return {
      shares: own.map(({ q }) => q),
      known: Math.round(own.reduce((sum, { part }) => sum + part, 0)),
    };
  });
}
