import { Day, Integer, Text, Url } from './field';

/** A district (dzielnica) of the authority. */
export class District {
  @Text({ label: { pl: 'Kod dzielnicy', en: 'District code' }, max: 80, key: true }) code!: string;
  @Text({ label: { pl: 'Nazwa', en: 'Name' }, max: 300, required: true }) name_pl!: string;
  @Integer({ label: { pl: 'Liczba mieszkańców', en: 'Population' } }) population!: number | null;
  @Day({ label: { pl: 'Liczba mieszkańców: stan na', en: 'Population: as of' } }) population_as_of!:
    string | null;
  @Url({ label: { pl: 'Źródło', en: 'Source' } }) source!: string | null;
}
