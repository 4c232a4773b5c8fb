import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../../access/caller';
import { isPlain } from '../../access/plain';
import { NotReadable, NotThere } from '../../access/refused';
import { faultOf } from '../../contracts/cell';
import type { Field } from '../../contracts/field';
import type { RecordType } from '../../contracts/record-type';
import { sentence } from '../../contracts/rules';
import { folded } from '../../store/search';
import { identifier } from '../duckdb';
import { mayName, ownRecords } from '../ownership';
import type { RecordListView, RecordNameView, RecordView, VersionView } from '../record.view';
import type { RecordFilter } from './records.body';

const PER_PAGE = 50;
const utc = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** Fields that say what a record is called, the better name first. */
const NAMES = ['title_pl', 'title_en', 'name_pl', 'name_en', 'text_pl', 'text_en', 'topic', 'indicator'];

interface Found {
  id: string;
  record: Record<string, unknown>;
  batch: number;
  file: string;
  line: number;
  revision: number;
  valid_from: string;
}

/** Stored records for those who work on them. Keys of people are never given out. */
@Injectable()
export class StoredRecords {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One record by its identity, with its earlier versions. Throws `NotReadable` where the identity is not whole,
   * `NotAllowed`, `NotThere`.
   */
  async one(type: RecordType, query: Record<string, unknown>, by: Caller): Promise<RecordView> {
    const { authority, ...given } = query;
    const found = await this.authority(authority);
    const identity = identityOf(type, given);
    const own = ownRecords(by, found.id, type);
    const match = identity.map(({ field }, i) => `${equals(field, `$${i + 3}`)}`).join(' AND ');
    const [row] = await this.rows<Found>(
      `SELECT r.id, to_jsonb(r) AS record, r.batch_id AS batch, b.file, r.line, r.revision, ${utc('r.valid_from')} AS valid_from
       FROM ${identifier(type.table)} r JOIN batch b ON b.id = r.batch_id WHERE r.authority_id = $1 AND ${own.where('$2')} AND ${match}`,
      [found.id, own.units, ...identity.map(({ value }) => value)],
    );
    if (!row) throw noRecord(type, identity);
    const { id, record, ...where } = row;
    const people = type.fields.filter(({ kind }) => kind === 'pseudonym').map(({ name }) => name);
    const shown = type.fields.filter(({ name }) => !people.includes(name));
    return {
      type: type.name,
      authority: found.code,
      fields: Object.fromEntries(
        shown.map(({ name }) => [name, record[name] ?? null]),
      ) as RecordView['fields'],
      keyed: people.filter((name) => record[name] !== null),
      ...where,
      earlier: await this.earlier(type, id),
    };
  }

  /** Records of a type by what makes them themselves, fifty a page. Throws `NotAllowed`, `NotThere`. */
  async list(
    type: RecordType,
    { authority, search = '', page = 1 }: RecordFilter,
    { caller, url }: { caller: Caller; url: string },
  ): Promise<RecordListView> {
    const found = await this.authority(authority);
    const own = mayName(caller, found.id, type);
    const identity = type.identity.map(identifier);
    const label = labelSql(type);
    const text = `concat_ws(' ', ${[...identity, label].join(', ')})`;
    const from = `FROM ${identifier(type.table)} r WHERE r.authority_id = $1 AND ${own.where('$2')}
      AND strpos(${folded(text)}, ${folded('$3')}) > 0`;
    const values = [found.id, own.units, search.trim()];
    const [{ total }] = (await this.rows(`SELECT count(*)::int AS total ${from}`, values)) as [
      { total: number },
    ];
    const cells = identity.map((name) => `${name}::text`).join(', ');
    const rows = await this.rows<{ cells: string[]; label: string | null }>(
      `SELECT ARRAY[${cells}] AS cells, left(${label}, 200) AS label ${from} ORDER BY ${identity.join(', ')} LIMIT ${PER_PAGE} OFFSET $4`,
      [...values, (page - 1) * PER_PAGE],
    );
    const items: RecordNameView[] = rows.map((row) => ({
      identity: Object.fromEntries(type.identity.map((name, i) => [name, row.cells[i]!])),
      label: row.label,
    }));
    const next = page * PER_PAGE < total ? withPage(url, page + 1) : null;
    return { items, meta: { total, page, per_page: PER_PAGE }, links: { self: url, next } };
  }

  private earlier({ table }: RecordType, id: string): Promise<VersionView[]> {
    return this.rows<VersionView>(
      `SELECT h.revision, ${utc('h.valid_from')} AS valid_from, ${utc('h.valid_to')} AS valid_to, h.batch_id AS batch,
         h.ended_by_batch AS ended_by, b.reason FROM history h JOIN batch b ON b.id = h.ended_by_batch
       WHERE h.record_type = $1 AND h.record_id = $2 ORDER BY h.revision DESC LIMIT 100`,
      [table, id],
    );
  }

  /** Throws `NotThere`. */
  private async authority(code: unknown): Promise<{ id: number; code: string }> {
    const [found] =
      typeof code === 'string' && isPlain(code)
        ? await this.rows<{ id: number; code: string }>('SELECT id, code FROM authority WHERE code = $1', [
            code,
          ])
        : [];
    if (found) return found;
    throw new NotThere(
      `Nie ma organu „${String(code ?? '')}” (authority)`,
      `There is no authority “${String(code ?? '')}”`,
    );
  }

  private rows<T>(sql: string, values: unknown[]): Promise<T[]> {
    return this.dataSource.query(sql, values);
  }
}

interface Part {
  field: Field;
  value: string;
}

/** The fields that make a record itself, each with its value, and nothing else. Throws `NotReadable`. */
function identityOf({ fields, identity }: RecordType, given: Record<string, unknown>): Part[] {
  const strange = Object.keys(given).find((key) => !identity.includes(key));
  const parts = identity.map((name) => ({
    field: fields.find((field) => field.name === name)!,
    value: given[name],
  }));
  const absent = parts.find(({ value }) => typeof value !== 'string' || value === '');
  if (strange !== undefined || absent) {
    const wrong = strange ?? absent!.field.name;
    const allowed = `authority, ${identity.join(', ')}`;
    throw new NotReadable(
      `Parametr „${wrong}”: podaj każdy z tych i żadnego innego: ${allowed}`,
      `Parameter “${wrong}”: give each of these and no other: ${allowed}`,
    );
  }
  const whole = parts as Part[];
  for (const { field, value } of whole) {
    const fault = faultOf(field, value);
    if (!fault) continue;
    const why = sentence(fault, field, value);
    throw new NotReadable(`Parametr „${field.name}”: ${why.pl}`, `Parameter “${field.name}”: ${why.en}`);
  }
  return whole;
}

const equals = ({ name, kind }: Field, parameter: string) =>
  `r.${identifier(name)} = ${parameter}${kind === 'day' ? '::date' : ''}`;

function labelSql({ fields, identity }: RecordType): string {
  const names = NAMES.filter(
    (name) => !identity.includes(name) && fields.some((field) => field.name === name),
  );
  return names.length === 0 ? 'NULL::text' : `coalesce(${names.map(identifier).join(', ')})`;
}

function withPage(url: string, page: number): string {
  const address = new URL(url, 'http://here');
  address.searchParams.set('page', String(page));
  return address.pathname + address.search;
}

const noRecord = ({ label }: RecordType, identity: Part[]) => {
  const named = identity.map(({ value }) => value).join(' / ');
  return new NotThere(
    `Nie ma rekordu „${named}” (${label.pl})`,
    `There is no record “${named}” (${label.en})`,
  );
};
