import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from './role';

/** A role, where it holds and until when. */
export class RoleView {
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the authority; null: every one' })
  authority!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the unit of a steward' })
  unit!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: 'The last day on which it holds',
  })
  last_day!: string | null;
}
