import { useState } from 'react';
import { copyText } from '../copy';
import { useDataSpeech } from './words';

/** Copies a text and says whether it did. */
export function CopyButton({ text, name, of }: { text: string; name: string; of?: string }) {
  const { own } = useDataSpeech();
  const [said, say] = useState('');
  return (
    <p className="copying">
      <button
        type="button"
        className="btn"
        onClick={() =>
          void copyText(text).then(
            () => say(own.cite.copied),
            () => say(own.cite.failed),
          )
        }
      >
        {name}
        {of && <span className="vh">: {of}</span>}
      </button>
      <output>{said}</output>
    </p>
  );
}
