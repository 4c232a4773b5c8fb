import { Link } from '@tanstack/react-router';
import type { IndicatorPageView, IndicatorValueView } from '../../server/publish/indicator.view';
import { stringifySearch, type IndicatorSearch } from '../address';
import { Title } from '../language';
import type { Show } from '../pages/IndicatorPage';
import { useWhole, type Whole } from './whole';

const FIRST = 20;

interface Props {
  page: IndicatorPageView;
  search: IndicatorSearch;
  show: Show;
}

/** Every consultation with its value, or with the reason why it has none. */
export function Values({ page, search, show }: Props) {
  const whole = useWhole(page);
  const { own } = whole;
  const { values, values_total: total } = page;
  const all = search.wartosci === 'wszystkie';
  const shown = all ? values : values.slice(0, FIRST);
  if (total === 0) return null;
  return (
    <section className="values">
      <div className="sec">
        <h2>{own.values.title}</h2>
        <p>{own.values.count(total)}</p>
      </div>
      <ValueTable values={shown} whole={whole} />
      {all && total > values.length && <p className="tnote">{own.values.limited(values.length, total)}</p>}
      <div className="after">
        {values.length > FIRST && (
          <button
            type="button"
            className="btn"
            onClick={() => show({ wartosci: all ? undefined : 'wszystkie' })}
          >
            {all ? own.values.fewer : own.values.all(values.length)}
          </button>
        )}
        <Link className="more" to="/dane">
          {own.values.toData}
        </Link>
        <a
          className="more"
          href={`/api/v1/indicators/${page.indicator.code}${stringifySearch({ authority: page.authority })}`}
        >
          {own.values.json}
        </a>
      </div>
    </section>
  );
}

function ValueTable({ values, whole }: { values: IndicatorValueView[]; whole: Whole }) {
  const { own, m } = whole;
  const { columns, caption } = own.values;
  return (
    <table className="tbl cards value-rows">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.consultation}</th>
          <th scope="col">{columns.closed}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col" className="r">
            {columns.x(m.unit)}
          </th>
          <th scope="col" className="r">
            {columns.score}
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map((value) => (
          <Row key={value.consultation} value={value} whole={whole} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ value, whole: { own, m, formats } }: { value: IndicatorValueView; whole: Whole }) {
  const { columns } = own.values;
  const figure = (said: string | null, label: string) => (
    <td data-l={label} className={said === null ? 'r none' : 'r'}>
      {said ?? own.values.none}
    </td>
  );
  return (
    <tr>
      <th scope="row">
        <Link to="/konsultacje/$kod" params={{ kod: value.consultation }}>
          <Title title={value.title} code={value.consultation} />
        </Link>
        <small>{value.consultation}</small>
      </th>
      <td data-l={columns.closed}>{formats.day(value.closed_on)}</td>
      <td data-l={columns.status}>{own.status[value.status] ?? value.status}</td>
      {figure(value.x === null ? null : formats.number(value.x, m.decimals), columns.x(m.unit))}
      {figure(value.score === null ? null : m.score(value.score), columns.score)}
    </tr>
  );
}
