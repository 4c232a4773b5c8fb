import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { IndicatorPageView } from '../../server/publish/indicator.view';
import type { IndicatorSearch } from '../address';
import { useAnswer } from '../answers';
import { indicatorOf } from '../api';
import { Definition } from '../indicator/Definition';
import { Reading } from '../indicator/Reading';
import { Trend } from '../indicator/Trend';
import { useIndicatorSpeech } from '../indicator/words';
import { bound } from '../words';
import { useDocumentTitle } from './authority';
import { Pending, Waiting } from './Waiting';

// They draw, and stand below the trend.
const IndicatorParts = lazy(() => import('../indicator/IndicatorParts'));

const route = getRouteApi('/wskazniki/$kod');

/** Changes what of the page stands in the address. */
export type Show = (change: IndicatorSearch) => void;

/** One indicator: what it means, and what is known of it over time, over its measures, over units and one by one. */
export function IndicatorPage() {
  const { own, formats } = useIndicatorSpeech();
  const { kod } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useAnswer(indicatorOf(kod, search.org));
  // Another indicator, or another authority, is not an old state of this one.
  const page = query.isOld ? undefined : query.data;
  const label = page && bound(page.indicator.label[formats.language]);
  useDocumentTitle(label ? `${label} (${kod})` : kod);
  const show: Show = (change) =>
    void navigate({ search: (now) => ({ ...now, ...change }), resetScroll: false });
  return (
    <>
      <Crumb code={kod} page={page} />
      <div className="grid indicator">
        <div className="c8 start">
          <h1 className="name" tabIndex={-1}>
            {label ?? kod}
          </h1>
          {page ? <Reading page={page} /> : <Pending of={query} rows={10} height={44} />}
          {query.error && (
            <Link className="more" to="/wskazniki">
              {own.toCatalogue}
            </Link>
          )}
        </div>
        {page && (
          <>
            <aside className="c4 side" aria-label={own.definition.title}>
              <Definition page={page} />
            </aside>
            <div className="c8 rest">
              <Trend page={page} search={search} show={show} />
            </div>
          </>
        )}
      </div>
      {page && <Parts page={page} search={search} show={show} />}
    </>
  );
}

function Crumb({ code, page }: { code: string; page: IndicatorPageView | undefined }) {
  const { own, words, formats } = useIndicatorSpeech();
  return (
    <div className="crumb">
      <Link to="/wskazniki" activeOptions={{ exact: true }}>
        {words.indicatorsPage}
      </Link>
      <span>{code}</span>
      {page && <span>{own.dimension(bound(page.indicator.dimension_label[formats.language]))}</span>}
      {page?.indicator.weight === 0 && <span className="chip">{own.catalogue.notCounted}</span>}
      {page?.indicator.provisional && <span className="chip prov">{own.catalogue.provisional}</span>}
    </div>
  );
}

function Parts(parts: { page: IndicatorPageView; search: IndicatorSearch; show: Show }) {
  if (parts.page.indicator.level === 'city') return <Alone />;
  return (
    <Suspense fallback={<Waiting rows={8} height={44} />}>
      <IndicatorParts {...parts} />
    </Suspense>
  );
}

/** Why an indicator of the authority lists no consultation and no unit. */
function Alone() {
  const { own } = useIndicatorSpeech();
  const { title, text } = own.capacity.alone;
  return (
    <section className="values">
      <div className="sec">
        <h2>{title}</h2>
      </div>
      <p>{text}</p>
    </section>
  );
}
