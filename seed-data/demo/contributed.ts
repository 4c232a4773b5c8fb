import type { Proceeding } from './proceeding';
import type { Proposal } from './proposals';
import type { Draw } from './random';
import type { Size } from './sizes';
import { NOBODY, type Voice, voicesOf } from './voices';

/** One copy of a proposal and who sent it. */
export interface Contributed {
  proposal: Proposal;
  voice: Voice;
}

/** Of a hundred contributions nobody knows whose these are: at no care, and how much fewer care makes them. */
const NAMELESS = [16, 15] as const;

/** Who sent what: each sender once, then some of them again. Copies of one proposal come from different senders. */
export function sentBy(
  proceeding: Proceeding,
  draw: Draw,
  { proposals, size }: { proposals: Proposal[]; size: Size },
): Contributed[] {
  const { care } = proceeding.task;
  const copies = proposals.filter(({ copies: count }) => count > 1);
  const order = [
    ...copies.flatMap((proposal) => Array.from({ length: proposal.copies }, () => proposal)),
    ...shuffled(
      draw,
      proposals.filter(({ copies: count }) => count === 1),
    ),
  ];
  const nameless = Math.floor(
    (order.length * (NAMELESS[0] - NAMELESS[1] * care) * draw.from(60, 120)) / 10_000,
  );
  const known = order.length - nameless;
  const few = Math.floor((known * draw.from(80, 96)) / 100);
  const senders = voicesOf(proceeding, draw, Math.max(1, Math.min(size.people, few)));
  const rest = order.length - senders.length;
  const again = shuffled(
    draw,
    Array.from({ length: rest }, (_, i) => (i < nameless ? NOBODY : draw.pick(senders))),
  );
  return order.map((proposal, i) => ({ proposal, voice: [...senders, ...again][i]! }));
}

/** The list in another order. */
export function shuffled<T>(draw: Draw, list: T[]): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = draw.below(i + 1);
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}
