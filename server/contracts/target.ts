import { Day, Decimal, Reference, Text, Url } from './field';

/** What an indicator ought to be from a day on, for one unit or for all. */
export class Target {
  @Text({ label: { pl: 'Kod celu', en: 'Target code' }, max: 80, key: true }) code!: string;
  @Text({ label: { pl: 'Wskaźnik', en: 'Indicator' }, max: 20, required: true }) indicator!: string;
  @Reference('unit', { label: { pl: 'Komórka', en: 'Unit' } }) unit!: string | null;
  @Day({ label: { pl: 'Obowiązuje od', en: 'In force since' }, required: true }) valid_since!: string;
  @Decimal({ label: { pl: 'Wartość', en: 'Value' }, min: -1e12, required: true }) value!: string;
  @Url({ label: { pl: 'Źródło', en: 'Source' } }) source_url!: string | null;
}
