import { Day, Integer, Reference, Text } from './field';

/** What an office says of an indicator in a quarter: why, who takes care of it, what comes next. */
export class Note {
  @Text({ label: { pl: 'Kod notatki', en: 'Note code' }, max: 80, key: true }) code!: string;
  @Text({ label: { pl: 'Wskaźnik', en: 'Indicator' }, max: 20 }) indicator!: string | null;
  @Reference('unit', { label: { pl: 'Komórka', en: 'Unit' } }) unit!: string | null;
  @Integer({ label: { pl: 'Rok', en: 'Year' }, min: 1990, max: 2049, required: true }) year!: number;
  @Integer({ label: { pl: 'Kwartał', en: 'Quarter' }, min: 1, max: 4, required: true }) quarter!: number;
  @Text({ label: { pl: 'Treść', en: 'Text' }, max: 5000, required: true }) text!: string;
  @Text({ label: { pl: 'Kto się tym zajmuje', en: 'Who takes care' }, max: 300 }) owner!: string | null;
  @Text({ label: { pl: 'Następny krok', en: 'Next step' }, max: 2000 }) next_step!: string | null;
  @Day({ label: { pl: 'Z dnia', en: 'Dated' }, required: true }) dated!: string;
}
