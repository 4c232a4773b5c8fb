import { wordsOf } from '../personal-header';
import { columnName } from './reader';

/** What form tools call a column that belongs to the question before it, or above it. */
const COMPANION =
  /^(?:wartosc|wartosci|punkty|pkt|punktacja|liczba punktow|ocena|wynik|odpowiedz|odpowiedz otwarta|komentarz|uwagi|uzasadnienie|inne|inne jakie|value|points|score|answer|response|open ended response|comments?|feedback|other|other please specify)$/;
/** More letters than any of them has. */
const LONGEST = 40;
/** What adds nothing to its question. */
export const ADDS_NOTHING = ['Response', 'Open-Ended Response'];

const isCompanion = (cell: string): boolean => cell.length <= LONGEST && COMPANION.test(wordsOf(cell));

/** Names of a header of one row, and the first of them that stands for several columns which nothing tells apart. */
export interface Apart {
  names: string[];
  unclear: string | null;
}

/**
 * Tells columns of one name apart by the question before them: "Pytanie 1", "wartość", "Pytanie 2", "wartość" become
 * "Pytanie 1 / wartość" and so on. Only words that form tools repeat are: a question asked twice keeps its own words.
 */
export function toldApart(cells: string[], join = ' / '): Apart {
  const plain = cells.map(columnName);
  const times = timesOf(plain);
  const isRepeated = plain.map((name) => times.get(name)! > 1 && isCompanion(name));
  let owner: string | null = null;
  const owned = plain.map((name, at) => {
    if (!isRepeated[at]) owner = name || null;
    return isRepeated[at] ? owner && `${owner}${join}${name}` : name;
  });
  const found = timesOf(owned);
  const wrong = owned.findIndex((name, at) => isRepeated[at] && (name === null || found.get(name)! > 1));
  return wrong < 0 ? { names: owned as string[], unclear: null } : { names: cells, unclear: plain[wrong]! };
}

function timesOf(names: (string | null)[]): Map<string | null, number> {
  const times = new Map<string | null, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return times;
}

/**
 * Whether the second row of a table goes on with its header, for certain: it is all names, words of form tools are among
 * them that stand in no row below, and with the row above it names every column once.
 */
export function isSecondHeaderRow(upper: string[], second: string[], below: string[][]): boolean {
  const [above, names] = [upper.map(columnName), second.map(columnName)];
  const known = names.flatMap((name, at) => (isCompanion(name) ? [at] : []));
  if (known.length === 0 || above[0] === '' || names.some((name) => /^[\d\s.,:/-]+$/.test(name)))
    return false;
  const isOfTool = known.some((at) => ADDS_NOTHING.includes(names[at]!));
  if (!isOfTool && !isSubdivision(above, names, known.length)) return false;
  if (known.some((at) => below.some((row) => columnName(row[at] ?? '') === names[at]))) return false;
  let carried = '';
  const pairs = names.map((name, at) => {
    carried = above[at] || carried;
    return `${carried}\0${name}`;
  });
  return new Set(pairs).size === pairs.length;
}

/** Names below a row with gaps, or the same few words below every name: rows of values are neither. */
function isSubdivision(above: string[], names: string[], known: number): boolean {
  const given = names.filter((name) => name !== '');
  const hasGaps = names.some((name, at) => name !== '' && (above[at] ?? '') === '');
  const isRepeated = new Set(given).size < given.length;
  return known > 1 && isRepeated && (hasGaps || known === given.length);
}
