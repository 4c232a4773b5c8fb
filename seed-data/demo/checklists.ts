import type { Meeting } from './events';
import type { Task } from './schedule';

/** How probable it is that an item is met: at no care, and how much care adds. */
type Odds = Record<string, [none: number, care: number]>;

const ANNOUNCEMENT: Odds = {
  announcement_subject: [0.96, 0.04],
  announcement_purpose: [0.62, 0.36],
  announcement_period: [0.94, 0.06],
  announcement_forms: [0.7, 0.28],
  announcement_unit: [0.55, 0.42],
  announcement_materials: [0.2, 0.7],
  announcement_open_to_change: [0, 0.85],
  announcement_next_steps: [0.05, 0.8],
};
const ACCESS: Odds = {
  accessibility_plain_language: [0.05, 0.82],
  accessibility_documents: [0.3, 0.65],
  accessibility_offline: [0.5, 0.48],
  accessibility_hours: [0, 0],
  accessibility_place: [0.45, 0.53],
  accessibility_hearing: [0.08, 0.85],
  accessibility_care: [0, 0.72],
  accessibility_print: [0.05, 0.78],
};

/** Checks that nobody wrote down; so few that the list still says something. */
const GAPS = 2;

/** Both checklists, and who was named. */
export function checksOf({ draw, care, reformed, subject }: Task, meetings: Meeting[]) {
  const said = Math.min(1, care + (reformed ? 0.42 : 0));
  const met = ([none, more]: [number, number], by: number) =>
    draw.chance(none + more * by) ? 'met' : 'not_met';
  const drawn = (odds: Odds, by: number) =>
    Object.fromEntries(Object.entries(odds).map(([item, chances]) => [item, met(chances, by)]));
  const access = { ...drawn(ACCESS, care), ...atMeetings(meetings) };
  const gaps = subject.plant === 'too_little_recorded' ? 8 : draw.chance(0.2) ? draw.from(1, GAPS) : 0;
  const withGaps = (items: Record<string, string>) => ({
    ...items,
    ...Object.fromEntries(draw.some(Object.keys(items), gaps).map((item) => [item, 'not_recorded'])),
  });
  const yes = (probability: number) => (draw.chance(probability) ? 'yes' : 'no');
  return {
    unit_named: yes(0.45 + 0.55 * care),
    coordinator_named: yes(0.04 + 0.94 * care),
    political_owner_named: draw.chance(0.03) ? 'not_recorded' : yes(0.94 * care - 0.08),
    ...withGaps(drawn(ANNOUNCEMENT, said)),
    ...withGaps(access),
  };
}

/** What the meetings themselves tell; without one the two items do not apply. */
function atMeetings(meetings: Meeting[]): Record<string, string> {
  if (meetings.length === 0)
    return { accessibility_hours: 'not_applicable', accessibility_place: 'not_applicable' };
  const some = meetings.some((meeting) => meeting.outside_office_hours === 'yes');
  const every = meetings.every((meeting) => meeting.barrier_free === 'met');
  return { accessibility_hours: some ? 'met' : 'not_met', accessibility_place: every ? 'met' : 'not_met' };
}
