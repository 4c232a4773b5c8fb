import type { StoredFinding } from '../receipt';
import { findingsCsv } from './findings';

async function* found(lines: number): AsyncGenerator<StoredFinding> {
  for (let line = 2; line < lines + 2; line++)
    yield {
      line,
      record: `A-${line}`,
      column: 'kod',
      field: 'code',
      value: '=1+1',
      rule: 'trimmed',
      accepted: true,
    };
}

async function rowsOf(lines: number): Promise<string[]> {
  let text = '';
  for await (const piece of findingsCsv('consultation', found(lines), 'en', 2)) text += piece;
  return text.split('\r\n').slice(1, -1);
}

it('says in its last line where it does not list everything', async () => {
  expect(await rowsOf(2)).toHaveLength(2);
  const cut = await rowsOf(3);
  expect(cut).toHaveLength(3);
  expect(cut.at(-1)).toBe(';;;;;;"The first 2 are listed; the result of the check counts all"');
});

it('disarms what a spreadsheet would take for a formula', async () => {
  const [first] = await rowsOf(1);
  expect(first).toMatch(/^"2";"A-2";"kod";"'=1\+1";"warning";"trimmed";/);
});
