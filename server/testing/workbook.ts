import { crc32, deflateRawSync } from 'node:zlib';

interface SheetOfTest {
  name: string;
  /** Cells by their names: a number, a text, or the XML inside `<c>` with its attributes (`{ xml }`). */
  cells: Record<string, number | string | boolean | { xml: string }>;
  state?: 'hidden' | 'veryHidden';
  merged?: string[];
}

/** A minimal .xlsx made by hand, so that nothing that reads workbooks is tested by what writes them. */
export function workbook(
  sheets: SheetOfTest[],
  { date1904 = false, more = {} as Record<string, string> } = {},
): Buffer {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  );
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = sheets.map(
    (_sheet, i) =>
      `<Relationship Id="rId${i + 1}" Type="${types}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return zipped({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="r" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${types}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}<Relationship Id="s" Type="${types}/styles" Target="styles.xml"/></Relationships>`,
    // style 1 is a day, style 2 a day with an hour
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>',
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)])),
    ...more,
  });
}

function sheetXml({ cells, merged = [] }: SheetOfTest): string {
  const rows = new Map<string, string[]>();
  for (const [name, value] of Object.entries(cells)) {
    const row = /\d+/.exec(name)![0];
    rows.set(row, [...(rows.get(row) ?? []), cellXml(name, value)]);
  }
  const areas = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet><sheetData>${[...rows].map(([row, xml]) => `<row r="${row}">${xml.join('')}</row>`).join('')}</sheetData>${areas && `<mergeCells>${areas}</mergeCells>`}</worksheet>`;
}

function cellXml(name: string, value: SheetOfTest['cells'][string]): string {
  if (typeof value === 'object') return value.xml.replace('<c', `<c r="${name}"`);
  if (typeof value === 'number') return `<c r="${name}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${name}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${name}" t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
}

/** A zip archive of texts. @param said sizes that its directory gives instead of the true ones */
export function zipped(files: Record<string, string | Buffer>, said: Record<string, number> = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(said[name] ?? bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, place, Buffer.from(name)]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  const count = directory.length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, Buffer.from('PK\x05\x06'), end]);
}
