import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, Matches, MaxLength } from 'class-validator';
import { OrNull, PlainText } from './plain';

/** As it is typed; how strong a new one has to be, `password.ts` says. */
const LONGEST_PASSWORD = 1000;

export class SignIn {
  @ApiProperty() @PlainText(100) login!: string;
  @ApiProperty() @IsString() @MaxLength(LONGEST_PASSWORD) password!: string;
}

export class PasswordChange {
  @ApiProperty() @IsString() @MaxLength(LONGEST_PASSWORD) current!: string;
  @ApiProperty() @IsString() @MaxLength(LONGEST_PASSWORD) password!: string;
}

export class LinkGiven {
  @ApiProperty({ description: 'What stands behind the # of the link' })
  @Matches(/^[\w-]{43}$/, { message: 'secret must be the 43 signs behind the # of the link' })
  secret!: string;
}

export class LinkUse extends LinkGiven {
  @ApiPropertyOptional({ description: 'Of the first administrator' })
  @OrNull()
  @PlainText(100)
  login?: string;
  @ApiPropertyOptional({ description: 'Of the first administrator' }) @OrNull() @PlainText(200) name?: string;
  @ApiPropertyOptional({ description: 'The new password' })
  @OrNull()
  @IsString()
  @MaxLength(LONGEST_PASSWORD)
  password?: string;
}
