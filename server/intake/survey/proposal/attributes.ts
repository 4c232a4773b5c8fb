import type { Label } from '../../../contracts/field';
import { AGE_BAND } from '../../../contracts/codes-people';
import type { JudgedColumn } from '../../columns';
import { plainWords } from '../../proposal';
import { bandOf } from '../attribute';
import { isNoAnswer } from './dont-know';
import { headerParts, isOneOf } from './header-words';
import { type Remark, remark } from './remark';

/** An attribute of who answered, as a mapping says it. */
export interface ProposedAttribute {
  column: string;
  codes?: Record<string, string | null>;
  bands?: true;
}

/** Headers as `headerParts` writes them, by the name of the attribute. */
const HEADERS: Record<string, RegExp> = {
  sex: /^(?:plec|sex|gender)$/,
  age_band:
    /^(?:wiek|age|age years|age group|grupa wiekowa|przedzial wiekowy|kategoria wiekowa|kategoria wieku|ile lat|how old are you)$/,
  district:
    /^(?:dzielnica|dzielnicy|w dzielnicy|osiedle|na osiedlu|district|neighbourhood|dzielnica zamieszkania|rejon)$/,
  education: /^(?:wyksztalcenie|poziom wyksztalcenia|education|level education|eduk|highest education)$/,
  place_size: /^(?:miejsce zamieszkania|wielkosc miejscowosci|place residence|size place)(?: .*)?$/,
  voivodeship: /^(?:wojewodztwo|voivodeship)$/,
  status: /^(?:status|status zawodowy|sytuacja zawodowa|employment(?: status)?|occupation)$/,
  language: /^(?:startlanguage|start language|jezyk|language)$/,
  party: /^(?:party|partyid|party id|partia)$/,
  mode: /^tryb studiow$/,
  year: /^rok studiow$/,
  field_of_study: /^(?:rodzaj|kierunek) studiow$/,
  role: /^(?:rola|role)$/,
};

const SEX: [code: string | null, words: RegExp][] = [
  ['f', /^(?:k|kobieta|kobiety|f|female|woman|women|zenska|w)$/],
  ['m', /^(?:m|mezczyzna|mezczyzni|male|man|men|meska)$/],
  ['other', /^(?:inna|inne|other|niebinarna|osoba niebinarna|non ?binary|different|divers)$/],
  [
    null,
    /^(?:nie chce (?:podawac|odpowiadac)|wole nie (?:podawac|odpowiadac|mowic)|prefer not to (?:say|answer)|odmowa)$/,
  ],
];
const MOST_VALUES = 40;
const LONGEST_VALUE = 200;

/** The attributes among some columns, each once, and what is to be said of them. */
export function attributesOf(columns: JudgedColumn[]): {
  attributes: Record<string, ProposedAttribute>;
  remarks: Remark[];
} {
  const attributes: Record<string, ProposedAttribute> = {};
  const remarks: Remark[] = [];
  for (const column of columns.filter(isShort)) {
    const parts = headerParts(column.name);
    const name = Object.keys(HEADERS).find((one) => isOneOf(parts, HEADERS[one]!));
    const taken = name && attributeOf(name, column);
    if (!taken || taken.name in attributes) continue;
    attributes[taken.name] = taken.given;
    if (taken.unknown)
      remarks.push(remark(column.name, 'attribute_codes_missing', [...column.counts.keys()].join(', ')));
  }
  return { attributes, remarks };
}

/** Attributes are words that come again; an age is a number. */
const isShort = ({ filled, counts }: JudgedColumn): boolean =>
  filled > 0 &&
  [...counts.keys()].every((text) => text.length <= LONGEST_VALUE) &&
  (counts.size <= MOST_VALUES ||
    [...counts.keys()].every((text) => bandOf(text) !== null || isNoAnswer(text)));

type Taken = { name: string; given: ProposedAttribute; unknown?: boolean };

function attributeOf(name: string, { name: column, counts }: JudgedColumn): Taken | null {
  const words = [...counts.keys()];
  if (name === 'sex') {
    const known = words.map(
      (word) => [word, SEX.find(([, pattern]) => pattern.test(plainWords(word)))?.[0]] as const,
    );
    const isKnown = known.every(([word, code]) => code !== undefined || isNoAnswer(word));
    const codes = Object.fromEntries(known.map(([word, code]) => [word, isKnown ? (code ?? null) : null]));
    return { name, given: { column, codes }, unknown: !isKnown };
  }
  return name === 'age_band' ? ageOf(column, words) : { name, given: { column } };
}

/** Years of age are put into bands, words of bands into ours; bands that cut across ours stay words of their own. */
function ageOf(column: string, words: string[]): Taken | null {
  const ages = words.filter((word) => !isNoAnswer(word));
  const years = ages.filter((word) => bandOf(word) !== null);
  if (years.length * 10 >= ages.length * 9) {
    // codes of answers, not years
    const isCoded = ages.every((word) => Number(word) < 10);
    return isCoded
      ? { name: 'age', given: { column } }
      : { name: 'age_band', given: { column, bands: true } };
  }
  const bands = ages.map((word) => [word, bandWithin(word)] as const);
  if (bands.some(([, band]) => band === null)) return { name: 'age', given: { column } };
  const none = words.filter(isNoAnswer).map((word) => [word, null] as const);
  return { name: 'age_band', given: { column, codes: Object.fromEntries([...bands, ...none]) } };
}

const YOUNGEST = /^(?:do|ponizej|mniej niz|under|up to|below) (\d{1,3})/;
const OLDEST =
  /(\d{1,3}) (?:lat )?(?:i wiecej|lub wiecej|i starsi|and (?:over|more|older)|plus|or (?:more|older))|(?:powyzej|over|above|ponad) (\d{1,3})/;

/** Our band that a band of ages lies in, whole; null where it cuts across. */
export function bandWithin(text: string): string | null {
  if (Object.hasOwn(AGE_BAND, text)) return text;
  const ours = Object.entries(AGE_BAND).find(
    ([, label]: [string, Label]) => label.pl === text || label.en === text,
  );
  if (ours) return ours[0];
  const words = plainWords(text.replaceAll('+', ' plus'));
  const youngest = YOUNGEST.exec(words);
  // "under 18" ends at 17, "up to 17" too
  if (youngest) return sameBand(0, Number(youngest[1]) - (/^(?:do|up to)/.test(words) ? 0 : 1));
  const oldest = OLDEST.exec(words);
  if (oldest) return sameBand(oldest[1] ? Number(oldest[1]) : Number(oldest[2]) + 1, 120);
  const [, low, high] = /^(?:od )?(\d{1,3}) (?:do )?(\d{1,3})(?: lata?| years)?$/.exec(words) ?? [];
  return low === undefined ? null : sameBand(Number(low), Number(high));
}

const sameBand = (low: number, high: number): string | null =>
  bandOf(String(low)) === bandOf(String(high)) ? bandOf(String(low)) : null;
