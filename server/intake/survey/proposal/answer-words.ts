import { plainWords } from '../../proposal';

/** The place of a word on a scale: which scale of words, and from -3 (strongly against) over 0 to 3. */
export interface Step {
  family: string;
  level: number;
}

/** What is said for and against, by family; patterns of whole texts without the word that makes them stronger. */
const FAMILIES: [family: string, against: RegExp, favour: RegExp][] = [
  ['yes', /^(?:nie|no|not)$/, /^(?:tak|yes)$/],
  [
    'agree',
    /^(?:nie zgadzam(?: sie)?|sie nie zgadzam|nie zgadza sie|disagree|przeciw)$/,
    /^(?:sie zgadzam|zgadzam(?: sie)?|zgadza sie|agree|za)$/,
  ],
  [
    'satisfied',
    /^(?:nie ?(?:jestem )?zadowolon(?:y|a|e|i|y a|ya|a y)|dissatisfied|unsatisfied|not satisfied|unhappy)$/,
    /^(?:(?:jestem )?zadowolon(?:y|a|e|i|y a|ya|a y)|satisfied|happy)$/,
  ],
  [
    'good',
    /^(?:zl[eyai]|slab[oyae]|negatywn(?:ie|y|a|e)|nisk[aoi]|bad|poor|negative)$/,
    /^(?:dobr(?:ze|y|a|e)|pozytywn(?:ie|y|a|e)|wysok[aoi]|good|positive)$/,
  ],
  [
    'important',
    /^(?:nie ?(?:wazn|istotn)[eyai]|malo (?:wazn|istotn)[eyai]|unimportant|not important)$/,
    /^(?:(?:wazn|istotn)[eyai]|important)$/,
  ],
  [
    'likely',
    /^(?:nie ?prawdopodobn[eyi]e?|malo prawdopodobn[eyi]e?|unlikely)$/,
    /^(?:prawdopodobn[eyi]e?|likely)$/,
  ],
  ['trust', /^(?:nie (?:ufam|mam zaufania)|distrust|do not trust)$/, /^(?:ufam|mam zaufanie|trust)$/],
  ['often', /^(?:rzadko|rarely|seldom|infrequently)$/, /^(?:czesto|often|frequently|usually)$/],
  ['large', /^(?:mal[yaeo]|small|low|little)$/, /^(?:duz[yaeo]|large|high|great)$/],
  ['easy', /^(?:trudn[oeya]|difficult|hard)$/, /^(?:latw[oeya]|easy)$/],
  [
    'clear',
    /^(?:nie ?(?:jasn|zrozumial|czyteln)[eya]|unclear|not clear)$/,
    /^(?:(?:jasn|zrozumial|czyteln)[eya]|clear)$/,
  ],
];

/** Words that mean a step without a word that makes them stronger. */
const WHOLE: Record<string, Step> = {
  nigdy: { family: 'often', level: -3 },
  never: { family: 'often', level: -3 },
  'bardzo rzadko': { family: 'often', level: -2 },
  'very rarely': { family: 'often', level: -2 },
  rzadko: { family: 'often', level: -1 },
  rarely: { family: 'often', level: -1 },
  seldom: { family: 'often', level: -1 },
  czesto: { family: 'often', level: 1 },
  often: { family: 'often', level: 1 },
  'bardzo czesto': { family: 'often', level: 2 },
  'very often': { family: 'often', level: 2 },
  zawsze: { family: 'often', level: 3 },
  always: { family: 'often', level: 3 },
};

const STRONG =
  'zdecydowanie|bardzo|calkowicie|w pelni|stanowczo|w ogole|zupelnie|strongly|very|completely|totally|definitely|extremely|fully';
const MILD = 'raczej|dosc|dosyc|somewhat|rather|slightly|fairly|probably|partly|tend to|mostly|czesciowo';
const WEIGHED = new RegExp(`^(?:(?<strong>${STRONG})|(?<mild>${MILD})) (?<stem>.+)$`);
const WEIGHED_BEHIND = new RegExp(`^(?<stem>.+) (?:(?<strong>${STRONG})|(?<mild>${MILD}))$`);
/** A middle belongs to whatever scale its column has. */
const MIDDLE =
  /^(?:ani .+ ani .+|neither .+ n?or .+|neutral(?:ny|na|ne|nie)?|obojetn[eyai]e?|jest mi to obojetne|undecided|sredni[oae]?|przecietn[iye]e?|average|fair|ok|okay|czasami|czasem|niekiedy|sometimes|occasionally|moderate)$/;

/** Where a word stands on a scale of words; null where it is on none. The family of a middle is empty. */
export function stepOf(text: string): Step | null {
  const words = plainWords(text);
  if (Object.hasOwn(WHOLE, words)) return WHOLE[words]!;
  if (MIDDLE.test(words)) return { family: '', level: 0 };
  const { stem = words, strong, mild } = (WEIGHED.exec(words) ?? WEIGHED_BEHIND.exec(words))?.groups ?? {};
  const size = strong ? 3 : mild ? 1 : 2;
  const found = FAMILIES.find((family) => sideOf(family, stem) !== 0);
  return found ? { family: found[0], level: sideOf(found, stem) * size } : null;
}

const sideOf = ([, against, favour]: (typeof FAMILIES)[number], stem: string): number =>
  against.test(stem) ? -1 : Number(favour.test(stem));

/** Scales of words that have no two sides, from the lowest answer. */
const LADDERS: RegExp[][] = [
  [/^poor$/, /^fair$/, /^good$/, /^very good$/, /^excellent$/],
  [
    /^not at all(?: \w+)?$/,
    /^(?:slightly|a little|not very|not so)(?: \w+)?$/,
    /^(?:moderately|somewhat)(?: \w+)?$/,
    /^(?:very|quite)(?: \w+)?$/,
    /^(?:extremely|completely)(?: \w+)?$/,
  ],
  [
    /^wcale$/,
    /^(?:troche|w malym stopniu)$/,
    /^(?:srednio|w srednim stopniu)$/,
    /^(?:w duzym stopniu|bardzo)$/,
    /^(?:calkowicie|w bardzo duzym stopniu)$/,
  ],
];

/** The place of each word (from 1) on a ladder that has them all; null where none has. */
export function rungsOf(texts: string[]): Map<string, number> | null {
  for (const ladder of LADDERS) {
    const places = texts.map((text) => ladder.findIndex((rung) => rung.test(plainWords(text))) + 1);
    if (places.every((place) => place > 0) && new Set(places).size === places.length && places.length > 2)
      return new Map(texts.map((text, i) => [text, places[i]!]));
  }
  return null;
}
