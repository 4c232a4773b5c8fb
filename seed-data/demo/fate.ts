import { PLACES } from './city';
import type { Draw } from './random';
import type { Plant } from './subject';

/** What became of an event that was announced. */
export interface Fate {
  held: number | null;
  notice: number | null;
  cancelled: number | null;
  place: string | null;
}

interface Announced {
  announced: number;
  planned: number;
  place: string;
}

const asAnnounced = ({ planned, place }: Announced): Fate => ({
  held: planned,
  notice: null,
  cancelled: null,
  place,
});

/** Moved by two days, said a week and more before. */
const inTime = ({ announced, planned, place }: Announced): Fate => ({
  held: planned + 2,
  notice: Math.max(announced, planned - 8),
  cancelled: null,
  place,
});

const late = (draw: Draw, { planned }: Announced): Fate => ({
  held: planned + 2,
  notice: planned - draw.from(0, 2),
  cancelled: null,
  place: draw.pick(PLACES),
});

const calledOff = ({ planned }: Announced): Fate => ({
  held: null,
  notice: null,
  cancelled: planned - 1,
  place: null,
});

/** Draws it: the less care, the more often something goes wrong. */
export function fateOf(draw: Draw, care: number, plant: Plant | undefined, event: Announced): Fate {
  if (plant === 'moved_in_time') return inTime(event);
  if (plant === 'moved_late') return late(draw, event);
  if (plant === 'form_called_off') return calledOff(event);
  if (draw.chance(0.26 * (1 - care))) return late(draw, event);
  if (draw.chance(0.09 * (1 - care))) return calledOff(event);
  return draw.chance(0.06) ? inTime(event) : asAnnounced(event);
}
