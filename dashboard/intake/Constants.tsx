import { useState } from 'react';
import { Choice, TextField } from '../access/controls';
import { useLabels } from '../language';
import { Mark } from '../pages/marks';
import type { ContentProps } from './Content';
import { constantsOf, withGiven, withoutField } from './mapping';
import { useIntakeSpeech } from './words';

/** Fields that have the same value in every row, as the consultation that all rows belong to. */
export function Constants({ mapping, onChange }: ContentProps) {
  const { intake } = useIntakeSpeech();
  const labels = useLabels();
  const constants = constantsOf(mapping);
  return (
    <section>
      <details className="fold" open={constants.length > 0 || undefined}>
        <summary>
          <Mark shape="right" />
          {intake.constants}
        </summary>
        <ul className="constants">
          {constants.map(([field, value]) => (
            <li key={field}>
              <b>{labels.field(field, mapping.type)}</b>: {value}
              <button
                type="button"
                className="btn small"
                onClick={() => onChange(withoutField(mapping, field))}
              >
                {intake.removeConstant(labels.field(field, mapping.type))}
              </button>
            </li>
          ))}
        </ul>
        <AddConstant
          key={`${mapping.type} ${constants.length}`}
          fields={labels.fields(mapping.type).filter(({ name }) => mapping.fields?.[name] === undefined)}
          type={mapping.type}
          add={(field, value) => onChange(withGiven(mapping, field, { const: value, column: undefined }))}
        />
      </details>
    </section>
  );
}

interface AddProps {
  fields: ReturnType<ReturnType<typeof useLabels>['fields']>;
  type: string;
  add: (field: string, value: string) => void;
}

function AddConstant({ fields, type, add }: AddProps) {
  const { intake } = useIntakeSpeech();
  const labels = useLabels();
  const [chosen, setField] = useState(fields[0]?.name ?? '');
  // a column may have taken the chosen one since
  const field = fields.some(({ name }) => name === chosen) ? chosen : (fields[0]?.name ?? '');
  const [value, setValue] = useState('');
  const codes = fields.find(({ name }) => name === field)?.codes;
  return (
    <div className="cols">
      <Choice
        name="constant-field"
        label={intake.constantField}
        value={field}
        options={fields.map(({ name }) => [name, labels.field(name, type)] as const)}
        onChange={(name) => {
          setField(name);
          setValue('');
        }}
      />
      {codes ? (
        <Choice
          name="constant-value"
          label={intake.constantValue}
          value={value}
          options={[
            ['', intake.unsetCode],
            ...codes.map(({ code }) => [code, labels.code(field, code, type)] as const),
          ]}
          onChange={setValue}
        />
      ) : (
        <TextField
          name="constant-value"
          label={intake.constantValue}
          value={value}
          autoComplete="off"
          onChange={({ target }) => setValue(target.value)}
        />
      )}
      <p className="btns">
        <button type="button" className="btn" disabled={value === ''} onClick={() => add(field, value)}>
          {intake.addConstant}
        </button>
      </p>
    </div>
  );
}
