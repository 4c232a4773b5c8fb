import { getRouteApi } from '@tanstack/react-router';
import type { ConsultationListView } from '../../server/publish/consultation.view';
import { choices, listQuery, PAGE, toggled, type ListSearch } from '../address';
import { useAnswer } from '../answers';
import { consultationsOf } from '../api';
import { useLabels, useSpeech } from '../language';
import { useAuthority, useDocumentTitle } from './authority';
import { Chosen, Emptied } from './Chosen';
import { ConsultationTable } from './ConsultationTable';
import { Filters } from './Filters';
import { SearchBox } from './SearchBox';
import { listSentence } from './sentences';
import { Sorting } from './Sorting';
import { Pending } from './Waiting';

const route = getRouteApi('/konsultacje');

/** What changes the selection: a step the reader can go back from, or (`quiet`) a part of the last step. */
export type Choose = (change: (search: ListSearch) => ListSearch, quiet?: boolean) => void;

/** The list of consultations with its filters; all of its state stands in the address. */
export function ConsultationsPage() {
  const { words } = useSpeech();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useAnswer(consultationsOf(search, search.org));
  useDocumentTitle(words.list.title);
  const choose: Choose = (change, quiet = false) =>
    void navigate({
      search: (now) => ({ org: now.org, ...change(now) }),
      replace: quiet,
      resetScroll: false,
    });

  return (
    <>
      <div className="head">
        <h1 className="say" tabIndex={-1}>
          {list.data ? <Headline list={list.data} search={search} /> : words.list.title}
        </h1>
      </div>
      <section className="grid list" aria-label={words.list.title}>
        <div className="c3 filters">
          <SearchBox
            value={search.szukaj ?? ''}
            onSearch={(text, quiet) =>
              choose((now) => ({ ...now, ile: undefined, szukaj: text || undefined }), quiet)
            }
          />
          <Filters
            list={list.data}
            search={search}
            onToggle={(key, value) => choose((now) => toggled(now, key, value))}
          />
        </div>
        <div className="c9">
          {(list.error || !list.data) && <Pending of={list} rows={12} height={62} />}
          {list.data && !list.error && (
            <div className={list.isOld ? 'old' : undefined} aria-busy={list.isOld}>
              <Results list={list.data} search={search} choose={choose} />
            </div>
          )}
        </div>
      </section>
    </>
  );
}

function Headline({ list, search }: { list: ConsultationListView; search: ListSearch }) {
  const { words } = useSpeech();
  const labels = useLabels();
  const { name, current } = useAuthority();
  const years: [number, number] | null =
    current?.first_year && current.last_year ? [current.first_year, current.last_year] : null;
  return listSentence(list, search, { name: name ?? words.product, years }, words, labels);
}

interface ResultsProps {
  list: ConsultationListView;
  search: ListSearch & { org?: string };
  choose: Choose;
}

/** The chosen filters, how many records they leave, and those records. */
function Results({ list, search, choose }: ResultsProps) {
  const { words } = useSpeech();
  const { total } = list.meta;
  const shown = list.items.length;
  const filtered = choices(search).length > 0 || search.szukaj !== undefined;
  return (
    <>
      {filtered && <Chosen search={search} choose={choose} />}
      <div className="results">
        <output>{words.list.found(shown, total)}</output>
        {total > 1 && <Sorting value={search.sort} choose={choose} />}
      </div>
      {total > 0 ? (
        <ConsultationTable list={list} />
      ) : (
        <Emptied list={list} search={search} choose={choose} />
      )}
      <div className="after">
        {shown < total && (
          <button
            type="button"
            className="btn"
            onClick={() => choose((now) => ({ ...now, ile: (now.ile ?? PAGE) + PAGE }))}
          >
            {words.list.more(Math.min(PAGE, total - shown))}
          </button>
        )}
        <a className="more" href={listQuery(search, search.org)}>
          {words.list.json}
        </a>
      </div>
    </>
  );
}
