import { useEffect, useRef, type RefObject } from 'react';
import type { FieldView } from '../../server/publish/codebook.view';
import type { Wrong } from '../access/Form';
import { useLabels } from '../language';
import { REASON } from './saving';
import { useRecordSpeech } from './words';

interface Props {
  type: string;
  fields: FieldView[];
  wrong: Wrong;
  /** Which try it was: another one with the same errors is told again. */
  at: number;
  form: RefObject<HTMLFormElement | null>;
}

/** Everything that is wrong, above the form; it takes the focus, and each line leads to its field. */
export function ErrorSummary({ type, fields, wrong, at, form }: Props) {
  const { records } = useRecordSpeech();
  const labels = useLabels();
  const box = useRef<HTMLDivElement>(null);
  const names = [...fields.map(({ name }) => name), REASON, ''].filter((name) => wrong[name] !== undefined);
  useEffect(() => {
    if (at > 0) box.current?.focus();
  }, [at]);
  if (names.length === 0) return null;
  const named = (name: string) => (name === REASON ? records.reason : labels.field(name, type));
  return (
    <div className="alarm summary" role="alert" tabIndex={-1} ref={box}>
      <p className="strong">{records.wrongTitle(names.length)}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            {name === '' ? (
              wrong[name]
            ) : (
              <button type="button" className="to-field" onClick={() => focusOn(form.current, name)}>
                {named(name)}: {wrong[name]}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function focusOn(form: HTMLFormElement | null, name: string) {
  const found = form?.elements.namedItem(name);
  const field = found instanceof RadioNodeList ? found[0] : found;
  if (field instanceof HTMLElement) field.focus();
}
