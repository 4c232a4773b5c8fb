import { useState } from 'react';
import { Mark } from '../pages/marks';
import type { ContentProps } from './Content';
import type { Mapping } from './mapping';
import { useIntakeSpeech } from './words';

/** The mapping itself, for what the tables do not offer. */
export function JsonEditor({ mapping, onChange }: ContentProps) {
  const { intake } = useIntakeSpeech();
  const [text, setText] = useState(() => JSON.stringify(mapping, null, 2));
  const [wrong, setWrong] = useState<string | null>(null);
  const use = () => {
    try {
      onChange(JSON.parse(text) as Mapping);
      setWrong(null);
    } catch (error) {
      setWrong((error as Error).message);
    }
  };
  return (
    <section>
      <details className="fold">
        <summary>
          <Mark shape="right" />
          {intake.json}
        </summary>
        <p className="hint">{intake.jsonHint}</p>
        <textarea
          className="line code"
          rows={16}
          spellCheck={false}
          aria-label={intake.json}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {wrong && (
          <p className="wrong" role="alert">
            <Mark shape="square" />
            {intake.wrongJson(wrong)}
          </p>
        )}
        <p className="btns">
          <button type="button" className="btn" onClick={use}>
            {intake.useJson}
          </button>
        </p>
      </details>
    </section>
  );
}
