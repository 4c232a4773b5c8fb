import { Refusal } from '../../store/home';

interface Foreign {
  is: (head: Buffer, text: string) => boolean;
  pl: string;
  en: string;
}

const starts =
  (...signs: string[]) =>
  (head: Buffer) =>
    signs.some((sign) => head.subarray(0, sign.length / 2).toString('hex') === sign);

const RESAVE = {
  pl: 'otwórz go w arkuszu kalkulacyjnym i zapisz jako .xlsx albo CSV UTF-8',
  en: 'open it in a spreadsheet program and save it as .xlsx or CSV UTF-8',
};

/** Formats that are known by their first bytes, and that no reader reads. */
const FOREIGN: Foreign[] = [
  {
    is: starts('d0cf11e0a1b11ae1'),
    pl: `stary skoroszyt .xls albo plik zabezpieczony hasłem; ${RESAVE.pl}, bez hasła`,
    en: `an old .xls workbook, or a file with a password; ${RESAVE.en}, without a password`,
  },
  {
    is: (_head, text) => text.startsWith('PK') && text.includes('application/vnd.oasis.opendocument'),
    pl: `dokument .ods; ${RESAVE.pl}`,
    en: `an .ods document; ${RESAVE.en}`,
  },
  {
    is: (_head, text) => /^\s*%PDF-/.test(text),
    pl: 'plik PDF; poproś o dane źródłowe jako .xlsx albo CSV',
    en: 'a PDF file; ask for the data behind it as .xlsx or CSV',
  },
  {
    is: starts('89504e47', 'ffd8ff', '47494638', '49492a00', '4d4d002a', '52494646'),
    pl: 'obraz; poproś o dane źródłowe jako .xlsx albo CSV',
    en: 'an image; ask for the data behind it as .xlsx or CSV',
  },
  {
    is: starts('1f8b', '377abcaf271c', '526172211a07', 'fd377a585a00', '425a68'),
    pl: 'archiwum; rozpakuj je i podaj plik ze środka',
    en: 'an archive; unpack it and give the file inside',
  },
  {
    is: (_head, text) => /^\uFEFF?\s*(?:<!doctype html|<html|<head|<body|<table|<meta)/i.test(text),
    pl: `strona HTML (także z nazwą .xls); ${RESAVE.pl}`,
    en: `an HTML page (also where its name ends in .xls); ${RESAVE.en}`,
  },
  {
    is: (_head, text) => /^\uFEFF?\s*<\?xml[^>]*\?>/i.test(text),
    pl: `plik XML; ${RESAVE.pl}`,
    en: `an XML file; ${RESAVE.en}`,
  },
];

/** Throws `Refusal` naming the format and the way out where a file is, whatever its name says, none that is read. */
export function refuseForeign(head: Buffer): void {
  const text = head.toString('latin1').replace(/^ï»¿/, '\uFEFF');
  const found = FOREIGN.find(({ is }) => is(head, text));
  if (found) throw new Refusal(`To ${found.pl}`, `This is ${found.en}`);
}
