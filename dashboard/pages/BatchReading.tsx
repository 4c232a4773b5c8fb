import type { ReceiptView } from '../../server/publish/batch.view';
import { useLabels } from '../language';
import { useBatchSpeech } from './batchWords';

/** How a file was read: encoding, marks, header, and its checksum. */
export function BatchReading({ batch }: { batch: ReceiptView }) {
  const { words, formats } = useBatchSpeech();
  const labels = useLabels();
  const sign = (value: string | number) => words.batch.signs[String(value)] ?? String(value);
  return (
    <>
      <h2>{words.batch.read}</h2>
      <dl className="facts">
        <dt>{words.batch.type}</dt>
        <dd>{labels.type(batch.type)}</dd>
        <dt>{words.batch.at}</dt>
        <dd>{formats.instant(batch.taken_in_at)}</dd>
        {batch.reason && (
          <>
            <dt>{words.batch.reason}</dt>
            <dd>{batch.reason}</dd>
          </>
        )}
        {inOrder(batch.dialect, Object.keys(words.batch.dialect)).map(([name, value]) => (
          <div key={name} className="pair">
            <dt>{words.batch.dialect[name] ?? <code>{name}</code>}</dt>
            <dd>{sign(value)}</dd>
          </div>
        ))}
        <dt>{words.batch.sum}</dt>
        <dd>
          <code>{batch.sha256}</code>
        </dd>
      </dl>
    </>
  );
}

/** What is known first comes first; anything else a reader says of a file follows. A workbook has no encoding. */
function inOrder(dialect: ReceiptView['dialect'], order: string[]) {
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(dialect)
    .flatMap(([name, value]): [string, string | number][] => (value === null ? [] : [[name, value]]))
    .sort(([a], [b]) => rank(a) - rank(b));
}
