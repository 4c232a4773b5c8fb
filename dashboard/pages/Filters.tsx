import { useRef, useState, useSyncExternalStore } from 'react';
import type { ConsultationListView, FacetValue } from '../../server/publish/consultation.view';
import { choices, FILTER_KEYS, FILTERS, type Filter, type ListSearch } from '../address';
import { useLabels, useSpeech, type Labels } from '../language';
import type { Words } from '../words.pl';
import type { Formats } from '../words';
import { Mark } from './marks';

interface Props {
  list: ConsultationListView | undefined;
  search: ListSearch;
  onToggle: (key: Filter, value: string) => void;
}

/** The field of the record that names a filter and its values. */
const FIELD: Partial<Record<Filter, string>> = {
  rodzaj: 'matter_type',
  forma: 'forms',
  temat: 'topics',
  jedn: 'unit_name',
  adresat: 'addressee',
};
const OPEN_AT_FIRST: Filter[] = ['stan', 'rodzaj'];

export const filterName = (key: Filter, labels: Labels, words: Words): string =>
  FIELD[key] ? labels.field(FIELD[key]) : words.list.facet[key];

export function filterValue(key: Filter, value: string, labels: Labels): string {
  if (key === 'stan') return labels.status(value);
  return FIELD[key] ? labels.code(FIELD[key], value) : value;
}

/** Filters beside the list on a desk; in a sheet from the bottom on anything narrower. */
export function Filters({ list, search, onToggle }: Props) {
  const { words } = useSpeech();
  const beside = useWide();
  const sheet = useRef<HTMLDialogElement>(null);
  const facets = <Facets list={list} search={search} onToggle={onToggle} />;
  if (beside) return facets;
  return (
    <>
      <button type="button" className="btn open-filters" onClick={() => sheet.current?.showModal()}>
        {words.list.filtersChosen(choices(search).length)}
      </button>
      <dialog className="sheet" ref={sheet} aria-label={words.list.filters}>
        <header>
          <h2>{words.list.filters}</h2>
          <button type="button" className="ctl" onClick={() => sheet.current?.close()}>
            {words.list.close}
          </button>
        </header>
        {facets}
        <footer>
          <button type="button" className="btn pri" onClick={() => sheet.current?.close()}>
            {words.list.show(list?.meta.total ?? 0)}
          </button>
        </footer>
      </dialog>
    </>
  );
}

function Facets({ list, search, onToggle }: Props) {
  const { words, formats } = useSpeech();
  const labels = useLabels();
  if (!list) return null;
  return (
    <div className="facets">
      {FILTER_KEYS.map((key) => (
        <Facet
          key={key}
          name={filterName(key, labels, words)}
          open={OPEN_AT_FIRST.includes(key)}
          chosen={search[key] ?? []}
          values={arranged(key, list.meta.facets[FILTERS[key]], search[key] ?? [], labels, formats)}
          onToggle={(value) => onToggle(key, value)}
        />
      ))}
    </div>
  );
}

interface Arranged extends FacetValue {
  label: string;
}

interface FacetProps {
  name: string;
  open: boolean;
  chosen: string[];
  values: Arranged[];
  onToggle: (value: string) => void;
}

/** One filter: its values with the number of records each would leave. */
function Facet({ name, open, chosen, values, onToggle }: FacetProps) {
  const { formats } = useSpeech();
  const [first] = useState(open || chosen.length > 0);
  if (values.length === 0) return null;
  return (
    <details className="facet" open={first}>
      <summary>
        {name}
        {chosen.length > 0 && <span>{formats.number(chosen.length)}</span>}
        <Mark shape="down" />
      </summary>
      <ul>
        {values.map(({ value, label, count }) => (
          <li key={value}>
            <label className="pick">
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
              <span>{label}</span>
              <b>{formats.number(count)}</b>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Values keep their place whatever is chosen: codes as in the codebook, years downwards, texts by the alphabet. */
function arranged(
  key: Filter,
  values: FacetValue[],
  chosen: string[],
  labels: Labels,
  { collator }: Formats,
): Arranged[] {
  const unmet = chosen.filter((value) => !values.some((one) => one.value === value));
  const all = [...values, ...unmet.map((value) => ({ value, count: 0 }))];
  const order = key === 'stan' ? labels.statuses : FIELD[key] ? labels.codes(FIELD[key]) : [];
  const named = all.map((one) => ({ ...one, label: filterValue(key, one.value, labels) }));
  if (order.length > 0) return named.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  const alphabetic = named.sort((a, b) => collator.compare(a.label, b.label));
  return key === 'rok' ? alphabetic.reverse() : alphabetic;
}

const WIDE = '(min-width: 1100px)';

function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(WIDE);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(WIDE).matches,
  );
}
