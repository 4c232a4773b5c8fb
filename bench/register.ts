import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { randomFrom } from '../seed-data/demo/random';

const MATTERS = [
  'local_law',
  'cooperation_programme',
  'strategy',
  'spatial_plan',
  'revitalisation',
  'participatory_budget',
  'other',
];
const ADDRESSEES = ['residents', 'organisations', 'council', 'mixed'];
const FORMS = ['letter', 'online_form', 'open_meeting', 'workshop', 'walk', 'survey', 'phone', 'display'];
const HEADER =
  'code,title_pl,matter_type,addressee,unit_name,announced_on,opens_on,closes_on,report_published_on,reported_participants,reported_contributions,reported_accepted,reported_partly,forms,source_url';

export const COLUMNS = HEADER.split(',');

/** How to read the register that `writeRegister` writes. */
export const REGISTER_MAPPING = {
  type: 'consultation',
  authority: 'BENCH',
  fields: Object.fromEntries(
    COLUMNS.map((name) => [name, name === 'forms' ? { column: name, split: ';' } : name]),
  ),
};

const SPOILS: ((cells: string[]) => void)[] = [
  (cells) => (cells[6] = '2024-13-45'),
  (cells) => (cells[2] = 'nieznany'),
  (cells) => (cells[9] = '12,5'),
  (cells) => (cells[10] = '-4'),
  (cells) => (cells[7] = '1999-01-01'),
  (cells) => (cells[11] = '100000'),
  (cells) => (cells[0] = ''),
  (cells) => (cells[13] = 'faks'),
];

const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);

function rowOf(i: number, random: (below: number) => number): string[] {
  const announced = 15_340 + random(5000);
  const opens = announced + random(14);
  const closes = opens + 14 + random(40);
  const contributions = random(400);
  return [
    `KS-${String(i).padStart(7, '0')}`,
    `Konsultacje projektu uchwały nr ${i} w sprawie zagospodarowania terenu w dzielnicy ${i % 27}`,
    MATTERS[random(MATTERS.length)]!,
    ADDRESSEES[random(ADDRESSEES.length)]!,
    `Wydział ${i % 40}`,
    day(announced),
    day(opens),
    day(closes),
    day(closes + 10 + random(60)),
    String(random(900)),
    String(contributions),
    String(random(Math.floor(contributions / 3) + 1)),
    String(random(Math.floor(contributions / 3) + 1)),
    `${FORMS[random(4)]};${FORMS[4 + random(4)]}`,
    `https://example.org/konsultacje/${i}`,
  ];
}

const csv = (cells: string[]) =>
  `${cells.map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;

/**
 * Writes a register of consultations in key order: `dirty` with one bad row in a hundred of eight kinds, `clean` with
 * the good rows only, as COPY reads them. Returns how many rows are good.
 */
export async function writeRegister(rows: number, dirty: string, clean: string): Promise<number> {
  const random = randomFrom(2014);
  const [bad, good] = [createWriteStream(dirty), createWriteStream(clean)];
  bad.write(`${HEADER}\n`);
  let kept = 0;
  for (let i = 1; i <= rows; i++) {
    const cells = rowOf(i, random);
    const fault = random(800);
    if (fault < SPOILS.length) SPOILS[fault]!(cells);
    bad.write(csv(cells));
    if (fault >= SPOILS.length) {
      kept++;
      cells[13] = `{${cells[13]!.replace(';', ',')}}`;
      good.write(csv(cells));
    }
    for (const stream of [bad, good]) if (stream.writableNeedDrain) await once(stream, 'drain');
  }
  await Promise.all([bad, good].map((stream) => new Promise<void>((done) => stream.end(done))));
  return kept;
}
