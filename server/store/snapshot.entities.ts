import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { ROW_XID } from './stored';

/** What a trigger leaves behind for the mirrors: a deleted record, or, with id 0, a small table that changed. */
@Entity('tombstone')
export class TombstoneRow {
  @PrimaryColumn({ type: 'bigint', default: () => ROW_XID }) row_xid!: string;
  @PrimaryColumn({ type: 'text' }) table_name!: string;
  @PrimaryColumn({ type: 'bigint' }) id!: string;
}

/** Every state of the records that a mirror has held. Numbered here, so that a mirror made anew goes on counting. */
@Entity('snapshot')
export class SnapshotRow {
  @PrimaryGeneratedColumn('identity', { type: 'integer', generatedIdentity: 'BY DEFAULT' }) number!: number;
  @Column({ type: 'timestamptz' }) taken_at!: Date;
  /** Which transactions it saw, as `pg_snapshot` writes it. */
  @Column({ type: 'text' }) mark!: string;
}
