import { isUtf8 } from 'node:buffer';
import { Refusal } from '../store/home';
import type { Doubt } from './readers/reader';

const NAMES: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1250': 'windows-1250',
  cp1250: 'windows-1250',
  'iso-8859-2': 'iso-8859-2',
  latin2: 'iso-8859-2',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
};

/**
 * The encoding's name as `TextDecoder` knows it. Throws `Refusal` where it is none of ours.
 * @param head the start of the file: its mark says in which order the bytes of plain “utf-16” stand
 */
export function encodingNamed(name: string, head: Buffer): string {
  const plain = name.toLowerCase();
  if (plain === 'utf-16' && head.length >= 2 && head.readUInt16BE(0) === 0xfeff) return 'utf-16be';
  if (Object.hasOwn(NAMES, plain)) return NAMES[plain]!;
  const allowed = [...new Set(Object.values(NAMES))].join(', ');
  throw new Refusal(
    `Nieznane kodowanie „${name}”; dozwolone: ${allowed}`,
    `Unknown encoding “${name}”; allowed: ${allowed}`,
  );
}

/**
 * Bytes as text. In two steps: decoding windows-1252 in one, Node takes it for ISO-8859-1 and loses quotes and dashes.
 * Throws where `fatal` is asked for and a byte stands for no letter.
 */
export function decoded(bytes: Buffer, encoding: string, fatal = false): string {
  const decoder = new TextDecoder(encoding, { fatal });
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

/** Length of a byte order mark at the start of `head`, in bytes. */
export function markLength(head: Buffer): number {
  if (head.length >= 3 && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 3;
  const first = head.length >= 2 ? head.readUInt16BE(0) : 0;
  return first === 0xfffe || first === 0xfeff ? 2 : 0;
}

/**
 * Says in which encoding a file is, from a sample that ends at a line break.
 * UTF-8 with a few broken lines is still UTF-8: those lines are reported, not the whole file misread.
 */
export function detectEncoding(sample: Buffer): string {
  const wide = detectWide(sample);
  if (wide) return wide;
  if (isUtf8(sample) || mostlyUtf8(sample)) return 'utf-8';
  return polishLetters(sample, 'windows-1250') >= polishLetters(sample, 'iso-8859-2')
    ? 'windows-1250'
    : 'iso-8859-2';
}

function detectWide(sample: Buffer): string | null {
  const mark = sample.length >= 2 ? sample.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return 'utf-16le';
  if (mark === 0xfeff) return 'utf-16be';
  const zeros = zeroShare(sample);
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  return zeros.even > 0.3 && zeros.odd < 0.05 ? 'utf-16be' : null;
}

/** Text of ASCII letters in UTF-16 has a zero in every second byte. */
function zeroShare(sample: Buffer): { even: number; odd: number } {
  const counts = { even: 0, odd: 0 };
  const length = Math.min(sample.length, 4096);
  for (let i = 0; i < length; i++) if (sample[i] === 0) counts[i % 2 ? 'odd' : 'even']++;
  const half = Math.max(1, length / 2);
  return { even: counts.even / half, odd: counts.odd / half };
}

function mostlyUtf8(sample: Buffer): boolean {
  let good = 0;
  let bad = 0;
  for (let from = 0; from < sample.length;) {
    const end = sample.indexOf(10, from);
    const line = sample.subarray(from, end < 0 ? sample.length : end);
    if (line.some((byte) => byte > 127)) {
      if (isUtf8(line)) good++;
      else bad++;
    }
    from = end < 0 ? sample.length : end + 1;
  }
  return good > 9 * bad;
}

/** The two Polish encodings differ in ą, ś and ź only: the one in which those letters appear, and no symbols, is right. */
function polishLetters(sample: Buffer, encoding: string): number {
  const text = decoded(sample, encoding);
  const letters = text.match(/[ąśźĄŚŹ]/g)?.length ?? 0;
  const strangers = text.match(/[\u0080-\u009F±¦¶Ľľˇšť›ŠŤ]/g)?.length ?? 0;
  return letters - 2 * strangers;
}

const SINGLE = ['windows-1250', 'iso-8859-2', 'windows-1252'];
/** Letters that only Polish puts between letters; ó, ć, ę and ń stand on bytes that are letters elsewhere too. */
const POLISH = /(?<=\p{L})[ąśźłż](?=\p{L})|(?<!\p{L})[śźłżŚŹŁŻ](?=\p{L})|\p{L}[ąęłść](?!\p{L})/gu;
const OTHER = /[^\p{ASCII}ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”“’–—…§°«»€\u00A0\u00AD]/gu;

/**
 * A file of single bytes says nowhere in which encoding it is: where the candidates read it differently and it is not
 * plainly Polish, a person has to say.
 */
export function encodingDoubt(sample: Buffer, encoding: string): Doubt[] {
  if (!SINGLE.includes(encoding)) return [];
  const special = specialLines(sample);
  const texts = SINGLE.map((name) => decoded(special, name));
  const own = texts[SINGLE.indexOf(encoding)]!;
  if (texts.every((text) => text === own)) return [];
  const polish = new Set(own.match(POLISH)?.map((found) => found.toLowerCase())).size;
  const strange = own.match(OTHER)?.length ?? 0;
  const all = own.match(/[^\p{ASCII}]/gu)!.length;
  if (polish >= 2 && strange <= 0.05 * all) return [];
  const places = texts.map((text, i) => `${SINGLE[i]} „${exampleOf(text, texts)}”`).join(', ');
  return [
    {
      about: 'encoding',
      pl: `Plik nie jest w UTF-8, a kodowania odczytują go różnie: ${places}`,
      en: `The file is not UTF-8, and the encodings read it differently: ${places}`,
    },
  ];
}

/** The lines with something beyond ASCII, up to 1 MB. */
function specialLines(sample: Buffer): Buffer {
  const lines: Buffer[] = [];
  for (let from = 0, size = 0; from < sample.length && size < 1 << 20;) {
    const end = sample.indexOf(10, from);
    const line = sample.subarray(from, end < 0 ? sample.length : end + 1);
    if (line.some((byte) => byte > 127)) size += lines.push(line) && line.length;
    from += line.length;
  }
  return Buffer.concat(lines);
}

/** The first letter that the encodings read differently; the word around it may be a name. */
function exampleOf(text: string, texts: string[]): string {
  const at = [...text].findIndex((_letter, i) => texts.some((other) => other[i] !== text[i]));
  return text[at] ?? '';
}
