import { Link } from '@tanstack/react-router';
import type { RecordListView, RecordNameView } from '../../server/intake/record.view';
import { one, useAddress } from '../access/address';
import { TextField } from '../access/controls';
import { Form } from '../access/Form';
import { Head } from '../access/Head';
import { useLive } from '../access/live';
import { useLabels } from '../language';
import { Heads } from '../pages/Heads';
import { Pending } from '../pages/Waiting';
import { identityOf } from './codebook';
import { formPathOf, listAddress } from './address';
import { titled } from './RecordsPage';
import { useRecordSpeech } from './words';

interface Props {
  type: string;
  authority: string;
}

/** The records of one type: found by code and name, each leads to its form. */
export function ListPart({ type, authority }: Props) {
  const { records } = useRecordSpeech();
  const labels = useLabels();
  const [search, go] = useAddress((raw) => ({ szukaj: one(raw, 'szukaj'), strona: one(raw, 'strona') }));
  const page = Math.max(1, Number(search.strona) || 1);
  const address = listAddress(type, authority, { search: search.szukaj, page });
  const { data, error, reload } = useLive<RecordListView>(address);
  return (
    <>
      <nav className="crumb" aria-label={records.title}>
        <Link to="/$" params={{ _splat: 'rekordy' }}>
          {records.allTypes}
        </Link>
      </nav>
      <Head title={titled(labels.type(type))}>
        <p className="btns">
          <Link className="btn" to="/$" params={{ _splat: formPathOf(type) }}>
            {records.add}
          </Link>
        </p>
      </Head>
      <section aria-label={titled(labels.type(type))}>
        <Form
          key={search.szukaj}
          submit={records.show}
          className="find"
          act={async ({ szukaj }) => go({ szukaj: szukaj || undefined })}
        >
          <TextField
            name="szukaj"
            label={records.search}
            hint={records.searchHint}
            defaultValue={search.szukaj ?? ''}
            autoComplete="off"
            maxLength={200}
          />
        </Form>
        {!data && <Pending of={{ error, retry: () => void reload() }} rows={8} />}
        {data && <Found type={type} list={data} go={(next) => go({ ...search, strona: String(next) })} />}
      </section>
    </>
  );
}

function Found({ type, list, go }: { type: string; list: RecordListView; go: (page: number) => void }) {
  const { records } = useRecordSpeech();
  const { total, page, per_page } = list.meta;
  const pages = Math.max(1, Math.ceil(total / per_page));
  return (
    <>
      <p className="results">
        <output>{records.found(total)}</output>
      </p>
      {list.items.length === 0 ? (
        <p className="text empty">{records.none}</p>
      ) : (
        <Names type={type} items={list.items} />
      )}
      {pages > 1 && (
        <p className="btns pager">
          {page > 1 && (
            <button type="button" className="btn" onClick={() => go(page - 1)}>
              {records.earlierPage}
            </button>
          )}
          <span>{records.page(page, pages)}</span>
          {page < pages && (
            <button type="button" className="btn" onClick={() => go(page + 1)}>
              {records.nextPage}
            </button>
          )}
        </p>
      )}
    </>
  );
}

function Names({ type, items }: { type: string; items: RecordNameView[] }) {
  const { records } = useRecordSpeech();
  const labels = useLabels();
  const identity = identityOf(labels.codebook, type);
  const isNamed = items.some(({ label }) => label !== null);
  const heads = [...identity.map((name) => labels.field(name, type)), ...(isNamed ? [records.label] : [])];
  const isCoded = type === 'consultation';
  return (
    <table className="tbl cards">
      <caption>{records.caption(titled(labels.type(type)))}</caption>
      <Heads of={[...heads, ...(isCoded ? [records.code] : [])]} />
      <tbody>
        {items.map((item) => (
          <tr key={Object.values(item.identity).join('\u001f')}>
            <th scope="row">
              <Link to="/$" params={{ _splat: formPathOf(type) }} search={item.identity as object}>
                {item.identity[identity[0]!]}
              </Link>
            </th>
            {identity.slice(1).map((name, i) => (
              <td key={name} data-l={heads[i + 1]} className="full">
                {item.identity[name]}
              </td>
            ))}
            {isNamed && (
              <td data-l={records.label} className={item.label ? 'full' : 'full none'}>
                {item.label ?? records.noLabel}
              </td>
            )}
            {isCoded && (
              <td data-l={records.code} className="full">
                <Link to="/$" params={{ _splat: `kodowanie/${item.identity['code']!}` }}>
                  {records.code}
                </Link>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
