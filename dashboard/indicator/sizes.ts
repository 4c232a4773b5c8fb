/** Sizes of the drawings that their place must know before they come. */
export const HISTOGRAM_HEIGHT = 240;
export const AXIS = 26;

/** One row a unit; on a narrow drawing the name stands above its row. */
export interface Shape {
  row: number;
  name: number;
  base: number;
  dot: number;
}
const WIDE: Shape = { row: 34, name: 250, base: 64, dot: 17 };
const NARROW: Shape = { row: 52, name: 0, base: 64, dot: 36 };
const NARROW_BELOW = 520;

export const shapeOf = (width: number): Shape => (width < NARROW_BELOW ? NARROW : WIDE);
export const rowsHeight = (units: number, width: number): number => AXIS + units * shapeOf(width).row;

/** The height of a trend of this width. */
export const trendHeight = (width: number): number => (width < 480 ? 240 : 300);
