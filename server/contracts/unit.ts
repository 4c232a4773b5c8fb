import { UNIT_KIND } from './codes';
import { Code, Day, Text, TextList } from './field';

/** An office of the authority that is responsible for consultations. */
export class Unit {
  @Text({ label: { pl: 'Kod komórki', en: 'Unit code' }, max: 80, key: true }) code!: string;
  @Text({ label: { pl: 'Nazwa', en: 'Name' }, max: 300, required: true }) name_pl!: string;
  @Text({ label: { pl: 'Nazwa po angielsku', en: 'Name in English' }, max: 300 }) name_en!: string | null;
  @Code(UNIT_KIND, { label: { pl: 'Rodzaj', en: 'Kind' } }) kind!: string | null;
  @TextList({ label: { pl: 'Właściwość (tematy)', en: 'Topics it is competent for' } }) topics!:
    string[] | null;
  @Text({ label: { pl: 'Komórka nadrzędna (kod)', en: 'Parent unit (code)' }, max: 80 }) parent!:
    string | null;
  @Day({ label: { pl: 'Istnieje od', en: 'Exists from' } }) exists_from!: string | null;
  @Day({ label: { pl: 'Istnieje do', en: 'Exists until' } }) exists_to!: string | null;
}
