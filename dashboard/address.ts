/** What of a page stands in its address. Keys are Polish, short and stable; defaults are left out. */

/** The filters of the list: the key in the address of the page, and the name of the parameter in the API. */
export const FILTERS = {
  stan: 'status',
  rodzaj: 'matter_type',
  forma: 'form',
  temat: 'topic',
  jedn: 'unit',
  adresat: 'addressee',
  rok: 'year',
} as const;
export type Filter = keyof typeof FILTERS;
export const FILTER_KEYS = Object.keys(FILTERS) as Filter[];

export const SORTS = ['-last_day', 'last_day', 'title', '-reported_contributions', '-index'] as const;
export type Sort = (typeof SORTS)[number];
export const PAGE = 50;

export const VIEWS = ['wykres', 'tabela', 'opis'] as const;
export type View = (typeof VIEWS)[number];

export type Raw = Record<string, unknown>;

export interface OrgSearch {
  org?: string;
}
export interface ListSearch extends Partial<Record<Filter, string[]>> {
  szukaj?: string;
  sort?: Exclude<Sort, '-last_day'>;
  ile?: number;
}
export interface OverviewSearch {
  q?: string;
  widok?: Exclude<View, 'wykres'>;
}
export interface CardSearch {
  widok?: Exclude<View, 'wykres'>;
  /** View of the score; the other is that of the course. */
  ocena?: Exclude<View, 'wykres'>;
}
type Tab = Exclude<View, 'wykres'>;
export interface IndicatorSearch {
  /** What the trend shows: scores, or the measure itself. */
  skala?: 'miara';
  trend?: Tab;
  rozklad?: Tab;
  jednostki?: Tab;
  /** Whether every listed value is shown. */
  wartosci?: 'wszystkie';
}
export interface BatchSearch {
  wiersz?: number;
  rekord?: string;
}

/** Reads the part after "?": every key with all its values, in their order. */
export function parseSearch(text: string): Raw {
  const parts = new URLSearchParams(text);
  return Object.fromEntries([...new Set(parts.keys())].map((key) => [key, parts.getAll(key)]));
}

/** Writes it back: a list as a repeated key, nothing for what is missing. */
export function stringifySearch(search: Raw): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') parts.append(key, String(one));
  const text = parts.toString();
  return text && `?${text}`;
}

function texts(value: unknown): string[] {
  const all = (Array.isArray(value) ? value : [value]).filter((one) =>
    ['string', 'number'].includes(typeof one),
  );
  return [...new Set(all.map(String))].filter((one) => one.trim() !== '');
}
const first = (value: unknown): string | undefined => texts(value)[0];
const positive = (value: unknown): number | undefined => {
  const number = Number(first(value));
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};
/** One of a closed list other than its first, which is the default and never written. */
const chosen = <T extends string>(value: unknown, known: readonly T[]): T | undefined =>
  known.slice(1).find((one) => one === first(value));

/** Leaves out what is not set, so that the address stays short. */
function set<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}

// The router lays what a check gives back over the raw address: a key that is left out would let the raw value through.
export const orgSearch = (raw: Raw): OrgSearch => ({ org: first(raw['org']) });

export function listSearch(raw: Raw): ListSearch {
  const filters = FILTER_KEYS.map((key) => {
    const values = texts(raw[key]);
    return [key, values.length > 0 ? values : undefined] as const;
  });
  const wanted = positive(raw['ile']);
  return {
    szukaj: first(raw['szukaj']),
    ...Object.fromEntries(filters),
    sort: chosen(raw['sort'], SORTS) as ListSearch['sort'],
    ile: wanted && wanted > PAGE ? wanted : undefined,
  };
}

export const overviewSearch = (raw: Raw): OverviewSearch => ({
  q: first(raw['q']),
  widok: chosen(raw['widok'], VIEWS) as OverviewSearch['widok'],
});
export const cardSearch = (raw: Raw): CardSearch => ({
  widok: chosen(raw['widok'], VIEWS) as CardSearch['widok'],
  ocena: chosen(raw['ocena'], VIEWS) as CardSearch['ocena'],
});
export const indicatorSearch = (raw: Raw): IndicatorSearch => ({
  skala: chosen(raw['skala'], ['ocena', 'miara']) as IndicatorSearch['skala'],
  trend: chosen(raw['trend'], VIEWS) as IndicatorSearch['trend'],
  rozklad: chosen(raw['rozklad'], VIEWS) as IndicatorSearch['rozklad'],
  jednostki: chosen(raw['jednostki'], VIEWS) as IndicatorSearch['jednostki'],
  wartosci: chosen(raw['wartosci'], ['ostatnie', 'wszystkie']) as IndicatorSearch['wartosci'],
});
export const batchSearch = (raw: Raw): BatchSearch => ({
  wiersz: positive(raw['wiersz']),
  rekord: first(raw['rekord']),
});

/** The list with one value of a filter added or taken away; the count of shown rows starts anew. */
export function toggled(search: ListSearch, key: Filter, value: string): ListSearch {
  const now = search[key] ?? [];
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  return set<ListSearch>({ ...search, ile: undefined, [key]: next.length > 0 ? next : undefined });
}

/** Every chosen value of every filter, in the order of the filters. */
export const choices = (search: ListSearch): { key: Filter; value: string }[] =>
  FILTER_KEYS.flatMap((key) => (search[key] ?? []).map((value) => ({ key, value })));

/** The address of the API for this selection. */
export function listQuery(search: ListSearch, org: string | undefined): string {
  const filters = FILTER_KEYS.map((key) => [FILTERS[key], search[key]] as const);
  return `/api/v1/consultations${stringifySearch({
    authority: org,
    search: search.szukaj,
    ...Object.fromEntries(filters),
    sort: search.sort,
  })}`;
}
