import { DIMENSIONS, INDICATORS } from '../indicators/catalogue';
import { GATES } from '../indicators/gates';
import { lastDay, quarterName, type Quarter } from '../scores/quarter';
import { PROVISIONAL_DAYS } from '../scores/run';
import type { Run } from '../scores/scores.service';
import type { Reading } from '../snapshot/mirror';
import { findingsOf } from './overview.findings';
import type {
  ComparedIndexView,
  OverviewConsultationView,
  OverviewDimensionView,
  OverviewIndicatorView,
  OverviewUnitView,
  OverviewView,
  PeriodIndexView,
} from './overview.view';
import { gatesRaised, indexOf, METHOD_VIEW } from './score.explained';
import type { IndexView } from './score.view';

/** Quarters drawn as a line. */
const TREND = 12;
/** Bytes that consultations and units may take of an answer of at most 60 kB; the rest stands in the list and the files. */
const ROOM = { consultations: 23_000, units: 11_000 };
/** A difference between periods of fewer consultations is not shown (method.md 4.10). */
const COMPARABLE = 5;

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
    const consultations = await this.consultations();
    const units = await this.units();
    return {
      method: METHOD_VIEW,
      quarters: this.periods.map(({ period }) => quarterName(period)),
      quarter: at(this.quarter)!,
      previous: this.compared(at(this.quarter), at(this.quarter - 1)),
      year_before: this.compared(at(this.quarter), at(this.quarter - 4)),
      trend: this.shown.map((row) => this.period(row)),
      dimensions: await this.dimensions(),
      indicators: await this.indicators(),
      units: fitting(units, ROOM.units),
      units_total: units.length,
      consultations: fitting(consultations, ROOM.consultations),
      consultations_total: consultations.length,
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

  /** A quarter beside this one, and whether a difference between the two may be told: not of few, nor of one that runs. */
  private compared(now: PeriodIndexView | null, then: PeriodIndexView | null): ComparedIndexView | null {
    if (!then || !now) return null;
    const isEnough = Math.min(now.consultations, then.consultations) >= COMPARABLE;
    return { ...then, comparable: isEnough && lastDay(this.quarter) < this.asOf };
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
    return INDICATORS.map(({ code, level = 'consultation', dimension, label, unit, weight, provisional }) => {
      const own = rows.filter(({ indicator }) => indicator === code);
      const now = own.find(({ period }) => period === this.quarter)!;
      const { x, score, se, pooled, observed, missing, not_due, low, high } = now;
      return {
        code,
        level,
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
    const rows = await this.reading.query<PeriodRow & { unit: string; name: string; name_en: string | null }>(
      `SELECT s.*, coalesce(u.name_pl, s.unit) AS name, u.name_en FROM scored.period_score s
       LEFT JOIN unit u ON u.authority_id = s.authority_id AND u.code = s.unit
       WHERE s.authority_id = ${this.authorityId} AND s.unit IS NOT NULL AND s.span = 4 AND s.period = ${this.quarter}
       ORDER BY s.consultations DESC, s.unit`,
    );
    return rows.map((row) => ({
      unit: row.unit,
      name: { pl: row.name, en: row.name_en },
      ...this.period(row),
    }));
  }

  private async consultations(): Promise<OverviewConsultationView[]> {
    type Row = IndexView & {
      code: string;
      title_pl: string | null;
      title_en: string | null;
      unit_name: string | null;
      unit_name_en: string | null;
      closed: string;
      days: number | null;
      reported_contributions: number | null;
    } & Record<string, unknown>;
    const rows = await this.reading.query<Row>(
      `SELECT s.*, c.code, c.title_pl, c.title_en, coalesce(u.name_pl, s.unit_name, s.unit) AS unit_name, u.name_en AS unit_name_en FROM scored.consultation_score s
       JOIN consultation c ON c.id = s.consultation_id LEFT JOIN unit u ON u.authority_id = s.authority_id AND u.code = s.unit
       WHERE s.authority_id = ${this.authorityId} AND s.year * 4 + s.quarter - 1 = ${this.quarter} ORDER BY s.closed DESC, s.consultation`,
    );
    return rows.map((row) => ({
      code: row.code,
      title: { pl: row.title_pl, en: row.title_en },
      unit: row.unit_name === null ? null : { pl: row.unit_name, en: row.unit_name_en },
      closed_on: row.closed,
      days: row.days,
      reported_contributions: row.reported_contributions,
      gates: gatesRaised(row).map(({ code }) => code),
      ...indexOf(row),
    }));
  }
}

/** As many of the first as fit into so many bytes. */
function fitting<T>(rows: T[], room: number): T[] {
  let taken = 0;
  const past = rows.findIndex((row) => (taken += Buffer.byteLength(JSON.stringify(row)) + 1) > room);
  return past < 0 ? rows : rows.slice(0, past);
}
