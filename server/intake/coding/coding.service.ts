import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../../access/caller';
import { isPlain } from '../../access/plain';
import { NotAllowed, NotThere } from '../../access/refused';
import { OUTCOME, RATIONALE } from '../../contracts/codes-people';
import { recordType } from '../../contracts/record-type';
import type {
  AgreementView,
  CodingMetaView,
  CodingView,
  FirstCodedView,
  SecondCodedView,
  SecondCodingView,
} from '../coding.view';
import { quadratic } from '../../statistics/cohen-kappa';
import { ownRecords } from '../ownership';
import { coderNamed } from './coder';
import { DRAWN_SQL, OWN_FIRST_SQL, TO_CODE } from './drawn';
import { kappaOf } from './kappa';

const PER_PAGE = 100;
/** From where on coding counts as reliable (method, RE2). */
const LEAST_KAPPA = 0.6;
/** Characters of a text that the desk shows. */
const SHOWN = 20_000;

/** A consultation that somebody may code. */
interface Coded {
  id: number;
  authority: string;
  consultation: string;
  title: { pl: string | null; en: string | null };
}

const CELLS = `c.code, c.received_on::text AS received_on, left(c.text, ${SHOWN}) AS text, left(c.rationale, ${SHOWN}) AS rationale`;

/** The contributions of a consultation for those who code them, first or a second time without seeing the first. */
@Injectable()
export class CodingService {
  constructor(private readonly dataSource: DataSource) {}

  /** Contributions with their codes, a hundred a page, and how far two coders agree. Throws `NotAllowed`, `NotThere`. */
  async first(
    consultation: string,
    { authority, page = 1 }: { authority: string; page?: number },
    by: Caller,
  ): Promise<CodingView> {
    const of = await this.found(consultation, authority, by);
    const items = await this.rows<FirstCodedView>(
      `SELECT ${CELLS}, c.outcome, c.rationale_quality, c.cluster, c.topic, c.code IN (${DRAWN_SQL}) AS drawn
       FROM contribution c WHERE c.authority_id = $1 AND c.consultation = $2 AND ${TO_CODE}
       ORDER BY length(c.code), c.code LIMIT ${PER_PAGE} OFFSET $3`,
      [of.id, consultation, (page - 1) * PER_PAGE],
    );
    const meta = { page, per_page: PER_PAGE, ...(await this.progress(of)) };
    return { ...named(of), items, meta, agreement: await this.agreement(of) };
  }

  /**
   * The drawn contributions, without the first coder's codes and without what the caller coded first. Throws
   * `NotAllowed` where nothing is left for them, `NotThere`.
   */
  async second(consultation: string, authority: string, by: Caller): Promise<SecondCodingView> {
    const coder = coderOf(by);
    const of = await this.found(consultation, authority, by);
    const values = [of.id, consultation, by.identity.person];
    const [{ total, drawn, own }] = (await this.rows(
      `SELECT count(*)::int AS total, count(*) FILTER (WHERE c.code IN (${DRAWN_SQL}))::int AS drawn,
         count(*) FILTER (WHERE c.code IN (${DRAWN_SQL}) AND c.code IN (${OWN_FIRST_SQL}))::int AS own
       FROM contribution c WHERE c.authority_id = $1 AND c.consultation = $2 AND ${TO_CODE}`,
      values,
    )) as [SecondCodingView['meta']];
    if (drawn > 0 && own === drawn) throw codedFirst(consultation);
    const items = await this.rows<SecondCodedView>(
      `SELECT ${CELLS}, k.outcome, k.rationale_quality FROM contribution c
       LEFT JOIN coding k ON k.authority_id = $1 AND k.consultation = $2 AND k.contribution = c.code AND k.coder = $4
       WHERE c.authority_id = $1 AND c.consultation = $2 AND c.code IN (${DRAWN_SQL}) AND c.code NOT IN (${OWN_FIRST_SQL})
       ORDER BY length(c.code), c.code`,
      [...values, coder],
    );
    return { ...named(of), coder, items, meta: { total, drawn, own } };
  }

  /** Throws `NotThere` where there is none that they may code, `NotAllowed` where their role does not hold. */
  private async found(consultation: string, authority: string, by: Caller): Promise<Coded> {
    const [known] = await this.rows<{ id: number }>('SELECT id FROM authority WHERE code = $1', [authority]);
    if (!known) throw new NotThere(`Nie ma organu „${authority}”`, `There is no authority “${authority}”`);
    const own = ownRecords(by, known.id, recordType('consultation')!);
    if (!isPlain(consultation)) throw noConsultation(consultation);
    const [row] = await this.rows<{ pl: string | null; en: string | null }>(
      `SELECT r.title_pl AS pl, r.title_en AS en FROM consultation r WHERE r.authority_id = $1 AND r.code = $3 AND ${own.where('$2')}`,
      [known.id, own.units, consultation],
    );
    if (row) return { id: known.id, authority, consultation, title: row };
    throw noConsultation(consultation);
  }

  private async progress({ id, consultation }: Coded): Promise<Omit<CodingMetaView, 'page' | 'per_page'>> {
    const [found] = await this.rows<Omit<CodingMetaView, 'page' | 'per_page'>>(
      `SELECT count(*)::int AS total, count(c.cluster)::int AS clustered, count(c.outcome)::int AS decided,
         count(c.rationale_quality)::int AS rated, count(*) FILTER (WHERE c.code IN (${DRAWN_SQL}))::int AS drawn,
         count(*) FILTER (WHERE c.code IN (${DRAWN_SQL}) AND EXISTS (SELECT 1 FROM coding k
           WHERE k.authority_id = $1 AND k.consultation = $2 AND k.contribution = c.code))::int AS coded_twice
       FROM contribution c WHERE c.authority_id = $1 AND c.consultation = $2 AND ${TO_CODE}`,
      [id, consultation],
    );
    return found!;
  }

  /** Of several second coders of a contribution the first one counts. */
  private async agreement({ id, consultation }: Coded): Promise<AgreementView> {
    const pairs = await this.rows<Record<'outcome' | 'quality', [string | null, string | null]>>(
      `SELECT ARRAY[c.outcome, k.outcome] AS outcome, ARRAY[c.rationale_quality, k.rationale_quality] AS quality
       FROM contribution c JOIN (SELECT DISTINCT ON (contribution) * FROM coding
         WHERE authority_id = $1 AND consultation = $2 ORDER BY contribution, id) k ON k.contribution = c.code
       WHERE c.authority_id = $1 AND c.consultation = $2 AND ${TO_CODE}`,
      [id, consultation],
    );
    const both = (name: 'outcome' | 'quality') =>
      pairs.map((pair) => pair[name]).filter((pair): pair is [string, string] => !pair.includes(null));
    const [outcomes, qualities] = [Object.keys(OUTCOME), Object.keys(RATIONALE)];
    return {
      outcome: kappaOf(both('outcome'), outcomes),
      quality: kappaOf(both('quality'), qualities),
      quality_weighted: kappaOf(both('quality'), qualities, quadratic),
      least: LEAST_KAPPA,
    };
  }

  private rows<T>(sql: string, values: unknown[]): Promise<T[]> {
    return this.dataSource.query(sql, values);
  }
}

const named = ({ authority, consultation, title }: Coded) => ({ authority, consultation, title });

/** What the caller is called as a second coder. Throws `NotAllowed` for a machine. */
export function coderOf({ identity: { person } }: Caller): string {
  if (person !== null) return coderNamed(person);
  throw new NotAllowed(
    'Drugi raz koduje osoba, która się zalogowała',
    'The second coder is a person who signed in',
  );
}

const noConsultation = (code: string) =>
  new NotThere(`Nie ma konsultacji „${code}”`, `There is no consultation “${code}”`);

const codedFirst = (consultation: string) =>
  new NotAllowed(
    `Wylosowane uwagi konsultacji „${consultation}” kodujesz jako pierwszy; drugi raz koduje je ktoś inny`,
    `You are the first coder of the contributions drawn from “${consultation}”; somebody else codes them a second time`,
  );
