import type { ReceiptView } from '../../server/publish/batch.view';
import { useLabels } from '../language';
import { useBatchSpeech } from './batchWords';

const PARTS = ['new', 'changed', 'unchanged', 'rejected'] as const;

type Counted = Pick<ReceiptView, 'type' | 'rows' | (typeof PARTS)[number]>;

/** The rows of a file and what became of them, or would; the parts add up to the whole. */
export function Reconciliation({ batch, isTried = false }: { batch: Counted; isTried?: boolean }) {
  const { words, formats } = useBatchSpeech();
  const labels = useLabels();
  const { recon } = words.batch;
  return (
    <section>
      <div className="sec">
        <h2>{isTried ? words.batch.reconTried : words.batch.reconTitle}</h2>
        <p>{labels.type(batch.type)}</p>
      </div>
      <dl className="recon">
        <div>
          <dt>{recon.rows}</dt>
          <dd>{formats.number(batch.rows)}</dd>
        </div>
        {PARTS.map((part) => (
          <div key={part} className={part === 'rejected' && batch.rejected > 0 ? 'no' : undefined}>
            <dt>{recon[part]}</dt>
            <dd>{formats.number(batch[part])}</dd>
          </div>
        ))}
      </dl>
      <p className="tnote">
        {words.batch.sumNote(
          PARTS.map((part) => formats.number(batch[part])).join(' + '),
          formats.number(batch.rows),
        )}
      </p>
    </section>
  );
}
