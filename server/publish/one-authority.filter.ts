import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** Parameters of a route that speaks of one authority. */
export class OneAuthority {
  @ApiPropertyOptional({ description: 'Code of the authority' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  @Matches(/^\P{Cc}*$/u)
  authority?: string;
}

/** Parameters of a route that speaks of a quarter of one authority. */
export class OneQuarter extends OneAuthority {
  @ApiPropertyOptional({ description: 'YYYY-Qn; without it the last quarter that has ended' })
  @IsOptional()
  @Matches(/^\d{4}-Q[1-4]$/, { message: 'quarter must look like 2026-Q3' })
  quarter?: string;
}
