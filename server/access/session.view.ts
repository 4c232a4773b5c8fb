import { ApiProperty } from '@nestjs/swagger';
import { PersonNameView } from './person.view';
import { RoleView } from './role.view';

/** Who is signed in, and how one signs in here. */
export class SessionView {
  @ApiProperty({ type: PersonNameView, nullable: true, description: 'null: nobody is signed in' })
  person!: PersonNameView | null;
  @ApiProperty({ type: [RoleView], description: 'Roles that hold today' })
  roles!: RoleView[];
  @ApiProperty({ type: String, nullable: true, description: 'Goes back in X-CSRF-Token with every change' })
  csrf!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  ends_at!: string | null;
  @ApiProperty({ enum: ['password', 'oidc'], description: "oidc: through the city's own sign-in" })
  sign_in!: 'password' | 'oidc';
}

/** For whom and what a one-time link is. */
export class LinkOpenView {
  @ApiProperty({ enum: ['first_admin', 'invitation', 'new_password', 'break_glass'] })
  purpose!: 'first_admin' | 'invitation' | 'new_password' | 'break_glass';
  @ApiProperty({ type: String, nullable: true })
  login!: string | null;
}

/** A one-time link just made: this is the only time that it is told. */
export class LinkView {
  @ApiProperty({ description: 'Path within the pages of this instance' }) link!: string;
  @ApiProperty({ format: 'date-time' }) ends_at!: string;
}
