import { useState } from 'react';
import { Mark } from '../pages/marks';
import type { ContentProps } from './Content';
import { shaped } from './shape';
import { useIntakeSpeech } from './words';

/** The mapping itself, for what the tables do not offer. */
export function JsonEditor({ mapping, onChange }: ContentProps) {
  const { intake } = useIntakeSpeech();
  const [text, setText] = useState(() => JSON.stringify(mapping, null, 2));
  const [wrong, setWrong] = useState<string | null>(null);
  const use = () => {
    try {
      const next = shaped(JSON.parse(text));
      setWrong(next ? null : intake.noMapping);
      if (next) onChange(next);
    } catch (error) {
      setWrong(intake.wrongJson((error as Error).message));
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
            {wrong}
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
