import { DIMENSIONS, INDICATORS } from '../indicators/catalogue';
import { GATES } from '../indicators/gates';
import { lastDay, quarterName, type Quarter } from '../scores/quarter';
import { PROVISIONAL_DAYS } from '../scores/run';
import type { Run } from '../scores/scores.service';
import type { Reading } from '../snapshot/mirror';
import type {
  FindingView,
  OverviewConsultationView,
  OverviewDimensionView,
  OverviewIndicatorView,
  OverviewUnitView,
  OverviewView,
  PeriodIndexView,
} from './overview.view';
import { gatesRaised, indexOf, METHOD } from './score.explained';
import type { IndexView } from './score.view';

/** Quarters drawn as a line. */
const TREND = 12;
/** Consultations listed on the page; the rest stands in the list and in the files. */
const LISTED = 100;
const UNITS = 60;

/** A row of the scores of periods. */
export type PeriodRow = IndexView & { period: Quarter; consultations: number };

/** Whether less than the days of grace have passed since the end of a quarter. */
export function isProvisional(quarter: Quarter, asOf: string): boolean {
  const days = (Date.parse(asOf) - Date.parse(lastDay(quarter))) / 86_400_000;
  return days <= PROVISIONAL_DAYS;
}

/** The parts of the page of one quarter, read on one state. */
export class OverviewPage {
  private readonly shown: PeriodRow[];

  constructor(
    private readonly reading: Reading,
    private readonly authorityId: number,
    private readonly quarter: Quarter,
    private readonly periods: PeriodRow[],
    private readonly asOf: string,
  ) {
    this.shown = periods
      .filter(({ period }) => period <= quarter && period > quarter - TREND)
      .sort((a, b) => a.period - b.period);
  }

  async parts(run: Run): Promise<Omit<OverviewView, 'authority' | 'name'>> {
    const at = (period: Quarter) => {
      const row = this.periods.find((one) => one.period === period);
      return row ? this.period(row) : null;
    };
    const { consultations, total } = await this.consultations();
    return {
      method: METHOD,
      quarters: this.periods.map(({ period }) => quarterName(period)),
      quarter: at(this.quarter)!,
      previous: at(this.quarter - 1),
      year_before: at(this.quarter - 4),
      trend: this.shown.map((row) => this.period(row)),
      dimensions: await this.dimensions(),
      indicators: await this.indicators(),
      units: await this.units(),
      consultations,
      consultations_total: total,
      gates: GATES.map(({ code, label, cap }) => ({ code, label, cap })),
      findings: findingsOf(consultations),
      meta: run,
    };
  }

  private period(row: PeriodRow): PeriodIndexView {
    return {
      ...indexOf(row),
      quarter: quarterName(row.period),
      consultations: row.consultations,
      provisional: isProvisional(row.period, this.asOf),
    };
  }

  private get scope(): string {
    return `authority_id = ${this.authorityId} AND unit IS NULL AND span = 1 AND period BETWEEN ${this.quarter - TREND + 1} AND ${this.quarter}`;
  }

  private async dimensions(): Promise<OverviewDimensionView[]> {
    type Row = Pick<OverviewDimensionView, 'score' | 'coverage' | 'low' | 'high'> & {
      dimension: string;
      period: Quarter;
    };
    const rows = await this.reading.query<Row>(`SELECT * FROM scored.period_dimension WHERE ${this.scope}`);
    return DIMENSIONS.filter(({ weight }) => weight > 0).map(({ code, label }) => {
      const own = rows.filter(({ dimension }) => dimension === code);
      const now = own.find(({ period }) => period === this.quarter);
      return {
        code,
        label,
        score: now?.score ?? null,
        coverage: now?.coverage ?? null,
        low: now?.low ?? null,
        high: now?.high ?? null,
        trend: this.line(own),
      };
    });
  }

  private async indicators(): Promise<OverviewIndicatorView[]> {
    type Row = Pick<
      OverviewIndicatorView,
      'x' | 'score' | 'se' | 'pooled' | 'observed' | 'missing' | 'not_due' | 'low' | 'high'
    > & {
      indicator: string;
      period: Quarter;
    };
    const rows = await this.reading.query<Row>(`SELECT * FROM scored.period_indicator WHERE ${this.scope}`);
    return INDICATORS.map(({ code, dimension, label, unit, weight, provisional }) => {
      const own = rows.filter(({ indicator }) => indicator === code);
      const now = own.find(({ period }) => period === this.quarter)!;
      const { x, score, se, pooled, observed, missing, not_due, low, high } = now;
      return {
        code,
        dimension,
        label,
        unit,
        weight,
        provisional,
        x,
        score,
        se,
        pooled,
        observed,
        missing,
        not_due,
        low,
        high,
        trend: this.line(own),
      };
    });
  }

  private line(rows: { period: Quarter; score: number | null }[]): (number | null)[] {
    return this.shown.map(({ period }) => rows.find((row) => row.period === period)?.score ?? null);
  }

  private async units(): Promise<OverviewUnitView[]> {
    const rows = await this.reading.query<PeriodRow & { unit: string; name: string }>(
      `SELECT s.*, coalesce(u.name_pl, s.unit) AS name FROM scored.period_score s
       LEFT JOIN unit u ON u.authority_id = s.authority_id AND u.code = s.unit
       WHERE s.authority_id = ${this.authorityId} AND s.unit IS NOT NULL AND s.span = 4 AND s.period = ${this.quarter}
       ORDER BY s.index DESC NULLS LAST, s.consultations DESC, s.unit LIMIT ${UNITS}`,
    );
    return rows.map((row) => ({ unit: row.unit, name: row.name, ...this.period(row) }));
  }

  private async consultations(): Promise<{ consultations: OverviewConsultationView[]; total: number }> {
    type Row = IndexView & {
      code: string;
      title_pl: string | null;
      title_en: string | null;
      unit_name: string | null;
      closed: string;
      days: number | null;
      reported_contributions: number | null;
    } & Record<string, unknown>;
    const rows = await this.reading.query<Row>(
      `SELECT s.*, c.code, c.title_pl, c.title_en, coalesce(u.name_pl, s.unit_name, s.unit) AS unit_name FROM scored.consultation_score s
       JOIN consultation c ON c.id = s.consultation_id LEFT JOIN unit u ON u.authority_id = s.authority_id AND u.code = s.unit
       WHERE s.authority_id = ${this.authorityId} AND s.year * 4 + s.quarter - 1 = ${this.quarter} ORDER BY s.closed DESC, s.consultation`,
    );
    const consultations = rows.slice(0, LISTED).map((row) => ({
      code: row.code,
      title: { pl: row.title_pl, en: row.title_en },
      unit_name: row.unit_name,
      closed_on: row.closed,
      days: row.days,
      reported_contributions: row.reported_contributions,
      gates: gatesRaised(row).map(({ code }) => code),
      ...indexOf(row),
    }));
    return { consultations, total: rows.length };
  }
}

/** Findings on a page: more would be read by nobody. */
const MOST = 5;

function findingsOf(consultations: OverviewConsultationView[]): FindingView[] {
  const gates = GATES.map(({ code, label }) => ({
    rule: code,
    label,
    consultations: consultations.filter(({ gates: raised }) => raised.includes(code)).map((one) => one.code),
  }));
  const unknown = {
    rule: 'no_index',
    label: { pl: 'za mało danych, by ocenić', en: 'too little on record for a score' },
    consultations: consultations.filter(({ index }) => index === null).map(({ code }) => code),
  };
  return [...gates, unknown].filter((finding) => finding.consultations.length > 0).slice(0, MOST);
}
