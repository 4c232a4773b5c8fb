import { dayOf, written } from './days';
import { Draw } from './random';

/** A seminar or conference whose guests were asked what they thought of it. */
export interface Feedback {
  code: string;
  held_on: string;
  attended: number;
  /** How many of them filled the survey in. */
  answered: number;
  level: number;
}

export const FEEDBACK: Feedback[] = [
  { code: 'SEM-2024-1', held_on: '2024-05-16', attended: 41, answered: 27, level: 370 },
  { code: 'SEM-2025-1', held_on: '2025-05-15', attended: 58, answered: 36, level: 405 },
  { code: 'SEM-2025-2', held_on: '2025-11-13', attended: 47, answered: 30, level: 395 },
  { code: 'KONF-2026', held_on: '2026-05-21', attended: 164, answered: 98, level: 420 },
];

const WORTH = ['wykłady', 'rozmowy', 'warsztaty', 'materiały'];

/** What the guests answered in the week after. */
export function feedbackRows({ code, held_on, answered, level }: Feedback) {
  const draw = new Draw(dayOf(held_on));
  return Array.from({ length: answered }, (_, i) => ({
    id: `${code}-${i + 1}`,
    data: written(dayOf(held_on) + draw.below(7)),
    ocena: point(draw, level),
    przydatne: point(draw, level - 20),
    najlepsze: draw.some(WORTH, draw.from(1, 2)).join(';'),
    polecam: draw.chance(0.86) ? 'tak' : 'nie',
  }));
}

const point = (draw: Draw, level: number): number =>
  Math.min(5, Math.max(1, Math.round((level + draw.from(-150, 150)) / 100)));
