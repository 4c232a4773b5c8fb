import 'reflect-metadata';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';
import { Column, type ColumnOptions } from 'typeorm';
import { faultOf } from './cell';
import { sentence } from './rules';

/** A text in the two languages of the product; Polish comes first. */
export interface Label {
  pl: string;
  en: string;
}

/** Codes of a list in their order on a page, each with its words. */
export type Codes = Record<string, Label>;

export type Kind =
  | 'text'
  | 'url'
  | 'day'
  | 'integer'
  | 'decimal'
  | 'code'
  | 'codes'
  | 'texts'
  | 'reference'
  | 'pseudonym'
  | 'answers'
  | 'facts';

/** What is known of one field: the checks, the column, the form and the codebook all come from this. */
export interface Field {
  name: string;
  kind: Kind;
  label: Label;
  required: boolean;
  /** The record's own identifier within its authority: unique, never guessed. */
  key: boolean;
  /** text, texts: characters (Unicode code points); integer, decimal: the value; day: `YYYY-MM-DD`. */
  min?: number | string;
  max?: number | string;
  codes?: Codes;
  /** A code that says in words that nothing is recorded; stored as null. */
  unrecorded?: string;
  /** Another name that mappings may use. */
  alias?: string;
  /** reference: the record type whose code stands here. */
  of?: string;
  /** reference: the field, of this record and of the other, inside which that code is unique. */
  within?: string;
  /** For those who work on the records only: it leaves Postgres neither for the mirror nor for a page. */
  restricted?: boolean;
}

type Options = Pick<Field, 'label'> & Partial<Omit<Field, 'name' | 'kind'>>;

const FIELDS = Symbol('fields');
const DAYS = { min: '1990-01-01', max: '2049-12-31' };
const COLUMNS: Record<Kind, ColumnOptions> = {
  text: { type: 'text' },
  url: { type: 'text' },
  day: { type: 'date' },
  integer: { type: 'integer' },
  decimal: { type: 'numeric' },
  code: { type: 'text' },
  codes: { type: 'text', array: true },
  texts: { type: 'text', array: true },
  reference: { type: 'text' },
  pseudonym: { type: 'text' },
  answers: { type: 'smallint', array: true },
  facts: { type: 'jsonb' },
};
const API: Record<Kind, object> = {
  text: { type: String },
  url: { type: String, format: 'uri' },
  day: { type: String, format: 'date' },
  integer: { type: 'integer' },
  decimal: { type: Number },
  code: { type: String },
  codes: { type: String, isArray: true },
  texts: { type: String, isArray: true },
  reference: { type: String },
  pseudonym: { type: String },
  answers: { type: 'integer', isArray: true },
  facts: { type: Object },
};

function declare(kind: Kind, options: Options): PropertyDecorator {
  return (prototype, name) => {
    const field: Field = { required: options.key ?? false, key: false, ...options, name: String(name), kind };
    Reflect.defineMetadata(FIELDS, [...fieldsOf(prototype.constructor), field], prototype.constructor);
    const enumeration = field.codes && { enum: Object.keys(field.codes) };
    const description = `${field.label.en} (${field.label.pl})`;
    ApiProperty({
      ...API[kind],
      ...enumeration,
      description,
      nullable: !field.required,
      required: field.required,
    })(prototype, name);
    Column({ ...COLUMNS[kind], nullable: !field.required })(prototype, String(name));
    if (!field.required)
      ValidateIf((_record, value) => value !== null && value !== undefined)(prototype, String(name));
    ValidateBy({
      name: 'field',
      validator: {
        validate: (value) => faultOf(field, value) === null,
        defaultMessage: (failed) =>
          sentence(faultOf(field, failed?.value) ?? 'missing_value', field, String(failed?.value)).en,
      },
    })(prototype, String(name));
  };
}

/** Free text of at most `max` characters (500 unless told). With `key`: the record's identifier. */
export const Text = (options: Options) => declare('text', { max: 500, ...options });
/** An http or https address. */
export const Url = (options: Options) => declare('url', { max: 2000, ...options });
/** A calendar day of the office (Europe/Warsaw), never shifted by a time zone. */
export const Day = (options: Options) => declare('day', { ...DAYS, ...options });
/** A whole number, not negative unless told. */
export const Integer = (options: Options) => declare('integer', { min: 0, max: 2147483647, ...options });
/** A number with decimals, not negative unless told. */
export const Decimal = (options: Options) => declare('decimal', { min: 0, max: 1e12, ...options });
/** One code of a closed list. */
export const Code = (codes: Codes, options: Options) => declare('code', { codes, ...options });
/** Several codes of a closed list, each once, in the order of the source. */
export const CodeList = (codes: Codes, options: Options) => declare('codes', { codes, ...options });
/** Several short texts, each once, in the order of the source. */
export const TextList = (options: Options) => declare('texts', { max: 200, ...options });
/** The code of a record of another type, of the same authority. */
export const Reference = (of: string, options: Options) => declare('reference', { max: 80, of, ...options });
/** What tells a person or body apart: only a key made from it with the secret of the instance is stored. */
export const Pseudonym = (options: Options) => declare('pseudonym', { max: 300, ...options });
/** Coded answers of one response, by the position of their item. Made from many columns. */
export const Answers = (options: Options) => declare('answers', options);
/** Values by name. Made from many columns. */
export const Facts = (options: Options) => declare('facts', options);

/** The fields of a contract, in the order of their declaration. */
export const fieldsOf = (contract: object): Field[] => Reflect.getMetadata(FIELDS, contract) ?? [];
