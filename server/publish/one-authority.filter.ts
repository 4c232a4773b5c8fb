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
