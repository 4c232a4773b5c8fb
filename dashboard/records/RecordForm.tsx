import { useMemo, useRef, useState, type ReactNode, type SubmitEvent } from 'react';
import type { FieldView } from '../../server/publish/codebook.view';
import type { RecordView, SavedView } from '../../server/intake/record.view';
import { Alarm } from '../access/Alarm';
import { WrongContext } from '../access/Form';
import { useLabels } from '../language';
import { identityOf } from './codebook';
import { draftOf, type Draft } from './drafts';
import { ErrorSummary } from './ErrorSummary';
import { FieldInput, ReasonField } from './FieldInput';
import { titled } from './RecordsPage';
import { useSaving } from './saving';
import { useUnsaved } from '../unsaved';
import { Warnings } from './Saved';
import { useRecordSpeech } from './words';

export interface RecordFormProps {
  type: string;
  authority: string;
  /** What makes the record itself; empty for a new one, whose form asks for it. */
  identity: Record<string, string>;
  record: RecordView | null;
  onSaved: (receipt: SavedView, identity: Record<string, string>) => Promise<void>;
}

/** A form drawn from the contract of a type: it checks without writing, and saves a correction with its reason. */
export function RecordForm(props: RecordFormProps) {
  const { type, identity, record } = props;
  const { records } = useRecordSpeech();
  const labels = useLabels();
  const form = useRef<HTMLFormElement>(null);
  const own = identityOf(labels.codebook, type);
  const fields = useMemo(
    () => labels.fields(type).filter(({ name }) => !(name in identity)),
    // the codebook is asked once a page
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [type],
  );
  const before = useMemo(() => draftOf(fields, record), [fields, record]);
  const [isTouched, setTouched] = useState(false);
  useUnsaved(isTouched, records.leave);
  const { state, send } = useSaving({ ...props, fields, own, before, onDone: () => setTouched(false) });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as unknown as { submitter: HTMLButtonElement | null };
    void send(event.currentTarget, submitter?.value === 'save' ? 'save' : 'check');
  };
  return (
    <WrongContext value={state.wrong}>
      <form
        className="form cols-wide"
        noValidate
        ref={form}
        onSubmit={submit}
        onInput={() => setTouched(true)}
      >
        <Alarm error={state.failure} />
        <ErrorSummary type={type} fields={fields} wrong={state.wrong} at={state.tries} form={form} />
        <div style={{ display: 'contents' }} inert={state.isSaving}>
          <Group title={records.identity} text={records.identityText}>
            {record && <Identity type={type} identity={identity} />}
            <Inputs fields={fields.filter(({ name }) => own.includes(name))} before={before} of={props} />
          </Group>
          <FieldGroups fields={fields.filter(({ name }) => !own.includes(name))} before={before} of={props} />
          {record && <ReasonField />}
        </div>
        <Buttons isBusy={state.isBusy} />
        <Checked type={type} isNew={!record} receipt={state.checked} isUnchanged={state.isUnchanged} />
      </form>
    </WrongContext>
  );
}

function Group({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section>
      <div className="sec">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {children}
    </section>
  );
}

interface InputsProps {
  fields: FieldView[];
  before: Draft;
  of: RecordFormProps;
}

/** The fields of the type itself, then those that another type adds to its records. */
function FieldGroups({ fields, ...rest }: InputsProps) {
  const { records } = useRecordSpeech();
  const labels = useLabels();
  const added = labels.codebook.types.find((one) => one.adds_to === rest.of.type)?.name;
  const theirs = labels.fields(added ?? '').map(({ name }) => name);
  return (
    <>
      <Group title={records.fields} text={records.fieldsText}>
        <Inputs fields={fields.filter(({ name }) => !theirs.includes(name))} {...rest} />
      </Group>
      {added && (
        <Group title={titled(labels.type(added))} text={records.fieldsText}>
          <Inputs fields={fields.filter(({ name }) => theirs.includes(name))} {...rest} />
        </Group>
      )}
    </>
  );
}

function Inputs({ fields, before, of }: InputsProps) {
  if (fields.length === 0) return null;
  return (
    <div className="inputs">
      {fields.map((field) => (
        <FieldInput key={field.name} field={field} before={before[field.name]!} of={of} />
      ))}
    </div>
  );
}

function Identity({ type, identity }: { type: string; identity: Record<string, string> }) {
  const labels = useLabels();
  return (
    <dl className="facts person-facts">
      {Object.entries(identity).map(([name, value]) => (
        <div className="pair" key={name}>
          <dt>{labels.field(name, type)}</dt>
          <dd>{labels.code(name, value, type)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The first button is what Enter presses: it writes nothing. */
function Buttons({ isBusy }: { isBusy: boolean }) {
  const { records } = useRecordSpeech();
  return (
    <p className="btns" aria-busy={isBusy || undefined}>
      <button type="submit" className="btn" value="check">
        {records.check}
      </button>
      <button type="submit" className="btn pri" value="save">
        {records.save}
      </button>
    </p>
  );
}

interface CheckedProps {
  type: string;
  isNew: boolean;
  receipt: SavedView | null;
  isUnchanged: boolean;
}

/** What a check without writing has found. */
function Checked({ type, isNew, receipt, isUnchanged }: CheckedProps) {
  const { records } = useRecordSpeech();
  return (
    <output className="checked">
      {isUnchanged && <p>{records.unchanged}</p>}
      {receipt && (
        <div className="told">
          <p className="done">{records.checked(isNew)}</p>
          <Warnings type={type} receipt={receipt} />
        </div>
      )}
    </output>
  );
}
