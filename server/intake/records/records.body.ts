import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PlainText } from '../../access/plain';

const truth = ({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value;
const whole = ({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : value;

/** Whose records. */
export class OfAuthority {
  @ApiProperty({ description: 'Code of the authority' })
  @PlainText(40)
  authority!: string;
}

/** How records are to be taken in. */
export class Taking extends OfAuthority {
  @ApiPropertyOptional({
    description: 'Why; at most 500 characters, kept with the batch for everyone to read',
  })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  reason?: string;

  @ApiPropertyOptional({ description: 'Only say what would happen' })
  @IsOptional()
  @Transform(truth)
  @IsBoolean()
  dry_run?: boolean;

  @ApiPropertyOptional({
    description: 'Revision of the record that the correction began with; 409 where it is another one by now',
  })
  @IsOptional()
  @Transform(whole)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  revision?: number;
}

/** Which records of a list. */
export class RecordFilter extends OfAuthority {
  @ApiPropertyOptional({ description: 'Part of the code or of the name' })
  @IsOptional()
  @PlainText(200)
  search?: string;

  @ApiPropertyOptional({ description: 'From 1; fifty records each' })
  @IsOptional()
  @Transform(whole)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  page?: number;
}
