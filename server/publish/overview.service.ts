import { Injectable } from '@nestjs/common';
import { quarterName, quarterNamed, quarterOf, type Quarter } from '../scores/quarter';
import { ScoresService } from '../scores/scores.service';
import { AuthorityService } from './authority.service';
import { OverviewPage, type PeriodRow } from './overview.page';
import type { OverviewView } from './overview.view';
import { NotThere } from '../access/refused';
import { dayInWarsaw } from './today';

/** A quarter of an authority on one page, in one answer. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly scores: ScoresService,
    private readonly authorities: AuthorityService,
  ) {}

  /** @param asked `YYYY-Qn`; without it the last quarter that has ended and in which something closed */
  async overview(authorityCode: string | undefined, asked: string | undefined): Promise<OverviewView> {
    const authority = await this.authorities.find(authorityCode);
    const asOf = dayInWarsaw();
    return this.scores.read(asOf, async (reading, run) => {
      const periods = await reading.query<PeriodRow>(
        `SELECT * FROM scored.period_score WHERE authority_id = ${authority.id} AND unit IS NULL AND span = 1 ORDER BY period DESC`,
      );
      const quarter = chosen(asked, periods, asOf, authority.code);
      const [named] = await reading.query<{ name_pl: string; name_en: string | null }>(
        `SELECT name_pl, name_en FROM authority WHERE id = ${authority.id}`,
      );
      const page = new OverviewPage(reading, authority.id, quarter, periods, asOf);
      return {
        authority: authority.code,
        name: { pl: named!.name_pl, en: named!.name_en },
        ...(await page.parts(run)),
      };
    });
  }
}

/** The quarter asked for. One without a closed consultation is not a page: there is nothing to say of it. */
function chosen(asked: string | undefined, periods: PeriodRow[], asOf: string, authority: string): Quarter {
  if (asked === undefined) {
    const ended = periods.find(({ period }) => period < quarterOf(asOf)) ?? periods[0];
    if (ended) return ended.period;
    throw new NotThere(
      `W ${authority} nie zamknęły się jeszcze żadne konsultacje`,
      `No consultation of ${authority} has closed yet`,
    );
  }
  const quarter = quarterNamed(asked);
  if (quarter !== null && periods.some(({ period }) => period === quarter)) return quarter;
  const known = periods
    .map(({ period }) => quarterName(period))
    .slice(0, 40)
    .join(', ');
  throw new NotThere(
    `W kwartale „${asked}” w ${authority} nie zamknęły się żadne konsultacje; są: ${known}`,
    `No consultation of ${authority} closed in the quarter “${asked}”; there are: ${known}`,
  );
}
