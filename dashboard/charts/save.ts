import { copyText } from '../copy';
import { pictureOf, type Pictured } from './picture';
import { csvOf, EXCEL, MACHINE, tsvOf, type Table } from './table';

export { copyText };

/** What a copy of a chart says of its origin. */
export interface About {
  /** Name of its files, without the ending. */
  file: string;
  /** Source, day and method: the lines below a picture. */
  lines: string[];
  cite: string;
}

/** Puts a file into the reader's downloads. */
function save(content: Blob, name: string): string {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // the download has its own hold on the content by then
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}

const DIALECTS = { excel: EXCEL, machine: MACHINE };

/** Saves the numbers of a chart as CSV; gives back the name of the file. */
export function saveTable(table: Table, dialect: keyof typeof DIALECTS, { file }: About): string {
  const text = csvOf(table, DIALECTS[dialect]);
  return save(new Blob([text], { type: 'text/csv;charset=utf-8' }), file + DIALECTS[dialect].suffix);
}

/** Copies the numbers, to be pasted into a sheet. */
export const copyTable = (table: Table, language: 'pl' | 'en'): Promise<void> =>
  copyText(tsvOf(table, language === 'pl' ? ',' : '.'));

/** Saves the drawing with its title and origin. */
export async function saveSvg(drawn: Pictured): Promise<string> {
  const { text } = await pictureOf(drawn);
  return save(new Blob([text], { type: 'image/svg+xml' }), `${drawn.about.file}.svg`);
}

const SHARPNESS = 2;

/** The same as a picture of points, twice as dense as the page. */
export async function savePng(drawn: Pictured): Promise<string> {
  const { text, width, height } = await pictureOf(drawn);
  const image = new Image();
  // the content policy of the server allows pictures from data: addresses, none from blob:
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  await settled(canvas, image);
  const content = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!content) throw new Error('The browser made no picture');
  return save(content, `${drawn.about.file}.png`);
}

const PAUSE_MS = 100;
const LEAST = 3;
const MOST = 20;

/** Draws until the drawing stays the same: the fonts inside a picture come only after the picture itself. */
async function settled(canvas: HTMLCanvasElement, image: HTMLImageElement): Promise<void> {
  const pen = canvas.getContext('2d')!;
  let before = '';
  for (let times = 0; times < MOST; times++) {
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const now = canvas.toDataURL();
    if (times >= LEAST && now === before) return;
    before = now;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
}
