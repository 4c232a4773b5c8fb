import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** Line breaks and other control characters are in no name, and in nothing that a log or a header repeats. */
const PLAIN = /^\P{Cc}*$/u;

export class SignIn {
  @ApiProperty() @IsString() @MaxLength(100) @Matches(PLAIN) login!: string;
  @ApiProperty() @IsString() @MaxLength(1000) password!: string;
}

export class PasswordChange {
  @ApiProperty() @IsString() @MaxLength(1000) current!: string;
  @ApiProperty() @IsString() @MaxLength(1000) password!: string;
}

export class LinkGiven {
  @ApiProperty({ description: 'What stands behind the # of the link' })
  @Matches(/^[\w-]{43}$/, { message: 'secret must be the 43 signs behind the # of the link' })
  secret!: string;
}

export class LinkUse extends LinkGiven {
  @ApiPropertyOptional({ description: 'Of the first administrator' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Matches(PLAIN)
  login?: string;

  @ApiPropertyOptional({ description: 'Of the first administrator' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(PLAIN)
  name?: string;

  @ApiPropertyOptional({ description: 'The new password' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  password?: string;
}
