import { ApiProperty } from '@nestjs/swagger';
import type { Label } from '../../contracts/field';
import type { Preview } from '../preview';
import type { Receipt } from '../receipt';
import type { Stage } from '../watch';
import type { FoundProfile } from './profile.view';

export type ImportState = 'draft' | 'running' | 'done' | 'refused' | 'cancelled' | 'failed';
const STATES = ['draft', 'running', 'done', 'refused', 'cancelled', 'failed'];
const STAGES = ['reading', 'waiting', 'rows', 'comparing', 'writing'];

/** A file that was brought, and how far it is. */
export class ImportView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Name of the file, personal data masked' }) file!: string;
  @ApiProperty({ description: 'Size of the file' }) bytes!: number;
  @ApiProperty({
    enum: STATES,
    description: 'done: see the receipt; refused, failed: see the refusal; nothing was written then',
  })
  state!: ImportState;
  @ApiProperty({ enum: STAGES, nullable: true, type: String, description: 'While it is running' })
  stage!: Stage | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Rows of the file seen so far, while it is running',
  })
  rows!: number | null;
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'What was asked for last: mapping, authority, dry_run, …',
  })
  request!: Record<string, unknown> | null;
  @ApiProperty({ type: Object, nullable: true }) receipt!: Receipt | null;
  @ApiProperty({ type: Object, nullable: true, description: 'In Polish and English' }) refusal!: Label | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The batch it became' }) batch!: number | null;
  @ApiProperty({
    type: 'integer',
    description:
      'How often the service ended while it was under way; nothing was written, and it began again',
  })
  interruptions!: number;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ format: 'date-time', description: 'When the file is forgotten' }) kept_until!: string;
}

/** The files that somebody brought, the latest first. */
export class ImportListView {
  @ApiProperty({ type: [ImportView] }) items!: ImportView[];
}

/** How a file would be read, and mappings that were made for such files. */
export interface ImportPreview extends Preview {
  profiles: FoundProfile[];
}

export type { FoundProfile } from './profile.view';
export type { Receipt } from '../receipt';
