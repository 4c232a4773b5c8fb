import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReceiptView } from '../../server/publish/batch.view';
import { useAnswer } from '../answers';
import { ask } from '../api';
import { useBatchSpeech } from './batchWords';
import { useAuthorityOf, useDocumentTitle } from './authority';
import { BatchFindings } from './BatchFindings';
import { BatchReading } from './BatchReading';
import { Mark } from './marks';
import { NamedLine } from './NamedLine';
import { Reconciliation } from './Reconciliation';
import { Pending } from './Waiting';

const route = getRouteApi('/zasilanie/$partia');

/** One file that came in: how it was read, what became of each of its rows, and what was found in it. */
export function BatchPage() {
  const { words } = useBatchSpeech();
  const { partia } = route.useParams();
  const { wiersz, rekord } = route.useSearch();
  const query = useAnswer(ask<ReceiptView>(`/api/v1/batches/${encodeURIComponent(partia)}`));
  const batch = query.isOld ? undefined : query.data;
  useAuthorityOf(batch);
  useDocumentTitle(batch ? `${batch.file}, ${words.source.batch(batch.id)}` : words.batches.title);
  return (
    <>
      <div className="crumb">
        <Link to="/zasilanie">{words.intakePage}</Link>
        <span>{words.batch.crumb(partia)}</span>
        {batch && <State batch={batch} />}
      </div>
      <div className="grid">
        <div className="c8">
          <h1 className="say" tabIndex={-1}>
            {batch ? <Headline batch={batch} /> : words.batches.title}
          </h1>
          {batch && wiersz !== undefined && <NamedLine batch={batch} line={wiersz} record={rekord} />}
          {!batch && <Pending of={query} rows={8} height={44} />}
        </div>
        {batch && (
          <div className="c4 side">
            <BatchReading batch={batch} />
          </div>
        )}
      </div>
      {batch && <Contents batch={batch} line={wiersz} />}
    </>
  );
}

function Contents({ batch, line }: { batch: ReceiptView; line: number | undefined }) {
  return (
    <>
      <Reconciliation batch={batch} />
      <BatchFindings batch={batch} line={line} />
      <Columns batch={batch} />
    </>
  );
}

function State({ batch }: { batch: ReceiptView }) {
  const { words, formats } = useBatchSpeech();
  return (
    <>
      <span className={batch.state === 'reverted' ? 'chip rev' : 'chip'}>
        {words.batches.states[batch.state] ?? batch.state}
      </span>
      <span>{formats.instant(batch.taken_in_at)}</span>
    </>
  );
}

function Headline({ batch }: { batch: ReceiptView }) {
  const { words, formats } = useBatchSpeech();
  const taken =
    words.batch.taken(batch.accepted, batch.rows, batch.file) + words.batch.rejected(batch.rejected);
  return (
    <>{batch.reverted_at ? `${taken} ${words.batch.reverted(formats.instant(batch.reverted_at))}` : taken}</>
  );
}

function Columns({ batch }: { batch: ReceiptView }) {
  const { words } = useBatchSpeech();
  return (
    <section>
      <div className="sec">
        <h2>{words.batch.columnsTitle}</h2>
      </div>
      <p className="text">
        {batch.dropped_columns.length === 0 ? words.batch.noneDropped : `${words.batch.dropped}: `}
        {batch.dropped_columns.map((column, i) => (
          <span key={column}>
            {i > 0 && ', '}
            <code>{column}</code>
          </span>
        ))}
      </p>
      <Mapping mapping={batch.mapping} />
    </section>
  );
}

function Mapping({ mapping }: Pick<ReceiptView, 'mapping'>) {
  const { words } = useBatchSpeech();
  return (
    <details className="fold">
      <summary>
        <Mark shape="right" />
        {words.batch.mapping}
      </summary>
      <pre>{JSON.stringify(mapping, null, 2)}</pre>
    </details>
  );
}
