import { piecesOf } from './guess';
import type { Mapping } from './mapping';
import { useLabels } from '../language';
import { Mark } from '../pages/marks';
import { CodesTable } from './CodesTable';
import type { Column } from './columns';
import { fieldOf, withGiven } from './mapping';
import { useIntakeSpeech } from './words';

interface Props {
  column: Column;
  field: string;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** What else has to be said of some kinds of fields: how days are written, how lists are cut, what words mean. */
export function FieldDetails(props: Props) {
  const labels = useLabels();
  const known = labels.fields(props.mapping.type).find(({ name }) => name === props.field);
  const kind = known?.kind ?? '';
  return (
    <>
      {kind === 'day' && <DayPattern {...props} />}
      {LISTS.includes(kind) && <Separator {...props} />}
      {CODED.includes(kind) && <FieldCodes {...props} codes={(known?.codes ?? []).map(({ code }) => code)} />}
    </>
  );
}

const LISTS = ['codes', 'texts'];
const CODED = ['code', 'codes'];

function DayPattern({ column, field, mapping, onChange }: Props) {
  const { intake } = useIntakeSpeech();
  const own = fieldOf(mapping, column.name)?.given.date ?? '';
  const known = own in intake.dates ? intake.dates : { ...intake.dates, [own]: own };
  return (
    <label className="beside">
      {intake.date}
      <select
        className="line"
        value={own}
        onChange={({ target: { value } }) =>
          onChange(
            withGiven(mapping, field, {
              date: value || undefined,
              locale: value.includes('MMMM') ? 'pl' : undefined,
            }),
          )
        }
      >
        {Object.entries(known).map(([pattern, word]) => (
          <option key={pattern} value={pattern}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

function Separator({ column, field, mapping, onChange }: Props) {
  const { intake } = useIntakeSpeech();
  return (
    <label className="beside">
      {intake.split}
      <input
        className="line short"
        value={fieldOf(mapping, column.name)?.given.split ?? ''}
        onChange={({ target: { value } }) =>
          onChange(withGiven(mapping, field, { split: value === '' ? undefined : value }))
        }
      />
    </label>
  );
}

function FieldCodes({ column, field, mapping, onChange, codes }: Props & { codes: string[] }) {
  const { intake } = useIntakeSpeech();
  const labels = useLabels();
  const given = fieldOf(mapping, column.name)?.given ?? {};
  const chosen = given.codes ?? {};
  const pieces = piecesOf(column.distinct ?? [], given.split);
  const isOpen = pieces.some((text) => meaningOf(text, chosen, codes) === '');
  if (!given.codes && !isOpen) return null;
  const mean = (text: string, code: string) => {
    const next = { ...chosen, [text]: code === NONE ? null : code };
    if (code === '') delete next[text];
    onChange(withGiven(mapping, field, { codes: Object.keys(next).length > 0 ? next : undefined }));
  };
  return (
    <details className="fold" open={isOpen || undefined}>
      <summary>
        <Mark shape="right" />
        {intake.codesOf(column.name)}
      </summary>
      <CodesTable
        label={intake.codesOf(column.name)}
        cells={pieces}
        valueOf={(text) => meaningOf(text, chosen, codes)}
        options={[
          ['', intake.unsetCode],
          [NONE, intake.noCode],
          ...codes.map((code) => [code, labels.code(field, code, mapping.type)] as const),
        ]}
        onChange={mean}
      />
      {column.more && <p className="tnote">{intake.codesMore}</p>}
    </details>
  );
}

function meaningOf(text: string, chosen: Record<string, string | null>, codes: string[]): string {
  if (text in chosen) return chosen[text] ?? NONE;
  return codes.includes(text) ? text : '';
}

/** A value without a counterpart, among the options of a choice. */
const NONE = '-';
