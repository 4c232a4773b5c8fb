import type { Contributed } from './contributed';
import { isPlanted, type Proceeding } from './proceeding';
import type { Proposal } from './proposals';
import type { Draw } from './random';
import { type Reply, replyTo } from './replies';
import { because, said, TOPICS } from './wording';

/** What a view says, and what the city answers to it. */
export interface Answered extends Said, Replied {}

interface Said {
  topic: string;
  text: string;
  stance: string;
}

interface Replied {
  reply: Reply | null;
  rationale: string | null;
  change_ref: string | null;
  group: string | null;
}

const STANCES = ['for', 'against', 'for_with_changes', 'for_with_changes', 'neutral'];
/** From so many copies on they are identical mails, or get one collective answer. */
const CAMPAIGN = 100;
const TOGETHER = 3;

/** The answers of one consultation: one for all copies of a proposal, and for single ones answered together. */
export class Answers {
  private readonly known = new Map<Proposal, Answered>();
  private readonly groups = new Map<string, Replied>();
  /** Whether the act says which of its changes came from whom. */
  private readonly traced: boolean;

  constructor(
    private readonly proceeding: Proceeding,
    private readonly draw: Draw,
  ) {
    this.traced = draw.chance(0.22 + 0.75 * proceeding.task.care);
  }

  to({ proposal }: Contributed): Answered {
    const answered = this.known.get(proposal) ?? { ...this.said(proposal), ...this.replied(proposal) };
    this.known.set(proposal, answered);
    return answered;
  }

  private said({ cluster, copies }: Proposal): Said {
    const mail = isPlanted(this.proceeding, 'campaign') && copies > CAMPAIGN ? cluster! - 1 : null;
    const topic = mail === null ? this.draw.pick(TOPICS) : 'koszty';
    return {
      topic,
      text: said(this.draw, topic, { vague: cluster === null, mail }),
      stance: mail === 0 ? 'against' : this.draw.pick(STANCES),
    };
  }

  private replied(proposal: Proposal): Replied {
    const reply = replyTo(this.proceeding, proposal, this.draw);
    const own = {
      reply,
      rationale: because(this.draw, reply?.quality ?? null),
      change_ref: reply?.changed && this.traced ? `§ ${this.draw.from(2, 38)}` : null,
    };
    if (!reply?.together) return { ...own, group: null };
    const together = proposal.copies >= TOGETHER ? String(proposal.cluster) : proposal.outcome;
    const group = this.groups.get(together) ?? { ...own, group: `Z${this.groups.size + 1}` };
    this.groups.set(together, group);
    return group;
  }
}
