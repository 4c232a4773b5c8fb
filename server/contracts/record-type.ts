import { Consultation } from './consultation';
import { ConsultationEvent } from './consultation-event';
import { District } from './district';
import { fieldsOf, type Field, type Label } from './field';
import { LegalRule } from './legal-rule';
import { ReferenceDistribution } from './reference-distribution';
import { crossRulesOf, type CrossRule } from './row-rule';
import type { Warning } from './rules';
import { Unit } from './unit';

/** One kind of record that files may bring in. */
export interface RecordType {
  /** Name in mappings and in the API; also the table. */
  name: string;
  label: Label;
  contract: new () => object;
  /** The columns that make a record itself within its authority. */
  identity: string[];
  fields: Field[];
  rules: CrossRule[];
  /** Worth a word where true, with the field to look at; judged only where the mapping names one of its fields. */
  warnings: { rule: Warning; field: string; fields: string[]; sql: string }[];
}

const type = (
  name: string,
  label: Label,
  contract: new () => object,
  identity = ['code'],
  warnings: RecordType['warnings'] = [],
): RecordType => ({
  name,
  label,
  contract,
  identity,
  fields: fieldsOf(contract),
  rules: crossRulesOf(contract),
  warnings,
});

export const RECORD_TYPES: RecordType[] = [
  type('unit', { pl: 'komórki organizacyjne', en: 'units' }, Unit),
  type('district', { pl: 'dzielnice', en: 'districts' }, District),
  type('legal_rule', { pl: 'reguły prawne', en: 'legal rules' }, LegalRule),
  type(
    'reference_distribution',
    { pl: 'rozkłady odniesienia', en: 'reference distributions' },
    ReferenceDistribution,
    ['scope', 'dimension', 'category', 'as_of'],
  ),
  type(
    'consultation',
    { pl: 'konsultacje', en: 'consultations' },
    Consultation,
    ['code'],
    [
      {
        rule: 'blank_title',
        field: 'title_pl',
        fields: ['title_pl', 'title_en'],
        sql: 'title_pl IS NULL AND title_en IS NULL',
      },
      {
        rule: 'report_before_end',
        field: 'report_published_on',
        fields: ['report_published_on', 'closed_on', 'closes_on', 'remarks_until'],
        sql: 'report_published_on < coalesce(closed_on, greatest(closes_on, remarks_until))',
      },
    ],
  ),
  type('consultation_event', { pl: 'wydarzenia', en: 'events' }, ConsultationEvent),
];

/** The record type of a name, or undefined. */
export const recordType = (name: string): RecordType | undefined =>
  RECORD_TYPES.find((known) => known.name === name);
