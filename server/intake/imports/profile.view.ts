import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsObject, IsString, Matches } from 'class-validator';
import { PlainText } from '../../access/plain';

/** A mapping to keep. */
export class ProfileBody {
  @ApiProperty({ minLength: 1, maxLength: 120 }) @PlainText(120) @Matches(/\S/) name!: string;
  @ApiProperty({ type: [String], description: 'Columns of the file that it was made for' })
  @IsArray()
  @ArrayMaxSize(16_384)
  @IsString({ each: true })
  // a line break within a name is usual, NUL is nothing that can be stored
  @Matches(/^[^\0]*$/, { each: true })
  header!: string[];
  @ApiProperty({ type: Object }) @IsObject() mapping!: Record<string, unknown>;
}

/** A mapping that was kept. */
export class ProfileView {
  @ApiProperty() id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) authority!: string | null;
  @ApiProperty({ type: Object }) mapping!: Record<string, unknown>;
  @ApiProperty({ format: 'date-time' }) saved_at!: string;
}

/** A mapping that may suit a file. */
export class FoundProfile extends ProfileView {
  @ApiProperty({ description: 'Share of the columns of both that are the same: 1 where all are' })
  likeness!: number;
}
