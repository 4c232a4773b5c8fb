import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listQuery, listSearch, parseSearch, stringifySearch, toggled } from './address';
import { bound, dayNumber, formats, isoDay } from './words';
import { aboutWords as aboutEn } from './words.about.en';
import { aboutWords as aboutPl } from './words.about.pl';
import { accessWords as accessEn } from './words.access.en';
import { accessWords as accessPl } from './words.access.pl';
import { auditWords as auditEn } from './words.audit.en';
import { auditWords as auditPl } from './words.audit.pl';
import { peopleWords as peopleEn } from './words.people.en';
import { peopleWords as peoplePl } from './words.people.pl';
import { batchWords as batchEn } from './words.batch.en';
import { batchWords as batchPl } from './words.batch.pl';
import { cardWords as cardEn } from './words.card.en';
import { cardWords as cardPl } from './words.card.pl';
import { dataWords as dataEn } from './words.data.en';
import { dataWords as dataPl } from './words.data.pl';
import { en as ownEn } from './words.en';
import { intakeWords as intakeEn } from './words.intake.en';
import { intakeWords as intakePl } from './words.intake.pl';
import { mappingWords as mappingEn } from './words.mapping.en';
import { mappingWords as mappingPl } from './words.mapping.pl';
import { indicatorWords as indicatorEn } from './words.indicator.en';
import { indicatorWords as indicatorPl } from './words.indicator.pl';
import { overviewWords as overviewEn } from './words.overview.en';
import { overviewWords as overviewPl } from './words.overview.pl';
import { recordWords as recordsEn } from './words.records.en';
import { recordWords as recordsPl } from './words.records.pl';
import { codingWords as codingEn } from './words.coding.en';
import { codingWords as codingPl } from './words.coding.pl';
import { scoreWords as scoreEn } from './words.score.en';
import { scoreWords as scorePl } from './words.score.pl';
import { pl as ownPl } from './words.pl';

/** All words of a language, also those that only their own pages fetch. */
const pl = {
  ...ownPl,
  ...batchPl,
  ...cardPl,
  ...scorePl,
  ...overviewPl,
  indicator: indicatorPl,
  about: aboutPl,
  data: dataPl,
  access: accessPl,
  people: peoplePl,
  audit: auditPl,
  intake: { ...intakePl, ...mappingPl },
  records: recordsPl,
  coding: codingPl,
};
const en = {
  ...ownEn,
  ...batchEn,
  ...cardEn,
  ...scoreEn,
  ...overviewEn,
  indicator: indicatorEn,
  about: aboutEn,
  data: dataEn,
  access: accessEn,
  people: peopleEn,
  audit: auditEn,
  intake: { ...intakeEn, ...mappingEn },
  records: recordsEn,
  coding: codingEn,
};

const NBSP = '\u00a0';
const polish = formats('pl');
const english = formats('en');
const plain = (text: string) => text.replaceAll(NBSP, ' ').replaceAll('\u202f', ' ');

describe('plurals', () => {
  it.each([
    [0, '0 konsultacji'],
    [1, '1 konsultacja'],
    [2, '2 konsultacje'],
    [5, '5 konsultacji'],
    [12, '12 konsultacji'],
    [22, '22 konsultacje'],
    [36, '36 konsultacji'],
    [112, '112 konsultacji'],
  ])('says %i as "%s"', (n, said) => {
    expect(plain(pl.list.found(n, n))).toBe(said);
  });

  it('has the form for a fraction', () => {
    const days = { one: 'dzień', few: 'dni', many: 'dni', other: 'dnia' };
    expect(polish.plural(1.5, days)).toBe('dnia');
  });

  it('needs two forms in English', () => {
    expect(plain(en.days(1))).toBe('1 day');
    expect(plain(en.days(2))).toBe('2 days');
  });
});

describe('numbers and days', () => {
  it('writes numbers as the house does', () => {
    expect(polish.number(1234)).toBe('1234');
    expect(polish.number(12345)).toBe('12\u202f345');
    expect(polish.number(-2.4, 1)).toBe('\u22122,4');
    expect(english.number(12345.6, 1)).toBe('12,345.6');
  });

  it('writes days and periods', () => {
    expect(polish.day('2025-03-12')).toBe('12.03.2025');
    expect(plain(english.day('2025-09-12'))).toBe('12 Sep 2025');
    expect(polish.period('2016-06-20', '2016-07-12')).toBe('20.06–12.07.2016');
    expect(polish.period('2017-10-11', '2018-01-31')).toBe('11.10.2017–31.01.2018');
    expect(plain(english.period('2016-06-20', '2016-07-12'))).toBe('20 Jun – 12 Jul 2016');
  });

  it('shows an instant in the time of the office, in summer and in winter', () => {
    expect(plain(polish.instant('2026-01-31T23:30:00Z'))).toBe('01.02.2026, 00:30');
    expect(plain(polish.instant('2026-07-01T10:00:00Z'))).toBe('01.07.2026, 12:00');
  });

  it('counts days over a change of the clock', () => {
    expect(dayNumber('2025-03-31') - dayNumber('2025-03-29')).toBe(2);
    expect(isoDay(dayNumber('2024-02-29'))).toBe('2024-02-29');
  });
});

describe('bound', () => {
  it('keeps one-letter words with the next word', () => {
    expect(bound('Zelwerowicza i Dereckiego w mieście')).toBe(
      `Zelwerowicza i${NBSP}Dereckiego w${NBSP}mieście`,
    );
    expect(bound('a w 6')).toBe(`a${NBSP}w${NBSP}6`);
  });

  it('keeps a number with its noun', () => {
    expect(bound('co najmniej 35 dni')).toBe(`co najmniej 35${NBSP}dni`);
  });
});

type Leaf = { path: string; text: string };

/** Every text of a words file, a function by what it says of sample values. */
function leaves(words: unknown, path = ''): Leaf[] {
  if (typeof words === 'string') return [{ path, text: words }];
  if (typeof words === 'function') return [{ path, text: '()' }];
  return Object.entries(words as object).flatMap(([key, word]) => leaves(word, `${path}.${key}`));
}

describe('the two languages', () => {
  // named by a label of the codebook instead
  const LABELLED = /\.list\.facet\.(rodzaj|forma|temat|jedn|adresat)$/;

  it('have the same words', () => {
    expect(
      leaves(en)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(
      leaves(pl)
        .map(({ path }) => path)
        .sort(),
    );
  });

  it('leave none empty', () => {
    const empty = [...leaves(pl), ...leaves(en)].filter(
      ({ path, text }) => !text.trim() && !LABELLED.test(path),
    );
    expect(empty).toEqual([]);
  });

  it('do not mix', () => {
    const source = readdirSync(__dirname)
      .filter((file) => /^words\.(\w+\.)?en\.ts$/.test(file))
      .map((file) => readFileSync(join(__dirname, file), 'utf8'))
      .join('');
    const allowed = source.replace(/“Łódź”/g, '');
    expect(allowed.match(/.*[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ].*/g)).toBeNull();
  });
});

describe('the pages', () => {
  const files = [
    'pages',
    'charts',
    'indicator',
    'data',
    'access',
    'people',
    'audit',
    'records',
    'coding',
    '.',
  ].flatMap((folder) =>
    readdirSync(join(__dirname, folder))
      .filter((name) => name.endsWith('.tsx'))
      .map((name) => join(folder, name)),
  );

  it.each(files)('%s has no words of its own', (file) => {
    const source = readFileSync(join(__dirname, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(source.match(/.*[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ].*/g)).toBeNull();
    // text between tags, apart from the name of the product
    const spoken = [...source.matchAll(/<\/?[A-Za-z][^<>{}]*>\s*([A-Za-z][A-Za-z ]{2,})\s*</g)].map(
      ([, text]) => text!.trim(),
    );
    expect(spoken.filter((text) => text !== 'Busola')).toEqual([]);
  });
});

describe('the address', () => {
  it('carries a selection there and back, with defaults left out', () => {
    const search = listSearch(parseSearch('?stan=open&stan=closed&sort=-last_day&ile=50&szukaj=łódź'));
    expect(search).toEqual({ szukaj: 'łódź', stan: ['open', 'closed'] });
    expect(listSearch(parseSearch(stringifySearch({ ...search })))).toEqual(search);
  });

  it('ignores what it does not know', () => {
    expect(listSearch(parseSearch('?sort=losowo&ile=-3&cudo=1&rok='))).toEqual({});
  });

  it('adds and removes one value of a filter and starts the rows anew', () => {
    const once = toggled({ ile: 100 }, 'rok', '2021');
    expect(once).toEqual({ rok: ['2021'] });
    expect(toggled(once, 'rok', '2021')).toEqual({});
  });

  it('asks the API for exactly the selection', () => {
    expect(listQuery({ rok: ['2020', '2021'], forma: ['letter'] }, 'LUBLIN')).toBe(
      '/api/v1/consultations?authority=LUBLIN&form=letter&year=2020&year=2021',
    );
  });
});
