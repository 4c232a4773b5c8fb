import { use, useId } from 'react';
import type { FieldView } from '../../server/publish/codebook.view';
import { Field, type Tied, WrongContext } from '../access/Form';
import { bound } from '../words';
import { Mark } from '../pages/marks';
import type { RecordFormProps } from './RecordForm';
import { ReferenceInput } from './ReferenceInput';
import { REASON } from './saving';
import { useRecordSpeech } from './words';

interface Props {
  field: FieldView;
  /** What stands in it at first. */
  before: string | string[];
  of: Pick<RecordFormProps, 'authority' | 'record'>;
}

/** From so many characters on a text gets several lines. */
const LONG = 1000;

/** The control of one field of a contract, with its label, hint and error. */
export function FieldInput({ field, before, of }: Props) {
  const name = useFieldName(field);
  const hint = useHint(field, of);
  if (field.kind === 'codes') return <Checks field={field} label={name} ticked={before as string[]} />;
  const value = String(before);
  const isLong = field.kind === 'texts' || (field.kind === 'text' && Number(field.max) >= LONG);
  return (
    <div className={isLong ? 'wide' : undefined}>
      <Field name={field.name} label={name} hint={hint}>
        {(tied) => control(field, value, { tied, isLong, authority: of.authority })}
      </Field>
    </div>
  );
}

interface Drawn {
  tied: Tied;
  isLong: boolean;
  authority: string;
}

function control(field: FieldView, value: string, { tied, isLong, authority }: Drawn) {
  const common = { ...tied, 'aria-required': field.required || undefined, className: 'line' };
  const line = { ...common, defaultValue: value, autoComplete: 'off' };
  if (isLong) return <textarea {...line} rows={Math.min(8, 2 + Math.floor(value.length / 90))} />;
  switch (field.kind) {
    case 'code':
      return <Select field={field} value={value} common={common} />;
    case 'day':
      return <input {...line} type="date" min={String(field.min)} max={String(field.max)} />;
    case 'integer':
    case 'decimal':
      return <input {...line} inputMode={keysOf(field)} />;
    case 'url':
      return <input {...line} type="url" />;
    case 'reference':
      return <ReferenceInput input={line} of={field.of!} authority={authority} />;
    default:
      return <input {...line} />;
  }
}

/** Keys of a phone: those of numbers have no minus everywhere. */
function keysOf({ kind, min }: FieldView) {
  if (Number(min) < 0) return 'text';
  return kind === 'integer' ? 'numeric' : 'decimal';
}

/** A code that says that nothing is recorded is the empty choice. */
function Select({ field, value, common }: { field: FieldView; value: string; common: object }) {
  const { records, formats } = useRecordSpeech();
  const codes = (field.codes ?? []).filter(({ code }) => code !== field.unrecorded);
  return (
    <select {...common} defaultValue={value}>
      <option value="">{records.chooseNone}</option>
      {codes.map(({ code, label }) => (
        <option key={code} value={code}>
          {bound(label[formats.language])}
        </option>
      ))}
    </select>
  );
}

/** Several codes of a list. */
function Checks({ field, label, ticked }: { field: FieldView; label: string; ticked: string[] }) {
  const { formats } = useRecordSpeech();
  const id = useId();
  const wrong = use(WrongContext)[field.name];
  return (
    <fieldset className="checks wide" aria-describedby={wrong && `${id}-wrong`}>
      <legend>{label}</legend>
      {(field.codes ?? []).map((one) => (
        <label key={one.code} className="pick">
          <input
            type="checkbox"
            name={field.name}
            value={one.code}
            defaultChecked={ticked.includes(one.code)}
            aria-invalid={wrong ? true : undefined}
          />
          <span>{bound(one.label[formats.language])}</span>
        </label>
      ))}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          <Mark shape="square" />
          {wrong}
        </p>
      )}
    </fieldset>
  );
}

/** Why a record is corrected. */
export function ReasonField() {
  const { records } = useRecordSpeech();
  return (
    <Field name={REASON} label={`${records.reason} (${records.required})`} hint={records.reasonHint}>
      {(tied) => <textarea {...tied} className="line" rows={2} aria-required autoComplete="off" />}
    </Field>
  );
}

function useFieldName({ label, required }: FieldView): string {
  const { records, formats } = useRecordSpeech();
  const name = bound(label[formats.language]);
  return required ? `${name} (${records.required})` : name;
}

function useHint({ kind, name, restricted }: FieldView, { record }: Props['of']): string | undefined {
  const { records } = useRecordSpeech();
  if (restricted) return records.restrictedHint;
  const hints: Partial<Record<string, string>> = {
    texts: records.listHint,
    decimal: records.decimalHint,
    reference: records.referenceHint,
    pseudonym: record?.keyed.includes(name) ? records.keyedHint : records.keyHint,
  };
  return hints[kind];
}
