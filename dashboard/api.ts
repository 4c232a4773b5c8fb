import type { AuthorityListView } from '../server/publish/authority.view';
import type { ConsultationCard } from '../server/publish/card.view';
import type { CodebookView } from '../server/publish/codebook.view';
import type { ConsultationListView } from '../server/publish/consultation.view';
import type { OverviewView } from '../server/publish/overview.view';
import type { ScoreView } from '../server/publish/score.view';
import type { IndicatorPageView } from '../server/publish/indicator.view';
import { answer, type Question } from './questions';
import { listQuery, PAGE, stringifySearch, type ListSearch } from './address';

interface Problem {
  title?: string;
  detail?: string;
  detail_en?: string;
}

/** What the server says went wrong (RFC 9457), in both languages where it gives both. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem,
  ) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
  }
}

async function get<T>(address: string): Promise<T> {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  if (response.ok) return (await response.json()) as T;
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  throw new Refused(response.status, isProblem ? ((await response.json()) as Problem) : {});
}

/** A question to an address of the API; one that a single page asks stands with that page. */
export const ask = <T>(address: string): Question<T> => ({ key: address, ask: () => get<T>(address) });

const of = (org: string | undefined) => stringifySearch({ authority: org });

export const codebookOf = () => ask<CodebookView>('/api/v1/codebook');
export const authoritiesOf = () => ask<AuthorityListView>('/api/v1/authorities');
export const cardOf = (code: string, org: string | undefined) =>
  ask<ConsultationCard>(`/api/v1/consultations/${encodeURIComponent(code)}${of(org)}`);
export const scoreOf = (code: string, org: string | undefined) =>
  ask<ScoreView>(`/api/v1/consultations/${encodeURIComponent(code)}/score${of(org)}`);
export const overviewOf = (quarter: string | undefined, org: string | undefined) =>
  ask<OverviewView>(`/api/v1/overview${stringifySearch({ authority: org, quarter })}`);
export const indicatorOf = (code: string, org: string | undefined) =>
  ask<IndicatorPageView>(`/api/v1/indicators/${encodeURIComponent(code)}${of(org)}`);

/** As many rows of a selection as the page shows; a page fetched once is not fetched again for "show more". */
export function consultationsOf(search: ListSearch, org: string | undefined): Question<ConsultationListView> {
  const address = listQuery(search, org);
  const wanted = search.ile ?? PAGE;
  return { key: `${wanted} ${address}`, ask: () => rows(address, wanted) };
}

async function rows(address: string, wanted: number): Promise<ConsultationListView> {
  const start = `${address}${address.includes('?') ? '&' : '?'}limit=${PAGE}`;
  const list = await answer(ask<ConsultationListView>(start));
  const items = [...list.items];
  let next = list.links.next;
  while (next !== null && items.length < wanted) {
    const { pathname, search } = new URL(next, location.origin);
    const page = await answer(ask<ConsultationListView>(pathname + search));
    items.push(...page.items);
    next = page.links.next;
  }
  return { ...list, items, links: { ...list.links, next } };
}
