import sansLatin from '../fonts/sans-latin.woff2';
import sansPolish from '../fonts/sans-latin-ext.woff2';
import serifLatin from '../fonts/serif-latin.woff2';
import serifPolish from '../fonts/serif-latin-ext.woff2';
import { escaped, linesOf } from './lines';
import type { About } from './save';

/** A chart as it stands on the page. */
export interface Pictured {
  figure: HTMLElement;
  headline: string;
  sub: string;
  about: About;
}

/** What the style sheets give to a drawing, and a file must carry itself. */
const KEPT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'paint-order',
  'text-anchor',
  'font-family',
  'font-size',
  'font-weight',
];
const EDGE = 24;
const FONTS = [
  { family: 'Busola Sans', address: sansLatin, range: 'U+0-FF, U+2000-2BFF' },
  { family: 'Busola Sans', address: sansPolish, range: 'U+100-24F' },
  { family: 'Busola Serif', address: serifLatin, range: 'U+0-FF, U+2000-2BFF' },
  { family: 'Busola Serif', address: serifPolish, range: 'U+100-24F' },
];

/** The chart as one document of its own: title, drawing and origin, with its fonts inside. */
export async function pictureOf({ figure, headline, sub, about }: Pictured) {
  const svg = figure.querySelector<SVGSVGElement>('.plot svg');
  if (!svg) throw new Error('The chart is not drawn');
  const { width: drawn, height: tall } = svg.getBoundingClientRect();
  const width = Math.ceil(drawn) + 2 * EDGE;
  const colour = (name: string) => getComputedStyle(figure).getPropertyValue(name).trim();
  const ink = resolved(colour('--ink'), figure);
  const head = [
    ...texts(headline, { width: drawn, font: `500 21px 'Busola Serif'`, height: 27, fill: ink }),
    ...texts(sub, { width: drawn, font: `400 15px 'Busola Sans'`, height: 21, fill: ink }),
  ];
  const foot = about.lines.flatMap((line) =>
    texts(line, { width: drawn, font: `400 13px 'Busola Sans'`, height: 19, fill: ink }),
  );
  const top = EDGE + sum(head) + 16;
  const height = Math.ceil(top + tall + 16 + sum(foot) + EDGE);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(headline)}</title><desc>${escaped([sub, ...about.lines].join(' '))}</desc>
<style>${await faces()}</style><rect width="100%" height="100%" fill="${resolved(colour('--paper'), figure)}"/>
${placed(head, EDGE)}<g transform="translate(${EDGE} ${top})">${inlined(svg)}</g>${placed(foot, top + tall + 16)}</svg>`;
  return { text, width, height };
}

/** A colour of the theme as a plain one: a file knows nothing of light and dark. */
function resolved(colour: string, figure: HTMLElement): string {
  const probe = document.createElement('i');
  probe.style.color = colour;
  figure.append(probe);
  const plain = getComputedStyle(probe).color;
  probe.remove();
  return plain;
}

interface Line {
  text: string;
  font: string;
  height: number;
  fill: string;
}

function texts(text: string, { width, ...look }: Omit<Line, 'text'> & { width: number }): Line[] {
  const pen = document.createElement('canvas').getContext('2d')!;
  pen.font = look.font;
  return linesOf(text, width, (part) => pen.measureText(part).width).map((line) => ({ ...look, text: line }));
}

const sum = (lines: Line[]) => lines.reduce((all, { height }) => all + height, 0);

function placed(lines: Line[], from: number): string {
  let y = from;
  return lines
    .map(({ text, font, height, fill }) => {
      y += height;
      const [weight, size, ...family] = font.split(' ');
      return `<text x="${EDGE}" y="${y - height * 0.25}" fill="${fill}" font-weight="${weight}" font-size="${size}" font-family="${family.join(' ').replaceAll("'", '')}">${escaped(text)}</text>`;
    })
    .join('');
}

/** A copy of the drawing that needs no style sheet; serialised as XML, since HTML knows entities that SVG does not. */
function inlined(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  const { width, height } = svg.getBoundingClientRect();
  originals.forEach((original, i) => {
    const style = getComputedStyle(original);
    for (const name of KEPT) copies[i]!.setAttribute(name, style.getPropertyValue(name));
    copies[i]!.removeAttribute('style');
    copies[i]!.removeAttribute('class');
  });
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

async function faces(): Promise<string> {
  const all = FONTS.map(async ({ family, address, range }) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return `@font-face{font-family:'${family}';font-weight:200 900;unicode-range:${range};src:url(data:font/woff2;base64,${btoa(letters)}) format('woff2')}`;
  });
  return (await Promise.all(all)).join('');
}
