import { Link } from '@tanstack/react-router';
import type {
  ConsultationCore,
  ConsultationItem,
  ConsultationListView,
} from '../../server/publish/consultation.view';
import { figures } from '../figures';
import { Title, useLabels, useSpeech } from '../language';
import type { Formats } from '../words';
import type { Words } from '../words.pl';

/** The found consultations, one a row; on a phone one an entry. */
export function ConsultationTable({ list }: { list: ConsultationListView }) {
  const { words, formats } = useSpeech();
  const { columns } = words.list;
  return (
    <table className="tbl cards consultations">
      <caption>
        {words.list.caption}. {words.list.captionIndex(list.meta.method[formats.language])}
      </caption>
      <thead>
        <tr>
          <th scope="col">{columns.title}</th>
          <th scope="col">{columns.status}</th>
          <th scope="col">{columns.period}</th>
          <th scope="col">{columns.forms}</th>
          <th scope="col" className="r">
            {columns.contributions}
          </th>
          <th scope="col">{columns.report}</th>
          <th scope="col" className="r">
            {columns.index}
          </th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((item) => (
          <Row key={`${item.authority}/${item.code}`} item={item} isScored={list.meta.scored !== null} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item, isScored }: { item: ConsultationItem; isScored: boolean }) {
  const { words, formats } = useSpeech();
  const labels = useLabels();
  const { columns } = words.list;
  const forms = item.forms?.map((form) => labels.code('forms', form)).join(', ') ?? null;
  const contributions = item.reported_contributions;
  return (
    <tr>
      <th scope="row">
        <Link to="/konsultacje/$kod" params={{ kod: item.code }}>
          <Title title={item.title} code={item.code} />
        </Link>
        <small>{item.unit_name ? `${item.code} · ${item.unit_name}` : item.code}</small>
      </th>
      <Cell label={columns.status} text={item.status && labels.status(item.status)} />
      <Period item={item} />
      <Cell label={columns.forms} text={forms} className="full forms" />
      <Cell
        label={columns.contributions}
        text={contributions === null ? null : formats.number(contributions)}
        className="r"
      />
      <Cell label={columns.report} text={item.report === 'not_recorded' ? null : labels.state(item.report)} />
      <Index item={item} isScored={isScored} />
    </tr>
  );
}

/** The index with its bounds and gates, or the words why there is none. */
function Index({ item, isScored }: { item: ConsultationItem; isScored: boolean }) {
  const { words, formats } = useSpeech();
  const { score, range } = figures(formats, words);
  const { index, low, high, gates, grade } = item;
  if (index === null) {
    const { pending, running } = words.list;
    const why = gates === null ? (isScored ? pending : running) : words.index.tooLittle;
    return <Cell label={words.list.columns.index} text={why} className="r none" />;
  }
  return (
    <td className="r index" data-l={words.list.columns.index}>
      <b>{score(index)}</b> {grade}
      {low !== null && high !== null && range(low, high) !== score(index) && (
        <small> ({range(low, high)})</small>
      )}
      {gates && gates.length > 0 && <span className="chip gate">{gates.join(', ')}</span>}
    </td>
  );
}

/** The days and their number; on a phone days need no label to be known as such. */
function Period({ item }: { item: ConsultationItem }) {
  const { words, formats } = useSpeech();
  const period = periodOf(item, words, formats);
  if (!period) return <Cell label={words.list.columns.period} text={null} />;
  return (
    <td className="period">
      {period}
      {item.days_open !== null && <small> {words.days(item.days_open)}</small>}
    </td>
  );
}

/** A value, or the words that it is not recorded; never an empty cell. */
export function Cell({
  label,
  text,
  className = '',
}: {
  label: string;
  text: string | null;
  className?: string;
}) {
  const { words } = useSpeech();
  return (
    <td data-l={label} className={`${className} ${text === null ? 'none' : ''}`.trim() || undefined}>
      {text ?? words.notRecorded}
    </td>
  );
}

/** The days of a consultation as far as they are known. */
export function periodOf(item: ConsultationCore, words: Words, formats: Formats): string | null {
  const { opens_on: from, closes_on, closed_on, announced_on } = item;
  const to = closes_on ?? closed_on;
  if (from && to) return formats.period(from, to);
  if (from) return words.list.from(from);
  if (to) return words.list.until(to);
  return announced_on && words.list.announced(announced_on);
}
