import type { DatasetView } from '../../server/publish/dataset.view';
import { Heads } from '../pages/Heads';
import { Mark } from '../pages/marks';
import { bound } from '../words';
import { useDataSpeech } from './words';

/** The columns of a data set, folded: there may be many. */
export function Columns({ dataset }: { dataset: DatasetView }) {
  const { own, formats } = useDataSpeech();
  const { open, caption, columns, types } = own.columnTable;
  return (
    <details className="fold">
      <summary>
        <Mark shape="right" />
        {open(dataset.columns.length)}
      </summary>
      <table className="tbl cards codebook">
        <caption>{caption(bound(dataset.label[formats.language]))}</caption>
        <Heads of={[columns.name, columns.label, columns.type]} />
        <tbody>
          {dataset.columns.map(({ name, type, label }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td className="full">{bound(label[formats.language])}</td>
              <td data-l={columns.type} className="full">
                {types[type] ?? type}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
