import { useLabels } from '../language';
import { Heads } from '../pages/Heads';
import { type Column, MOST_COLUMNS } from './columns';
import type { ContentProps } from './Content';
import { ATTRIBUTES, ROLES, roleOf, type SurveyGiven, withItem, withRole } from './mapping';
import { ItemCodes } from './ItemCodes';
import { Samples } from './RecordColumns';
import { useIntakeSpeech } from './words';

/** Every column of a file of answers: a question, something about who answered, or nothing. */
export function SurveyColumns(props: ContentProps) {
  const { intake } = useIntakeSpeech();
  const { preview, mapping } = props;
  const { column, values } = intake.mapColumns;
  const questions = preview.header.filter((name) => roleOf(mapping, name) === 'item').length;
  const beyond = preview.columns.length - MOST_COLUMNS;
  return (
    <>
      <Remarks {...props} />
      <section>
        <div className="sec">
          <h2>{intake.mapTitle}</h2>
          <p>{intake.mapNote(questions, preview.header.length)}</p>
        </div>
        <table className="tbl cards mapping survey">
          <caption>{intake.mapCaption}</caption>
          <Heads of={[column, values, intake.role, intake.scale]} />
          <tbody>
            {preview.columns.slice(0, MOST_COLUMNS).map((one) => (
              <Row key={one.name} column={one} {...props} />
            ))}
          </tbody>
        </table>
        {beyond > 0 && <p className="tnote">{intake.beyond(beyond)}</p>}
      </section>
    </>
  );
}

function Remarks({ preview }: ContentProps) {
  const { intake, formats } = useIntakeSpeech();
  const remarks = preview.survey?.remarks ?? [];
  if (remarks.length === 0) return null;
  return (
    <section>
      <div className="sec">
        <h2>{intake.remarks(remarks.length)}</h2>
        <p>{intake.remarksNote}</p>
      </div>
      <table className="tbl cards">
        <caption className="vh">{intake.remarks(remarks.length)}</caption>
        <Heads of={Object.values(intake.remarkColumns)} />
        <tbody>
          {remarks.map(({ column, rule, message }) => (
            <tr key={`${column} ${rule}`}>
              <th scope="row">{column}</th>
              <td className="full">{message[formats.language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ column, preview, mapping, onChange }: ContentProps & { column: Column }) {
  const { intake } = useIntakeSpeech();
  const role = roleOf(mapping, column.name);
  return (
    <tr>
      <th scope="row">{column.name}</th>
      <td data-l={intake.mapColumns.values} className="full samples">
        <Samples column={column} />
      </td>
      <td data-l={intake.role} className="full">
        <select
          className="line"
          aria-label={`${intake.role}: ${column.name}`}
          value={role}
          onChange={({ target: { value } }) => {
            const proposed = preview.survey?.mapping as unknown as SurveyGiven | undefined;
            const before = { item: proposed?.items.columns[column.name], attributes: proposed?.attributes };
            onChange(withRole(mapping, column.name, value, before));
          }}
        >
          <RoleOptions own={role} />
        </select>
      </td>
      <td data-l={intake.scale} className="full">
        {role === 'item' && (
          <Question column={column} preview={preview} mapping={mapping} onChange={onChange} />
        )}
      </td>
    </tr>
  );
}

function RoleOptions({ own }: { own: string }) {
  const { intake } = useIntakeSpeech();
  const attributes = ATTRIBUTES.map((name) => `attribute ${name}`);
  const known = own.startsWith('attribute ') && !attributes.includes(own) ? [own, ...attributes] : attributes;
  return ['item', ...known, ...ROLES, 'ignore', 'drop'].map((role) => {
    const name = role.replace('attribute ', '');
    const word = role === name ? intake.roles[role] : intake.attribute(intake.attributes[name] ?? name);
    return (
      <option key={role} value={role}>
        {word}
      </option>
    );
  });
}

function Question({ column, mapping, onChange }: ContentProps & { column: Column }) {
  const { intake } = useIntakeSpeech();
  const labels = useLabels();
  const item = mapping.survey?.items.columns[column.name] ?? { scale: 'auto' };
  const isLikert = item.scale.startsWith('likert');
  return (
    <>
      <select
        className="line"
        aria-label={`${intake.scale}: ${column.name}`}
        value={item.scale}
        onChange={({ target: { value } }) =>
          onChange(withItem(mapping, column.name, { scale: value, codes: undefined, reversed: undefined }))
        }
      >
        {['auto', ...labels.codes('scale', 'survey_item')].map((scale) => (
          <option key={scale} value={scale}>
            {scale === 'auto' ? intake.autoScale : labels.code('scale', scale, 'survey_item')}
          </option>
        ))}
      </select>
      {isLikert && (
        <label className="beside">
          <input
            type="checkbox"
            checked={item.reversed === true}
            onChange={({ target: { checked } }) =>
              onChange(withItem(mapping, column.name, { reversed: checked }))
            }
          />
          {intake.reversed}
        </label>
      )}
      <ItemCodes column={column} item={item} mapping={mapping} onChange={onChange} />
    </>
  );
}
