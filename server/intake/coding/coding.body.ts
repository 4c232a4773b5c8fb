import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { NullSaid, PlainText } from '../../access/plain';
import { OUTCOME, RATIONALE } from '../../contracts/codes-people';
import { OfAuthority } from '../records/records.body';

const OUTCOMES = Object.keys(OUTCOME);
const QUALITIES = Object.keys(RATIONALE);
const whole = ({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : value;

/** Which contributions of a consultation. */
export class CodingFilter extends OfAuthority {
  @ApiPropertyOptional({ description: 'From 1; a hundred contributions each' })
  @IsOptional()
  @Transform(whole)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  page?: number;
}

/** What a second coder says of one contribution. */
export class SecondCode {
  @ApiProperty({ description: 'Code of the contribution' })
  @PlainText(80)
  contribution!: string;

  @ApiProperty({ enum: OUTCOMES, nullable: true })
  @NullSaid()
  @IsIn(OUTCOMES)
  outcome!: string | null;

  @ApiProperty({ enum: QUALITIES, nullable: true })
  @NullSaid()
  @IsIn(QUALITIES)
  rationale_quality!: string | null;
}

export class SecondCodes {
  @ApiProperty({ type: [SecondCode] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => SecondCode)
  codings!: SecondCode[];
}
