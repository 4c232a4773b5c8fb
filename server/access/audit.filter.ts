import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, Matches, Max, Min } from 'class-validator';
import { type Action, ACTIONS } from './audit';
import { PlainText } from './plain';

const DAY = /^(19|20)\d\d-\d\d-\d\d$/;
const whole = ({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
const truth = ({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value;

/** Which lines of the audit log. */
export class AuditFilter {
  @ApiPropertyOptional({ description: 'First day (Warsaw), YYYY-MM-DD' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'from must be a day, YYYY-MM-DD' })
  @Matches(DAY, { message: 'from must be a day, YYYY-MM-DD' })
  from?: string;

  @ApiPropertyOptional({ description: 'Last day (Warsaw), YYYY-MM-DD' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'to must be a day, YYYY-MM-DD' })
  @Matches(DAY, { message: 'to must be a day, YYYY-MM-DD' })
  to?: string;

  @ApiPropertyOptional({ description: 'Number of a person' })
  @IsOptional()
  @Transform(whole)
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  person?: number;

  @ApiPropertyOptional({ enum: ACTIONS })
  @IsOptional()
  @IsIn(ACTIONS)
  action?: Action;

  @ApiPropertyOptional({ description: 'Only what was refused, or only what was done' })
  @IsOptional()
  @Transform(truth)
  @IsBoolean()
  refused?: boolean;

  @ApiPropertyOptional({ description: 'Part of the object, the address, the request or the details' })
  @IsOptional()
  @PlainText(100)
  q?: string;

  @ApiPropertyOptional({ description: 'Only lines before this one' })
  @IsOptional()
  @Matches(/^\d{1,18}$/)
  before?: string;
}
