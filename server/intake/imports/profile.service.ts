import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../../access/caller';
import { NotAllowed, NotThere } from '../../access/refused';
import { hidden } from '../../contracts/personal';
import { ProfileRow } from '../../store/import.entities';
import { Refusal } from '../../store/home';
import { requireStorable } from '../import-request';
import { readMapping } from '../mapping';
import type { FoundProfile, ProfileBody, ProfileView } from './profile.view';

/** Below this share of common columns a mapping was made for another kind of file. */
const LEAST_LIKENESS = 0.6;
/** Mappings that an instance keeps. */
const MOST = 1000;

type Kept = ProfileView & { header: string[]; authority_id: number | null };

const KEPT = `SELECT p.id, p.name, a.code AS authority, p.authority_id, p.header, p.mapping, p.saved_at
  FROM profile p LEFT JOIN authority a ON a.id = p.authority_id`;

/** Mappings that were kept for the next file of their kind. */
@Injectable()
export class ProfileService {
  constructor(private readonly dataSource: DataSource) {}

  /** Those that suit a header, the likeliest first, three at most. */
  async find(header: string[], by: Caller): Promise<FoundProfile[]> {
    const kept = (await this.dataSource.query(KEPT)) as Kept[];
    return kept
      .filter(({ authority_id }) => by.reaches(['steward', 'analyst'], authority_id))
      .map((profile) => ({ profile, likeness: likeness(profile.header, header) }))
      .filter((one) => one.likeness >= LEAST_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || b.profile.id - a.profile.id)
      .slice(0, 3)
      .map(({ profile, likeness: share }) => ({ ...shown(profile), likeness: share }));
  }

  /** Keeps a mapping; one of the same name is replaced by whoever may use it. Throws `Refusal`, `NotAllowed`. */
  async save({ name, header, mapping }: ProfileBody, by: Caller): Promise<ProfileView> {
    if (hidden(name) !== name)
      throw new Refusal(
        'Nazwa profilu wygląda na dane osobowe',
        'The name of the profile looks like personal data',
      );
    requireStorable(JSON.stringify({ header, mapping }));
    const { authority: code } = readMapping(mapping, 'profile');
    const authority = code === null ? null : await this.authority(code);
    requireReach(by, authority);
    const known = (await this.dataSource.query(`${KEPT} WHERE p.name = $1`, [name])) as Kept[];
    if (known[0]) requireReach(by, known[0].authority_id);
    else await this.requireRoom();
    await this.dataSource.manager.upsert(
      ProfileRow,
      {
        name,
        authority_id: authority,
        header,
        mapping: mapping as object,
        person_id: by.identity.person,
        saved_at: new Date(),
      },
      ['name'],
    );
    const [saved] = (await this.dataSource.query(`${KEPT} WHERE p.name = $1`, [name])) as Kept[];
    return shown(saved!);
  }

  /** Throws `NotThere` where there is none of theirs. */
  async remove(id: number, by: Caller): Promise<void> {
    const [found] = (await this.dataSource.query(`${KEPT} WHERE p.id = $1`, [id])) as Kept[];
    if (!found || !by.reaches(['steward', 'analyst'], found.authority_id))
      throw new NotThere(`Nie ma profilu ${id}`, `There is no profile ${id}`);
    await this.dataSource.manager.delete(ProfileRow, { id });
  }

  private async authority(code: string): Promise<number> {
    const [found] = (await this.dataSource.query('SELECT id FROM authority WHERE code = $1', [code])) as {
      id: number;
    }[];
    if (found) return found.id;
    throw new NotThere(`Nie ma organu „${code}”`, `There is no authority “${code}”`);
  }

  private async requireRoom(): Promise<void> {
    if ((await this.dataSource.manager.count(ProfileRow)) >= MOST)
      throw new Refusal(
        `Profili jest już ${MOST}; usuń niepotrzebne`,
        `There are ${MOST} profiles; remove some`,
      );
  }
}

function requireReach(by: Caller, authority: number | null): void {
  if (by.reaches(['steward', 'analyst'], authority)) return;
  throw new NotAllowed('Ten profil należy do innego organu', 'This profile belongs to another authority');
}

/** Jaccard's index of the columns of two files. */
function likeness(one: string[], other: string[]): number {
  const [a, b] = [new Set(one), new Set(other)];
  const common = [...a].filter((column) => b.has(column)).length;
  return Math.round((100 * common) / (a.size + b.size - common)) / 100;
}

const shown = ({ id, name, authority, mapping, saved_at }: Kept): ProfileView => ({
  id,
  name,
  authority,
  mapping,
  saved_at: new Date(saved_at).toISOString(),
});
