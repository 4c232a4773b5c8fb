import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useIndicatorSpeech } from './words';
import type { Whole } from './whole';

/** A chart that has nothing to draw: its place stays, and says in words what would be here. */
export function Empty({ title, text }: { title: string; text: ReactNode }) {
  return (
    <div className="cf nothing">
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  );
}

/** A chart in words; also what a screen reader hears of the drawing. */
export function InWords({ id, lines }: { id: string; lines: string[] }) {
  const [first, ...rest] = lines;
  return (
    <div className="text" id={`${id}-words`}>
      <p>{first}</p>
      <ul className="lines">
        {rest.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** The note of a chart, its source, and the way to all numbers. */
export function Source({ whole: { authority }, note }: { whole: Whole; note: string }) {
  const { own } = useIndicatorSpeech();
  return (
    <>
      <p>{note}</p>
      <p>
        {own.source(authority)} · <Link to="/dane">{own.values.toData}</Link>
      </p>
    </>
  );
}
