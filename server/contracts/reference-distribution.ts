import { DIMENSION, SCOPE } from './codes';
import { Code, Day, Integer, Text } from './field';

/** How many of whom there are, from a register or a census: one category of one dimension. */
export class ReferenceDistribution {
  @Code(SCOPE, { label: { pl: 'Kogo dotyczy', en: 'Scope' }, required: true }) scope!: string;
  @Code(DIMENSION, { label: { pl: 'Wymiar', en: 'Dimension' }, required: true }) dimension!: string;
  @Text({ label: { pl: 'Kategoria', en: 'Category' }, max: 200, required: true }) category!: string;
  @Integer({ label: { pl: 'Liczba', en: 'Count' }, required: true }) count!: number;
  @Day({ label: { pl: 'Stan na', en: 'As of' }, required: true }) as_of!: string;
  @Text({ label: { pl: 'Źródło', en: 'Source' }, max: 1000 }) source!: string | null;
}
