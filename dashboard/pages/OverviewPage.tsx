import { getRouteApi, Link } from '@tanstack/react-router';
import type { OverviewView } from '../../server/publish/overview.view';
import { VIEWS, type View } from '../address';
import { useAnswer } from '../answers';
import { overviewOf, Refused } from '../api';
import { useOverviewSpeech } from './overviewWords';
import { useAuthority, useDocumentTitle } from './authority';
import { ClosedTable } from './ClosedTable';
import { Dimensions } from './Dimensions';
import { Findings } from './Findings';
import { Hero } from './Hero';
import { overviewSentence } from './overview.sentences';
import { QuarterMenu } from './QuarterMenu';
import { Tiles } from './Tiles';
import { Trend } from './Trend';
import { Units } from './Units';
import { Pending } from './Waiting';

const route = getRouteApi('/');

/** One quarter of an authority: the index and what it stands on, from the sentence down to the consultations. */
export function OverviewPage() {
  const { words } = useOverviewSpeech();
  const { q, widok, org } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useAnswer(overviewOf(q, org));
  const data = useOwn(query.data, query.isOld);
  const shown = q ?? data?.quarter.quarter;
  useDocumentTitle(
    shown ? `${words.overview.title}, ${words.overview.quarter.short(shown)}` : words.overview.title,
  );
  const choose = (quarter: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, q: quarter }), resetScroll: false });
  const onView = (view: View) =>
    void navigate({
      search: (now) => ({ ...now, widok: view === 'wykres' ? undefined : view }),
      resetScroll: false,
    });

  if (!data || query.error) return <Nothing query={query} asked={q} />;
  return (
    <div className={query.isOld ? 'old' : undefined} aria-busy={query.isOld}>
      <div className="crumb">
        <b>{words.overview.title}</b>
        <QuarterMenu view={data} value={shown!} choose={choose} />
        <span className="chip prov">{words.overview.unreleased}</span>
        <span>{words.index.asOf(data.meta.as_of)}</span>
      </div>
      <Page view={data} chart={widok ?? VIEWS[0]} onView={onView} />
    </div>
  );
}

/** The answer, unless it is still that of another authority: numbers never stand under a name that is not theirs. */
function useOwn(data: OverviewView | undefined, isOld: boolean): OverviewView | undefined {
  const { current } = useAuthority();
  return isOld && data?.authority !== current?.code ? undefined : data;
}

function Page({ view, chart, onView }: { view: OverviewView; chart: View; onView: (view: View) => void }) {
  const speech = useOverviewSpeech();
  return (
    <>
      <div className="grid">
        <div className="c5">
          <h1 className="say" tabIndex={-1}>
            {overviewSentence(view, speech)}
          </h1>
          <Hero view={view} />
        </div>
        <div className="c7">
          <h2 className="vh">{speech.words.overview.trend.title}</h2>
          <Trend view={view} chart={chart} onView={onView} />
        </div>
      </div>
      <Dimensions view={view} />
      <Tiles view={view} />
      <section className="grid">
        <Findings view={view} />
        <Units view={view} />
      </section>
      <ClosedTable view={view} />
    </>
  );
}

interface NothingProps {
  query: { error: Error | undefined; retry: () => void };
  asked: string | undefined;
}

/** Until there is a page: its shape; or that there is no such quarter and where there is one; or what failed. */
function Nothing({ query, asked }: NothingProps) {
  const { words, formats } = useOverviewSpeech();
  const { error } = query;
  if (!(error instanceof Refused) || error.status !== 404)
    return (
      <div className="head">
        <h1 className="say" tabIndex={-1}>
          {words.overview.title}
        </h1>
        <Pending of={query} rows={9} height={64} />
      </div>
    );
  const { detail, detail_en: english } = error.problem;
  const isEnglish = formats.language === 'en' && english !== undefined;
  return (
    <div className="head">
      <h1 className="say" tabIndex={-1} lang={formats.language === 'en' && !isEnglish ? 'pl' : undefined}>
        {(isEnglish ? english : detail) ?? error.message}
      </h1>
      <p className="after">
        {asked && (
          <Link className="more" to="/" search={(now) => ({ org: now.org })}>
            {words.overview.toNewest}
          </Link>
        )}
        <Link className="more" to="/konsultacje">
          {words.lost.back}
        </Link>
      </p>
    </div>
  );
}
