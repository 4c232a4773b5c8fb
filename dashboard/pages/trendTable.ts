import type { PeriodIndexView } from '../../server/publish/overview.view';
import type { Table } from '../charts/table';
import { figures, filledIn } from '../figures';
import type { OverviewSpeech } from './overviewWords';

/** The index of the quarters as the API gives it, with nothing rounded. */
export function trendTable(rows: PeriodIndexView[], { words }: OverviewSpeech): Table {
  const { trend, quarter, provisional } = words.overview;
  const { columns } = trend;
  return {
    columns: [
      { name: 'quarter', label: columns.quarter, type: 'code', say: quarter.short },
      { name: 'index', label: columns.index, type: 'number' },
      { name: 'low', label: columns.low, type: 'number' },
      { name: 'high', label: columns.high, type: 'number' },
      { name: 'grade', label: columns.grade, type: 'code' },
      { name: 'consultations', label: columns.n, type: 'integer' },
      {
        name: 'state',
        label: columns.state,
        type: 'code',
        say: (code) => (code === 'final' ? trend.final : provisional),
      },
    ],
    rows: rows.map((one) => [
      one.quarter,
      one.index,
      one.low,
      one.high,
      one.grade,
      one.consultations,
      one.provisional ? 'provisional' : 'final',
    ]),
  };
}

/** What is said of a quarter that has an index: the number, its grade and bounds, its base and its state. */
export function quarterSaid(one: PeriodIndexView & { index: number }, speech: OverviewSpeech): string {
  const { words, formats } = speech;
  const { overview, index } = words;
  return [
    `${overview.quarter.short(one.quarter)}: ${figures(formats, words).tenth(one.index)} ${index.outOf}`,
    one.grade && index.grade(one.grade),
    filledIn(one, speech),
    overview.consultations(one.consultations),
    one.provisional ? overview.provisional : overview.trend.final,
  ]
    .filter(Boolean)
    .join('; ');
}
