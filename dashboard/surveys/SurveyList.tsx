import { Link } from '@tanstack/react-router';
import type { SurveyListItem } from '../../server/publish/survey.view';
import { useAnswer } from '../answers';
import { Title, useLabels } from '../language';
import { useAuthority, useDocumentTitle } from '../pages/authority';
import { Heads } from '../pages/Heads';
import { Pending } from '../pages/Waiting';
import { pathOf, surveysOf } from './address';
import { useSurveySpeech } from './words';

/** Every survey of the authority. */
export function SurveyList() {
  const { own } = useSurveySpeech();
  const { org } = useAuthority();
  const query = useAnswer(surveysOf(org));
  const items = query.isOld ? undefined : query.data?.items;
  useDocumentTitle(own.title);
  return (
    <>
      <div className="head">
        <h1 className="say" tabIndex={-1}>
          {items ? own.headline(items.length) : own.title}
        </h1>
        <p className="lead">{own.lead}</p>
      </div>
      {!items && <Pending of={query} rows={10} height={54} />}
      {items?.length === 0 && <p>{own.empty}</p>}
      {items && items.length > 0 && <SurveyTable items={items} />}
    </>
  );
}

function SurveyTable({ items }: { items: SurveyListItem[] }) {
  const { own } = useSurveySpeech();
  const { survey, consultation, kind, design, n, closes } = own.columns;
  return (
    <table className="tbl cards surveys">
      <caption>{own.caption}</caption>
      <Heads of={[survey, consultation, kind, design, closes, n]} numbers={[n]} />
      <tbody>
        {items.map((item) => (
          <Row key={item.code} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item }: { item: SurveyListItem }) {
  const { own, formats } = useSurveySpeech();
  const labels = useLabels();
  const { columns } = own;
  const ended = item.closes_on ?? item.answered_to;
  const code = (name: string, value: string | null) =>
    value === null ? own.notKnown : labels.code(name, value, 'survey');
  return (
    <tr>
      <th scope="row">
        <Link to="/$" params={{ _splat: pathOf(item.code) }}>
          <Title title={item.title} code={item.code} />
        </Link>
        <small>
          {item.code}
          {item.wave !== null && `, ${own.wave(item.wave)}`}
        </small>
      </th>
      <td data-l={columns.consultation}>
        {item.consultation ? (
          <Title title={item.consultation.title} code={item.consultation.code} />
        ) : (
          own.none
        )}
      </td>
      <td data-l={columns.kind}>{code('kind', item.kind)}</td>
      <td data-l={columns.design}>{code('design', item.design)}</td>
      <td data-l={columns.closes}>{ended ? formats.day(ended) : own.notKnown}</td>
      <td data-l={columns.n} className="r">
        {formats.number(item.n)}
      </td>
    </tr>
  );
}
