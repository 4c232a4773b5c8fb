import type { IndicatorPageView } from '../../server/publish/indicator.view';
import type { Table } from '../charts/table';
import type { Whole } from './whole';

/** The quarters of an indicator of the authority: it stands on cases of its own, not on consultations. */
export function cityTable({ trend }: IndicatorPageView, { own, m }: Whole): Table {
  const { columns } = own.trend;
  const { columns: added } = own.capacity;
  return {
    columns: [
      { name: 'quarter', label: added.quarter, type: 'code', say: own.quarter.short },
      { name: 'score', label: columns.score, type: 'number' },
      { name: 'low', label: columns.low, type: 'number' },
      { name: 'high', label: columns.high, type: 'number' },
      { name: 'x', label: columns.x(m.unit), type: 'number', decimals: m.decimals },
      { name: 'status', label: added.status, type: 'code', say: (code) => own.status[code] ?? code },
      { name: 'n', label: added.n, type: 'integer' },
      { name: 'numerator', label: added.numerator, type: 'number' },
      { name: 'denominator', label: added.denominator, type: 'number' },
    ],
    rows: trend.map(({ quarter, score, low, high, x, city }) => [
      quarter,
      score,
      low,
      high,
      x,
      city!.status,
      city!.n,
      city!.numerator,
      city!.denominator,
    ]),
  };
}
