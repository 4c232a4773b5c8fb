import type { CodebookView } from '../../server/publish/codebook.view';

/** Types of records that are brought in one by one: what is made of many columns is none of them. */
export const typesOf = ({ types }: CodebookView): string[] =>
  types
    .filter((one) => one.fields.every(({ kind }) => kind !== 'answers' && kind !== 'facts'))
    .map(({ name }) => name);

/** The fields that make a record of a type itself. */
export const identityOf = ({ types }: CodebookView, name: string): string[] =>
  types.find((one) => one.name === name)?.identity ?? [];
