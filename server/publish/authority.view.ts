import { ApiProperty } from '@nestjs/swagger';
import { LabelView, LinksView, MetaView } from './page.view';

export class AuthorityView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: LabelView }) name!: LabelView;
  @ApiProperty({ type: String, nullable: true }) kind!: string | null;
  @ApiProperty({ description: 'It does not exist: its records are generated, to show the pages with' })
  demonstration!: boolean;
  @ApiProperty({ description: 'How many consultations are recorded' }) consultations!: number;
  @ApiProperty({ description: 'Year of the earliest recorded day', type: Number, nullable: true })
  first_year!: number | null;
  @ApiProperty({ description: 'Year of the latest recorded day', type: Number, nullable: true }) last_year!:
    number | null;
  @ApiProperty({ description: 'Chosen where the address names no authority' }) default!: boolean;
}

export class AuthorityListView {
  @ApiProperty({ type: [AuthorityView] }) items!: AuthorityView[];
  @ApiProperty({ type: MetaView }) meta!: MetaView;
  @ApiProperty({ type: LinksView }) links!: LinksView;
}
