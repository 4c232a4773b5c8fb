import { Column, CreateDateColumn, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { Authority } from '../contracts/authority';

@Entity('authority')
@Index(['code'], { unique: true })
export class AuthorityRow extends Authority {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' }) id!: number;
  /** It does not exist and its records are generated: set by the seed alone, no file can claim or deny it. */
  @Column({ type: 'boolean', default: false }) demonstration!: boolean;
}

/** One file in = one batch, revertible as a whole; a reverted batch keeps its row, its receipt and its history. */
@Entity('batch')
@Index(['authority_id', 'id'])
export class BatchRow {
  /** Numbered in the order of arrival without gaps: a missing number would look like a batch that vanished. */
  @PrimaryColumn({ type: 'integer' }) id!: number;
  @Column({ type: 'integer' }) authority_id!: number;
  @Column({ type: 'text' }) type!: string;
  @Column({ type: 'text' }) file!: string;
  @Column({ type: 'text' }) sha256!: string;
  @Column({ type: 'text' }) reader!: string;
  @Column({ type: 'jsonb' }) dialect!: Record<string, string | number | null>;
  @Column({ type: 'jsonb' }) mapping!: Record<string, unknown>;
  @Column({ type: 'text', array: true }) dropped_columns!: string[];
  @Column({ type: 'integer' }) rows!: number;
  @Column({ type: 'integer' }) new!: number;
  @Column({ type: 'integer' }) changed!: number;
  @Column({ type: 'integer' }) unchanged!: number;
  @Column({ type: 'integer' }) rejected!: number;
  @CreateDateColumn({ type: 'timestamptz' }) taken_in_at!: Date;
  @Column({ type: 'timestamptz', nullable: true }) reverted_at!: Date | null;
  /** Who brought it in; null: the service itself or the command line. */
  @Column({ type: 'integer', nullable: true }) person_id!: number | null;
  /** Why, in the words of whoever brought it in; null: not said. */
  @Column({ type: 'text', nullable: true }) reason!: string | null;
}

/** One cell or row of a file that was refused (accepted = false) or worth a warning. */
@Entity('finding')
@Index(['batch_id', 'line'])
export class FindingRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' }) id!: string;
  @Column({ type: 'integer' }) batch_id!: number;
  @Column({ type: 'integer' }) line!: number;
  @Column({ type: 'text', nullable: true }) record!: string | null;
  @Column({ type: 'text', nullable: true }) column!: string | null;
  @Column({ type: 'text', nullable: true }) field!: string | null;
  @Column({ type: 'text', nullable: true }) value!: string | null;
  @Column({ type: 'text' }) rule!: string;
  @Column({ type: 'boolean' }) accepted!: boolean;
}

/** Earlier versions of records, each as it stood: needed to undo a batch and to tell what was known on a day. */
@Entity('history')
@Index(['record_type', 'record_id', 'revision'], { unique: true })
@Index(['ended_by_batch'])
export class HistoryRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' }) id!: string;
  @Column({ type: 'text' }) record_type!: string;
  @Column({ type: 'bigint' }) record_id!: string;
  @Column({ type: 'integer' }) authority_id!: number;
  @Column({ type: 'integer' }) revision!: number;
  @Column({ type: 'integer' }) batch_id!: number;
  @Column({ type: 'timestamptz' }) valid_from!: Date;
  @Column({ type: 'timestamptz', default: () => 'now()' }) valid_to!: Date;
  /** The batch whose arrival or revert ended this version. */
  @Column({ type: 'integer' }) ended_by_batch!: number;
  @Column({ type: 'jsonb' }) record!: Record<string, unknown>;
}

/** A register declared complete for a year by a batch: an empty cell then means "did not happen". */
@Entity('register_complete')
export class RegisterCompleteRow {
  @PrimaryColumn({ type: 'integer' }) authority_id!: number;
  @PrimaryColumn({ type: 'text' }) register!: string;
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @PrimaryColumn({ type: 'integer' }) batch_id!: number;
}

/**
 * A call that may be repeated without being done twice: who made it under which key, and what was answered. Kept for a
 * day. While there is no answer the call runs, as long as its hold lasts.
 */
@Entity('idempotency_key')
@Index(['created_at'])
export class IdempotencyKeyRow {
  /** `person 3`, `token 7` or `command_line`. */
  @PrimaryColumn({ type: 'text' }) caller!: string;
  @PrimaryColumn({ type: 'text' }) key!: string;
  /** Digest of what was asked: the address with its parameters, and the body. */
  @Column({ type: 'text' }) asked!: string;
  @CreateDateColumn({ type: 'timestamptz' }) created_at!: Date;
  /** The run that has it, and until when it may not be taken over: a run that was killed lets go by itself. */
  @Column({ type: 'uuid' }) holder!: string;
  @Column({ type: 'timestamptz' }) held_until!: Date;
  /** Null while the call runs. */
  @Column({ type: 'integer', nullable: true }) status!: number | null;
  /** As it was sent. */
  @Column({ type: 'text', nullable: true }) answer!: string | null;
}
