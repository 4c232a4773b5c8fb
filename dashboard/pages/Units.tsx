import type { OverviewUnitView, OverviewView } from '../../server/publish/overview.view';
import { figures } from '../figures';
import { inLanguage } from '../language';
import { useOverviewSpeech } from './overviewWords';
import { IndexCell } from './IndexCell';

/** The units over four rolling quarters, by the alphabet: an order by the index would be a ranking of its noise. */
export function Units({ view }: { view: OverviewView }) {
  const { words, formats } = useOverviewSpeech();
  const { units } = words.overview;
  const { columns } = units;
  const named = view.units.map((unit) => ({ unit, name: inLanguage(unit.name, formats.language)! }));
  const sorted = named.toSorted((a, b) => formats.collator.compare(a.name.text, b.name.text));
  return (
    <div className="c7">
      <div className="sec">
        <h2>{units.title}</h2>
        <p>
          {units.sub(view.quarter.quarter)}
          {sorted.length < view.units_total && `; ${units.part(sorted.length, view.units_total)}`}
        </p>
      </div>
      {sorted.length === 0 ? (
        <p className="text">{units.none}</p>
      ) : (
        <table className="tbl cards cards3 units">
          <caption>{units.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.unit}</th>
              <th scope="col" className="r">
                {columns.n}
              </th>
              <th scope="col" className="r">
                {columns.index}
              </th>
              <th scope="col" className="r">
                {columns.filled}
              </th>
              <th scope="col">{columns.grade}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ unit, name }) => (
              <Row key={unit.unit} unit={unit} name={name} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ unit, name }: { unit: OverviewUnitView; name: { text: string; lang: string | undefined } }) {
  const { words, formats } = useOverviewSpeech();
  const { columns } = words.overview.units;
  const { range } = figures(formats, words);
  const hasBounds = unit.index !== null && unit.low !== null && unit.high !== null;
  return (
    <tr>
      <th scope="row" lang={name.lang}>
        {name.text}
      </th>
      <td className="r" data-l={columns.n}>
        {formats.number(unit.consultations)}
      </td>
      <IndexCell of={unit} label={columns.index} consultations={unit.consultations} />
      <td className="r q filled" data-l={columns.filled}>
        {hasBounds ? range(unit.low!, unit.high!) : '–'}
      </td>
      <td data-l={columns.grade}>{unit.grade ?? '–'}</td>
    </tr>
  );
}
