import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MACHINE_ROLES, ROLES, type Role } from './role';

const PLAIN = /^\P{Cc}*$/u;
const OrNull = () => ValidateIf((_object, value) => value !== null && value !== undefined);

/** A role to give. */
export class RoleGiven {
  @ApiProperty({ enum: ROLES }) @IsIn(ROLES) role!: Role;
  @ApiProperty({ type: String, nullable: true })
  @OrNull()
  @IsString()
  @MaxLength(40)
  @Matches(PLAIN)
  authority: string | null = null;
  @ApiProperty({ type: String, nullable: true })
  @OrNull()
  @IsString()
  @MaxLength(100)
  @Matches(PLAIN)
  unit: string | null = null;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  @OrNull()
  @IsISO8601({ strict: true })
  @Matches(/^20\d\d-\d\d-\d\d$/, { message: 'last_day must be a day, YYYY-MM-DD' })
  last_day: string | null = null;
}

export class RolesGiven {
  @ApiProperty({ type: [RoleGiven] })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RoleGiven)
  roles!: RoleGiven[];
}

export class PersonGiven extends RolesGiven {
  @ApiProperty() @IsString() @MaxLength(100) @Matches(PLAIN) login!: string;
  @ApiProperty({ type: String, nullable: true })
  @OrNull()
  @IsString()
  @MaxLength(200)
  @Matches(PLAIN)
  name: string | null = null;
}

export class PersonChange {
  @ApiProperty({ type: String, nullable: true })
  @OrNull()
  @IsString()
  @MaxLength(200)
  @Matches(PLAIN)
  name: string | null = null;
  @ApiProperty() @IsBoolean() disabled!: boolean;
}

export class TokenGiven {
  @ApiProperty() @IsString() @MinLength(1) @MaxLength(100) @Matches(PLAIN) label!: string;
  @ApiProperty({ enum: MACHINE_ROLES }) @IsIn(MACHINE_ROLES) role!: Role;
  @ApiProperty({ type: String, nullable: true })
  @OrNull()
  @IsString()
  @MaxLength(40)
  @Matches(PLAIN)
  authority: string | null = null;
  @ApiProperty({ description: 'Life in days, at most 366' }) @IsInt() @Min(1) @Max(366) days!: number;
}
