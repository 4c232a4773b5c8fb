import type { Field } from '../contracts/field';
import { RECORD_TYPES, type RecordType } from '../contracts/record-type';
import { readingOf } from './check/judge';
import { sourceOf } from './source';

/** A field and the column that looks like it. */
export interface ProposedField {
  field: string;
  column: string;
  /** From 0 to 1: 1 where the header is the name or the label of the field. */
  confidence: number;
}

/** How a file could be mapped; a person says whether it is to be. */
export interface Proposal {
  type: string;
  /** The share of the columns that found a field, and of required fields that found a column, multiplied. */
  confidence: number;
  fields: ProposedField[];
}

/** Headers of offices and exports that are neither name nor label of the field; without marks and in small letters. */
const ALSO: Record<string, string[]> = {
  code: ['id', 'identyfikator', 'kod', 'numer', 'nr', 'sygnatura', 'lp', 'oznaczenie', 'token'],
  title_pl: ['tytul', 'nazwa', 'przedmiot', 'przedmiot konsultacji', 'title', 'name'],
  title_en: ['title', 'name'],
  name_pl: ['nazwa', 'name'],
  matter_type: ['rodzaj', 'typ', 'kategoria'],
  addressee: ['adresat', 'adresaci', 'zakres'],
  topics: ['temat', 'tematy', 'topic'],
  unit_name: ['jednostka', 'komorka', 'wydzial', 'unit'],
  announced_on: ['ogloszono', 'data ogloszenia'],
  opens_on: ['od', 'data rozpoczecia', 'start', 'start date', 'poczatek'],
  closes_on: ['do', 'data zakonczenia', 'end date', 'koniec', 'termin'],
  remarks_until: ['uwagi do', 'termin uwag'],
  report_published_on: ['raport', 'data raportu', 'report date'],
  report_url: ['raport', 'link do raportu'],
  reported_participants: ['uczestnicy', 'liczba uczestnikow', 'participants'],
  reported_contributions: ['uwagi', 'liczba uwag', 'total feedback'],
  districts: ['dzielnica', 'dzielnice'],
  forms: ['formy', 'forma', 'metody'],
  consultation: ['konsultacje', 'kod konsultacji', 'id konsultacji'],
  outcome: ['rozstrzygniecie', 'sposob rozpatrzenia', 'propozycja rozpatrzenia', 'wynik'],
  rationale: ['uzasadnienie', 'justification'],
  received_on: ['data wplywu', 'wplynelo'],
  text: ['tresc', 'tresc uwagi', 'uwaga', 'body'],
  author_kind: ['skladajacy', 'rodzaj skladajacego'],
  person: ['e mail', 'email', 'adres e mail'],
  source_url: ['adres', 'link', 'url', 'zrodlo'],
};

/** A field is not proposed for a column most of whose cells it would refuse. */
const LEAST_FIT = 0.6;

/** A header as it is compared: small letters without marks, words apart by one space. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Proposals for every type that has something in common with a table, the likeliest first. */
export function proposals(header: string[], rows: string[][], mark: ',' | '.'): Proposal[] {
  return RECORD_TYPES.map((type) => proposalFor(type, header, rows, mark))
    .filter(({ fields }) => fields.length > 0)
    .sort((a, b) => b.confidence - a.confidence);
}

/** The columns of a table that look like fields of one type; each column and each field once. */
export function proposalFor(type: RecordType, header: string[], rows: string[][], mark: ',' | '.'): Proposal {
  const words = header.map(plainWords);
  const pairs = type.fields.flatMap((field) => {
    const own = [field.name, field.label.pl, field.label.en, field.alias ?? field.name].map(plainWords);
    return header.map((column, at) => ({
      field,
      column,
      at,
      confidence: likeness(field.name, own, words[at]!),
    }));
  });
  const likely = pairs
    .filter(({ field, at, confidence }) => confidence > 0 && fits(field, rows, at, mark))
    .sort((a, b) => rank(b) - rank(a) || a.at - b.at);
  const fields: ProposedField[] = [];
  for (const { field, column, confidence } of likely)
    if (!fields.some((one) => one.field === field.name || one.column === column))
      fields.push({ field: field.name, column, confidence });
  const required = type.fields.filter((field) => field.required);
  const met = required.filter(({ name }) => fields.some((one) => one.field === name));
  const certainty = fields.reduce((sum, { confidence }) => sum + confidence, 0) / header.length;
  return {
    type: type.name,
    confidence: Math.round(certainty * ((met.length + 1) / (required.length + 1)) * 100) / 100,
    fields,
  };
}

/** Without its key no row is a record: a word that may mean it means it. */
const rank = ({ field, confidence }: { field: Field; confidence: number }): number =>
  confidence + (field.key ? 0.15 : 0);

function likeness(name: string, own: string[], words: string): number {
  if (words === '') return 0;
  if (own.includes(words)) return 1;
  if (ALSO[name]?.includes(words)) return 0.9;
  const given = words.split(' ');
  const isIn = own.some((text) => {
    const wanted = text.split(' ');
    return wanted.length > 1 && wanted.every((word) => given.includes(word));
  });
  return isIn ? 0.7 : 0;
}

/** Whether most of the cells that are not empty could be taken for the field. A code may need words of its own. */
function fits(field: Field, rows: string[][], at: number, mark: ',' | '.'): boolean {
  if (field.kind === 'code' || field.kind === 'codes' || field.kind === 'pseudonym') return true;
  const cells = rows.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
  if (cells.length === 0) return true;
  const source = sourceOf(field, { column: 'x' }, '', []);
  const good = cells.filter((cell) => {
    const { rule } = readingOf(source, cell, mark);
    // which of two numbers is the day has to be said, but a day it is
    return rule === null || rule === 'ambiguous_date' || rule === 'two_digit_year';
  });
  return good.length >= cells.length * LEAST_FIT;
}
