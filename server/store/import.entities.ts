import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A file that somebody brought and what they asked to be done with it. Kept for a day with its file, so that it can be
 * tried, corrected and taken in, and so that what was under way goes on after the service was stopped.
 */
@Entity('import')
@Index(['person_id', 'created_at'])
export class ImportRow {
  /** Not to be guessed. */
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  /** Null: the command line. */
  @Column({ type: 'integer', nullable: true }) person_id!: number | null;
  /** The token by which it was brought or, once it was, begun; its role is narrower than the person's. */
  @Column({ type: 'integer', nullable: true }) token_id!: number | null;
  @Column({ type: 'text' }) file!: string;
  @Column({ type: 'bigint' }) bytes!: string;
  /** draft, running, done, refused, cancelled or failed. */
  @Column({ type: 'text' }) state!: string;
  /** What was asked for last, as it came. */
  @Column({ type: 'jsonb', nullable: true }) request!: Record<string, unknown> | null;
  @Column({ type: 'jsonb', nullable: true }) receipt!: Record<string, unknown> | null;
  /** Why nothing came of it, in Polish and English. */
  @Column({ type: 'jsonb', nullable: true }) refusal!: { pl: string; en: string } | null;
  @Column({ type: 'integer', nullable: true }) batch_id!: number | null;
  /** How often the service ended while it was under way; it began again each time. */
  @Column({ type: 'integer', default: 0 }) interruptions!: number;
  @CreateDateColumn({ type: 'timestamptz' }) created_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) ended_at!: Date | null;
}

/** A mapping that somebody kept, found again by the header of the next file of its kind. */
@Entity('profile')
@Index(['name'], { unique: true })
export class ProfileRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' }) id!: number;
  @Column({ type: 'text' }) name!: string;
  /** Null: of no authority, only for those whose role holds for all of them. */
  @Column({ type: 'integer', nullable: true }) authority_id!: number | null;
  /** Columns of the file that it was made for, in their order. */
  @Column({ type: 'text', array: true }) header!: string[];
  @Column({ type: 'jsonb' }) mapping!: Record<string, unknown>;
  @Column({ type: 'integer', nullable: true }) person_id!: number | null;
  @CreateDateColumn({ type: 'timestamptz' }) saved_at!: Date;
}
