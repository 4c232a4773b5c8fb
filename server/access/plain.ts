import { applyDecorators } from '@nestjs/common';
import { IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

/** Whether a text has no control characters; Postgres looks nothing up that holds NUL. */
export const isPlain = (text: string): boolean => !/\p{Cc}/u.test(text);

/** Line breaks and other control characters are in no name, and in nothing that a log or a header repeats. */
export const PlainText = (most: number) =>
  applyDecorators(IsString(), MaxLength(most), Matches(/^\P{Cc}*$/u));

/** The other rules of the property hold for a value; null and nothing at all are allowed. */
export const OrNull = () => ValidateIf((_object, value) => value !== null && value !== undefined);

/** As `OrNull`, but nothing at all is not the same as null: what would be widened by leaving it out has to be said. */
export const NullSaid = () => ValidateIf((_object, value) => value !== null);
