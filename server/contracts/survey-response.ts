import { Column } from 'typeorm';

/**
 * One filled-in survey. Answers stand together on the row: coded ones in `answers` by the position of their item (a
 * negative one is a kind of missing, see `MISSING`), all others in `others` by the code of their item.
 */
export class SurveyResponse {
  @Column({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) survey!: string;
  /** UTC. */
  @Column({ type: 'timestamptz', nullable: true }) submitted_at!: Date | null;
  @Column({ type: 'text', nullable: true }) stratum!: string | null;
  @Column({ type: 'text', nullable: true }) psu!: string | null;
  /** 0 or more; 0 adds nothing to weighted values. Null: no weight was given, each counts once. */
  @Column({ type: 'double precision', nullable: true }) weight!: number | null;
  /** Responses that the stratum could have given, for the finite population correction. */
  @Column({ type: 'integer', nullable: true }) stratum_size!: number | null;
  /** Attributes of who answered, by name: sex, age_band and what else the mapping names. */
  @Column({ type: 'jsonb' }) attributes!: Record<string, string>;
  @Column({ type: 'smallint', array: true }) answers!: (number | null)[];
  @Column({ type: 'jsonb' }) others!: Record<string, string | number | string[]>;
}

/** Why a coded answer is not there. */
export const MISSING = { skipped: -1, not_applicable: -2, dont_know: -3, unreadable: -4 } as const;
