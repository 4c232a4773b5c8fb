import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal } from '../store/home';
import { AuthorityService } from './authority.service';
import type { ConsultationFilter } from './consultation.filter';
import { ConsultationScores, NO_SCORE } from './consultation.scores';
import { type Facet, listQuery } from './consultation.query';
import type { ConsultationCore, ConsultationListView, FacetValue } from './consultation.view';
import { METHOD_VIEW } from './score.explained';
import { dayInWarsaw } from './today';

export interface ItemRow extends Omit<ConsultationCore, 'authority' | 'title'> {
  id: number;
  k: number;
  title_pl: string | null;
  title_en: string | null;
  last_day: string | null;
  year: string | null;
}

type ListRow = { all: number; total: number; items: ItemRow[] } & Record<`facet_${Facet}`, FacetValue[]>;

/** The list of an authority's consultations: filtered, counted, in pages. */
@Injectable()
export class ConsultationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly authorities: AuthorityService,
    private readonly scores: ConsultationScores,
  ) {}

  async list(filter: ConsultationFilter, address: string): Promise<ConsultationListView> {
    const authority = await this.authorities.find(filter.authority);
    const asOf = dayInWarsaw();
    const limit = filter.limit ?? 50;
    const order = filter.sort === '-index' ? await this.scores.order(authority.id, asOf) : null;
    const { sql, values } = listQuery(authority.id, asOf, filter, position(filter.cursor), order);
    const [row] = (await this.dataSource.query(sql, values)) as [ListRow];
    const shown = row.items.slice(0, limit);
    const last = row.items.length > limit ? shown.at(-1) : undefined;
    const scored = await this.scores.of(
      shown.map(({ id }) => id),
      asOf,
    );
    const facet = (name: Facet) => row[`facet_${name}`];
    return {
      items: shown.map((item) => ({
        ...itemOf(item, authority.code),
        ...(scored?.byId.get(item.id) ?? NO_SCORE),
      })),
      meta: {
        total: row.total,
        all: row.all,
        snapshot: null,
        as_of: asOf,
        method: METHOD_VIEW,
        scored: scored?.run ?? null,
        facets: {
          status: facet('status'),
          matter_type: facet('matter_type'),
          addressee: facet('addressee'),
          form: facet('form'),
          topic: facet('topic'),
          unit: facet('unit'),
          year: [...facet('year')].sort((a, b) => b.value.localeCompare(a.value)),
        },
      },
      links: { self: address, next: last ? nextAddress(address, last) : null },
    };
  }
}

/** A row of the database as the list shows it. */
export function itemOf(
  { id: _id, k: _k, title_pl, title_en, last_day: _day, year: _year, ...row }: ItemRow,
  authority: string,
): ConsultationCore {
  return { authority, ...row, title: { pl: title_pl, en: title_en } };
}

const nextAddress = (address: string, { k, id }: ItemRow): string => {
  const [path, query = ''] = address.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', Buffer.from(JSON.stringify([k, id])).toString('base64url'));
  return `${path}?${parameters}`;
};

function position(cursor: string | undefined): [number, number] | null {
  if (cursor === undefined) return null;
  try {
    const parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (Array.isArray(parsed) && parsed.length === 2 && parsed.every(Number.isSafeInteger))
      return parsed as [number, number];
  } catch {
    // falls through to the sentence below
  }
  throw new Refusal(
    `Nieznany kursor „${cursor}”; weź go z links.next`,
    `Unknown cursor “${cursor}”; take it from links.next`,
  );
}
