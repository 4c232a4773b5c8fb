import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { MOST_SHOWN } from '../intake/receipt';

/** Which findings of a batch are wanted. */
export class FindingFilter {
  @ApiPropertyOptional({ description: 'The first one, counted from 0 by line', default: 0 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  from?: number;

  @ApiPropertyOptional({ description: 'How many at most', default: MOST_SHOWN, maximum: MOST_SHOWN })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_SHOWN)
  limit?: number;
}

/** How a file of findings is written. */
export class FindingFileFilter {
  @ApiPropertyOptional({
    description: 'As a Polish Excel wants it: semicolons and a byte order mark',
    enum: ['yes'],
  })
  @IsOptional()
  @IsIn(['yes'])
  excel?: string;
}
