import { ApiProperty } from '@nestjs/swagger';
import { RoleView } from './role.view';
import { TokenView } from './token.view';

export class PersonNameView {
  @ApiProperty() id!: number;
  @ApiProperty({ type: String, nullable: true, description: 'null once erased' }) login!: string | null;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
}

/** Somebody with an account, as an administrator sees them. */
export class PersonView extends PersonNameView {
  @ApiProperty({ type: [RoleView] }) roles!: RoleView[];
  @ApiProperty({ enum: ['active', 'invited', 'disabled', 'erased'] })
  state!: 'active' | 'invited' | 'disabled' | 'erased';
  @ApiProperty({ enum: ['password', 'oidc'] }) sign_in!: 'password' | 'oidc';
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'When a session of theirs was last used',
  })
  seen_at!: string | null;
}

export class PersonListView {
  @ApiProperty({ type: [PersonView] }) items!: PersonView[];
}

export class OpenSessionView {
  @ApiProperty({ enum: ['password', 'link', 'oidc', 'break_glass'] }) by!: string;
  @ApiProperty({ format: 'date-time' }) created_at!: string;
  @ApiProperty({ format: 'date-time' }) seen_at!: string;
  @ApiProperty({ format: 'date-time' }) ends_at!: string;
  @ApiProperty({ description: 'Whether it is the one that asks' }) current!: boolean;
}

/** What one sees of one's own account. */
export class AccountView {
  @ApiProperty({ type: PersonNameView }) person!: PersonNameView;
  @ApiProperty({ type: [RoleView] }) roles!: RoleView[];
  @ApiProperty({ type: [OpenSessionView] }) sessions!: OpenSessionView[];
  @ApiProperty({ type: [TokenView] }) tokens!: TokenView[];
}
