import { useSpeech } from '../language';

/** A checksum by its two ends; the whole of it on demand. */
export function Checksum({ sum }: { sum: string }) {
  const { words } = useSpeech();
  return (
    <details className="sum">
      <summary>
        <code>
          {sum.slice(0, 6)}…{sum.slice(-4)}
        </code>
        <span className="vh">, {words.source.wholeSum}</span>
      </summary>
      <code>{sum}</code>
    </details>
  );
}
