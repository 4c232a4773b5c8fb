import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** No text of the database holds it. */
const NO_NUL = /^\P{Cc}*$/u;

const Many =
  (description: string): PropertyDecorator =>
  (prototype, name) => {
    ApiPropertyOptional({
      description: `${description}; may be repeated (any of them)`,
      type: String,
      isArray: true,
    })(prototype, name);
    IsOptional()(prototype, name);
    Transform(({ value }) => (value === undefined ? undefined : [value as unknown].flat().map(String)))(
      prototype,
      name,
    );
    IsArray()(prototype, name);
    MaxLength(300, { each: true })(prototype, name);
    Matches(NO_NUL, { each: true })(prototype, name);
  };

const One =
  (description: string, max: number): PropertyDecorator =>
  (prototype, name) => {
    ApiPropertyOptional({ description })(prototype, name);
    IsOptional()(prototype, name);
    IsString()(prototype, name);
    MaxLength(max)(prototype, name);
    Matches(NO_NUL)(prototype, name);
  };

export const SORTS = ['-last_day', 'last_day', 'title', '-reported_contributions', '-index'] as const;

/** What the list of consultations may be asked for; any other parameter is an error, never ignored. */
export class ConsultationFilter {
  @One('Code of the authority; without it the default one', 40) authority?: string;
  @One(
    'Words; each must begin a word of the titles, the code, the register number or the unit; marks do not count',
    200,
  )
  search?: string;
  @Many('Status') status?: string[];
  @Many('Matter') matter_type?: string[];
  @Many('Addressee') addressee?: string[];
  @Many('Form') form?: string[];
  @Many('Topic, as in the source') topic?: string[];
  @Many('Responsible unit, by name') unit?: string[];
  @Many('Year of the last day') year?: string[];

  @ApiPropertyOptional({ enum: SORTS, default: '-last_day' })
  @IsOptional()
  @IsIn(SORTS)
  sort?: (typeof SORTS)[number];

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;

  @One('Where the next page begins, as `links.next` gives it', 500) cursor?: string;
}
