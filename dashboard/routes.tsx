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
import { answer, type Question } from './answers';
import { cardOf, consultationsOf, indicatorOf, overviewOf } from './api';
import { Frame } from './pages/Frame';
import { LostPage } from './pages/LostPage';

/** Asks while the script of the page is still on its way; the page itself says what fails. */
const ask = (question: Question<unknown>): void => void answer(question).catch(() => undefined);

const frame = createRootRoute({
  component: Frame,
  notFoundComponent: LostPage,
  validateSearch: orgSearch,
  search: { middlewares: [retainSearchParams(['org'])] },
});

const overview = createRoute({
  getParentRoute: () => frame,
  path: '/',
  validateSearch: overviewSearch,
  loaderDeps: ({ search: { q, org } }) => ({ q, org }),
  loader: ({ deps: { q, org } }) => ask(overviewOf(q, org)),
  component: lazyRouteComponent(() => import('./pages/OverviewPage'), 'OverviewPage'),
});
const consultations = createRoute({
  getParentRoute: () => frame,
  path: '/konsultacje',
  validateSearch: listSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => ask(consultationsOf(deps, deps.org)),
  component: lazyRouteComponent(() => import('./pages/ConsultationsPage'), 'ConsultationsPage'),
});
const consultation = createRoute({
  getParentRoute: () => frame,
  path: '/konsultacje/$kod',
  validateSearch: cardSearch,
  loaderDeps: ({ search: { org } }) => ({ org }),
  loader: ({ params: { kod }, deps: { org } }) => ask(cardOf(kod, org)),
  component: lazyRouteComponent(() => import('./pages/ConsultationPage'), 'ConsultationPage'),
});
const indicators = createRoute({
  getParentRoute: () => frame,
  path: '/wskazniki',
  component: lazyRouteComponent(() => import('./pages/IndicatorsPage'), 'IndicatorsPage'),
});
const indicator = createRoute({
  getParentRoute: () => frame,
  path: '/wskazniki/$kod',
  validateSearch: indicatorSearch,
  loaderDeps: ({ search: { org } }) => ({ org }),
  loader: ({ params: { kod }, deps: { org } }) => ask(indicatorOf(kod, org)),
  component: lazyRouteComponent(() => import('./pages/IndicatorPage'), 'IndicatorPage'),
});
const datasets = createRoute({
  getParentRoute: () => frame,
  path: '/dane',
  component: lazyRouteComponent(() => import('./pages/DataPage'), 'DataPage'),
});
const batches = createRoute({
  getParentRoute: () => frame,
  path: '/zasilanie',
  component: lazyRouteComponent(() => import('./pages/BatchesPage'), 'BatchesPage'),
});
const batch = createRoute({
  getParentRoute: () => frame,
  path: '/zasilanie/$partia',
  validateSearch: batchSearch,
  component: lazyRouteComponent(() => import('./pages/BatchPage'), 'BatchPage'),
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
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
