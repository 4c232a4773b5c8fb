import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { AuthorityListView } from '../server/publish/authority.view';
import type { BatchListView, ReceiptView } from '../server/publish/batch.view';
import type { ConsultationCard } from '../server/publish/card.view';
import type { CodebookView } from '../server/publish/codebook.view';
import type { ConsultationListView } from '../server/publish/consultation.view';
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

async function get<T>(address: string, signal?: AbortSignal): Promise<T> {
  const answer = await fetch(address, { signal: signal ?? null, headers: { accept: 'application/json' } });
  if (answer.ok) return (await answer.json()) as T;
  const isProblem = answer.headers.get('content-type')?.includes('json') ?? false;
  throw new Refused(answer.status, isProblem ? ((await answer.json()) as Problem) : {});
}

const ask = <T>(address: string) =>
  queryOptions({ queryKey: [address], queryFn: ({ signal }) => get<T>(address, signal) });

const of = (org: string | undefined) => stringifySearch({ authority: org });

export const codebookOf = () => ({ ...ask<CodebookView>('/api/v1/codebook'), staleTime: Infinity });
export const authoritiesOf = () => ask<AuthorityListView>('/api/v1/authorities');
export const cardOf = (code: string, org: string | undefined) =>
  ask<ConsultationCard>(`/api/v1/consultations/${encodeURIComponent(code)}${of(org)}`);
export const batchesOf = (org: string | undefined) => ask<BatchListView>(`/api/v1/batches${of(org)}`);
export const batchOf = (id: string) => ask<ReceiptView>(`/api/v1/batches/${encodeURIComponent(id)}`);

/** As many rows of a selection as the page shows; a page fetched once is not fetched again for "show more". */
export function consultationsOf(search: ListSearch, org: string | undefined, pages: QueryClient) {
  const address = listQuery(search, org);
  const wanted = search.ile ?? PAGE;
  return queryOptions({
    queryKey: [address, wanted],
    queryFn: async (): Promise<ConsultationListView> => {
      const start = `${address}${address.includes('?') ? '&' : '?'}limit=${PAGE}`;
      const list = await pages.fetchQuery(ask<ConsultationListView>(start));
      const items = [...list.items];
      let next = list.links.next;
      while (next !== null && items.length < wanted) {
        const { pathname, search: query } = new URL(next, location.origin);
        const page = await pages.fetchQuery(ask<ConsultationListView>(pathname + query));
        items.push(...page.items);
        next = page.links.next;
      }
      return { ...list, items, links: { ...list.links, next } };
    },
  });
}
