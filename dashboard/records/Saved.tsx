import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { SavedView } from '../../server/intake/record.view';
import { useLabels } from '../language';
import type { LastSaved } from './FormPart';
import { useRecordSpeech } from './words';

/** Tells that a record is saved, and leads to its receipt; it takes the focus. */
export function Saved({ type, last: { receipt, isNew } }: { type: string; last: LastSaved }) {
  const { records } = useRecordSpeech();
  const box = useRef<HTMLHeadingElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section className="told" aria-label={records.saved(isNew)}>
      <h3 tabIndex={-1} ref={box}>
        {records.saved(isNew)}
      </h3>
      {receipt.batch !== null && (
        <p>
          <Link to="/zasilanie/$partia" params={{ partia: String(receipt.batch) }}>
            {records.toBatch(receipt.batch)}
          </Link>
        </p>
      )}
      <Warnings type={type} receipt={receipt} />
    </section>
  );
}

/** What was taken and is worth a look, each with the name of its field. */
export function Warnings({ type, receipt: { warnings } }: { type: string; receipt: SavedView }) {
  const { records, formats } = useRecordSpeech();
  const labels = useLabels();
  if (warnings.length === 0) return null;
  return (
    <>
      <p className="strong">{records.warnings}</p>
      <ul>
        {warnings.map(({ column, rule, message }) => (
          <li key={`${column} ${rule}`}>
            {column === null ? '' : `${labels.field(column, type)}: `}
            {message[formats.language]}
          </li>
        ))}
      </ul>
    </>
  );
}
