import type { DatasetListView } from '../../server/publish/dataset.view';
import { CopyButton } from './CopyButton';
import { useDataSpeech } from './words';

/** How to cite the data sets, under which licence they come, and on which state they stand. */
export function Citation({ list: { citation, licence, meta } }: { list: DatasetListView }) {
  const { own, formats } = useDataSpeech();
  const { cite } = own;
  const text = citation[formats.language];
  return (
    <>
      <h2>{cite.title}</h2>
      <p className="citation">{text}</p>
      <CopyButton text={text} name={cite.copy} />
      <dl className="facts wide">
        <dt>{cite.licence}</dt>
        <dd>
          {licence}
          <small>{cite.licenceText}</small>
        </dd>
        <dt>{cite.snapshot}</dt>
        <dd>
          {formats.number(meta.snapshot)}
          <small>{cite.snapshotText}</small>
        </dd>
        <dt>{cite.asOf}</dt>
        <dd>{formats.day(meta.as_of)}</dd>
        <dt>{cite.method}</dt>
        <dd>{meta.method}</dd>
        <dt>{cite.notReleased}</dt>
        <dd>
          <span className="chip prov">{own.notReleased}</span>
        </dd>
      </dl>
    </>
  );
}
