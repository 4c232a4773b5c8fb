import { useLabels } from '../language';
import { Heads } from '../pages/Heads';
import { type Column, MOST_COLUMNS, samplesOf } from './columns';
import type { ContentProps } from './Content';
import { guess } from './guess';
import { FieldDetails } from './FieldDetails';
import { constantsOf, fieldOf, withField } from './mapping';
import { useIntakeSpeech } from './words';

/** Every column of a file of records and the field it goes into. */
export function RecordColumns(props: ContentProps) {
  const { intake } = useIntakeSpeech();
  const { preview, mapping } = props;
  const mapped = preview.header.filter((column) => fieldOf(mapping, column) !== null).length;
  const beyond = preview.columns.length - MOST_COLUMNS;
  return (
    <section>
      <div className="sec">
        <h2>{intake.mapTitle}</h2>
        <p>{intake.mapNote(mapped, preview.header.length)}</p>
      </div>
      <table className="tbl cards mapping records">
        <caption>{intake.mapCaption}</caption>
        <Heads of={Object.values(intake.mapColumns)} />
        <tbody>
          {preview.columns.slice(0, MOST_COLUMNS).map((column) => (
            <Row key={column.name} column={column} {...props} />
          ))}
        </tbody>
      </table>
      {beyond > 0 && <p className="tnote">{intake.beyond(beyond)}</p>}
    </section>
  );
}

function Row({ column, preview, mapping, onChange }: ContentProps & { column: Column }) {
  const { intake } = useIntakeSpeech();
  const labels = useLabels();
  const { mapColumns: heads } = intake;
  const found = fieldOf(mapping, column.name);
  const put = (name: string) => {
    const field = labels.fields(mapping.type).find((one) => one.name === name);
    onChange(withField(mapping, column.name, field?.name ?? null, field && guess(field, column)));
  };
  const taken = new Set(constantsOf(mapping).map(([field]) => field));
  return (
    <tr>
      <th scope="row">{column.name}</th>
      <td data-l={heads.values} className="full samples">
        <Samples column={column} />
      </td>
      <td data-l={heads.field} className="full">
        <select
          className="line"
          aria-label={`${heads.field}: ${column.name}`}
          value={found?.field ?? ''}
          onChange={({ target: { value } }) => put(value)}
        >
          <option value="">{intake.none}</option>
          {labels
            .fields(mapping.type)
            .filter(({ name }) => !taken.has(name))
            .map(({ name, required }) => (
              <option key={name} value={name}>
                {labels.field(name, mapping.type)}
                {required && ` (${intake.required})`}
              </option>
            ))}
        </select>
        {found && <FieldDetails column={column} field={found.field} mapping={mapping} onChange={onChange} />}
      </td>
      <td data-l={heads.sure}>
        {found && (
          <Certainty
            column={column.name}
            field={found.field}
            preview={preview}
            mapping={mapping}
            onChange={onChange}
          />
        )}
      </td>
    </tr>
  );
}

export function Samples({ column }: { column: Column }) {
  const { intake } = useIntakeSpeech();
  if (column.distinct === null) return <span className="none">{intake.personal}</span>;
  if (column.filled === 0) return <span className="none">{intake.empty}</span>;
  return <>{samplesOf(column)}</>;
}

function Certainty({ column, field, preview, mapping }: ContentProps & { column: string; field: string }) {
  const { intake } = useIntakeSpeech();
  const proposal = preview.proposals.find(({ type }) => type === mapping.type);
  const found = proposal?.fields.find((one) => one.field === field && one.column === column);
  if (!found) return <>{intake.yours}</>;
  if (found.confidence === 1) return <>{intake.sure}</>;
  return <>{found.confidence > 0.8 ? intake.likely : intake.guessed}</>;
}
