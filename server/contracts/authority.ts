import { AUTHORITY_KIND } from './codes';
import { Code, Day, Integer, Text } from './field';

/** The city or other body that consults; its code is the TERYT code or a short code. */
export class Authority {
  @Text({ label: { pl: 'Kod organu', en: 'Authority code' }, max: 40, key: true }) code!: string;
  @Text({ label: { pl: 'Nazwa po polsku', en: 'Name in Polish' }, max: 300, required: true })
  name_pl!: string;
  @Text({ label: { pl: 'Nazwa po angielsku', en: 'Name in English' }, max: 300 }) name_en!: string | null;
  @Code(AUTHORITY_KIND, { label: { pl: 'Rodzaj organu', en: 'Kind of authority' } }) kind!: string | null;
  @Integer({ label: { pl: 'Liczba mieszkańców', en: 'Population' } }) population!: number | null;
  @Day({ label: { pl: 'Liczba mieszkańców: stan na', en: 'Population: as of' } }) population_as_of!:
    string | null;
}
