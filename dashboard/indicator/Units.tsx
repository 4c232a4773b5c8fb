import { lazy, type ReactNode } from 'react';
import type { IndicatorPageView } from '../../server/publish/indicator.view';
import { VIEWS, type IndicatorSearch } from '../address';
import { ChartFrame } from '../charts/ChartFrame';
import { ChartTable } from '../charts/ChartTable';
import { Room } from '../charts/Room';
import type { Table } from '../charts/table';
import { inLanguage } from '../language';
import type { Show } from '../pages/IndicatorPage';
import { quarterName, quarterNumber, quarterOfDay } from '../quarters';
import { Empty, InWords, Source } from './common';
import { listedUnits, type NamedUnit, shownMean, unitsHeadline } from './sentences';
import { rowsHeight } from './sizes';
import { useWhole, type Whole } from './whole';

const UnitRows = lazy(() => import('./UnitRows'));
const ID = 'jednostki';

interface Props {
  page: IndicatorPageView;
  search: IndicatorSearch;
  show: Show;
}

/** The means of the responsible units over the last four quarters. */
export function Units({ page, search, show }: Props) {
  const whole = useWhole(page);
  const { own, authority, m, run } = whole;
  const named = page.units.map((unit) => ({
    ...unit,
    name: inLanguage(unit.name, whole.formats.language)!.text,
  }));
  const units = listedUnits(named, whole.formats.collator);
  const words = own.unitRows;
  if (units.length === 0)
    return (
      <section className="c6">
        <Empty title={words.title} text={words.empty} />
      </section>
    );
  const title = unitsHeadline(units, own, m);
  const points = units.map((unit) => saidUnit(unit, whole));
  const table = <ChartTable table={unitTable(units, whole)} caption={words.caption} missing={words.tooFew} />;
  // Without a single mean there is nothing to draw; who has how many values still stands in the table.
  if (units.every((unit) => shownMean(unit) === null))
    return <Undrawn title={title} whole={whole} table={table} />;
  const to = page.trend.at(-1)?.quarter ?? quarterOfDay(page.meta.as_of);
  const n = units.reduce((sum, { observed }) => sum + observed, 0);
  return (
    <section className="c6">
      <ChartFrame
        id={ID}
        headline={title}
        sub={words.sub(authority)}
        chips={[own.chips.rolling(quarterName(quarterNumber(to) - 3), to), own.chips.n(n), ...run]}
        isProvisional={page.trend.at(-1)?.provisional}
        view={search.jednostki ?? VIEWS[0]}
        onView={(view) => show({ jednostki: view === 'wykres' ? undefined : view })}
        points={points}
        table={unitTable(units, whole)}
        origin={whole.origin}
        panels={{
          wykres: (
            <Room height={(width) => rowsHeight(units.length, width)}>
              {(width) => <UnitRows units={units} whole={whole} id={ID} width={width} />}
            </Room>
          ),
          tabela: table,
          opis: <InWords id={ID} lines={[`${title}.`, ...points]} />,
        }}
        footer={<Source whole={whole} note={words.note} />}
      />
    </section>
  );
}

function Undrawn({
  title,
  whole: { own, authority },
  table,
}: {
  title: string;
  whole: Whole;
  table: ReactNode;
}) {
  return (
    <section className="c6 cf">
      <h3>{title}</h3>
      <p className="sub">{own.unitRows.sub(authority)}</p>
      {table}
      <p className="tnote">{own.unitRows.note}</p>
    </section>
  );
}

function saidUnit(unit: NamedUnit, { own, m }: Whole): string {
  const mean = shownMean(unit);
  return own.unitRows.point(
    unit.name,
    mean === null ? null : m.score(mean),
    unit.observed,
    unit.consultations,
  );
}

/** Where a mean is not shown, its measure is not either. */
function unitTable(units: NamedUnit[], { own, m }: Whole): Table {
  const { columns } = own.unitRows;
  return {
    columns: [
      { name: 'unit', label: columns.unit, type: 'text' },
      { name: 'score', label: columns.score, type: 'number' },
      { name: 'x', label: columns.x(m.unit), type: 'number', decimals: m.decimals },
      { name: 'observed', label: columns.observed, type: 'integer' },
      { name: 'consultations', label: columns.consultations, type: 'integer' },
    ],
    rows: units.map((unit) => {
      const mean = shownMean(unit);
      return [unit.name, mean, mean === null ? null : unit.x, unit.observed, unit.consultations];
    }),
  };
}
