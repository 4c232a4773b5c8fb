import type { DatasetFileView, DatasetView } from '../../server/publish/dataset.view';
import { Checksum } from '../pages/Checksum';
import { Heads } from '../pages/Heads';
import { bound } from '../words';
import { sizeOf } from './size';
import { useDataSpeech } from './words';

/** A sheet for people first, then the rest in the order of the server. */
const ORDER = ['excel_csv', 'csv', 'arrow', 'codebook_csv'];

/** The files of a data set: a button that says what comes, what it is, and its checksum. */
export function Files({ dataset }: { dataset: DatasetView }) {
  const { own, formats } = useDataSpeech();
  const { caption, columns } = own.files;
  const files = [...dataset.files].sort((a, b) => ORDER.indexOf(a.format) - ORDER.indexOf(b.format));
  return (
    <>
      <table className="tbl cards files">
        <caption>{caption(bound(dataset.label[formats.language]))}</caption>
        <Heads of={[columns.format, columns.forWhom, columns.sum]} />
        <tbody>
          {files.map((file, i) => (
            <Entry key={file.format} file={file} dataset={dataset} isFirst={i === 0} />
          ))}
        </tbody>
      </table>
      <p className="tnote">{own.files.note}</p>
    </>
  );
}

interface EntryProps {
  file: DatasetFileView;
  dataset: DatasetView;
  isFirst: boolean;
}

function Entry({ file, dataset, isFirst }: EntryProps) {
  const { own } = useDataSpeech();
  const { names, about, get, columns } = own.files;
  const { value, unit } = sizeOf(file.bytes);
  const rows = file.format === 'codebook_csv' ? dataset.columns.length : dataset.rows;
  return (
    <tr>
      <th scope="row">
        <a className={isFirst ? 'btn pri' : 'btn'} href={file.href} download={file.file_name}>
          {get(names[file.format] ?? file.format, rows, own.bytes(value, unit))}
        </a>
      </th>
      <td className="full">{about[file.format]}</td>
      <td data-l={columns.sum} className="full">
        <Checksum sum={file.sha256} />
      </td>
    </tr>
  );
}
