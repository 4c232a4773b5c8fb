import { formats } from '../words';
import { aboutOf } from './about';

const authority = { code: '0663011', name: 'Gmina Lublin' };
const at = (href: string) => Object.assign(globalThis, { location: { href } });

it('names a copy after whose it is, what of, which chart and which day, and says the run', () => {
  at('https://busola.example/?org=0663011#trend');
  const origin = { code: '2026-Q3', meta: { as_of: '2026-10-05', snapshot: 7, method: '0.1.0' } };
  const about = aboutOf({ id: 'przebieg', headline: 'Wskaźnik: 64', origin, authority }, formats('pl'));
  expect(about.file).toBe('0663011_2026-Q3_przebieg_2026-10-05');
  expect(about.lines).toEqual([
    'Źródło: zapis konsultacji, Gmina Lublin. CC BY 4.0',
    'Stan na 05.10.2026; metoda 0.1.0; migawka 7; wstępne, niewydane',
  ]);
  expect(about.cite).toBe(
    'Obserwatorium Partycypacji Busola (2026). Wskaźnik: 64: Gmina Lublin. Stan na 2026-10-05, migawka 7, metoda 0.1.0 [wykres, wstępny, niewydany]. https://busola.example/?org=0663011',
  );
});

it('leaves out a method where none had a part, and a snapshot where there was none', () => {
  at('https://busola.example/en/konsultacje/OR.152%2F1');
  const origin = { code: 'OR.152/1 "a"', title: 'Course', meta: { as_of: '2026-10-05', snapshot: null } };
  const about = aboutOf({ id: 'course', headline: '21 days', origin, authority }, formats('en'));
  expect(about.file).toBe('0663011_OR.152_1__a__course_2026-10-05');
  expect(about.lines[1]).toMatch(/^As of 5\sOct\s2026; provisional, not released$/);
  expect(about.cite).toContain('Course. 21 days: Gmina Lublin. As of 2026-10-05 [chart,');
});
