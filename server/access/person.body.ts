import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { NullSaid, OrNull, PlainText } from './plain';
import { MACHINE_ROLES, ROLES, type Role } from './role';

/** A role to give. */
export class RoleGiven {
  @ApiProperty({ enum: ROLES }) @IsIn(ROLES) role!: Role;
  @ApiProperty({ type: String, nullable: true, description: 'null, said in words, is every authority' })
  @NullSaid()
  @PlainText(40)
  authority!: string | null;
  @ApiProperty({ type: String, nullable: true }) @OrNull() @PlainText(100) unit: string | null = null;
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
  @ApiProperty() @PlainText(100) login!: string;
  @ApiProperty({ type: String, nullable: true }) @OrNull() @PlainText(200) name: string | null = null;
}

export class PersonChange {
  @ApiProperty({ type: String, nullable: true }) @OrNull() @PlainText(200) name: string | null = null;
  @ApiProperty() @IsBoolean() disabled!: boolean;
}

export class TokenGiven {
  @ApiProperty() @MinLength(1) @PlainText(100) label!: string;
  @ApiProperty({ enum: MACHINE_ROLES }) @IsIn(MACHINE_ROLES) role!: Role;
  @ApiProperty({ type: String, nullable: true }) @OrNull() @PlainText(40) authority: string | null = null;
  @ApiProperty({ description: 'Life in days, at most 366' }) @IsInt() @Min(1) @Max(366) days!: number;
}
