import { Link } from '@tanstack/react-router';
import type { IndicatorListView, IndicatorView } from '../../server/publish/indicator.view';
import { useAnswer } from '../answers';
import { ask } from '../api';
import { measures } from '../indicator/measure';
import { useIndicatorSpeech } from '../indicator/words';
import { bound } from '../words';
import { useDocumentTitle } from './authority';
import { Heads } from './Heads';
import { Pending } from './Waiting';

/** The catalogue: what is measured, in which unit, and how it counts. */
export function IndicatorsPage() {
  const { own } = useIndicatorSpeech();
  const query = useAnswer(ask<IndicatorListView>('/api/v1/indicators'));
  const items = query.data?.items;
  useDocumentTitle(own.catalogue.title);
  return (
    <>
      <div className="head">
        <h1 className="say" tabIndex={-1}>
          {items ? headline(items, own.catalogue) : own.catalogue.title}
        </h1>
        <p className="lead">{own.catalogue.lead}</p>
      </div>
      <section aria-label={own.catalogue.title}>
        {items ? <Catalogue items={items} /> : <Pending of={query} rows={13} height={54} />}
      </section>
    </>
  );
}

type Own = ReturnType<typeof useIndicatorSpeech>['own'];

const headline = (items: IndicatorView[], catalogue: Own['catalogue']): string =>
  catalogue.headline({
    all: items.length,
    dimensions: dimensionsOf(items).length,
    counted: items.filter(({ weight }) => weight > 0).length,
  });

const dimensionsOf = (items: IndicatorView[]) => [...new Set(items.map(({ dimension }) => dimension))];

function Catalogue({ items }: { items: IndicatorView[] }) {
  const { own, formats } = useIndicatorSpeech();
  const { columns, caption } = own.catalogue;
  return (
    <table className="tbl cards catalogue">
      <caption>{caption}</caption>
      <Heads
        of={[columns.name, columns.asks, columns.unit, columns.worst, columns.best, columns.weight]}
        numbers={[columns.worst, columns.best]}
      />
      {dimensionsOf(items).map((dimension) => {
        const members = items.filter((one) => one.dimension === dimension);
        const whole = members.reduce((sum, { weight }) => sum + weight, 0);
        return (
          <tbody key={dimension}>
            <tr className="group">
              <th colSpan={6} scope="rowgroup">
                <code>{dimension}</code> {bound(members[0]!.dimension_label[formats.language])}
              </th>
            </tr>
            {members.map((one) => (
              <Entry key={one.code} indicator={one} whole={whole} />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function Entry({ indicator, whole }: { indicator: IndicatorView; whole: number }) {
  const { own, formats } = useIndicatorSpeech();
  const { columns, notCounted, provisional, weight } = own.catalogue;
  const m = measures(indicator.unit, formats, own);
  const [worst, best] = indicator.goalposts;
  return (
    <tr>
      <th scope="row">
        <code>{indicator.code}</code>{' '}
        <Link to="/wskazniki/$kod" params={{ kod: indicator.code }}>
          {bound(indicator.label[formats.language])}
        </Link>
        {indicator.provisional && <small>{provisional}</small>}
      </th>
      <td className="full">{bound(indicator.meaning[formats.language])}</td>
      <td data-l={columns.unit}>{m.unit}</td>
      <td data-l={columns.worst} className="r">
        {m.bare(worst)}
      </td>
      <td data-l={columns.best} className="r">
        {m.bare(best)}
      </td>
      <td data-l={columns.weight}>{indicator.weight > 0 ? weight(indicator.weight, whole) : notCounted}</td>
    </tr>
  );
}
