import type { FindingView, ReceiptView } from '../../server/publish/batch.view';
import { useBatchSpeech } from './batchWords';
import { Heads } from './Heads';
import { Mark } from './marks';

/** What was found in the file, a finding a row; an error keeps its row out, a warning does not. */
export function BatchFindings({
  batch,
  line,
  isOwn = false,
}: {
  batch: Pick<ReceiptView, 'findings' | 'findings_total'> & { id?: number };
  line: number | undefined;
  /** Whether every cell is shown: one without a value was empty. */
  isOwn?: boolean;
}) {
  const { words } = useBatchSpeech();
  const { columns } = words.batch;
  const errors = batch.findings.filter(({ accepted }) => !accepted).length;
  return (
    <section>
      <div className="sec">
        <h2>{words.batch.findings}</h2>
        {batch.findings.length > 0 && (
          <p>{words.batch.findingsCount(errors, batch.findings.length - errors)}</p>
        )}
      </div>
      {batch.findings.length === 0 ? (
        <p className="text">{words.batch.noFindings}</p>
      ) : (
        <table className="tbl cards findings">
          <caption>{words.batch.findingsCaption}</caption>
          <Heads of={Object.values(columns)} />
          <tbody>
            {batch.findings.map((finding, i) => (
              <Row key={i} finding={finding} named={finding.line === line} isOwn={isOwn} />
            ))}
          </tbody>
        </table>
      )}
      {batch.findings_total > batch.findings.length && (
        <p className="tnote">{words.batch.moreFindings(batch.findings.length, batch.findings_total)}</p>
      )}
      {batch.id !== undefined && batch.findings.length > 0 && (
        <p className="btns on-screen">
          <a className="btn" href={`/api/v1/batches/${batch.id}/findings.csv?excel=yes`} download>
            {words.batch.findingsFile}
          </a>
        </p>
      )}
      {!isOwn && batch.findings.some(({ value }) => value === null) && (
        <p className="tnote">{words.batch.hiddenNote}</p>
      )}
    </section>
  );
}

function Row({ finding, named, isOwn }: { finding: FindingView; named: boolean; isOwn: boolean }) {
  const { words, formats } = useBatchSpeech();
  const { columns, wholeRow } = words.batch;
  return (
    <tr className={named ? 'on' : undefined}>
      <td>
        <Weight accepted={finding.accepted} />
      </td>
      <th scope="row">
        <span className="narrow-word">{columns.line} </span>
        {finding.line}
        {finding.record && <small>{finding.record}</small>}
      </th>
      <td data-l={columns.column}>{finding.column ? <code>{finding.column}</code> : wholeRow}</td>
      <td data-l={columns.value}>
        <CellText finding={finding} isOwn={isOwn} />
      </td>
      <td className="full">{finding.message[formats.language]}</td>
      <td data-l={columns.rule} className="full">
        <code>{finding.rule}</code>
      </td>
    </tr>
  );
}

/** The cell as it stands in the file, blanks too; or the word that it is not shown. */
function CellText({ finding, isOwn }: { finding: FindingView; isOwn: boolean }) {
  const { words } = useBatchSpeech();
  if (finding.value === null)
    return <span className="none">{isOwn ? words.batch.emptyCell : words.batch.hiddenCell}</span>;
  return <span className={finding.accepted ? 'cell-warn' : 'cell-bad'}>{finding.value}</span>;
}

function Weight({ accepted }: { accepted: boolean }) {
  const { words } = useBatchSpeech();
  return (
    <span className={accepted ? 'mk warn' : 'mk bad'}>
      <Mark shape={accepted ? 'triangle' : 'square'} />
      <b>{accepted ? words.batch.warning : words.batch.error}</b>
    </span>
  );
}
