import { useId, type KeyboardEvent } from 'react';
import { Field } from '../access/Form';
import { useLabels } from '../language';
import type { Given } from './drafts';
import { useCodingSpeech } from './words';

interface Props {
  given: Given;
  /** Known proposals; null where there is none to give. */
  clusters: string[] | null;
  give: (given: Partial<Given>) => void;
  /** For keys that mean something on the whole desk. */
  onKey: (event: KeyboardEvent) => void;
}

/** The codes of one contribution. */
export function CodeFields({ given, clusters, give, onKey }: Props) {
  const { coding } = useCodingSpeech();
  const list = useId();
  return (
    <>
      <Choices
        name="outcome"
        from={1}
        value={given.outcome}
        onChange={(outcome) => give({ outcome })}
        onKey={onKey}
      />
      <Choices
        name="rationale_quality"
        from={0}
        value={given.rationale_quality}
        onChange={(rationale_quality) => give({ rationale_quality })}
        onKey={onKey}
      />
      {clusters && (
        <Field name="cluster" label={coding.cluster} hint={coding.clusterHint}>
          {(tied) => (
            <>
              <input
                {...tied}
                className="line"
                autoComplete="off"
                maxLength={80}
                onKeyDown={onKey}
                list={list}
                value={given.cluster ?? ''}
                onChange={({ target }) => give({ cluster: target.value === '' ? null : target.value })}
              />
              <datalist id={list}>
                {clusters.map((one) => (
                  <option key={one}>{one}</option>
                ))}
              </datalist>
            </>
          )}
        </Field>
      )}
    </>
  );
}

interface ChoicesProps extends Pick<Props, 'onKey'> {
  name: 'outcome' | 'rationale_quality';
  /** The digit of the first code. */
  from: number;
  value: string | null;
  onChange: (code: string | null) => void;
}

/** One code of a list; a digit chooses it while the group has the focus, and goes on to the next group. */
function Choices({ name, from, value, onChange, onKey }: ChoicesProps) {
  const { coding } = useCodingSpeech();
  const labels = useLabels();
  const codes = labels.codes(name, 'contribution');
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    onKey(event);
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const code = codes[Number(event.key) - from];
    if (code === undefined) return;
    event.preventDefault();
    onChange(code);
    goOn(event.currentTarget, code);
  };
  const radio = (code: string | null) => (
    <input
      type="radio"
      name={name}
      value={code ?? ''}
      checked={value === code}
      onChange={() => onChange(code)}
      onKeyDown={onKeyDown}
    />
  );
  return (
    <fieldset className="choices">
      <legend>{labels.field(name, 'contribution')}</legend>
      {codes.map((code, i) => (
        <label key={code} className="pick">
          {radio(code)}
          <span>
            <kbd>{from + i}</kbd> {labels.code(name, code, 'contribution')}
          </span>
        </label>
      ))}
      <label className="pick">
        {radio(null)}
        <span>{coding.notCoded}</span>
      </label>
    </fieldset>
  );
}

/** The focus goes to what is chosen in the next group; in the last group it goes to the code itself. */
function goOn(from: HTMLInputElement, code: string) {
  const group = from.closest('fieldset');
  const next = group?.nextElementSibling;
  const radio = next instanceof HTMLFieldSetElement ? next.querySelector<HTMLInputElement>(':checked') : null;
  (radio ?? group?.querySelector<HTMLInputElement>(`[value="${code}"]`))?.focus();
}
