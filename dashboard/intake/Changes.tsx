import type { Receipt } from '../../server/intake/imports/import.view';
import { useLabels } from '../language';
import { Heads } from '../pages/Heads';
import { useIntakeSpeech } from './words';

/** What changes in records that are known, field by field. */
export function Changes({ receipt: { changes, changed, type } }: { receipt: Receipt }) {
  const { intake } = useIntakeSpeech();
  const labels = useLabels();
  const { changesColumns: heads } = intake;
  if (changes.length === 0) return null;
  const shown = new Set(changes.map(({ record }) => record)).size;
  return (
    <section>
      <div className="sec">
        <h2>{intake.changes}</h2>
        <p>{intake.changesCount(shown, changed)}</p>
      </div>
      <table className="tbl cards">
        <caption>{intake.changesCaption}</caption>
        <Heads of={Object.values(heads)} />
        <tbody>
          {changes.map(({ record, field, before, after, hidden }) => (
            <tr key={`${record} ${field}`}>
              <th scope="row">{record}</th>
              <td data-l={heads.field}>{labels.field(field, type)}</td>
              <td data-l={heads.before}>{hidden ? intake.notShown : (before ?? intake.noValue)}</td>
              <td data-l={heads.after}>{hidden ? intake.notShown : (after ?? intake.noValue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
