import { Link } from '@tanstack/react-router';
import type { OverviewConsultationView, OverviewView } from '../../server/publish/overview.view';
import { ScoreLine } from '../charts/Scale';
import { figures } from '../figures';
import { inLanguage, Title } from '../language';
import { useOverviewSpeech } from './overviewWords';
import { AxisEnds } from './Dimensions';
import { GateChips } from './GateChips';
import { Beyond } from './Hero';
import { IndexCell } from './IndexCell';

const NUMBERS = ['days', 'contributions', 'index', 'filled'];

/** The consultations that closed in the quarter, one a row; on a phone one an entry. */
export function ClosedTable({ view }: { view: OverviewView }) {
  const { words, formats } = useOverviewSpeech();
  const { closed } = words.overview;
  const { consultations, consultations_total: total } = view;
  return (
    <section>
      <div className="sec">
        <h2>{closed.title}</h2>
        <p>
          {closed.sub(total)}
          {consultations.length < total && `; ${closed.part(consultations.length, total)}`}
        </p>
      </div>
      <table className="tbl cards cards3 closed">
        <caption>
          {closed.caption}; {view.method[formats.language]}
        </caption>
        <thead>
          <tr>
            {Object.entries(closed.columns).map(([name, column]) => (
              <th
                key={name}
                scope="col"
                className={NUMBERS.includes(name) ? 'r' : name === 'picture' ? 'gx' : undefined}
              >
                {name === 'picture' ? <AxisEnds /> : column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {consultations.map((one) => (
            <Row key={one.code} one={one} view={view} />
          ))}
        </tbody>
      </table>
      <Beyond of={consultations} />
      {consultations.length < total && (
        <Link className="more" to="/konsultacje">
          {closed.all}
        </Link>
      )}
    </section>
  );
}

function Row({ one, view }: { one: OverviewConsultationView; view: OverviewView }) {
  const { words, formats } = useOverviewSpeech();
  const { columns } = words.overview.closed;
  const { range } = figures(formats, words);
  const hasBounds = one.index !== null && one.low !== null && one.high !== null;
  return (
    <tr>
      <th scope="row">
        <Link to="/konsultacje/$kod" params={{ kod: one.code }}>
          <Title title={one.title} code={one.code} />
        </Link>
      </th>
      <UnitCell of={one} />
      <Count value={one.days} label={columns.days} />
      <Count value={one.reported_contributions} label={columns.contributions} />
      <IndexCell of={one} label={columns.index} />
      <td className="r q filled" data-l={columns.filled}>
        {hasBounds ? range(one.low!, one.high!) : '–'}
      </td>
      <td className="gx">{hasBounds && <ScoreLine index={one.index} low={one.low} high={one.high} />}</td>
      <td data-l={columns.grade}>{one.grade ?? '–'}</td>
      <td className="full flags">
        <GateChips gates={view.gates.filter(({ code }) => one.gates.includes(code))} />
      </td>
    </tr>
  );
}

function UnitCell({ of: { unit } }: { of: OverviewConsultationView }) {
  const { words, formats } = useOverviewSpeech();
  const known = unit && inLanguage(unit, formats.language);
  return (
    <td
      className={known ? 'q full' : 'none full'}
      data-l={words.overview.closed.columns.unit}
      lang={known?.lang}
    >
      {known?.text ?? words.notRecorded}
    </td>
  );
}

function Count({ value, label }: { value: number | null; label: string }) {
  const { words, formats } = useOverviewSpeech();
  return (
    <td className={value === null ? 'r none' : 'r'} data-l={label}>
      {value === null ? words.notRecorded : formats.number(value)}
    </td>
  );
}
