import { ApiProperty } from '@nestjs/swagger';
import { type Action, ACTIONS } from './audit';

/** One line of the audit log. */
export class AuditLineView {
  @ApiProperty({ description: 'Number of the line; later lines have larger ones' }) id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ enum: ['person', 'token', 'command_line', 'service', 'nobody'] })
  actor!: 'person' | 'token' | 'command_line' | 'service' | 'nobody';
  @ApiProperty({ type: Number, nullable: true }) person_id!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'null: nobody, or erased' })
  login!: string | null;
  @ApiProperty({ type: Number, nullable: true }) token_id!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Network address' })
  address!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Number of the request, as in the log of the server',
  })
  request!: string | null;
  @ApiProperty({ enum: ACTIONS }) action!: Action;
  @ApiProperty({ type: String, nullable: true }) object!: string | null;
  @ApiProperty() refused!: boolean;
  @ApiProperty({ type: Object, additionalProperties: true }) detail!: Record<string, unknown>;
}

export class AuditListView {
  @ApiProperty({ type: [AuditLineView] }) items!: AuditLineView[];
  @ApiProperty({ type: Object }) meta!: { total: number };
  @ApiProperty({ type: Object }) links!: { self: string; next: string | null };
}
