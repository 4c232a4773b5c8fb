import { Link } from '@tanstack/react-router';
import type { RecordView } from '../../server/intake/record.view';
import { useRecordSpeech } from './words';

/** Which file and line a record comes from, and how it stood before. */
export function Source({ record }: { record: RecordView }) {
  const { records, formats } = useRecordSpeech();
  return (
    <section>
      <div className="sec">
        <h2>{records.source}</h2>
      </div>
      <p className="text">
        <BatchLink batch={record.batch} />, {record.file}, {records.line(record.line)};{' '}
        {records.since(formats.instant(record.valid_from))}
      </p>
      {record.earlier.length > 0 && (
        <>
          <h3 className="minor">{records.earlier}</h3>
          <ul className="versions">
            {record.earlier.map((version) => (
              <li key={version.revision}>
                <b>{records.version(version.revision)}</b>{' '}
                {records.stood(formats.instant(version.valid_from), formats.instant(version.valid_to))}:{' '}
                <BatchLink batch={version.batch} />; {records.endedBy(version.ended_by)},{' '}
                {version.reason === null ? records.noReason : records.because(version.reason)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function BatchLink({ batch }: { batch: number }) {
  const { records } = useRecordSpeech();
  return (
    <Link to="/zasilanie/$partia" params={{ partia: String(batch) }}>
      {records.from(batch)}
    </Link>
  );
}
