import type { SurveyItemView } from '../../server/publish/survey.view';

/** One question on a scale with a middle: its shares from the lowest answer to the highest, 0 to 1. */
export interface LikertRow {
  item: SurveyItemView;
  name: string;
  shares: number[];
  below: number;
  middle: number;
  above: number;
  silent: number;
}

const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);

/** How many of those asked gave no answer, whyever. */
export const silentOf = ({ base, n }: SurveyItemView): number => (base ?? 0) - (n ?? 0);

/** The questions of a scale that have a distribution, those with the most answers above the middle first. */
export function likertRows(
  items: SurveyItemView[],
  scale: string,
  nameOf: (item: SurveyItemView) => string,
): LikertRow[] {
  const rows = items
    .filter((item) => item.scale === scale && item.answers.length > 0)
    .map((item) => {
      const shares = item.answers.map(({ share }) => share.estimate);
      const half = (shares.length - 1) / 2;
      return {
        item,
        name: nameOf(item),
        shares,
        below: sum(shares.slice(0, half)),
        middle: shares[half]!,
        above: sum(shares.slice(half + 1)),
        silent: silentOf(item),
      };
    });
  return rows.sort((a, b) => b.above - b.below - (a.above - a.below));
}

/** A piece of a bar: which answer it is, and the end of the scale that it is drawn towards. */
export interface Piece {
  key: string;
  answer: number;
  side: -1 | 1;
  /** Half of the middle is drawn on each side. */
  isHalf: boolean;
}

/** The pieces of a bar from the axis outwards, first those below the middle. */
export function piecesOf(answers: number): Piece[] {
  const half = (answers - 1) / 2;
  return ([-1, 1] as const).flatMap((side) =>
    Array.from({ length: half + 1 }, (_, i) => ({
      key: `${side === -1 ? 'below' : 'above'}${i}`,
      answer: half + side * i,
      side,
      isHalf: i === 0,
    })),
  );
}

/** What the drawing library takes: signed percentages by piece. */
export const drawnRow = ({ shares, item }: LikertRow): Record<string, number | string> => ({
  code: item.code,
  ...Object.fromEntries(
    piecesOf(shares.length).map(({ key, answer, side, isHalf }) => [
      key,
      side * shares[answer]! * (isHalf ? 50 : 100),
    ]),
  ),
});

/** The end of the axis in percent: the longest side, up to the next twenty. */
export function reachOf(rows: LikertRow[]): number {
  const longest = Math.max(
    ...rows.map(({ below, middle, above }) => Math.max(below, above) + middle / 2),
    0.1,
  );
  return Math.min(100, Math.ceil(longest * 5 - 1e-9) * 20);
}

/** Lines of a text in a width, at most `most`; what does not fit ends in an ellipsis. */
export function linesOf(text: string, room: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), `${kept.at(-1)!.slice(0, room - 1)}…`];
}

/** Two drawings: on a phone the question stands above its bar. */
export const SHAPES = {
  wide: { row: 64, left: 300, above: 0, lines: 2, bar: 28 },
  narrow: { row: 92, left: 0, above: 52, lines: 2, bar: 24 },
};
/** From the lowest answer to the highest, with the middle of the scale in its middle. */
const FIVE = ['var(--d1)', 'var(--d2)', 'var(--d3)', 'var(--d4)', 'var(--d5)'];
const SEVEN = [
  'var(--d1)',
  'color-mix(in srgb, var(--d1) 35%, var(--d2))',
  'var(--d2)',
  'var(--d3)',
  'var(--d4)',
  'color-mix(in srgb, var(--d4) 65%, var(--d5))',
  'var(--d5)',
];
export const fillsOf = (answers: number): string[] => (answers === 7 ? SEVEN : FIVE);
export const AXIS = 30;
export const shapeOf = (width: number) => (width < 620 ? SHAPES.narrow : SHAPES.wide);
export const likertHeight = (rows: number, width: number): number => rows * shapeOf(width).row + AXIS;
