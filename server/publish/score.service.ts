import { Injectable } from '@nestjs/common';
import { ScoresService } from '../scores/scores.service';
import type { Reading } from '../snapshot/mirror';
import { AuthorityService } from './authority.service';
import { NotThere } from './problem.filter';
import {
  type DimensionRow,
  explained,
  type Facts,
  type Found,
  gatesRaised,
  type ScoreRow,
  type ValueRow,
} from './score.explained';
import type { ScoreView, SourceView } from './score.view';
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
      const found = await rowsOf(reading, authority.id, code);
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

async function rowsOf({ query }: Reading, authorityId: number, code: string): Promise<Found | null> {
  const one = `authority_id = ${authorityId} AND consultation = $1`;
  const [score] = await query<ScoreRow & Record<string, unknown>>(
    `SELECT * FROM scored.consultation_score WHERE ${one}`,
    [code],
  );
  if (!score) return null;
  const [dimensions, values, facts, sources] = [
    await query<DimensionRow>(`SELECT * FROM scored.consultation_dimension WHERE ${one}`, [code]),
    await query<ValueRow>(`SELECT indicator, status, x, score FROM scored.value WHERE ${one}`, [code]),
    await query<Facts>(`SELECT * FROM consultation WHERE id = ${score.consultation_id}`),
    await query<SourceView>(SOURCES(authorityId), [code]),
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
    own: sources.find(({ type }) => type === 'consultation')!,
    events: sources.filter(({ type }) => type === 'consultation_event'),
  };
}

const SOURCES = (authorityId: number) => `SELECT r.type, r.record, r.batch, b.file, r.line FROM (
    SELECT 'consultation' AS type, code AS record, batch_id AS batch, line, 0 AS place FROM consultation WHERE authority_id = ${authorityId} AND code = $1
    UNION ALL SELECT 'consultation_event', code, batch_id, line, 1 FROM consultation_event WHERE authority_id = ${authorityId} AND consultation = $1
  ) r JOIN batch b ON b.id = r.batch ORDER BY r.place, r.record`;
