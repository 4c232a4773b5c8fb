import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { closedOn, LAST_DAY } from '../store/derived';
import type { AuthorityView } from './authority.view';
import { NotThere } from '../access/refused';
import { dayInWarsaw } from './today';

interface Found {
  id: number;
  code: string;
}

/** Who consults: the authorities that have records to read. */
@Injectable()
export class AuthorityService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly preferred: string | null,
  ) {}

  /** The authority of a code, or the default one: the setting, else the one with the latest closed consultation. */
  async find(code: string | undefined): Promise<Found> {
    const sql =
      code === undefined
        ? await this.defaultSql()
        : { text: 'SELECT id, code FROM authority WHERE code = $1', values: [code] };
    const [found] = (await this.dataSource.query(sql.text, sql.values)) as Found[];
    if (found) return found;
    if (code !== undefined)
      throw new NotThere(`Nie ma organu o kodzie „${code}”`, `No authority has the code “${code}”`);
    throw new NotThere(
      'Nie ma jeszcze żadnych konsultacji; wczytaj plik (npm run busola -- import)',
      'There are no consultations yet; bring in a file (npm run busola -- import)',
    );
  }

  async list(): Promise<AuthorityView[]> {
    const chosen = await this.find(undefined).catch(() => null);
    const rows = (await this.dataSource.query(
      `SELECT a.code, a.name_pl, a.name_en, a.kind, a.demonstration, count(c.id)::int AS consultations,
         min(extract(year FROM ${LAST_DAY}))::int AS first_year, max(extract(year FROM ${LAST_DAY}))::int AS last_year
       FROM authority a JOIN consultation c ON c.authority_id = a.id GROUP BY a.id ORDER BY a.name_pl COLLATE "pl-x-icu"`,
    )) as (Omit<AuthorityView, 'name' | 'default'> & { name_pl: string; name_en: string | null })[];
    return rows.map(({ name_pl, name_en, ...row }) => ({
      ...row,
      name: { pl: name_pl, en: name_en },
      default: row.code === chosen?.code,
    }));
  }

  private async defaultSql(): Promise<{ text: string; values: unknown[] }> {
    if (this.preferred) {
      const values = [this.preferred];
      const text = 'SELECT id, code FROM authority WHERE code = $1';
      if (((await this.dataSource.query(text, values)) as Found[]).length > 0) return { text, values };
    }
    const day = closedOn('$1::date');
    const text = `SELECT a.id, a.code FROM authority a JOIN consultation c ON c.authority_id = a.id GROUP BY a.id ORDER BY max(${day}) DESC NULLS LAST, a.id LIMIT 1`;
    return { text, values: [dayInWarsaw()] };
  }
}
