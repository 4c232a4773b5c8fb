import { masked } from '../../contracts/personal';
import { isNoteColumn } from '../../contracts/note-column';
import { type RecordType, recordType } from '../../contracts/record-type';
import { Refusal } from '../../store/home';
import { LIST_MARK } from '../constant';
import { isLeftOut } from '../dropped-columns';
import { type Counts, Load, type LoadTarget } from '../load';
import { writeMade } from '../made';
import type { Mapping } from '../mapping';
import { columnNames, type Part } from '../readers/reader';
import type { Source } from '../source';
import { checkPart, type FileCheck } from '../check/bulk-check';
import { type Item, itemFrom, type KnownItem, needsSummary } from './item';
import type { ItemGiven, SurveyPlan } from './plan';
import { type AttributeColumn, type ItemColumn, Responses } from './responses';
import { summaries } from './summary';

/** Fields of a response that are made of many columns. */
export const MADE = ['attributes', 'answers', 'others'];

/**
 * Takes a wide file in as a survey, its items and its responses. The whole file is looked at before the first answer is
 * coded: only then is it known which words a question has. Counts are those of responses; what is new or changed of the
 * survey or its items counts as written.
 */
export async function writeSurvey(
  check: FileCheck,
  target: LoadTarget,
  dryRun: boolean,
): Promise<Counts & { made: number }> {
  const plan = check.mapping.survey!;
  const parts: Part[] = [];
  for await (const part of check.table.parts) parts.push(part);
  const columns = await itemColumns(check, target, plan, parts);
  const attributes = attributeColumns(check, plan);
  const responses = new Responses(
    check.connection,
    columns,
    attributes,
    check.table.dialect.decimal,
    plan.nulls,
  );
  check.beside = {
    raw: [...columns, ...attributes].map(({ raw }) => raw),
    table: 'answered',
    fields: MADE,
    note: () => responses.note(),
  };
  const made = await writeFrame(check, target, plan, columns);
  const covers = {
    positions: columns.map(({ item }) => item.position),
    items: columns.map(({ item }) => item.code),
    attributes: attributes.map(({ attribute }) => attribute.name),
  };
  const load = new Load({ ...target, covers }, dryRun);
  await load.begin();
  for (const part of parts) await load.take(await checkPart(check, part));
  const counts = await load.end();
  // a survey of which nothing is taken in is not made either
  return { ...counts, made: counts.new + counts.changed + counts.unchanged === 0 ? 0 : made };
}

/** The survey and its items. Returns how many of them are new or changed. */
async function writeFrame(
  { table: { headerLine } }: FileCheck,
  target: LoadTarget,
  plan: SurveyPlan,
  columns: ItemColumn[],
): Promise<number> {
  const survey = Object.fromEntries(
    plan.facts.map(({ field, constant }) => [
      field.name,
      field.kind === 'codes' || field.kind === 'texts' ? constant?.split(LIST_MARK) : constant,
    ]),
  );
  const items = columns.map(({ item, column }) => recordOf(plan.code, item, column));
  const written = [await writeMade(framed(target, 'survey', survey), headerLine, [survey])];
  if (items[0]) written.push(await writeMade(framed(target, 'survey_item', items[0]), headerLine, items));
  return written.reduce((sum, { new: fresh, changed }) => sum + fresh + changed, 0);
}

/** The target for records of another type, with the fields that they have. */
function framed(target: LoadTarget, name: string, record: Record<string, unknown>): LoadTarget {
  const type: RecordType = recordType(name)!;
  const sources = type.fields
    .filter((field) => field.name in record)
    .map((field) => ({ field, column: null }) as unknown as Source);
  const mapping: Mapping = { ...target.mapping, type, sources };
  return { ...target, mapping };
}

const recordOf = (survey: string, item: Item, column: string): Record<string, unknown> => ({
  code: item.code,
  survey,
  position: item.position,
  text_pl: item.text.pl ?? (item.text.en === null ? masked(column) : null),
  text_en: item.text.en,
  scale: item.scale,
  lowest: item.lowest,
  highest: item.highest,
  options: item.options,
  reversed: item.reversed === null ? null : item.reversed ? 'yes' : 'no',
  construct: item.construct,
});

/** Every column that is an item. Items that are known keep their place and the places of their words. */
async function itemColumns(
  { connection, table, mapping }: FileCheck,
  { postgres, authorityId }: LoadTarget,
  plan: SurveyPlan,
  parts: Part[],
): Promise<ItemColumn[]> {
  const found = namedItems(table.header, mapping, plan);
  const seen = await summaries(
    connection,
    table,
    parts,
    found.filter(({ given }) => needsSummary(given)).map(({ at }) => at),
  );
  const { rows } = await postgres.query<KnownItem>(
    'SELECT code, position, scale, lowest::int, options FROM survey_item WHERE authority_id = $1 AND survey = $2',
    [authorityId, plan.code],
  );
  const known = new Map(rows.map((row) => [row.code, row]));
  let last = Math.max(0, ...rows.map(({ position }) => position));
  // a question may be asked of somebody by their address; its code and words are for everyone
  const codes = columnNames(found.map(({ column }) => masked(column)));
  return found.map(({ column, at, given }, i) => {
    const code = codes[i]!;
    const before = known.get(code);
    const item = itemFrom(given, {
      code,
      position: before?.position ?? ++last,
      summary: seen.get(at) ?? null,
      known: before ?? null,
      mark: table.dialect.decimal,
      nulls: plan.nulls,
    });
    return { raw: `c${at}`, column, item };
  });
}

interface NamedItem {
  column: string;
  at: number;
  given: ItemGiven;
}

function namedItems(header: string[], { personal, sources }: Mapping, plan: SurveyPlan): NamedItem[] {
  const named = [...plan.items.keys(), ...plan.dropped, ...plan.ignored];
  const missing = named.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const names = missing.map((name) => `„${name}”`).join(', ');
    throw new Refusal(`Plik nie ma kolumny ${names}`, `The file has no column ${names}`);
  }
  const taken = [...sources.map(({ column }) => column), ...plan.attributes.map(({ column }) => column)];
  return header.flatMap((column, at) => {
    const isNone =
      isNoteColumn(column) ||
      plan.ignored.includes(column) ||
      plan.dropped.includes(column) ||
      isLeftOut(personal, column);
    const given = plan.items.get(column) ?? (taken.includes(column) ? null : plan.others);
    return given && !isNone ? [{ column, at, given }] : [];
  });
}

function attributeColumns(
  { table: { header }, mapping: { personal } }: FileCheck,
  plan: SurveyPlan,
): AttributeColumn[] {
  return plan.attributes.flatMap((attribute) => {
    const at = header.indexOf(attribute.column);
    if (at < 0 && !attribute.optional)
      throw new Refusal(
        `Plik nie ma kolumny „${attribute.column}”`,
        `The file has no column “${attribute.column}”`,
      );
    return at < 0 || isLeftOut(personal, attribute.column)
      ? []
      : [{ raw: `c${at}`, column: attribute.column, attribute }];
  });
}
