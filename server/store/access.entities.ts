import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody with an account. Erasing a person empties this row and keeps its number, which the audit log names. */
@Entity('person')
@Index(['login'], { unique: true })
@Index(['subject'], { unique: true })
export class PersonRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' }) id!: number;
  /** In lower case; null once erased. */
  @Column({ type: 'text', nullable: true }) login!: string | null;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  /** argon2id with its parameters and salt; null while none was chosen, and for those of the city's own sign-in. */
  @Column({ type: 'text', nullable: true }) password!: string | null;
  /** Issuer and subject of the city's own sign-in. */
  @Column({ type: 'text', nullable: true }) subject!: string | null;
  @CreateDateColumn({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) disabled_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) erased_at!: Date | null;
}

/** A role of a person, where it holds and until when. */
@Entity('role_grant')
@Index(['person_id'])
export class RoleGrantRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' }) id!: number;
  @Column({ type: 'integer' }) person_id!: number;
  @Column({ type: 'text' }) role!: string;
  /** Null: every authority of the instance. */
  @Column({ type: 'integer', nullable: true }) authority_id!: number | null;
  /** Code of the unit whose records a steward brings in; null for the other roles. */
  @Column({ type: 'text', nullable: true }) unit!: string | null;
  /** The last day on which it holds, as of a researcher's agreement; null: until it is taken away. */
  @Column({ type: 'date', nullable: true }) last_day!: string | null;
}

/** An open sign-in. Only the digest of its identifier is kept. */
@Entity('session')
@Index(['person_id'])
export class SessionRow {
  @PrimaryColumn({ type: 'text' }) digest!: string;
  @Column({ type: 'integer' }) person_id!: number;
  /** password, link, oidc or break_glass. */
  @Column({ type: 'text' }) by!: string;
  @CreateDateColumn({ type: 'timestamptz' }) created_at!: Date;
  @CreateDateColumn({ type: 'timestamptz' }) seen_at!: Date;
  @Column({ type: 'timestamptz' }) ends_at!: Date;
}

/** A key of a machine that acts for a person, in one of that person's roles. Only its digest is kept. */
@Entity('access_token')
@Index(['digest'], { unique: true })
@Index(['person_id'])
export class AccessTokenRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' }) id!: number;
  @Column({ type: 'text' }) digest!: string;
  @Column({ type: 'integer' }) person_id!: number;
  @Column({ type: 'text' }) label!: string;
  @Column({ type: 'text' }) role!: string;
  @Column({ type: 'integer', nullable: true }) authority_id!: number | null;
  @CreateDateColumn({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz' }) ends_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) revoked_at!: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) used_at!: Date | null;
}

/** A link that works once: for the first administrator, an invitation, a new password, or the way in by command line. */
@Entity('one_time_link')
export class OneTimeLinkRow {
  @PrimaryColumn({ type: 'text' }) digest!: string;
  @Column({ type: 'integer', nullable: true }) person_id!: number | null;
  @Column({ type: 'text' }) purpose!: string;
  @CreateDateColumn({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz' }) ends_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) used_at!: Date | null;
}

/** Who did what, when, from where. The database refuses to change or remove a line before its time. */
@Entity('audit')
@Index(['at'])
@Index(['person_id', 'id'])
export class AuditRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' }) id!: string;
  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' }) at!: Date;
  /** person, token, command_line, service or nobody. */
  @Column({ type: 'text' }) actor!: string;
  @Column({ type: 'integer', nullable: true }) person_id!: number | null;
  @Column({ type: 'integer', nullable: true }) token_id!: number | null;
  /** Network address; null for the service itself. */
  @Column({ type: 'text', nullable: true }) address!: string | null;
  @Column({ type: 'text', nullable: true }) request!: string | null;
  @Column({ type: 'text' }) action!: string;
  @Column({ type: 'text', nullable: true }) object!: string | null;
  @Column({ type: 'boolean' }) refused!: boolean;
  @Column({ type: 'jsonb' }) detail!: Record<string, unknown>;
}
