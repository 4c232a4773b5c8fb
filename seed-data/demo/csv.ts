/** A table as the committed files hold it: comma, quotes where needed, one line end, an empty cell for null. */
export function csv<T extends object>(rows: T[]): string {
  const columns = Object.keys(rows[0]!) as (keyof T & string)[];
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return lines.map((cells) => `${cells.join(',')}\n`).join('');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value) ? value.join(';') : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
