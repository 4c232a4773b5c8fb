import type { Contributed } from './contributed';
import { dayOf } from './days';
import type { DemoEvent, Proceeding } from './proceeding';
import type { Draw } from './random';

/** How and when a contribution came. */
export interface Received {
  channel: string;
  event: string | null;
  day: number;
}

/** Days after the opening on which the mails of a campaign come, and for how many days. */
const WAVE = { after: 9, days: 6 };

/** Of those who come to an event so many in a hundred leave something written there. */
const LEAVE = 40;

/** How contributions of one consultation come in: by mail, through the form, or left at a meeting. */
export function receiver(proceeding: Proceeding, draw: Draw): (one: Contributed) => Received {
  const { consultation, events } = proceeding;
  const opens = dayOf(consultation.opens_on!);
  const last = dayOf(consultation.closed_on ?? consultation.cancelled_on!);
  const meetings = events.filter(({ attendance }) => attendance).map(roomAt);
  const online = consultation.forms!.includes('online_form');
  return ({ proposal }) => {
    const byMail = { channel: online && draw.chance(0.62) ? 'online_form' : 'letter', event: null };
    if (proposal.copies > 100)
      return { ...byMail, channel: 'letter', day: opens + WAVE.after + draw.below(WAVE.days) };
    const isLate = consultation.closed_on && draw.chance(proposal.valid ? 0.012 : 0.6);
    if (isLate) return { ...byMail, day: last + draw.from(1, 6) };
    const meeting = draw.chance(0.22) ? meetings.find(({ room, day }) => room > 0 && day <= last) : undefined;
    if (meeting) {
      meeting.room--;
      return { channel: meeting.kind, event: meeting.code, day: meeting.day };
    }
    const early = opens + draw.below(last - opens + 1);
    return {
      ...byMail,
      day: draw.chance(0.5) ? Math.max(early, opens + draw.below(last - opens + 1)) : early,
    };
  };
}

const roomAt = ({ code, kind, held_on, attendance }: DemoEvent) => ({
  code,
  kind,
  day: dayOf(held_on!),
  room: Math.floor((attendance! * LEAVE) / 100),
});
