import { useAccessSpeech } from './words';

/** Stands in for a page that broke: what happened, and the way to draw it anew. */
export function Broken({ reset }: { reset: () => void }) {
  const { own, words } = useAccessSpeech();
  return (
    <>
      <h1 tabIndex={-1}>{own.broken.title}</h1>
      <p>{own.broken.text}</p>
      <p>
        <button type="button" className="btn" onClick={reset}>
          {words.retry}
        </button>
      </p>
    </>
  );
}
