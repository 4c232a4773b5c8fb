import { lazy, Suspense } from 'react';
import type { ConsultationCard } from '../../server/publish/card.view';
import type { View } from '../address';
import { ChartFrame } from '../charts/ChartFrame';
import { knownDays, layout, missingDays, type Gantt } from '../charts/gantt';
import { Plot } from '../charts/Plot';
import { courseHeadline, tell, type Told } from '../charts/speak';
import type { Table } from '../charts/table';
import { useLabels } from '../language';
import { useCardSpeech, type CardSpeech } from './cardWords';
import { Heads } from './Heads';
import { cardSentences } from './sentences';

/** The legend draws the same marks as the chart, and comes with them. */
const CourseLegend = lazy(() =>
  import('./CourseLegend').then((module) => ({ default: module.CourseLegend })),
);

const ID = 'przebieg';

interface Props {
  card: ConsultationCard;
  view: View;
  onView: (view: View) => void;
}

/** The days of a consultation against the days of the law: a chart, the same as a table, and in words. */
export function Course({ card, view, onView }: Props) {
  const speech = useCardSpeech();
  const labels = useLabels();
  const { course } = speech.words;
  const gantt = layout(card);
  return (
    <section>
      <div className="sec">
        <h2>{course.title}</h2>
        <p>{course.asOf(card.meta.as_of)}</p>
      </div>
      {gantt ? (
        <Drawn
          gantt={gantt}
          told={tell(gantt, card, speech, labels)}
          card={card}
          view={view}
          onView={onView}
        />
      ) : (
        <p className="text">
          {course.tooFew(
            speech.formats.list(missingDays(card).map((name) => labels.field(name).toLowerCase())),
          )}
        </p>
      )}
    </section>
  );
}

function Drawn({ gantt, told, card, view, onView }: Props & { gantt: Gantt; told: Told[] }) {
  const speech = useCardSpeech();
  const { course } = speech.words;
  return (
    <ChartFrame
      id={ID}
      headline={courseHeadline(card, speech)}
      sub={course.sub}
      origin={{ code: card.code, meta: card.meta }}
      view={view}
      onView={onView}
      panels={{
        wykres: <Plot gantt={gantt} told={told} id={ID} />,
        tabela: <CourseTable gantt={gantt} told={told} card={card} />,
        opis: <Description told={told} card={card} />,
      }}
      points={told.map(({ name, value, legal }) => `${name}: ${stated(value, legal)}`)}
      table={courseTable(gantt, told, card, speech)}
      footer={
        <Suspense fallback={null}>
          <CourseLegend gantt={gantt} card={card} />
        </Suspense>
      }
    />
  );
}

const stated = (value: string | null, legal: string | null) => [value, legal].filter(Boolean).join('; ');

/** The days of the chart for a file: as they are recorded, and what the law sets. */
function courseTable(gantt: Gantt, told: Told[], card: ConsultationCard, { words }: CardSpeech): Table {
  const { columns } = words.course;
  return {
    columns: [
      { name: 'stage', label: columns.row, type: 'code' },
      { name: 'from', label: columns.from, type: 'day' },
      { name: 'to', label: columns.to, type: 'day' },
      { name: 'days', label: columns.days, type: 'integer' },
      { name: 'legal_day', label: columns.legal, type: 'day' },
    ],
    rows: gantt.rows.map((row, i) => [
      told[i]?.name ?? row.key,
      row.from,
      row.to,
      row.key === 'remarks' ? card.days_open : null,
      row.legalDay,
    ]),
  };
}

function CourseTable({ gantt, told, card }: { gantt: Gantt; told: Told[]; card: ConsultationCard }) {
  const { words, formats } = useCardSpeech();
  const { columns, caption } = words.course;
  const shown = (iso: string | null) => (iso ? formats.day(iso) : words.notRecorded);
  return (
    <table className="tbl cards">
      <caption>{caption}</caption>
      <Heads of={[columns.row, columns.from, columns.to, columns.days, columns.legal]} />
      <tbody>
        {gantt.rows.map((row, i) => (
          <tr key={row.key}>
            <th scope="row">{told[i]?.name}</th>
            <td data-l={columns.from}>{row.key === 'report' ? '–' : shown(row.from)}</td>
            <td data-l={columns.to}>
              {row.key === 'remarks' || row.key === 'report' ? shown(row.to) : row.to ? shown(row.to) : '–'}
            </td>
            <td data-l={columns.days}>
              {row.key === 'remarks'
                ? card.days_open === null
                  ? words.notRecorded
                  : formats.number(card.days_open)
                : '–'}
            </td>
            <td data-l={columns.legal} className="full">
              {told[i]?.legal ?? '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The course in words; also what a screen reader hears of the drawing. */
function Description({ told, card }: { told: Told[]; card: ConsultationCard }) {
  const { words } = useCardSpeech();
  const labels = useLabels();
  const days = knownDays(card);
  return (
    <div className="text" id={`${ID}-words`}>
      <p>{cardSentences(card, words, labels).join(' ')}</p>
      <p>{words.course.span(days[0]!, days.at(-1)!)}</p>
      {told.map(({ key, name, value, legal }) => (
        <p key={key}>
          {name}: {stated(value, legal)}.
        </p>
      ))}
    </div>
  );
}
