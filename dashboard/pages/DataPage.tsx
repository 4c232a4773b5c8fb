import type { DatasetListView, DatasetView } from '../../server/publish/dataset.view';
import { useAnswer } from '../answers';
import { stringifySearch } from '../address';
import { ask } from '../api';
import { Chips } from '../charts/Chips';
import { Columns } from '../data/Columns';
import { Citation } from '../data/Citation';
import { Files } from '../data/Files';
import { Snippets } from '../data/Snippets';
import { useDataSpeech } from '../data/words';
import { bound } from '../words';
import { useAuthority, useDocumentTitle } from './authority';
import { Pending } from './Waiting';

/** What can be taken home: every data set with its files, its columns, how to cite it and how to read it. */
export function DataPage() {
  const { own } = useDataSpeech();
  const { org, name } = useAuthority();
  const query = useAnswer(ask<DatasetListView>(`/api/v1/datasets${stringifySearch({ authority: org })}`));
  // Files of another authority must never stand under this one's name.
  const list = query.isOld ? undefined : query.data;
  useDocumentTitle(own.title);
  return (
    <>
      <div className="grid data-head">
        <div className="c8 head">
          <h1 className="say" tabIndex={-1}>
            {list ? headline(list, name ?? list.authority, own) : own.title}
          </h1>
          {list ? <Opening list={list} /> : <Pending of={query} rows={10} height={54} />}
        </div>
        {list && (
          <aside className="c4 side" aria-label={own.cite.title}>
            <Citation list={list} />
          </aside>
        )}
      </div>
      {list?.items.map((dataset) => (
        <Dataset key={dataset.code} dataset={dataset} />
      ))}
    </>
  );
}

const headline = ({ items }: DatasetListView, name: string, own: ReturnType<typeof useDataSpeech>['own']) =>
  own.headline(
    name,
    items.length,
    items.reduce((sum, { rows }) => sum + rows, 0),
  );

/** On which state of the records the files stand, and what an empty cell and a status in them mean. */
function Opening({ list }: { list: DatasetListView }) {
  const { own, formats } = useDataSpeech();
  const { meta, licence } = list;
  return (
    <>
      <p className="lead">{own.lead}</p>
      <Chips
        items={[
          own.snapshot(meta.snapshot),
          own.asOf(formats.day(meta.as_of)),
          own.method(meta.method),
          licence,
        ]}
        isProvisional
        word={own.notReleased}
      />
      <h2 className="minor">{own.empty.title}</h2>
      <p className="text">{own.empty.text}</p>
      <dl className="facts statuses">
        {own.statuses.map(({ code, means }) => (
          <div className="pair" key={code}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Dataset({ dataset }: { dataset: DatasetView }) {
  const { own, formats } = useDataSpeech();
  return (
    <section className="dataset" id={dataset.code}>
      <div className="sec">
        <h2>{bound(dataset.label[formats.language])}</h2>
        <p>{own.size(dataset.rows, dataset.columns.length)}</p>
      </div>
      <p className="text">{bound(dataset.about[formats.language])}</p>
      <Files dataset={dataset} />
      <Columns dataset={dataset} />
      <Snippets dataset={dataset} />
    </section>
  );
}
