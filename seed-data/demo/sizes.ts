import { isPlanted, type Proceeding } from './proceeding';
import type { Counted } from './proposals';

/** How much came in where no report counts it: by the code of what became of it. */
const UNREPORTED = { cancelled: 6, overdue_report: 74, waiting: 28 };

/** What the files have to add up to. */
export interface Size extends Counted {
  /** Different people and bodies that wrote, came or signed. */
  people: number;
}

/** The size that the report states, so that nobody who counts finds another. */
export function sizeOf(proceeding: Proceeding): Size {
  const { consultation, number } = proceeding;
  if (consultation.reported_contributions)
    return {
      contributions: consultation.reported_contributions,
      accepted: consultation.reported_accepted!,
      partly: consultation.reported_partly!,
      people: consultation.reported_participants!,
    };
  const plant = (['cancelled', 'overdue_report'] as const).find((one) => isPlanted(proceeding, one));
  if (plant) return { contributions: UNREPORTED[plant], accepted: 0, partly: 0, people: UNREPORTED[plant] };
  const contributions = UNREPORTED.waiting + (number % 3) * 7;
  return {
    contributions,
    accepted: Math.floor(contributions / 5),
    partly: Math.floor(contributions / 9),
    people: contributions,
  };
}
