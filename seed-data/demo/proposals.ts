import { isPlanted, type Proceeding } from './proceeding';
import type { Draw } from './random';

/** One view with all its copies: everybody who sent it gets the same outcome. */
export interface Proposal {
  /** Number within its consultation; null for what proposes nothing. */
  cluster: number | null;
  copies: number;
  valid: boolean;
  outcome: string;
}

/** Identical mails of the campaign: one text against, and a shorter one that asks for less. */
export const CAMPAIGN = [700, 180];

const REFUSED: [outcome: string, weight: number][] = [
  ['rejected', 68],
  ['explained', 18],
  ['out_of_scope', 9],
  ['passed_on', 5],
];

/** How many contributions there are, and how many of them the report says were taken up, wholly or partly. */
export interface Counted {
  contributions: number;
  accepted: number;
  partly: number;
}

/** What is proposed in one consultation: proposals with copies first, so that the rest fills up the counts. */
export function proposalsOf(proceeding: Proceeding, draw: Draw, counted: Counted): Proposal[] {
  const invalid = Math.floor((counted.contributions * draw.from(0, 5)) / 100);
  const vague = Math.floor((counted.contributions * draw.from(2, 8)) / 100);
  const campaign = isPlanted(proceeding, 'campaign') ? CAMPAIGN : [];
  const sizes = [
    ...campaign,
    ...sizesOf(draw, counted.contributions - invalid - vague - campaign.reduce((sum, one) => sum + one, 0)),
  ].sort((a, b) => b - a);
  const left = { accepted: counted.accepted, partly: counted.partly };
  const outcomes = sizes.map((size) => outcomeOf(draw, size, left, counted.contributions));
  const single = { cluster: null, copies: 1, valid: true };
  return [
    ...sizes.map((copies, i) => ({ cluster: i + 1, copies, valid: true, outcome: outcomes[i]! })),
    ...Array.from({ length: vague }, () => ({ ...single, outcome: 'explained' })),
    ...Array.from({ length: invalid }, () => ({ ...single, valid: false, outcome: 'rejected' })),
  ];
}

function sizesOf(draw: Draw, contributions: number): number[] {
  const sizes: number[] = [];
  for (let left = contributions; left > 0; left -= sizes.at(-1)!)
    sizes.push(draw.chance(0.09) ? Math.min(left, draw.from(2, 5)) : 1);
  return sizes;
}

/** The campaign against is refused, its short letter partly taken up; of what is sent once the counts decide. */
function outcomeOf(draw: Draw, size: number, left: { accepted: number; partly: number }, all: number) {
  const fits = (count: number) => size <= count && (size === 1 || draw.below(all) < count || size > 100);
  for (const outcome of ['accepted', 'partly'] as const) {
    if (!fits(left[outcome])) continue;
    left[outcome] -= size;
    return outcome;
  }
  if (size > 100) return 'rejected';
  let drawn = draw.below(100);
  return REFUSED.find(([, weight]) => (drawn -= weight) < 0)![0];
}
