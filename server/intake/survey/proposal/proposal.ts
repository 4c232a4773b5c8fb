import type { JudgedColumn } from '../../columns';
import { attributesOf, type ProposedAttribute } from './attributes';
import { confidenceOf } from './confidence';
import { numberFrom } from '../item';
import { itemsOf, type Judged, type ProposedItem } from './items';
import { type Remark, remark } from './remark';
import { reversals } from './reversed';
import { isCalledWeight, isOfTool, isOfVisit, type Role, rolesOf } from './role';

/** The part `survey` of a mapping, but for its code and what a file cannot tell. */
export interface ProposedSurvey extends Partial<Record<Role, string | { column: string; date: string }>> {
  attributes: Record<string, ProposedAttribute>;
  items: { default: 'auto'; columns: Record<string, ProposedItem>; ignore: string[] };
  drop: string[];
}

/** How a wide file could be taken in as the answers to a survey; a person confirms it and gives the code. */
export interface SurveyProposal {
  /** From 0 to 1, to be held against the confidence of the proposed records. */
  confidence: number;
  mapping: ProposedSurvey;
  remarks: Remark[];
}

/**
 * Proposes a survey for a file by its header and first rows; null where nothing in it looks like answers. Nothing is
 * proposed for a column without a value: the whole file decides then (`auto`).
 * @param isWhole whether these rows are all of the file
 */
export function surveyProposal(
  columns: JudgedColumn[],
  mark: ',' | '.',
  isWhole: boolean,
): SurveyProposal | null {
  const drop = new Set(columns.filter((column) => column.isPersonal || isOfVisit(column)));
  const open = columns.filter((column) => !drop.has(column));
  const roles = rolesOf(open, mark);
  const named = new Set([...roles.values()].map(({ column }) => column));
  const { attributes, remarks } = attributesOf(open.filter(({ name }) => !named.has(name)));
  for (const { column } of Object.values(attributes)) named.add(column);
  const rest = open.filter(({ name }) => !named.has(name));
  const ignore = new Set(rest.filter(isOfTool));
  const items = itemsOf(
    rest.filter((column) => !ignore.has(column)),
    mark,
    isWhole,
  );
  const known = named.size + ignore.size + drop.size;
  const confidence = confidenceOf(items, known, columns);
  if (confidence === null) return null;
  const turned = turnedOf(items);
  return {
    confidence,
    mapping: {
      ...rolesIn(roles),
      attributes,
      items: {
        default: 'auto',
        columns: Object.fromEntries(items.map(({ column, item }) => [column.name, item])),
        ignore: [...ignore].map(({ name }) => name),
      },
      drop: [...drop].map(({ name }) => name),
    },
    remarks: inOrder(columns, [
      ...remarks,
      ...weightRemark(columns, roles, mark),
      ...turned,
      ...items.flatMap((one) => one.remarks),
    ]),
  };
}

const rolesIn = (roles: ReturnType<typeof rolesOf>): Pick<ProposedSurvey, Role> =>
  Object.fromEntries(
    [...roles].map(([role, { column, date }]) => [role, date === undefined ? column : { column, date }]),
  );

/** Marks the questions that run against their block. */
function turnedOf(items: Judged[]): Remark[] {
  const found = reversals(items.map(({ answered }) => answered));
  for (const { name } of found.filter(({ rule }) => rule === 'reversed_proposed'))
    items.find(({ column }) => column.name === name)!.item.reversed = true;
  return found.map(({ name, rule, reason }) => remark(name, rule, '', reason));
}

function weightRemark(columns: JudgedColumn[], roles: ReturnType<typeof rolesOf>, mark: ',' | '.'): Remark[] {
  const weight = columns.find(({ name }) => name === roles.get('weight')?.column);
  if (!weight) return columns.filter(isCalledWeight).flatMap((column) => doubtful(column, mark));
  const texts = [...weight.counts.keys()];
  const lowest = texts.reduce((least, text) => (numberOf(text) < numberOf(least) ? text : least), texts[0]!);
  return [remark(weight.name, 'weight_proposed', lowest)];
}

/** A weight that is none would be lost among the questions without a word. */
function doubtful({ name, counts, isPersonal }: JudgedColumn, mark: ',' | '.'): Remark[] {
  const texts = [...counts.keys()];
  if (texts.length === 0 || isPersonal) return [];
  const strange = texts.find((text) => (numberFrom(text, mark) ?? -1) < 0);
  return [remark(name, 'weight_doubtful', strange ?? texts[0])];
}

const numberOf = (text: string): number => Number(text.replace(',', '.'));

const inOrder = (columns: JudgedColumn[], remarks: Remark[]): Remark[] => {
  const places = new Map(columns.map(({ name }, at) => [name, at]));
  return remarks.sort((a, b) => places.get(a.column)! - places.get(b.column)!);
};
