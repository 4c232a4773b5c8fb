import type { ConsultationListView } from '../../server/publish/consultation.view';
import { choices, FILTER_KEYS, FILTERS, toggled, type Filter, type ListSearch } from '../address';
import { useLabels, useSpeech } from '../language';
import { filterName, filterValue } from './Filters';
import type { Choose } from './ConsultationsPage';
import { Mark } from './marks';

interface Props {
  search: ListSearch;
  choose: Choose;
}

const cleared = ({ sort }: ListSearch): ListSearch => (sort ? { sort } : {});
const without = (search: ListSearch, key: Filter | 'szukaj'): ListSearch => ({
  ...search,
  ile: undefined,
  [key]: undefined,
});

/** Every chosen filter as a chip that takes it away. */
export function Chosen({ search, choose }: Props) {
  const { words } = useSpeech();
  const labels = useLabels();
  const chosen = choices(search);
  const chips = chosen.map(({ key, value }) => ({
    id: `${key}-${value}`,
    text: `${filterName(key, labels, words)}: ${filterValue(key, value, labels)}`,
    remove: () => choose((now) => toggled(now, key, value)),
  }));
  const sought = search.szukaj && {
    id: 'szukaj',
    text: words.list.searched(search.szukaj),
    remove: () => choose((now) => without(now, 'szukaj')),
  };
  const all = sought ? [sought, ...chips] : chips;
  return (
    <fieldset className="chosen">
      <legend className="vh">{words.list.chosen}</legend>
      {all.map(({ id, text, remove }) => (
        <button key={id} type="button" aria-label={words.list.remove(text)} onClick={remove}>
          {text}
          <Mark shape="cross" />
        </button>
      ))}
      {all.length > 1 && (
        <button type="button" className="all" onClick={() => choose(cleared)}>
          {words.list.removeAll}
        </button>
      )}
    </fieldset>
  );
}

/** An empty list: which condition emptied it, and its removal. */
export function Emptied({ list, search, choose }: Props & { list: ConsultationListView }) {
  const { words } = useSpeech();
  const labels = useLabels();
  // The counts of a filter are made with all the others applied: counts that remain mean that this filter is to blame.
  const guilty = FILTER_KEYS.filter((key) => search[key] && list.meta.facets[FILTERS[key]].length > 0);
  const named = guilty.map((key) => ({
    key,
    text: `${filterName(key, labels, words)}: ${(search[key] ?? []).map((value) => filterValue(key, value, labels)).join(', ')}`,
  }));
  const sought = search.szukaj !== undefined && {
    key: 'szukaj' as const,
    text: words.list.searched(search.szukaj),
  };
  const offers = sought && (named.length === 0 || choices(search).length === 0) ? [sought] : named;
  if (list.meta.all === 0) return null;
  return (
    <div className="empty">
      <p className="text">
        {named.length === 1 ? words.list.emptied(named[0]!.text) : words.list.emptiedTogether}
      </p>
      <p className="btns">
        {offers.map(({ key, text }) => (
          <button key={key} type="button" className="btn" onClick={() => choose((now) => without(now, key))}>
            {words.list.remove(text)}
          </button>
        ))}
        {offers.length !== 1 && (
          <button type="button" className="btn" onClick={() => choose(cleared)}>
            {words.list.removeAll}
          </button>
        )}
      </p>
    </div>
  );
}
