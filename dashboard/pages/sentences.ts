import type { ConsultationCard } from '../../server/publish/card.view';
import type { ConsultationListView } from '../../server/publish/consultation.view';
import { choices, type ListSearch } from '../address';
import type { Labels } from '../language';
import { bound, dayNumber } from '../words';
import type { CardWords } from '../words.card.pl';
import type { Words } from '../words.pl';

interface Whose {
  name: string;
  years: [number, number] | null;
}

/** The finding of the list in one sentence; it claims only what the answer carries. */
export function listSentence(
  list: ConsultationListView,
  search: ListSearch,
  whose: Whose,
  words: Words,
  labels: Labels,
) {
  const { total, all } = list.meta;
  if (all === 0) return words.list.noRecords(whose.name);
  if (total === 0) return words.list.nothing(whose.name, all);
  const filtered = choices(search).length > 0 || search.szukaj !== undefined;
  const head = filtered
    ? words.list.selected({ authority: whose.name, total, all, years: yearsOf(list, search) })
    : words.list.headline({ authority: whose.name, total, years: whose.years });
  return bound(`${head}${tail(list, search, words, labels)}.`);
}

/** Reports are counted only where every row is at hand; else the most common matter is named. */
function tail(list: ConsultationListView, search: ListSearch, words: Words, labels: Labels): string {
  const { total, facets } = list.meta;
  if (list.items.length === total) {
    const reports = list.items.filter(({ report }) => report === 'happened').length;
    return words.list.reports(reports, reports === total);
  }
  const first = facets.matter_type[0];
  return first && !search.rodzaj
    ? words.list.mostly(labels.code('matter_type', first.value), first.count)
    : '';
}

function yearsOf(list: ConsultationListView, search: ListSearch): [number, number] | null {
  const counted = list.meta.facets.year
    .map(({ value }) => value)
    .filter((year) => search.rok?.includes(year) ?? true);
  const years = counted.map(Number).filter(Number.isFinite);
  return years.length > 0 ? [Math.min(...years), Math.max(...years)] : null;
}

const fact = (card: ConsultationCard, name: string): string | null => {
  const value = card.facts[name];
  return typeof value === 'string' ? value : null;
};

/** The day at which the law's shortest time is measured: the later of the announced ends, unless it really closed before. */
export function closingDay(card: ConsultationCard): string | null {
  const announced = [card.closes_on, fact(card, 'remarks_until')].filter((one) => one !== null).sort();
  return [announced.at(-1) ?? null, card.closed_on].filter((one) => one !== null).sort()[0] ?? null;
}

/** The day from which the report is awaited: when remarks too were over. */
export const overOn = ({ closes_on, closed_on }: ConsultationCard): string | null => closed_on ?? closes_on;

/** By how many days the consultation was shorter than the law asks; null where that cannot be said. */
export function daysShort(card: ConsultationCard): number | null {
  const end = closingDay(card);
  if (card.legal?.kept !== false || !card.legal.may_close_on || !end) return null;
  return dayNumber(card.legal.may_close_on) - dayNumber(end);
}

/** By how many days the report came after its due day; 0 or less is in time, null where that cannot be said. */
export function daysLate(card: ConsultationCard): number | null {
  const published = fact(card, 'report_published_on');
  const due = card.legal?.report_due_on;
  return published && due ? dayNumber(published) - dayNumber(due) : null;
}

/** Why a consultation can have no score by its days; null where it has closed and so has one. */
export function unscoredBecause(card: ConsultationCard): 'cancelled' | 'ahead' | 'unknown' | null {
  const { status, closed_on: closed, closes_on: closes, meta } = card;
  if (status === 'cancelled') return status;
  if (closed !== null && closed <= meta.as_of) return null;
  const ends = [closed, closes, fact(card, 'remarks_until')];
  const isAhead = ends.some((day) => day !== null && day >= meta.as_of);
  return isAhead || tenseOf(card) !== 'past' ? 'ahead' : 'unknown';
}

/** What is known of a consultation: its length against the law, and its report. */
export function cardSentences(card: ConsultationCard, words: CardWords, labels: Labels): string[] {
  const cancelled = fact(card, 'cancelled_on');
  if (cancelled) return [words.card.cancelled(cancelled)];
  return [lengthSentence(card, words, labels), ...(isOver(card) ? [reportSentence(card, words)] : [])];
}

const isOver = ({ status }: ConsultationCard) =>
  status === null || ['closed', 'reported', 'decided'].includes(status);

const tenseOf = ({ status }: ConsultationCard) => {
  if (status === 'open') return 'now';
  return status === 'planned' || status === 'announced' ? 'future' : 'past';
};

function lengthSentence(card: ConsultationCard, words: CardWords, labels: Labels): string {
  const { legal, days_open: open } = card;
  const known = open !== null;
  const start = known ? words.card.lasted(open, tenseOf(card)) : unknownLength(card, words);
  const apart = known ? `${start}. ` : `${start} `;
  if (!legal) return apart + words.card.noRule;
  if (legal.min_days === null) return apart + words.card.noMinimum;
  const from = legal.count_from ? labels.code('count_from', legal.count_from, 'legal_rule') : '';
  if (legal.kept === null) return apart + words.card.minimumUnknown(legal.min_days, from);
  const against = againstLaw(known, legal.min_days, from, daysShort(card), words);
  return known ? start + against : against;
}

/** Whether the minimum was kept, as the end of a sentence that names the length, or as a sentence of its own. */
function againstLaw(known: boolean, min: number, from: string, by: number | null, words: CardWords): string {
  const { kept, tooShort, keptAlone, tooShortAlone } = words.card;
  if (by === null) return (known ? kept : keptAlone)(min, from);
  return (known ? tooShort : tooShortAlone)(min, from, by);
}

function unknownLength(card: ConsultationCard, words: CardWords): string {
  if (card.opens_on !== null && card.closes_on === null)
    return words.card.lengthUnknownBecause(words.card.noClosing);
  if (card.opens_on === null && card.closes_on !== null)
    return words.card.lengthUnknownBecause(words.card.noOpening);
  return words.card.lengthUnknown;
}

function reportSentence(card: ConsultationCard, words: CardWords): string {
  if (card.states.report === 'not_recorded') return words.card.reportNotRecorded;
  if (card.states.report === 'not_happened') return words.card.reportNotHappened;
  const published = fact(card, 'report_published_on');
  if (!published) return words.card.reportKnown;
  return `${words.card.reportOn(published)}${reportTiming(card, published, words)}.`;
}

function reportTiming(card: ConsultationCard, published: string, words: CardWords): string {
  const late = daysLate(card);
  const end = overOn(card);
  const after = end ? dayNumber(published) - dayNumber(end) : null;
  const since = after !== null && after >= 0 ? words.card.reportAfter(after) : '';
  if (late === null) return since;
  return since + (late > 0 ? words.card.reportLate(late) : words.card.reportInTime);
}
