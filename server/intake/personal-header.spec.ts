import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERSONAL } from '../contracts/personal';
import { RECORD_TYPES } from '../contracts/record-type';
import { ROOT } from '../root';
import { kindsOfHeader } from './personal-header';

const kind = (header: string) => kindsOfHeader([header])[0];

const NAMED: Record<keyof typeof PERSONAL, string[]> = {
  name: [
    'Imię',
    'IMIE_I_NAZWISKO',
    'nazwisko',
    'Podaj imię i nazwisko',
    'imie_nazwisko_autora',
    'first_name',
    'LastName',
    'Full name',
    'surname',
    'Contact person',
    'Dane autora / Imię',
  ],
  email: [
    'e-mail',
    'E-MAIL',
    'email',
    'Adres e-mail',
    'adres_email_wnioskodawcy',
    'Mail',
    'Poczta elektroniczna',
    'Kontakt / E-mail',
    'e-mail (opcjonalnie)',
    'Your e-mail address',
    'email2',
    'eMail',
    'Email (2)',
    'mail. Podaj swój adres e-mail',
  ],
  phone: [
    'telefon',
    'Tel.',
    'nr_tel',
    'Numer telefonu',
    'Telefon kontaktowy',
    'tel. kom.',
    'phone',
    'Phone number',
    'mobilePhone',
    'telephone',
  ],
  pesel: ['PESEL', 'nr_pesel', 'Numer PESEL uczestnika', 'pesel_1'],
  ip: [
    'ipaddr',
    'ipaddr. IP address',
    'adres IP',
    'IP_ADDRESS',
    'ipAddress',
    'Adres IP użytkownika',
    'remote_addr',
  ],
  address: [
    'Adres zamieszkania',
    'adres_zameldowania',
    'nr domu',
    'Numer mieszkania',
    'home address',
    'house_number',
    'Ulica i numer domu',
  ],
  birth_date: ['Data urodzenia', 'data_ur', 'date of birth', 'birthDate', 'DOB'],
  identity_document: [
    'Nr dowodu osobistego',
    'seria i numer dowodu',
    'Dowód osobisty',
    'passport no',
    'numer paszportu',
    'Dokument tożsamości',
  ],
  signature: ['Podpis', 'PODPIS SKŁADAJĄCEGO', 'czytelny podpis', 'signature'],
};

describe.each(Object.entries(NAMED))('%s', (wanted, headers) => {
  it.each(headers)('is told from %s', (header) => expect(kind(header)).toBe(wanted));
});

it.each([
  'nazwa',
  'Nazwa organizacji',
  'name',
  'name_pl',
  'name_en',
  'unit_named',
  'Organisation name',
  'project name',
  'adres',
  'Adres strony',
  'adres_www',
  'address',
  'Adres raportu',
  'numer',
  'Nr',
  'number',
  'ip',
  'IP',
  'imiennie',
  'Głosowanie imienne',
  'tytuł',
  'title',
  'source_url',
  'Komórka odpowiedzialna',
  'komorka',
  'Numer komórki organizacyjnej',
  'Uwagi e-mail',
  'Liczba e-maili',
  'Czy podano PESEL',
  'liczba_imion',
  'Imię patrona ulicy',
  'Podpisano',
  'liczba podpisów',
  'podpisy',
  'signatures',
  'ulica',
  'street',
  'Miejsce zamieszkania',
  'data',
  'Data wpływu',
  'rok urodzenia',
  'wiek',
  'dowód',
  'dowody',
  'dokument',
  'document_id',
  'document',
  'mobile',
  'Zgoda: e-mail od urzędu',
  'osoba',
  'Liczba osób',
  'autor',
  'Mailing',
  'hotel',
  '',
  'KRS',
  'REGON',
  'NIP',
  'kod pocztowy',
  'lokal',
])('%j is no header of personal data', (header) => expect(kind(header)).toBeNull());

it('takes a street for where somebody lives only beside the number of a house', () => {
  expect(kindsOfHeader(['ulica', 'dzielnica'])).toEqual([null, null]);
  expect(kindsOfHeader(['Ulica', 'Nr domu'])).toEqual(['address', 'address']);
});

it('takes no field of a record for personal data, by its name or by its label', () => {
  const words = RECORD_TYPES.flatMap(({ fields }) =>
    fields.flatMap(({ name, label }) => [name, label.pl, label.en]),
  );
  expect(words.filter((word) => kind(word))).toEqual([]);
});

it('finds nothing personal in the headers of what the project ships', () => {
  const files = readdirSync(join(ROOT, 'seed-data'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.csv'),
  );
  const headers = files.map((name) =>
    readFileSync(join(ROOT, 'seed-data', name), 'utf8')
      .split('\n')[0]!
      .split(','),
  );
  expect(headers.length).toBeGreaterThan(5);
  expect(headers.flatMap((header) => kindsOfHeader(header)).filter((found) => found !== null)).toEqual([]);
});
