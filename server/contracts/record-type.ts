import { Coding } from './coding';
import { Consultation } from './consultation';
import { ConsultationEvent } from './consultation-event';
import { Contribution } from './contribution';
import { CouncilOpinion } from './council-opinion';
import { Disposition } from './disposition';
import { District } from './district';
import { Event } from './event';
import { fieldsOf, type Field, type Label } from './field';
import { LegalRule } from './legal-rule';
import { Note } from './note';
import { Organisation } from './organisation';
import { Participant } from './participant';
import { ReferenceDistribution } from './reference-distribution';
import { crossRulesOf, type CrossRule } from './row-rule';
import type { Warning } from './rules';
import { Survey, SurveyItem } from './survey';
import { SurveyResponse } from './survey-response';
import { Target } from './target';
import {
  AdviceSession,
  Attendance,
  Enrolment,
  TrainingEdition,
  TrainingModule,
  TrainingSession,
  TrainingTest,
} from './training';
import { Unit } from './unit';

/** One kind of record that files may bring in. */
export interface RecordType {
  /** Name in mappings and in the API. */
  name: string;
  /** Where its records are kept: under its own name, or with the records of another type that it adds fields to. */
  table: string;
  label: Label;
  contract: new () => object;
  /** The columns that make a record itself within its authority. */
  identity: string[];
  fields: Field[];
  /** Types of other records that may come with the same file, in the order in which they can go again. */
  brings: string[];
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
  table: name,
  label,
  contract,
  identity,
  fields: fieldsOf(contract),
  brings: fieldsOf(contract).some(({ of }) => of === 'consultation') ? ['consultation'] : [],
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
  type(
    'consultation_event',
    { pl: 'formy i wydarzenia konsultacji', en: 'events of consultations' },
    ConsultationEvent,
  ),
  type('organisation', { pl: 'organizacje', en: 'organisations' }, Organisation),
  type('participant', { pl: 'uczestnicy', en: 'participants' }, Participant, ['code', 'consultation']),
  type(
    'contribution',
    { pl: 'uwagi', en: 'contributions' },
    Contribution,
    ['code', 'consultation'],
    [
      {
        rule: 'answered_before_received',
        field: 'decided_on',
        fields: ['decided_on', 'received_on'],
        sql: 'decided_on < received_on',
      },
    ],
  ),
  {
    ...type('disposition', { pl: 'rozpatrzenia uwag', en: 'dispositions' }, Disposition, [
      'code',
      'consultation',
    ]),
    table: 'contribution',
  },
  type('coding', { pl: 'drugie kodowania', en: 'second codings' }, Coding, [
    'contribution',
    'consultation',
    'coder',
  ]),
  type('council_opinion', { pl: 'opinie RDPP', en: 'opinions of the NGO council' }, CouncilOpinion),
  type('survey', { pl: 'ankiety', en: 'surveys' }, Survey),
  type('survey_item', { pl: 'pytania ankiet', en: 'survey items' }, SurveyItem, ['code', 'survey']),
  type('training_edition', { pl: 'edycje szkoleń', en: 'training editions' }, TrainingEdition),
  type('training_module', { pl: 'moduły szkoleń', en: 'training modules' }, TrainingModule),
  type('training_session', { pl: 'zajęcia', en: 'training sessions' }, TrainingSession),
  type('enrolment', { pl: 'udziały w szkoleniu', en: 'enrolments' }, Enrolment),
  type('attendance', { pl: 'obecności', en: 'attendance' }, Attendance, ['session', 'enrolment']),
  type('training_test', { pl: 'testy', en: 'tests' }, TrainingTest, ['enrolment', 'phase']),
  type('advice_session', { pl: 'doradztwo', en: 'advice' }, AdviceSession),
  type('event', { pl: 'seminaria i konferencje', en: 'seminars and conferences' }, Event),
  type('target', { pl: 'cele wskaźników', en: 'targets' }, Target),
  type('note', { pl: 'notatki komórek', en: 'notes of units' }, Note),
];

/** What a wide file of a survey is made of; no mapping names its fields. */
export const RESPONSES: RecordType = {
  ...type('survey_response', { pl: 'wypełnione ankiety', en: 'survey responses' }, SurveyResponse, [
    'code',
    'survey',
  ]),
  brings: ['survey_item', 'survey', 'consultation'],
};

/** Types with a table of their own that files bring in as records. */
export const STORED_TYPES: RecordType[] = RECORD_TYPES.filter(({ name, table }) => name === table);

/** The record type of a name, or undefined. */
export const recordType = (name: string): RecordType | undefined =>
  [...RECORD_TYPES, RESPONSES].find((known) => known.name === name);
