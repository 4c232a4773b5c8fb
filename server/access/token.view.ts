import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from './role';

/** A key of a machine, without its secret. */
export class TokenView {
  @ApiProperty() id!: number;
  @ApiProperty() label!: string;
  @ApiProperty({ enum: ROLES }) role!: Role;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Code of the authority; null: wherever its person may',
  })
  authority!: string | null;
  @ApiProperty({ description: 'Number of the person for whom it acts' }) person_id!: number;
  @ApiProperty({ type: String, nullable: true }) login!: string | null;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ format: 'date-time' }) ends_at!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) used_at!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) revoked_at!: string | null;
}

/** A token just made: this is the only time that its secret is told. */
export class NewTokenView extends TokenView {
  @ApiProperty() secret!: string;
}

export class TokenListView {
  @ApiProperty({ type: [TokenView] }) items!: TokenView[];
}
