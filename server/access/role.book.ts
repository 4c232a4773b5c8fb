import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { RoleGrantRow } from '../store/access.entities';
import { Refusal } from '../store/home';
import type { RoleView } from './role.view';

const ROLE_OF = `json_build_object('role', g.role, 'authority', a.code, 'unit', g.unit, 'last_day', g.last_day)`;

type NewGrant = Omit<RoleGrantRow, 'id'>;

/** Who has which roles, with codes of authorities where the table has numbers. */
@Injectable()
export class RoleBook {
  constructor(private readonly dataSource: DataSource) {}

  /** Roles by person, those whose last day has passed too. */
  async ofAll(manager: EntityManager = this.dataSource.manager): Promise<Map<number, RoleView[]>> {
    const rows = (await manager.query(
      `SELECT g.person_id, json_agg(${ROLE_OF} ORDER BY g.id) AS roles
       FROM role_grant g LEFT JOIN authority a ON a.id = g.authority_id GROUP BY g.person_id`,
    )) as { person_id: number; roles: RoleView[] }[];
    return new Map(rows.map(({ person_id, roles }) => [person_id, roles]));
  }

  /** Rows of the table for roles as they were named. Throws `Refusal` where one cannot be. */
  async rowsOf(manager: EntityManager, person: number, roles: RoleView[]): Promise<NewGrant[]> {
    const rows: NewGrant[] = [];
    for (const role of roles) {
      refuseIncomplete(role);
      const authority_id = role.authority === null ? null : await authorityOf(manager, role.authority);
      rows.push({
        person_id: person,
        role: role.role,
        authority_id,
        unit: role.role === 'steward' ? role.unit : null,
        last_day: role.last_day,
      });
    }
    return rows;
  }

  /** Throws `Refusal` where nobody would be left who can administer the instance. */
  async requireAdmin(manager: EntityManager): Promise<void> {
    const [{ there }] = (await manager.query(`SELECT EXISTS (${ADMINS}) AS there`)) as [{ there: boolean }];
    if (there) return;
    throw new Refusal(
      'Nie zostałby żaden administrator; najpierw nadaj tę rolę komuś innemu',
      'No administrator would be left; first give that role to somebody else',
    );
  }
}

/** Administrators who can sign in. */
export const ADMINS = `SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person_id
  WHERE g.role = 'admin' AND g.last_day IS NULL AND p.disabled_at IS NULL AND (p.password IS NOT NULL OR p.subject IS NOT NULL)`;

function refuseIncomplete({ role, authority, unit, last_day }: RoleView): void {
  if (role === 'steward' && (!unit?.trim() || authority === null))
    throw new Refusal(
      'Opiekun danych musi mieć organ i komórkę, której dane wprowadza',
      'A steward needs an authority and the unit whose records they bring in',
    );
  if (role === 'researcher' && last_day === null)
    throw new Refusal(
      'Badacz musi mieć ostatni dzień umowy',
      'A researcher needs the last day of the agreement',
    );
  if (role === 'admin' && authority !== null)
    throw new Refusal(
      'Administrator zarządza całą instancją; nie podawaj organu',
      'An administrator runs the whole instance; name no authority',
    );
}

async function authorityOf(manager: EntityManager, code: string): Promise<number> {
  const [found] = (await manager.query('SELECT id FROM authority WHERE code = $1', [code])) as {
    id: number;
  }[];
  if (found) return found.id;
  throw new Refusal(`Nie ma organu o kodzie „${code}”`, `No authority has the code “${code}”`);
}
