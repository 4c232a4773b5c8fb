import { useState } from 'react';

/** The codes of one contribution; null: none yet. */
export interface Given {
  cluster: string | null;
  outcome: string | null;
  rationale_quality: string | null;
}

/** A contribution on the desk with the codes that are stored. */
export interface DeskItem extends Given {
  code: string;
  received_on: string | null;
  text: string | null;
  rationale: string | null;
  drawn?: boolean;
}

export type Drafts = Record<string, Given>;

const NAMES = ['cluster', 'outcome', 'rationale_quality'] as const;

export const givenOf = (item: Given): Given => ({
  cluster: item.cluster,
  outcome: item.outcome,
  rationale_quality: item.rationale_quality,
});

/** The drafts after one code was given; one that says again what is stored is none. */
export function withCode(drafts: Drafts, item: DeskItem, given: Partial<Given>): Drafts {
  const next = { ...(drafts[item.code] ?? givenOf(item)), ...given };
  const { [item.code]: _earlier, ...others } = drafts;
  return NAMES.every((name) => next[name] === item[name]) ? others : { ...others, [item.code]: next };
}

/** The drafts after some were sent: those that were refused stay, and what was given while they were on their way. */
export const settled = (drafts: Drafts, sent: Drafts, refused: Set<string>): Drafts =>
  Object.fromEntries(
    Object.entries(drafts).filter(([code, given]) => given !== sent[code] || refused.has(code)),
  );

/** Codes given and not saved yet, by the code of their contribution; they outlive a change of the page. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<Drafts>({});
  return {
    drafts,
    give: (item: DeskItem, given: Partial<Given>) => setDrafts((now) => withCode(now, item, given)),
    settle: (sent: Drafts, refused: Set<string>) => setDrafts((now) => settled(now, sent, refused)),
  };
}
