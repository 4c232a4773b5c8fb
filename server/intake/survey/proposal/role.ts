import type { JudgedColumn } from '../../columns';
import { readingOf } from '../../check/judge';
import { RESPONSES } from '../../../contracts/record-type';
import { sourceOf } from '../../source';
import { numberFrom } from '../item';
import { headerParts, isOneOf } from './header-words';

/** What a column of a wide file can be beside an answer. */
export type Role = 'response_id' | 'submitted_at' | 'weight' | 'stratum' | 'psu' | 'fpc';

/** Headers as `headerParts` writes them, without figures. */
const HEADERS: Record<Role, RegExp> = {
  response_id:
    /^(?:id|lp|l p|nr|numer|token|uuid|identyfikator|response id|responseid|respondentid|respondent id|(?:id|nr|numer|identyfikator|kod) (?:odpowiedzi|ankiety|respondenta|formularza|zgloszenia)|submission id|entry id|case id|caseid|record id)$/,
  submitted_at:
    /^(?:timestamp|sygnatura czasowa|znacznik czasu|submitdate|date submitted|submitted(?: at| on)?|submission (?:date|time)|(?:data|czas|godzina) (?:wypelnienia|przeslania|wyslania|odpowiedzi|zlozenia|ukonczenia|zakonczenia|dodania)|wypelniono|przeslano|completion time|end ?date|date|data|completed at)$/,
  weight: /^(?:waga|wagi|weight|weights|wgt|wt|waga (?!ciala|w kg).*|.* (?:waga|weight)|weight (?!in|kg).*)$/,
  stratum: /^(?:warstwa|warstwy|stratum|strata)$/,
  psu: /^(?:psu|zespol losowania|jednostka losowania|primary sampling unit|cluster id|klaster)$/,
  fpc: /^(?:fpc|(?:wielkosc|liczebnosc) warstwy|stratum size|size of the stratum)$/,
};

/** A question may end with the word, and ask what people weigh. */
const JUST_WEIGHT = /^(?:waga|wagi|weight|weights|wgt|wt)$/;

/** Columns of the tool that made the file: neither an answer nor about who answered. */
const OF_TOOL =
  /^(?:lastpage|last page|seed|startdate|start ?date|date started|datestamp|date last action|interviewtime|interview time|total time|grouptime|czas|czas (?:wypelniania|trwania)|godzina rozpoczecia|start time|duration|duration in seconds|collectorid|collector id|status odpowiedzi|custom data|last modified time|godzina ostatniej modyfikacji)$/;
/** Addresses that the tool noted down. */
const OF_VISIT = /^(?:refurl|referrer url|referrer|user agent|useragent|link do edycji|edit link)$/;

export const isOfTool = ({ name }: JudgedColumn): boolean => isOneOf(headerParts(name), OF_TOOL);
export const isOfVisit = ({ name }: JudgedColumn): boolean => isOneOf(headerParts(name), OF_VISIT);

/** Whether a column is called like the weight of a response, whatever stands in it. */
export const isCalledWeight = ({ name }: JudgedColumn): boolean => isOneOf(headerParts(name), JUST_WEIGHT);

/** The columns that have a role, the first of each; `date` where their days need one to be read. */
export function rolesOf(
  columns: JudgedColumn[],
  mark: ',' | '.',
): Map<Role, { column: string; date?: string }> {
  const found = new Map<Role, { column: string; date?: string }>();
  for (const column of columns) {
    const parts = headerParts(column.name);
    if (isOneOf(parts, OF_TOOL) && !HEADERS.submitted_at.test(column.name.toLowerCase())) continue;
    const role = (Object.keys(HEADERS) as Role[]).find(
      (one) => !found.has(one) && isOneOf(parts, HEADERS[one]) && FITS[one](column, mark),
    );
    if (!role) continue;
    const date = role === 'submitted_at' ? orderOfDay(column) : null;
    found.set(role, { column: column.name, ...(date && { date }) });
  }
  return found;
}

const FITS: Record<Role, (column: JudgedColumn, mark: ',' | '.') => boolean> = {
  response_id: ({ cells, counts, filled }) =>
    filled > 0 &&
    filled === cells.length &&
    counts.size === filled &&
    [...counts.keys()].every((cell) => cell.length <= 80),
  submitted_at: (column, mark) =>
    column.filled > 0 && (orderOfDay(column) !== null || mostRead('submitted_on', column, mark)),
  weight: isWeight,
  stratum: ({ counts, filled }) => filled > 0 && counts.size < filled,
  psu: ({ counts, filled }) => filled > 0 && counts.size < filled,
  fpc: (column, mark) => column.filled > 0 && mostRead('stratum_size', column, mark),
};

/** Whether every cell can be taken for a field of a response. */
function mostRead(name: string, { counts }: JudgedColumn, mark: ',' | '.'): boolean {
  const field = RESPONSES.fields.find((one) => one.name === name)!;
  const source = sourceOf(field, { column: 'x' }, '', []);
  return [...counts.keys()].every((cell) => readingOf(source, cell, mark).rule === null);
}

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/\d{4}(?: .*)?$/;

/** Which number of a day with slashes is the month, where some day of the column tells; null where none does. */
function orderOfDay({ counts }: JudgedColumn): string | null {
  const days = [...counts.keys()].map((cell) => SLASHED.exec(cell));
  if (days.length === 0 || days.some((day) => day === null)) return null;
  const [first, second] = [1, 2].map((at) => Math.max(...days.map((day) => Number(day![at]))));
  if (first! > 12 === second! > 12) return null;
  return first! > 12 ? 'D/M/YYYY' : 'M/D/YYYY';
}

/** Weights are about 1 and hardly ever whole: what people weigh is neither. */
function isWeight({ counts, filled }: JudgedColumn, mark: ',' | '.'): boolean {
  const numbers = [...counts].map(([cell, times]) => [numberFrom(cell, mark), times] as const);
  if (filled === 0 || numbers.some(([number]) => number === null || number < 0)) return false;
  const mean = numbers.reduce((sum, [number, times]) => sum + number! * times, 0) / filled;
  return mean >= 0.1 && mean <= 10 && numbers.some(([number]) => !Number.isInteger(number));
}
