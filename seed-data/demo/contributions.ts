import { type Answered, Answers } from './answers';
import { type Contributed, sentBy } from './contributed';
import { dayOf, written, writtenIf } from './days';
import { drawFor, type Proceeding } from './proceeding';
import { proposalsOf } from './proposals';
import { type Received, receiver } from './received';
import { sizeOf } from './sizes';

/** One row of the file of contributions, with the answer in the same row. */
export type ContributionRow = ReturnType<typeof rowOf>;

/** What came in, in the order in which it came, and who sent it. */
export interface Inbox {
  rows: ContributionRow[];
  senders: string[];
}

const BAD = ['nieczytelna', 'powtórzona przez tę samą osobę', 'nie dotyczy przedmiotu konsultacji'];

/** Everything that one consultation brought in. */
export function inboxOf(proceeding: Proceeding): Inbox {
  const draw = drawFor(proceeding, 11);
  const size = sizeOf(proceeding);
  const proposals = proposalsOf(proceeding, draw, size);
  const sent = sentBy(proceeding, draw, { proposals, size });
  const receive = receiver(proceeding, draw);
  const answers = new Answers(proceeding, draw);
  const rows = sent.map((one) => ({ one, reply: answers.to(one), received: receive(one) }));
  rows.sort((a, b) => a.received.day - b.received.day);
  return {
    rows: rows.map((row, i) => rowOf(proceeding, i, row)),
    senders: [...new Set(sent.flatMap(({ voice }) => (voice.person === null ? [] : [voice.person])))],
  };
}

interface Row {
  one: Contributed;
  reply: Answered;
  received: Received;
}

function rowOf({ consultation }: Proceeding, i: number, { one, reply: answered, received }: Row) {
  const { voice, proposal } = one;
  const { reply } = answered;
  const late = received.day > dayOf(consultation.closed_on ?? consultation.closes_on!);
  return {
    consultation: consultation.code,
    code: `U${i + 1}`,
    channel: received.channel,
    event: received.event,
    received_on: written(received.day),
    late: late ? 'yes' : 'no',
    valid: proposal.valid ? 'yes' : 'no',
    invalid_reason: proposal.valid ? null : late ? 'złożona po terminie' : BAD[i % BAD.length]!,
    substantive: proposal.cluster === null ? 'no' : 'yes',
    cluster: proposal.cluster === null ? null : `P${proposal.cluster}`,
    topic: answered.topic,
    stance: answered.stance,
    text: answered.text,
    person: voice.person,
    author_kind: voice.kind,
    organisation: voice.organisation,
    age_band: voice.age_band,
    sex: voice.sex,
    district: voice.district,
    competent_unit: reply?.competent ?? consultation.unit!,
    ...dispositionOf(answered, proposal.outcome, received.day),
  };
}

/** An answer is never older than what it answers. */
function dispositionOf({ reply, rationale, change_ref, group }: Answered, outcome: string, received: number) {
  const decided = reply && Math.max(reply.decided, received);
  return {
    outcome: reply && outcome,
    rationale,
    rationale_quality: reply && reply.quality,
    signed_unit: reply && reply.signed,
    decided_on: writtenIf(decided),
    published_on: writtenIf(reply && Math.max(reply.published, decided!)),
    change_ref,
    answer_group: group,
  };
}
