import type { PersonListView } from '../../server/access/person.view';
import { Choice, TextField } from '../access/controls';
import { Form } from '../access/Form';
import { useLive } from '../access/live';
import type { AuditSearch } from './search';
import { useAuditSpeech } from './words';

interface Props {
  search: AuditSearch;
  go: (search: AuditSearch) => void;
}

/** What of the log is shown. */
export function AuditFilters({ search, go }: Props) {
  const { log } = useAuditSpeech();
  const { przed: _page, ...chosen } = search;
  const isFiltered = Object.values(chosen).some(Boolean);
  return (
    <search aria-label={log.filters}>
      <Form
        className="cols log-filters"
        submit={log.show}
        onCancel={isFiltered ? () => go({}) : undefined}
        cancel={log.clear}
        act={async (given) =>
          go(Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim())))
        }
      >
        <TextField name="od" label={log.from} type="date" defaultValue={search.od} />
        <TextField name="do" label={log.to} type="date" defaultValue={search.do} />
        <Choices search={search} />
        <TextField
          name="szukaj"
          label={log.search}
          hint={log.searchHint}
          type="search"
          autoComplete="off"
          maxLength={100}
          defaultValue={search.szukaj}
        />
      </Form>
    </search>
  );
}

function Choices({ search }: Pick<Props, 'search'>) {
  const { log } = useAuditSpeech();
  const people = usePeople(search.osoba);
  const outcomes = [
    ['', log.anyOutcome],
    ['nie', log.done],
    ['tak', log.refused],
  ] as const;
  return (
    <>
      <Choice
        key={people.length}
        name="osoba"
        label={log.person}
        options={[['', log.anyPerson], ...people]}
        defaultValue={search.osoba ?? ''}
      />
      <Choice
        name="czyn"
        label={log.action}
        options={[['', log.anyAction], ...Object.entries(log.actions)]}
        defaultValue={search.czyn ?? ''}
      />
      <Choice name="odmowa" label={log.outcome} options={outcomes} defaultValue={search.odmowa ?? ''} />
    </>
  );
}

/** People by number, also those whose data are erased. */
function usePeople(chosen: string | undefined): (readonly [string, string])[] {
  const { log } = useAuditSpeech();
  const { data } = useLive<PersonListView>('/api/v1/people');
  const named = (data?.items ?? []).map(({ id, login }) => [String(id), login ?? log.personNo(id)] as const);
  // what the address asks for stays chosen until the names are there
  return chosen === undefined || named.some(([id]) => id === chosen)
    ? named
    : [...named, [chosen, log.personNo(chosen)]];
}
