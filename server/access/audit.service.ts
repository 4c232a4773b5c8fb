import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal } from '../store/home';
import { note } from './audit';
import type { AuditFilter } from './audit.filter';
import type { AuditLineView, AuditListView } from './audit.view';
import type { Caller } from './caller';

const PAGE = 100;
/** More lines than this have to be asked for in parts: half a log must not pass for a whole one. */
const LARGEST_FILE = 200_000;

const COLUMNS = [
  'id',
  'at',
  'actor',
  'person_id',
  'login',
  'token_id',
  'address',
  'request',
  'action',
  'object',
  'refused',
  'detail',
] as const;

/** Days are those of Warsaw, both included. Every value is bound. */
const WHERE = `($1::date IS NULL OR a.at >= $1::date::timestamp AT TIME ZONE 'Europe/Warsaw')
  AND ($2::date IS NULL OR a.at < ($2::date + 1)::timestamp AT TIME ZONE 'Europe/Warsaw')
  AND ($3::int IS NULL OR a.person_id = $3) AND ($4::text IS NULL OR a.action = $4) AND ($5::boolean IS NULL OR a.refused = $5)
  AND ($6::text IS NULL OR strpos(lower(concat_ws(' ', a.object, a.address, a.request, a.detail::text)), lower($6)) > 0)`;

const bound = ({ from, to, person, action, refused, q }: AuditFilter) => [
  from ?? null,
  to ?? null,
  person ?? null,
  action ?? null,
  refused ?? null,
  q ?? null,
];

/** The log of who did what, for reading. */
@Injectable()
export class AuditService {
  constructor(private readonly dataSource: DataSource) {}

  /** A page of the log, the latest line first. */
  async list(filter: AuditFilter, address: string): Promise<AuditListView> {
    const items = await this.lines(filter, PAGE);
    const [{ total }] = (await this.dataSource.query(
      `SELECT count(*)::int AS total FROM audit a WHERE ${WHERE}`,
      bound(filter),
    )) as [{ total: number }];
    const last = items.length === PAGE ? items.at(-1)!.id : null;
    return { items, meta: { total }, links: { self: address, next: last && nextOf(address, last) } };
  }

  /** The log as CSV. That it was taken out is a line of the log too: with its filter, its rows and its digest. */
  async csv(filter: AuditFilter, by: Caller): Promise<string> {
    const lines = await this.lines(filter, LARGEST_FILE + 1);
    if (lines.length > LARGEST_FILE)
      throw new Refusal(
        `Wybrano więcej niż ${LARGEST_FILE} wierszy; zawęź dni`,
        `More than ${LARGEST_FILE} lines are chosen; narrow the days`,
      );
    const rows = [[...COLUMNS], ...lines.map((line) => COLUMNS.map((column) => cellOf(line[column])))];
    const file = rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
    const sha256 = createHash('sha256').update(file).digest('hex');
    await note(this.dataSource, by, {
      action: 'audit_downloaded',
      // what was searched for may name a person, and the log forgets nobody
      detail: {
        filter: { ...filter, ...(filter.q && { q: `(${[...filter.q].length})` }) },
        rows: lines.length,
        sha256,
      },
    });
    return file;
  }

  private async lines(filter: AuditFilter, limit: number): Promise<AuditLineView[]> {
    return (await this.dataSource.query(
      `SELECT a.id, a.at, a.actor, a.person_id, p.login, a.token_id, a.address, a.request, a.action, a.object, a.refused, a.detail
       FROM audit a LEFT JOIN person p ON p.id = a.person_id
       WHERE ${WHERE} AND ($7::bigint IS NULL OR a.id < $7) ORDER BY a.id DESC LIMIT $8`,
      [...bound(filter), filter.before ?? null, limit],
    )) as AuditLineView[];
  }
}

function nextOf(address: string, before: string): string {
  const { pathname, searchParams } = new URL(address, 'http://here');
  searchParams.set('before', before);
  return `${pathname}?${searchParams}`;
}

function cellOf(value: unknown): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Quoted, and never a formula for a spreadsheet (OWASP ASVS 5.0, 1.2.10). */
const quoted = (cell: string) =>
  `"${(/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
