// What the copy with marks reads of XML, and writes: enough for the parts of a workbook, which come from anywhere.

// what XML 1.0 has no way to write
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text without the signs that XML has no way to write. */
export const writable = (text) => text.replace(UNWRITABLE, ' ');

/** A text as it stands within an element. */
export const escaped = (text) =>
  writable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const NAMED = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The text that an attribute stands for. */
export const unescaped = (text) =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|quot|apos|amp));/gi, (_all, hex, decimal, name) =>
    name ? NAMED[name.toLowerCase()] : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
  );

// a bracket within quotes ends no tag
const ATTRIBUTES = `(?:[^"'>]|"[^"]*"|'[^']*')*>`;

/** Every tag of a name, whatever its prefix. */
export const tagsOf = (xml, name) =>
  xml.match(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])${ATTRIBUTES}`, 'g')) ?? [];

/** The elements of a name, which stand in none of their own kind, each with its place; comments and CDATA hold none. */
export function* elements(xml, name, from = 0, to = xml.length) {
  const token = new RegExp(`<!--[^]*?-->|<!\\[CDATA\\[[^]*?\\]\\]>|</?${name}(?=[\\s/>])${ATTRIBUTES}`, 'g');
  token.lastIndex = from;
  let open = null;
  for (let found; (found = token.exec(xml)) && found.index < to;) {
    const [tag] = found;
    const here = { start: found.index, open: token.lastIndex, tag };
    if (tag.startsWith('<!')) continue;
    if (tag.startsWith('</')) {
      if (open) yield { ...open, close: found.index, end: token.lastIndex, isEmpty: false };
      open = null;
    } else if (tag.endsWith('/>'))
      yield { ...here, close: token.lastIndex, end: token.lastIndex, isEmpty: true };
    else open ??= here;
  }
}

/** The value of an attribute as it is written. */
export function attribute(tag, name) {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found?.[1] ?? found?.[2];
}

/** The prefix that the elements of a part carry, by its first one of a name that stands in no comment. */
export const prefixOf = (xml, name) =>
  new RegExp(`<((?:[\\w.-]+:)?)${name}[\\s/>]`).exec(xml.replace(/<!--[^]*?-->/g, ''))?.[1] ?? '';
