import { Link } from '@tanstack/react-router';
import type { ReceiptView } from '../../server/publish/batch.view';
import { useAuthority } from './authority';
import { useBatchSpeech } from './batchWords';

interface Props {
  batch: ReceiptView;
  line: number;
  record: string | undefined;
}

/** Names the line of the file that the reader asked for, and leads back to the record that came from it. */
export function NamedLine({ batch, line, record }: Props) {
  const { words, formats } = useBatchSpeech();
  const { current } = useAuthority();
  const finding = batch.findings.find((one) => one.line === line);
  const code = record ?? finding?.record ?? null;
  const rejected = finding?.accepted === false;
  if (rejected)
    return (
      <p className="named">
        {words.batch.lineRejected(line)} {finding.message[formats.language]}.
      </p>
    );
  if (code && batch.type === 'consultation')
    return (
      <p className="named">
        {words.batch.lineTaken(line)}{' '}
        <Link
          className="nb"
          to="/konsultacje/$kod"
          params={{ kod: code }}
          search={batch.authority === current?.code ? {} : { org: batch.authority }}
        >
          {code}
        </Link>
        .
      </p>
    );
  return (
    <p className="named">
      {words.batch.lineUnnamed(line)} <Link to="/konsultacje">{words.batch.toList}</Link>
    </p>
  );
}
