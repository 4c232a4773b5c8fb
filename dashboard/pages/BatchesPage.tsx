import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { BatchListView, BatchView } from '../../server/publish/batch.view';
import { stringifySearch } from '../address';
import { useAnswer } from '../answers';
import { ask } from '../api';
import { useLabels } from '../language';
import { isMarked } from '../mark';
import { useBatchSpeech } from './batchWords';
import { bound } from '../words';
import { useAuthority, useDocumentTitle } from './authority';
import { Heads } from './Heads';
import { Pending } from './Waiting';

/** For those who may bring files in; nobody else fetches it. */
const BringIn = lazy(() => import('../intake/BringIn'));

/** Every file that came in, with what became of its rows. */
export function BatchesPage() {
  const { words } = useBatchSpeech();
  const { org, name } = useAuthority();
  const query = useAnswer(ask<BatchListView>(`/api/v1/batches${stringifySearch({ authority: org })}`));
  useDocumentTitle(words.batches.title);
  const items = query.isOld ? undefined : query.data?.items;
  return (
    <>
      <div className="head">
        <h1 className="say" tabIndex={-1}>
          {items
            ? bound([org && name, headline(items, words.batches)].filter(Boolean).join(': '))
            : words.batches.title}
        </h1>
      </div>
      {isMarked() && (
        <Suspense>
          <BringIn />
        </Suspense>
      )}
      <section aria-label={words.batches.title}>
        {!items && <Pending of={query} rows={5} />}
        {items && items.length > 0 && <BatchTable items={items} />}
      </section>
    </>
  );
}

function headline(items: BatchView[], words: ReturnType<typeof useBatchSpeech>['words']['batches']): string {
  if (items.length === 0) return `${words.none}.`;
  return `${words.headline(
    items.length,
    items.reduce((sum, { accepted }) => sum + accepted, 0),
  )}.`;
}

function BatchTable({ items }: { items: BatchView[] }) {
  const { words } = useBatchSpeech();
  const { columns } = words.batches;
  const numbers: string[] = [columns.rows, columns.accepted, columns.rejected];
  return (
    <table className="tbl cards batches">
      <caption>{words.batches.caption}</caption>
      <Heads of={Object.values(columns)} numbers={numbers} />
      <tbody>
        {items.map((batch) => (
          <Row key={batch.id} batch={batch} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ batch }: { batch: BatchView }) {
  const { words, formats } = useBatchSpeech();
  const labels = useLabels();
  const { columns } = words.batches;
  return (
    <tr>
      <th scope="row">
        <Link to="/zasilanie/$partia" params={{ partia: String(batch.id) }}>
          {batch.file}
        </Link>
        <small>
          {words.batch.crumb(batch.id)} · {batch.authority}
        </small>
      </th>
      <td data-l={columns.type} className="full">
        {labels.type(batch.type)}
      </td>
      <td data-l={columns.at} className="full">
        {formats.instant(batch.taken_in_at)}
      </td>
      <td data-l={columns.rows} className="r">
        {formats.number(batch.rows)}
      </td>
      <td data-l={columns.accepted} className="r">
        {formats.number(batch.accepted)}
      </td>
      <td data-l={columns.rejected} className="r">
        {formats.number(batch.rejected)}
      </td>
      <td data-l={columns.state}>{words.batches.states[batch.state] ?? batch.state}</td>
    </tr>
  );
}
