import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';

let folder: string;
let instance: Instance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-alike-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

let files = 0;
async function take(authority: string, lines: string[], more: object) {
  const path = join(folder, `file-${++files}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  return instance.import(path, { mapping: { authority, ...more } });
}
const contributions = (authority: string, lines: string[], fields: object, consultation?: object) =>
  take(authority, lines, { type: 'contribution', fields, ...(consultation && { consultation }) });
const warned = (receipt: {
  warnings: { rule: string; line: number; value: string | null; record: string | null }[];
}) =>
  receipt.warnings
    .filter(({ rule }) => ['duplicate_person', 'copied_text'].includes(rule))
    .map(({ rule, line, record, value }) => [rule, line, record, value]);

const CAMPAIGN = 'Nie zgadzam się na wycinkę drzew przy ulicy Lipowej!';

it('flags copies of a text whatever their case, blanks and signs, and drops none', async () => {
  const receipt = await contributions(
    'COPY',
    [
      'code,text',
      `1,${CAMPAIGN}`,
      '2,Proszę o nowe ławki w parku Ludowym.',
      `3,"nie zgadzam się na wycinkę   drzew przy ulicy Lipowej."`,
      `4,"NIE ZGADZAM SIĘ, NA WYCINKĘ DRZEW PRZY ULICY LIPOWEJ"`,
      '5,Proszę o nowe ławki w parku Ludowym.',
      '6,Popieram',
      '7,Popieram',
      '8,Popieram',
    ],
    { code: 'code', text: 'text' },
    { code: 'K' },
  );
  expect([receipt.new, receipt.rejected]).toEqual([8, 0]);
  expect(warned(receipt)).toEqual([['copied_text', 2, '1', '3: 2, 4, 5']]);
  expect(receipt.warnings[0]).toMatchObject({ column: 'text' });
  expect(receipt.warnings[0]!.message).toEqual({
    pl: 'Ten sam tekst w kilku uwagach (w ilu i w których wierszach: 3: 2, 4, 5); przyjęte, scal je w propozycję przy kodowaniu',
    en: 'The same text in several contributions (in how many, and on which lines: 3: 2, 4, 5); taken, merge them when coding',
  });
  expect(JSON.stringify(receipt.warnings)).not.toContain('Lipowej');
});

it('names the first lines of a long campaign, and says how many there are', async () => {
  const lines = Array.from({ length: 40 }, (_, i) => `${i},${CAMPAIGN}`);
  const receipt = await contributions(
    'LONG',
    ['code,text', ...lines],
    { code: 'code', text: 'text' },
    { code: 'K' },
  );
  expect(warned(receipt)).toEqual([['copied_text', 2, '0', '40: 2, 3, 4, 5, 6, 7 …']]);
});

it('flags one person twice within a consultation, by the key alone', async () => {
  await take('TWICE', ['code,title_pl', 'K,Plan', 'L,Program'], {
    type: 'consultation',
    fields: { code: 'code', title_pl: 'title_pl' },
  });
  const lines = [
    'code,k,kto',
    '1,K,jan@example.org',
    '2,L,jan@example.org',
    '3,K,Jan@Example.org',
    '4,K,ola@example.org',
    '5,K,',
    '6,K,',
  ];
  const fields = { code: 'code', consultation: 'k', person: 'kto' };
  const receipt = await contributions('TWICE', lines, fields);
  expect([receipt.new, receipt.rejected]).toEqual([6, 0]);
  expect(warned(receipt)).toEqual([['duplicate_person', 2, '1', '2: 2, 4']]);
  expect(JSON.stringify(receipt)).not.toContain('jan@');
  const took = await take('TWICE', ['code,k,kto', 'a,K,ewa@example.org', 'b,K,ewa@example.org'], {
    type: 'participant',
    fields,
  });
  expect(warned(took)).toEqual([['duplicate_person', 2, 'a', '2: 2, 3']]);
});

it('leaves refused rows out of the count', async () => {
  const lines = ['code,text,received_on', `1,${CAMPAIGN},`, `2,${CAMPAIGN},`, `3,${CAMPAIGN},31.02.2025`];
  const fields = { code: 'code', text: 'text', received_on: 'received_on' };
  const receipt = await contributions('REFUSED', lines, fields, { code: 'K' });
  expect([receipt.new, receipt.rejected, warned(receipt)]).toEqual([2, 1, []]);
});
