import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import {
  batchSearch,
  cardSearch,
  indicatorSearch,
  listSearch,
  orgSearch,
  overviewSearch,
  parseSearch,
  stringifySearch,
} from './address';
import { PAGES } from './needs';
import { Frame } from './pages/Frame';
import { askAhead, type Question } from './questions';

/** Asks while the script of the page is still on its way, and does not hold it up. */
const ask = (question: Question<unknown>): void => void askAhead(question);

const frame = createRootRoute({
  component: Frame,
  validateSearch: orgSearch,
  search: { middlewares: [retainSearchParams(['org'])] },
});

const overview = createRoute({
  getParentRoute: () => frame,
  path: PAGES.overview.path,
  validateSearch: overviewSearch,
  loaderDeps: ({ search: { q, org } }) => ({ q, org }),
  loader: ({ deps }) => ask(PAGES.overview.asks({ search: deps })),
  component: lazyRouteComponent(PAGES.overview.script, 'OverviewPage'),
});
const consultations = createRoute({
  getParentRoute: () => frame,
  path: PAGES.consultations.path,
  validateSearch: listSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => ask(PAGES.consultations.asks({ search: { ...deps } })),
  component: lazyRouteComponent(PAGES.consultations.script, 'ConsultationsPage'),
});
const consultation = createRoute({
  getParentRoute: () => frame,
  path: PAGES.consultation.path,
  validateSearch: cardSearch,
  loaderDeps: ({ search: { org } }) => ({ org }),
  loader: ({ params: { kod }, deps }) => ask(PAGES.consultation.asks({ code: kod, search: deps })),
  component: lazyRouteComponent(PAGES.consultation.script, 'ConsultationPage'),
});
const indicators = createRoute({
  getParentRoute: () => frame,
  path: PAGES.indicators.path,
  component: lazyRouteComponent(PAGES.indicators.script, 'IndicatorsPage'),
});
const indicator = createRoute({
  getParentRoute: () => frame,
  path: PAGES.indicator.path,
  validateSearch: indicatorSearch,
  loaderDeps: ({ search: { org } }) => ({ org }),
  loader: ({ params: { kod }, deps }) => ask(PAGES.indicator.asks({ code: kod, search: deps })),
  component: lazyRouteComponent(PAGES.indicator.script, 'IndicatorPage'),
});
const datasets = createRoute({
  getParentRoute: () => frame,
  path: PAGES.datasets.path,
  component: lazyRouteComponent(PAGES.datasets.script, 'DataPage'),
});
const batches = createRoute({
  getParentRoute: () => frame,
  path: PAGES.batches.path,
  component: lazyRouteComponent(PAGES.batches.script, 'BatchesPage'),
});
const batch = createRoute({
  getParentRoute: () => frame,
  path: PAGES.batch.path,
  validateSearch: batchSearch,
  component: lazyRouteComponent(PAGES.batch.script, 'BatchPage'),
});
const other = createRoute({
  getParentRoute: () => frame,
  path: PAGES.other.path,
  component: lazyRouteComponent(PAGES.other.script, 'OtherPage'),
});
const routes = frame.addChildren([
  overview,
  consultations,
  consultation,
  indicators,
  indicator,
  datasets,
  batches,
  batch,
  other,
]);

/** The pages below one root of the address: "/" for Polish, "/en" for English. */
export const createPages = (basepath: string) =>
  createRouter({
    routeTree: routes,
    basepath,
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultErrorComponent: lazyRouteComponent(PAGES.other.script, 'Broken'),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
