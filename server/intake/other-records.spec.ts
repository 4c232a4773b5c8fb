import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../testing/database';
import { type Instance, startInstance } from '../testing/instance';

let folder: string;
let instance: Instance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'busola-other-'));
  instance = await startInstance(await freshDatabase());
});
afterAll(async () => {
  await instance.stop();
  await rm(folder, { recursive: true, force: true });
});

let files = 0;
async function take(type: string, authority: string, lines: string[]) {
  const path = join(folder, `file-${++files}.csv`);
  await writeFile(path, `${lines.join('\n')}\n`);
  return instance.import(path, { as: type, authority });
}
const found = (issues: { rule: string; line: number; value: string | null }[]) =>
  issues.map(({ rule, line, value }) => [rule, line, value]);

it('warns of contributions received outside the term of their consultation, and takes them', async () => {
  const term = 'code,title_pl,opens_on,closes_on,remarks_until,closed_on';
  // another authority with the same code has another term
  await take('consultation', 'ELSE', [term, 'K-1,Park,2020-01-01,2020-01-31,,']);
  await take('consultation', 'TERM', [
    term,
    'K-1,Park,2025-03-01,2025-03-20,2025-03-25,',
    'K-2,Most,2025-03-01,2025-03-20,,2025-03-28',
    'K-3,Plac,,,,',
  ]);
  const receipt = await take('contribution', 'TERM', [
    'code,consultation,received_on,late',
    '1,K-1,2025-03-01,',
    '2,K-1,2025-02-28,',
    '3,K-1,2025-03-25,',
    '4,K-1,2025-03-26,',
    '5,K-1,2025-03-26,yes',
    '6,K-1,2025-02-28,yes',
    '7,K-2,2025-03-28,',
    '8,K-2,2025-03-29,no',
    '9,K-3,2025-03-29,',
    '10,K-1,,',
  ]);
  expect([receipt.new, receipt.rejected]).toEqual([10, 0]);
  expect(found(receipt.warnings)).toEqual([
    ['outside_term', 3, '2025-02-28; 2025-03-01 – 2025-03-25'],
    ['outside_term', 5, '2025-03-26; 2025-03-01 – 2025-03-25'],
    ['outside_term', 7, '2025-02-28; 2025-03-01 – 2025-03-25'],
    ['outside_term', 9, '2025-03-29; 2025-03-01 – 2025-03-28'],
  ]);
  expect(receipt.warnings[0]).toMatchObject({ column: 'received_on', record: '2' });
});

it('warns of contributions answered before they came', async () => {
  const receipt = await take('contribution', 'TERM', [
    'code,consultation,received_on,decided_on',
    '21,K-1,2025-03-05,2025-03-05',
    '22,K-1,2025-03-05,2025-03-04',
    '23,K-1,,2025-03-04',
  ]);
  expect(found(receipt.warnings)).toEqual([['answered_before_received', 3, null]]);
});

it('refuses attendance of one edition at a session of another, and warns of sessions outside their edition', async () => {
  await take('training_edition', 'TRAIN', [
    'code,starts_on,ends_on',
    'E1,2025-01-01,2025-02-28',
    'E2,2025-03-01,',
  ]);
  const sessions = await take('training_session', 'TRAIN', [
    'code,edition,module,held_on,hours',
    'S1,E1,M1,2025-01-10,4',
    'S2,E2,M1,2025-02-10,4',
    'S3,E1,M2,2025-03-01,4',
    'S4,E2,M2,2026-03-01,4',
  ]);
  expect(sessions.new).toBe(4);
  expect(found(sessions.warnings)).toEqual([
    ['outside_term', 3, '2025-02-10; 2025-03-01 – '],
    ['outside_term', 4, '2025-03-01; 2025-01-01 – 2025-02-28'],
  ]);
  await take('enrolment', 'TRAIN', ['code,edition', 'Z1,E1', 'Z2,E2']);
  const attendance = await take('attendance', 'TRAIN', [
    'session,enrolment,hours',
    'S1,Z1,4',
    'S1,Z2,4',
    'S2,Z2,2',
  ]);
  expect([attendance.new, attendance.rejected]).toEqual([2, 1]);
  expect(found(attendance.issues)).toEqual([['another_edition', 3, 'S1: E1; Z2: E2']]);
  expect(attendance.issues[0]!.message.pl).toBe('Zajęcia i udział należą do różnych edycji (S1: E1; Z2: E2)');
});
