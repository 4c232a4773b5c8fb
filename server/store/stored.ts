import { Column, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The transaction that wrote the row, as a number: the mirror asks for rows at or above its last snapshot. */
export const ROW_XID = 'busola_xid()';

type Constructor = new () => object;

/**
 * What every stored record carries beside its contract: whose it is, out of which batch and physical line it came,
 * which version it is, since when it is known. Earlier versions stand in `history`.
 *
 * There is no foreign key to batch or authority: intake alone writes these tables, under one lock of all imports, and
 * a foreign key would make the bulk load several times slower (docs/architecture, "Limits").
 */
export function Stored(contract: Constructor) {
  abstract class StoredRecord extends contract {
    @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' }) id!: string;
    @Column({ type: 'integer' }) authority_id!: number;
    @Column({ type: 'integer' }) batch_id!: number;
    @Column({ type: 'integer' }) line!: number;
    @Column({ type: 'integer', default: 1 }) revision!: number;
    @Column({ type: 'timestamptz', default: () => 'now()' }) valid_from!: Date;
    /** Digest of the cells as read: the same file again is known without comparing every column. */
    @Column({ type: 'uuid' }) content!: string;
    @Column({ type: 'bigint', default: () => ROW_XID }) @Index() row_xid!: string;
  }
  return StoredRecord;
}
