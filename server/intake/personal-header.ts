import type { PersonalKind } from '../contracts/personal';

/** Words that say whose it is, or how to write it, and not what it is. */
const FILLERS = new Set(
  `podaj prosze wpisz twoj twoja swoj swoje pana pani panstwa prywatny prywatna sluzbowy sluzbowa kontaktowy kontaktowe
   opcjonalnie opcjonalne wymagane autora autorki skladajacego wnioskodawcy zglaszajacego uczestnika uczestniczki
   mieszkanca mieszkanki respondenta respondentki osoby uzytkownika nadawcy rodzica opiekuna czytelny wlasnoreczny
   your the my author user respondent participant resident person personal private contact optional required sender
   submitter client applicant s`.split(/\s+/),
);

/** Whether a column is about such data and does not hold them: how many, whether given. */
const ABOUT =
  /^(?:czy|liczba|ile|ilosc|count|number|has|is|share|odsetek|zgoda|consent)(?: |$)|(?:^| )patron/;

const MAIL = '(?:e ?)?mail';
const PHONE = '(?:tel|telefon|telefonu)';

/** What the words of a header, without fillers and marks of letters, must be. Only words without a second meaning may stand among others. */
const HEADERS: [PersonalKind, RegExp][] = [
  [
    'name',
    /(?:^| )(?:imie|imiona|nazwisko|nazwiska|surname|(?:first|last|middle|maiden|family|given) ?names?)(?: |$)/,
  ],
  ['name', /^(?:full ?name|osoba (?:do kontaktu|kontaktowa)|contact person)$/],
  ['pesel', /(?:^| )pesel(?: |$)/],
  [
    'email',
    new RegExp(
      `^(?:adres )?${MAIL}$|^${MAIL} ?addr(?:ess)?$|^adres ${MAIL}owy$|^(?:adres )?poczt[ay] elektroniczn\\w+$`,
    ),
  ],
  ['phone', new RegExp(`^(?:(?:nr|numer) )?${PHONE}(?: (?:nr|numer|kom\\w*|stacjonarn\\w+|domow\\w+))?$`)],
  [
    'phone',
    /^(?:(?:cell|mobile|home|work) ?)?(?:tele)?phone(?: ?(?:number|no|nr))?$|^(?:mobile|cell) (?:number|no)$/,
  ],
  [
    'ip',
    /^(?:adres|nr|numer) ip$|^ip ?(?:address|addr|adres)$|^(?:remote|client|host) ?(?:ip|addr|ip address)$/,
  ],
  ['address', /^adres (?:zamieszkania|zameldowania|domowy|korespondencyjny|do korespondencji)(?: |$)/],
  ['address', /^(?:home|residential|mailing|street) address$|^(?:house|flat|apartment) ?(?:number|no|nr)$/],
  [
    'address',
    /^(?:ulica (?:i )?)?(?:nr|numer) (?:domu|mieszkania|lokalu)$|^ulica i (?:nr|numer)|^street and (?:house )?number$/,
  ],
  [
    'birth_date',
    /^(?:data|dzien) (?:urodzenia|ur)$|^(?:date|day) of birth$|^birth ?(?:date|day)$|^(?:dob|urodziny)$/,
  ],
  [
    'identity_document',
    /^(?:seria i )?(?:nr|numer) (?:dowodu(?: osobistego)?|paszportu|legitymacji|dokumentu tozsamosci)$/,
  ],
  ['identity_document', /^(?:dowod osobisty|paszport|dokument tozsamosci)$/],
  [
    'identity_document',
    /^(?:passport|id card|identity card|identity document|driving licen[cs]e)(?: (?:number|no|nr))?$/,
  ],
  ['signature', /^(?:podpis|signature)$/],
];

/** A street tells where somebody lives only beside the number of a house; alone it may be what a consultation is about. */
const STREET = /^(?:nazwa )?(?:ulica|ulicy|street)$/;

/** The words of a text: small letters without their marks, figures at the end left out. */
export const wordsOf = (text: string): string =>
  text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** The parts of a header of two rows ("Kontakt / E-mail") or of a code and its question ("mail. Your e-mail"), each in words. */
const segmentsOf = (header: string): string[] =>
  header
    // no bracket inside: a name of brackets alone is read once
    .replace(/\([^()]*\)/g, ' ')
    .split(/[/|:;,]|\.\s/)
    .map(wordsOf);

const unfilled = (words: string) =>
  words
    .split(' ')
    .filter((word) => !FILLERS.has(word))
    .join(' ');

function kindOfHeader(header: string): PersonalKind | null {
  for (const words of segmentsOf(header)) {
    if (ABOUT.test(words)) continue;
    const found = HEADERS.find(([, pattern]) => pattern.test(words) || pattern.test(unfilled(words)));
    if (found) return found[0];
  }
  return null;
}

/** What the columns of a file are by their names; null where a name says nothing of a person. */
export function kindsOfHeader(header: string[]): (PersonalKind | null)[] {
  const kinds = header.map(kindOfHeader);
  const lives = kinds.includes('address');
  return kinds.map((kind, i) =>
    kind === null && lives && segmentsOf(header[i]!).some((words) => STREET.test(words)) ? 'address' : kind,
  );
}
