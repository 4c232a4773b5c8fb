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
  async ofAll(
    manager: EntityManager = this.dataSource.manager,
    person: number | null = null,
  ): Promise<Map<number, RoleView[]>> {
    const rows = (await manager.query(
      `SELECT g.person_id, json_agg(${ROLE_OF} ORDER BY g.id) AS roles
       FROM role_grant g LEFT JOIN authority a ON a.id = g.authority_id WHERE $1::int IS NULL OR g.person_id = $1 GROUP BY g.person_id`,
      [person],
    )) as { person_id: number; roles: RoleView[] }[];
    return new Map(rows.map(({ person_id, roles }) => [person_id, roles]));
  }

  /** Roles of one person. */
  async of(person: number, manager?: EntityManager): Promise<RoleView[]> {
    return (await this.ofAll(manager, person)).get(person) ?? [];
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
        unit: role.unit,
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

type Rule = [isBroken: (role: RoleView) => boolean, pl: string, en: string];

/** A role says where it holds, and nothing that does not belong to it: what is passed over would widen it. */
const RULES: Rule[] = [
  [
    ({ role, authority, unit }) => role === 'steward' && (!unit?.trim() || authority === null),
    'Opiekun danych musi mieć organ i komórkę, której dane wprowadza',
    'A steward needs an authority and the unit whose records they bring in',
  ],
  [
    ({ role, unit }) => role !== 'steward' && unit !== null,
    'Komórkę ma tylko opiekun danych; inne role dotyczą całego organu',
    'Only a steward has a unit; the other roles hold for the whole authority',
  ],
  [
    ({ role, last_day }) => role === 'researcher' && last_day === null,
    'Badacz musi mieć ostatni dzień umowy',
    'A researcher needs the last day of the agreement',
  ],
  [
    ({ role, authority, last_day }) => role === 'admin' && (authority !== null || last_day !== null),
    'Administrator zarządza całą instancją i bez terminu; nie podawaj organu ani dnia',
    'An administrator runs the whole instance, without an end; name no authority and no day',
  ],
];

function refuseIncomplete(role: RoleView): void {
  const broken = RULES.find(([isBroken]) => isBroken(role));
  if (broken) throw new Refusal(broken[1], broken[2]);
}

/** The number of an authority. Throws `Refusal` where none has the code. */
export async function authorityOf(manager: EntityManager, code: string): Promise<number> {
  const [found] = (await manager.query('SELECT id FROM authority WHERE code = $1', [code])) as {
    id: number;
  }[];
  if (found) return found.id;
  throw new Refusal(`Nie ma organu o kodzie „${code}”`, `No authority has the code “${code}”`);
}
