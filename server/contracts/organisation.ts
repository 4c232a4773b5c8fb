import { ORGANISATION_KIND } from './codes-people';
import { Code, Reference, Text, TextList } from './field';

/** A non-governmental organisation or another body of art. 3(3) of the act on public benefit, from the register. */
export class Organisation {
  @Text({ label: { pl: 'Numer w rejestrze', en: 'Register number' }, max: 80, key: true }) code!: string;
  @Text({ label: { pl: 'Nazwa', en: 'Name' }, max: 500, required: true }) name_pl!: string;
  @Code(ORGANISATION_KIND, { label: { pl: 'Rodzaj organizacji', en: 'Kind of organisation' } }) kind!:
    string | null;
  @TextList({ label: { pl: 'Sfery zadań publicznych', en: 'Fields of public tasks' } }) fields!:
    string[] | null;
  @Reference('district', { label: { pl: 'Dzielnica', en: 'District' } }) district!: string | null;
}
