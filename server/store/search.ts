/**
 * Letters with marks, capitals too (a database of the C locale does not lower them), and what people type for them.
 * Signs become blanks: the parser of Postgres would take `KS-2026/31` for a number and a path.
 */
const FROM =
  'ąàáâãäåāăćçčďđęèéêëēěģğìíîïīķĺľłńñňņļòóôõöőøŕřśšşșßťțţùúûüūůűųýÿźżžĄÀÁÂÃÄÅĀĂĆÇČĎĐĘÈÉÊËĒĚĢĞÌÍÎÏĪĶĹĽŁŃÑŇŅĻÒÓÔÕÖŐØŔŘŚŠŞȘŤȚŢÙÚÛÜŪŮŰŲÝŸŹŻŽ-/._:@+#&';
const TO =
  'aaaaaaaaacccddeeeeeeeggiiiiiklllnnnnlooooooorrssssstttuuuuuuuuyyzzzaaaaaaaaacccddeeeeeeeggiiiiiklllnnnnlooooooorrsssstttuuuuuuuuyyzzz         ';

/** SQL that lowers a text and takes the marks off: "Łódź" is found by "lodz". `sql` is an expression, never input. */
export const folded = (sql: string) => `translate(lower(${sql}), '${FROM}', '${TO}')`;

const words = ['code', 'title_pl', 'title_en', 'register_no', 'unit_name']
  .map((column) => `coalesce(${column}, '')`)
  .join(` || ' ' || `);

/**
 * What the full text of a consultation is. There is no index on it: a search is always within one authority, whose
 * thousand records take a few milliseconds, while an index made the bulk load many times slower.
 */
export const SEARCH_SQL = `to_tsvector('simple', ${folded(words)})`;

/** SQL of a query in which every word typed must begin a word of the text; `parameter` is a placeholder like `$1`. */
export const searchQuery = (parameter: string) => `to_tsquery('simple', ${parameter})`;

/** Turns what a person typed into the text of a tsquery: words only, each a beginning; null where nothing is left. */
export function searchTerms(typed: string): string | null {
  const folding = new Map([...FROM].map((letter, i) => [letter, TO[i]!]));
  const plain = [...typed.normalize('NFC').toLowerCase()]
    .map((letter) => folding.get(letter) ?? letter)
    .join('');
  const terms = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return terms.length === 0 ? null : terms.map((term) => `${term}:*`).join(' & ');
}
