import type { ConsultationCard } from '../../server/publish/card.view';
import { useLabels, useSpeech } from '../language';
import { bound } from '../words';

/** Gives the words of a fact of the record as a reader expects them, or null where it is not recorded. */
export function useShownFact(card: ConsultationCard): (name: string) => string | null {
  const labels = useLabels();
  const { formats } = useSpeech();
  return (name) => {
    const value = card.facts[name];
    if (value === null || value === undefined) return null;
    const kind = labels.fields('consultation').find((field) => field.name === name)?.kind;
    if (kind === 'day' && typeof value === 'string') return formats.day(value);
    if (kind === 'decimal') return formats.number(Number(value), 2);
    if (typeof value === 'number') return formats.number(value);
    if (Array.isArray(value)) return value.map((one) => labels.code(name, one)).join(', ');
    return kind === 'code' ? labels.code(name, value) : bound(value);
  };
}

export const GROUPS = ['days', 'announcement', 'accessibility', 'numbers', 'other'] as const;
export type Group = (typeof GROUPS)[number];

/** The group in which a field is counted. */
export function groupOf(field: { name: string; kind: string }): Group {
  if (field.name.startsWith('announcement_')) return 'announcement';
  if (field.name.startsWith('accessibility_')) return 'accessibility';
  if (field.kind === 'day') return 'days';
  return field.kind === 'integer' || field.kind === 'decimal' ? 'numbers' : 'other';
}
