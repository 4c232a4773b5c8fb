import { listSearch, orgSearch, overviewSearch, parseSearch, type Raw } from './address';
import { authoritiesOf, cardOf, codebookOf, consultationsOf, indicatorOf, overviewOf } from './api';
import { askAhead, type Question } from './questions';
import { WORDS } from './spoken';

/** What an address says: the code in its path, and its search. */
interface At {
  code: string;
  search: Raw;
}

interface Page {
  path: string;
  script: () => Promise<unknown>;
  words?: () => Promise<unknown>;
  /** What it asks before anything else. */
  asks?: (at: At) => Question<unknown>;
}

const orgOf = (search: Raw) => orgSearch(search).org;

/** Every page by its path, with what it is made of: asked for at once, before the router is there to say so. */
export const PAGES = {
  overview: {
    path: '/',
    script: () => import('./pages/OverviewPage'),
    words: WORDS.overview,
    asks: ({ search }: Pick<At, 'search'>) => overviewOf(overviewSearch(search).q, orgOf(search)),
  },
  consultations: {
    path: '/konsultacje',
    script: () => import('./pages/ConsultationsPage'),
    asks: ({ search }: Pick<At, 'search'>) => consultationsOf(listSearch(search), orgOf(search)),
  },
  consultation: {
    path: '/konsultacje/$kod',
    script: () => import('./pages/ConsultationPage'),
    words: WORDS.card,
    asks: ({ code, search }: At) => cardOf(code, orgOf(search)),
  },
  indicators: { path: '/wskazniki', script: () => import('./pages/IndicatorsPage'), words: WORDS.indicator },
  indicator: {
    path: '/wskazniki/$kod',
    script: () => import('./pages/IndicatorPage'),
    words: WORDS.indicator,
    asks: ({ code, search }: At) => indicatorOf(code, orgOf(search)),
  },
  datasets: { path: '/dane', script: () => import('./pages/DataPage'), words: WORDS.data },
  batches: { path: '/zasilanie', script: () => import('./pages/BatchesPage'), words: WORDS.batch },
  batch: { path: '/zasilanie/$partia', script: () => import('./pages/BatchPage'), words: WORDS.batch },
  // last: pages that few people open, and the one that says that there is none; readers fetch nothing of them
  other: { path: '/$', script: () => import('./pages/OtherPage') },
} as const satisfies Record<string, Page>;

/** Asks for all that the page at an address is going to need. Done when all is there; nothing here fails. */
export async function fetchAhead({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Promise<void> {
  const parts = partsOf(pathname.replace(/^\/en(?=\/|$)/, ''));
  const page: Page | undefined = Object.values<Page>(PAGES).find(({ path }) => matches(partsOf(path), parts));
  const at = { code: parts.at(-1) ?? '', search: parseSearch(search) };
  await Promise.all([
    ...[authoritiesOf(), codebookOf(), page?.asks?.(at)].map((question) => question && askAhead(question)),
    // a part that does not come is asked for again, and missed, where it is needed
    Promise.all([WORDS.every(), page?.script(), page?.words?.()]).catch(() => undefined),
  ]);
}

const partsOf = (path: string): string[] => path.split('/').filter(Boolean).map(decoded);
const matches = (path: string[], parts: string[]): boolean =>
  path.length === parts.length && path.every((part, i) => part.startsWith('$') || part === parts[i]);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
