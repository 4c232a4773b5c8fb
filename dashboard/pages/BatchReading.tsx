import type { ReceiptView } from '../../server/publish/batch.view';
import { useLabels, useSpeech } from '../language';

/** How a file was read: encoding, marks, header, and its checksum. */
export function BatchReading({ batch }: { batch: ReceiptView }) {
  const { words, formats } = useSpeech();
  const labels = useLabels();
  const sign = (value: string | number | null) =>
    value === null ? words.notRecorded : (words.batch.signs[String(value)] ?? String(value));
  return (
    <>
      <h2>{words.batch.read}</h2>
      <dl className="facts">
        <dt>{words.batch.type}</dt>
        <dd>{labels.type(batch.type)}</dd>
        <dt>{words.batch.at}</dt>
        <dd>{formats.instant(batch.taken_in_at)}</dd>
        {Object.entries(batch.dialect).map(([name, value]) => (
          <div key={name} className="pair">
            <dt>{words.batch.dialect[name] ?? <code>{name}</code>}</dt>
            <dd className={value === null ? 'none' : undefined}>{sign(value)}</dd>
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
