import type { ConsultationCard } from '../../server/publish/card.view';
import { dayNumber, isoDay } from '../words';

/** One drawn piece of a row. Spans are half open: [first day, day after the last). */
export interface Part {
  kind: 'wait' | 'span' | 'tail' | 'late' | 'point';
  from: number;
  to: number;
}

export type RowKey = 'announcement' | 'remarks' | 'report' | 'decision';

/** One stage of the proceeding: what is drawn, the day the law sets, and the days as they are recorded. */
export interface Row {
  key: RowKey;
  parts: Part[];
  /** Day number at whose end the legal term stands. */
  legal: number | null;
  from: string | null;
  to: string | null;
  /** Day of the law, as recorded. */
  legalDay: string | null;
}

export interface Gantt {
  rows: Row[];
  /** First and last day of the axis. */
  domain: [number, number];
}

const day = (iso: string | null): number | null => (iso === null ? null : dayNumber(iso));
/** The end of a day, where a term that falls on it runs out. */
const dayAfter = (iso: string | null): number | null => (iso === null ? null : dayNumber(iso) + 1);
const text = (card: ConsultationCard, name: string): string | null => {
  const value = card.facts[name];
  return typeof value === 'string' ? value : null;
};
const span = (kind: Part['kind'], from: number, to: number): Part => ({ kind, from, to });

/** The drawing of a consultation's days against the days of the law; null where fewer than two days are known. */
export function layout(card: ConsultationCard): Gantt | null {
  const rows = [announcement(card), remarks(card), report(card), decision(card)].filter(
    (row) => row !== null,
  );
  if (knownDays(card).length < 2) return null;
  const days = rows.flatMap((row) => [
    ...row.parts.flatMap(({ from, to }) => [from, to]),
    ...(row.legal ? [row.legal] : []),
  ]);
  const first = Math.min(...days);
  const last = Math.max(...days);
  const air = Math.max(2, Math.round((last - first) * 0.03));
  return { rows, domain: [first - air, last + air] };
}

/** The recorded days that the drawing stands on, each once. */
export function knownDays(card: ConsultationCard): string[] {
  const days = [
    card.announced_on,
    card.opens_on,
    card.closes_on,
    text(card, 'remarks_until'),
    card.closed_on,
  ];
  const later = ['report_published_on', 'decision_on', 'decision_published_on'].map((name) =>
    text(card, name),
  );
  return [...new Set([...days, ...later].filter((one) => one !== null))].sort();
}

/** The fields without which the drawing has nothing to stand on. */
export const missingDays = (card: ConsultationCard): string[] =>
  ['announced_on', 'opens_on', 'closes_on', 'report_published_on'].filter(
    (name) => text(card, name) === null,
  );

function announcement(card: ConsultationCard): Row | null {
  const from = day(card.announced_on);
  if (from === null) return null;
  const opens = day(card.opens_on);
  const parts =
    opens !== null && opens > from ? [span('wait', from, opens)] : [span('point', from, from + 1)];
  return { key: 'announcement', parts, legal: null, from: card.announced_on, to: null, legalDay: null };
}

function remarks(card: ConsultationCard): Row | null {
  const until = text(card, 'remarks_until');
  const close = card.closes_on ?? card.closed_on ?? until;
  const last =
    [close, card.closed_on, until]
      .filter((one) => one !== null)
      .sort()
      .at(-1) ?? null;
  const legalDay = card.legal?.may_close_on ?? null;
  const parts = [...collecting(day(card.opens_on), day(close)), ...tail(day(close), day(last))];
  if (parts.length === 0 && legalDay === null) return null;
  return { key: 'remarks', parts, legal: dayAfter(legalDay), from: card.opens_on, to: last, legalDay };
}

function collecting(opens: number | null, closes: number | null): Part[] {
  if (opens !== null && closes !== null) return [span('span', opens, closes + 1)];
  const known = opens ?? closes;
  return known === null ? [] : [span('point', known, known + 1)];
}

const tail = (closes: number | null, last: number | null): Part[] =>
  closes !== null && last !== null && last > closes ? [span('tail', closes + 1, last + 1)] : [];

function report(card: ConsultationCard): Row | null {
  const published = text(card, 'report_published_on');
  const legalDay = card.legal?.report_due_on ?? null;
  if (!published && !legalDay) return null;
  const start = dayAfter(card.closed_on ?? card.closes_on);
  const parts = awaited(start, dayAfter(published), dayAfter(legalDay));
  if (published) parts.push(span('point', dayNumber(published), dayNumber(published) + 1));
  return { key: 'report', parts, legal: dayAfter(legalDay), from: null, to: published, legalDay };
}

/** The wait for the report, until it came or was due; what lies past the due day is late. */
function awaited(start: number | null, came: number | null, due: number | null): Part[] {
  const end = came ?? due;
  if (end === null) return [];
  const late = came !== null && due !== null && came > due ? [span('late', due, came)] : [];
  const waited = Math.min(end, due ?? end);
  return start !== null && waited > start ? [span('wait', start, waited), ...late] : late;
}

function decision(card: ConsultationCard): Row | null {
  const days = [text(card, 'decision_on'), text(card, 'decision_published_on')].filter((one) => one !== null);
  if (days.length === 0) return null;
  const parts = days.map((one) => span('point', dayNumber(one), dayNumber(one) + 1));
  return { key: 'decision', parts, legal: null, from: days[0]!, to: days[1] ?? null, legalDay: null };
}

/** Starts of months on the axis, at most `most` of them: every month, or every 2, 3, 6, 12, 24 … months. */
export function monthTicks([first, last]: [number, number], most: number): number[] {
  for (const step of [1, 2, 3, 6, 12, 24, 60]) {
    const ticks = monthStarts(first, last, step);
    if (ticks.length <= most) return ticks.length > 0 ? ticks : [first];
  }
  return [first];
}

function monthStarts(first: number, last: number, step: number): number[] {
  const ticks: number[] = [];
  const [year, month] = isoDay(first).split('-').map(Number) as [number, number];
  for (let count = year * 12 + month - 1; ; count++) {
    const start = Math.round(Date.UTC(Math.floor(count / 12), count % 12, 1) / 86_400_000);
    if (start > last) return ticks;
    if (start >= first && count % step === 0) ticks.push(start);
  }
}
