import { useState } from 'react';
import type { AuditListView } from '../../server/access/audit.view';
import { useAddress } from '../access/address';
import { Alarm } from '../access/Alarm';
import { Head } from '../access/Head';
import { useLive } from '../access/live';
import { download } from '../access/session';
import { SignedIn } from '../access/SignedIn';
import { Pending } from '../pages/Waiting';
import { AuditFilters } from './AuditFilters';
import { AuditTable } from './AuditTable';
import { auditQuery, auditSearch, beforeOf, type AuditSearch } from './search';
import { useAuditSpeech } from './words';

/** Who did what, when and from where; the selection stands in the address. */
export default function AuditPage() {
  const { log } = useAuditSpeech();
  return (
    <SignedIn title={log.title} isAdmin>
      {() => <Log />}
    </SignedIn>
  );
}

function Log() {
  const { log } = useAuditSpeech();
  const [search, go] = useAddress(auditSearch);
  const { data, error, reload } = useLive<AuditListView>(auditQuery(search, 'audit'));
  return (
    <>
      <Head title={log.title}>
        <p className="lead">{log.lead}</p>
      </Head>
      <section aria-label={log.title}>
        <AuditFilters key={JSON.stringify(search)} search={search} go={go} />
        {!data && <Pending of={{ error, retry: () => void reload() }} rows={10} />}
        {data && <Results list={data} search={search} go={go} />}
      </section>
    </>
  );
}

interface Props {
  list: AuditListView;
  search: AuditSearch;
  go: (search: AuditSearch) => void;
}

function Results({ list, search, go }: Props) {
  const { log } = useAuditSpeech();
  const next = beforeOf(list.links.next);
  return (
    <>
      <div className="results">
        <output>{log.found(list.meta.total)}</output>
        <CsvLink search={search} />
      </div>
      {list.items.length === 0 ? (
        <p className="text empty">{log.empty}</p>
      ) : (
        <AuditTable items={list.items} />
      )}
      <div className="after">
        {search.przed && (
          <button type="button" className="btn" onClick={() => go({ ...search, przed: undefined })}>
            {log.newest}
          </button>
        )}
        {next && (
          <button
            type="button"
            className="btn"
            onClick={() => {
              go({ ...search, przed: next });
              window.scrollTo(0, 0);
            }}
          >
            {log.next}
          </button>
        )}
      </div>
    </>
  );
}

/** A link, so that it can be copied; followed by script, so that a session that ended can be opened again. */
function CsvLink({ search }: { search: AuditSearch }) {
  const { log } = useAuditSpeech();
  const [failure, setFailure] = useState<Error | null>(null);
  const address = auditQuery(search, 'audit.csv');
  return (
    <>
      <Alarm error={failure} />
      <a
        className="more"
        href={address}
        download
        onClick={(event) => {
          event.preventDefault();
          setFailure(null);
          download(address, 'audit.csv').catch(setFailure);
        }}
      >
        {log.csv}
      </a>
    </>
  );
}
