import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Authority } from '../contracts/authority';
import { faultOf } from '../contracts/cell';
import { fieldsOf } from '../contracts/field';
import { sentence } from '../contracts/rules';
import { Refusal } from '../store/home';
import { identityMapping, type Mapping, readMapping } from './mapping';
import { openDoubts, requireCertainty } from './readers/doubt';
import { readOptionsOf } from './read-options';
import { refuseForeign } from './readers/foreign';
import { READERS } from './readers/index';
import { keptRows } from './readers/keep-rows';
import type { ReadOptions, Table } from './readers/reader';

/** A file to take in and what is said of it. */
export interface ImportRequest {
  path: string;
  /** As it was called where it came from. */
  name: string;
  mapping: Record<string, unknown> | null;
  /** Record type, for a file whose columns are named like the fields. */
  as: string | null;
  authority: string | null;
  reader: string | null;
  read: ReadOptions;
  registerComplete: string[];
  dryRun: boolean;
  /** One refused row refuses the file. */
  allOrNothing: boolean;
  /** Why, for whoever looks at the batch later; null: not said. */
  reason: string | null;
}

/** A request that says nothing but what its mapping says. */
export const PLAIN_REQUEST: Omit<ImportRequest, 'path' | 'name'> = {
  mapping: null,
  as: null,
  authority: null,
  reader: null,
  read: {},
  registerComplete: [],
  dryRun: false,
  allOrNothing: false,
  reason: null,
};

/** Reads the file and its mapping; what the command says goes before what the mapping says. */
export async function understand(
  request: ImportRequest,
  folder: string,
): Promise<{ table: Table; mapping: Mapping }> {
  if (!request.mapping && !request.as) {
    throw new Refusal(
      'Podaj plik mapowania (--mapping) albo rodzaj rekordów (--as), jeśli kolumny nazywają się jak pola',
      'Give a mapping file (--mapping) or the record type (--as) where the columns are named like the fields',
    );
  }
  const declared = request.mapping ? readMapping(request.mapping, request.name) : null;
  const table = await openTable(request, declared?.read ?? {}, folder);
  requireCertainty(table.doubts);
  const mapping = declared ?? readMapping(identityMapping(request.as!, table.header), request.name);
  const authority = request.authority ?? mapping.authority;
  if (!authority) {
    throw new Refusal(
      'Nie wiadomo, czyje to dane: podaj --authority',
      'Whose data this is is not said: give --authority',
    );
  }
  checkAuthority(authority, mapping);
  return {
    table,
    mapping: {
      ...mapping,
      authority,
      registerComplete: [...mapping.registerComplete, ...request.registerComplete],
    },
  };
}

/** The file as a table, with the doubts that are still open. Throws `Refusal` where it cannot be read. */
export async function openTable(
  request: ImportRequest,
  declared: ReadOptions,
  folder: string,
): Promise<Table> {
  const options = readOptionsOf({ ...declared, ...request.read });
  const head = await headOf(request.path);
  refuseForeign(head);
  const reader = readerFor(request, head, options);
  const table = keptRows(await reader.read(request.path, folder, options), folder, options.keep_rows);
  return { ...table, doubts: openDoubts(table.doubts, options) };
}

/** An authority that the mapping creates must be one that the API can name. */
function checkAuthority(code: string, { authorityName }: Mapping): void {
  const given: Record<string, string | null> = {
    code,
    name_pl: authorityName.pl ?? code,
    name_en: authorityName.en,
  };
  for (const field of fieldsOf(Authority).filter(({ name }) => name in given)) {
    const fault = faultOf(field, given[field.name]);
    if (!fault) continue;
    const why = sentence(fault, field, given[field.name] ?? null);
    throw new Refusal(`Organ, ${field.label.pl}: ${why.pl}`, `Authority, ${field.label.en}: ${why.en}`);
  }
}

function readerFor(request: ImportRequest, head: Buffer, options: ReadOptions) {
  const named = request.reader && READERS.find(({ name }) => name === request.reader);
  const reader = request.reader
    ? named
    : READERS.find((known) => known.accepts(basename(request.name), head, options));
  if (reader) return reader;
  const names = READERS.map(({ name }) => name).join(', ');
  const asked = request.reader ?? options.format ?? request.name;
  throw new Refusal(
    `Nie ma czytnika dla „${asked}”; są: ${names}`,
    `No reader takes “${asked}”; there are: ${names}`,
  );
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  const { bytesRead, buffer } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
  await file.close();
  if (bytesRead === 0) throw new Refusal('Plik jest pusty', 'The file is empty');
  return buffer.subarray(0, bytesRead);
}
