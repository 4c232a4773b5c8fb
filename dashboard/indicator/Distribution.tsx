import { lazy } from 'react';
import type { BinView, IndicatorPageView } from '../../server/publish/indicator.view';
import { VIEWS, type IndicatorSearch } from '../address';
import { ChartFrame } from '../charts/ChartFrame';
import { ChartTable } from '../charts/ChartTable';
import { Room } from '../charts/Room';
import type { Table } from '../charts/table';
import type { Show } from '../pages/IndicatorPage';
import { Empty, InWords, Source } from './common';
import { distributionHeadline, ENOUGH } from './sentences';
import { HISTOGRAM_HEIGHT } from './sizes';
import { useWhole, type Whole } from './whole';

const Histogram = lazy(() => import('./Histogram'));
const ID = 'rozklad';

interface Props {
  page: IndicatorPageView;
  search: IndicatorSearch;
  show: Show;
}

/** How the measures of all closed consultations lie. */
export function Distribution({ page, search, show }: Props) {
  const whole = useWhole(page);
  const { own, authority, m, run } = whole;
  const { distribution: bins } = page;
  const words = own.distribution;
  const total = bins.reduce((sum, { consultations }) => sum + consultations, 0);
  if (total < ENOUGH)
    return (
      <section className="c6">
        <Empty title={words.title} text={total === 0 ? words.empty : words.tooFew(total)} />
      </section>
    );
  const title = distributionHeadline(bins, own, m);
  const points = bins.map((bin) => saidBin(bin, whole));
  return (
    <section className="c6">
      <ChartFrame
        id={ID}
        headline={title}
        sub={words.sub(m.unit, authority)}
        chips={[own.chips.n(total), ...run]}
        view={search.rozklad ?? VIEWS[0]}
        onView={(view) => show({ rozklad: view === 'wykres' ? undefined : view })}
        points={points}
        table={binTable(bins, whole)}
        origin={whole.origin}
        panels={{
          wykres: (
            <Room height={() => HISTOGRAM_HEIGHT}>
              {(width) => <Histogram bins={bins} said={m.bare} id={ID} width={width} />}
            </Room>
          ),
          tabela: (
            <ChartTable table={binTable(bins, whole)} caption={words.caption} missing={own.values.none} />
          ),
          opis: <InWords id={ID} lines={[`${title}.`, ...points]} />,
        }}
        footer={<Source whole={whole} note={words.caption} />}
      />
    </section>
  );
}

const saidBin = ({ from, to, consultations }: BinView, { own, m }: Whole) =>
  own.distribution.point(m.bare(from), from === to ? m.bare(to) : m.said(to), consultations);

function binTable(bins: BinView[], { own, m }: Whole): Table {
  const { columns } = own.distribution;
  return {
    columns: [
      { name: 'from', label: columns.from, type: 'number', decimals: m.decimals },
      { name: 'to', label: columns.to, type: 'number', decimals: m.decimals },
      { name: 'consultations', label: columns.consultations, type: 'integer' },
    ],
    rows: bins.map(({ from, to, consultations }) => [from, to, consultations]),
  };
}
