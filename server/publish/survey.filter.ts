import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { OneAuthority } from './one-authority.filter';
import { type Breakdown, BREAKDOWNS } from './survey.view';

/** Parameters of the results of one survey. */
export class OneSurvey extends OneAuthority {
  @ApiPropertyOptional({ enum: BREAKDOWNS, description: 'By what answers are broken down' })
  @IsOptional()
  @IsIn(BREAKDOWNS, { message: `by must be one of ${BREAKDOWNS.join(', ')}` })
  by?: Breakdown;
}
