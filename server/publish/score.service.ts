import { Injectable } from '@nestjs/common';
import { ScoresService } from '../scores/scores.service';
import type { Reading } from '../snapshot/mirror';
import { AuthorityService } from './authority.service';
import { NotThere } from '../access/refused';
import {
  type DimensionRow,
  explained,
  type Facts,
  type Found,
  gatesRaised,
  type ScoreRow,
  type ValueRow,
} from './score.explained';
import { behindOf } from './score.behind';
import { type SourceRow, sourcesSql } from './score.sources';
import type { ScoreView } from './score.view';
import { dayInWarsaw } from './today';

/** The score of one consultation, explained down to the rows it comes from. */
@Injectable()
export class ScoreService {
  constructor(
    private readonly scores: ScoresService,
    private readonly authorities: AuthorityService,
  ) {}

  async score(code: string, authorityCode: string | undefined): Promise<ScoreView> {
    const authority = await this.authorities.find(authorityCode);
    const asOf = dayInWarsaw();
    return this.scores.read(asOf, async (reading, run) => {
      const found = await rowsOf(reading, authority.id, code, asOf);
      if (!found) throw notScored(code, authority.code);
      return explained(authority.code, found, run);
    });
  }
}

const notScored = (code: string, authority: string) =>
  new NotThere(
    `Konsultacje „${code}” w ${authority} jeszcze się nie zamknęły, odwołano je albo ich nie ma: nie mają oceny`,
    `The consultation “${code}” in ${authority} has not closed yet, was cancelled or is not there: it has no score`,
  );

async function rowsOf(
  reading: Reading,
  authorityId: number,
  code: string,
  asOf: string,
): Promise<Found | null> {
  const { query } = reading;
  const one = `authority_id = ${authorityId} AND consultation = $1`;
  const [score] = await query<ScoreRow & Record<string, unknown>>(
    `SELECT * FROM scored.consultation_score WHERE ${one}`,
    [code],
  );
  if (!score) return null;
  const [dimensions, values, facts, sources] = [
    await query<DimensionRow>(`SELECT * FROM scored.consultation_dimension WHERE ${one}`, [code]),
    await query<ValueRow>(
      `SELECT indicator, status, n, remark, x, numerator, denominator, score FROM scored.value WHERE ${one}`,
      [code],
    ),
    await query<Facts>(`SELECT * FROM consultation WHERE id = ${score.consultation_id}`),
    await query<SourceRow>(sourcesSql(authorityId, asOf), [code]),
  ];
  return {
    score,
    gates: gatesRaised(score).map(({ code: name, label, cap }) => ({
      code: name,
      label,
      cap,
    })),
    dimensions,
    values,
    facts: facts[0]!,
    sources,
    behind: await behindOf(reading, score.consultation_id, asOf),
  };
}
