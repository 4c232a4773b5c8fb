import { ApiProperty } from '@nestjs/swagger';

const text = (description: string) => ApiProperty({ type: String, nullable: true, description });

/** Agreement of the first and the second coder. */
export class KappaView {
  @ApiProperty({ description: 'Contributions that both have coded' }) n!: number;
  @ApiProperty({ type: Number, nullable: true }) kappa!: number | null;
  @ApiProperty({ type: [Number], nullable: true, description: '95 % (Fleiss, Cohen and Everitt 1969)' })
  interval!: [number, number] | null;
  @ApiProperty({ enum: ['too_few', 'one_category'], nullable: true, description: 'Why there is no number' })
  reason!: 'too_few' | 'one_category' | null;
}

export class AgreementView {
  @ApiProperty({ type: KappaView, description: 'Outcome, unweighted' }) outcome!: KappaView;
  @ApiProperty({ type: KappaView, description: 'Quality of the rationale, unweighted' }) quality!: KappaView;
  @ApiProperty({ type: KappaView, description: 'The same with quadratic weights' })
  quality_weighted!: KappaView;
  @ApiProperty({ description: 'From where on coding counts as reliable' }) least!: number;
}

class CodedView {
  @ApiProperty() code!: string;
  @text('Day, YYYY-MM-DD') received_on!: string | null;
  @text('As it came') text!: string | null;
  @text('As it was answered') rationale!: string | null;
  @text('Code of the outcome') outcome!: string | null;
  @text('Code of the quality of the rationale') rationale_quality!: string | null;
}

/** A contribution with the codes of the first coder. */
export class FirstCodedView extends CodedView {
  @text('Proposal that it is a copy of') cluster!: string | null;
  @text('Topic') topic!: string | null;
  @ApiProperty({ description: 'Whether it is drawn for a second coder' }) drawn!: boolean;
}

class TitleView {
  @text('Polish') pl!: string | null;
  @text('English') en!: string | null;
}

export class CodingMetaView {
  @ApiProperty() total!: number;
  @ApiProperty() page!: number;
  @ApiProperty() per_page!: number;
  @ApiProperty({ description: 'With a cluster' }) clustered!: number;
  @ApiProperty({ description: 'With an outcome' }) decided!: number;
  @ApiProperty({ description: 'With a quality of the rationale' }) rated!: number;
  @ApiProperty({ description: 'Drawn for a second coder' }) drawn!: number;
  @ApiProperty({ description: 'Of those, coded by one' }) coded_twice!: number;
}

/** The contributions of one consultation, to be coded. */
export class CodingView {
  @ApiProperty() consultation!: string;
  @ApiProperty() authority!: string;
  @ApiProperty({ type: TitleView }) title!: TitleView;
  @ApiProperty({ type: [FirstCodedView] }) items!: FirstCodedView[];
  @ApiProperty({ type: CodingMetaView }) meta!: CodingMetaView;
  @ApiProperty({ type: AgreementView }) agreement!: AgreementView;
}

/** A drawn contribution with the second coder's own codes; what the first one said is not here. */
export class SecondCodedView extends CodedView {}

/** The drawn contributions of one consultation, for a second coder. */
export class SecondCodingView {
  @ApiProperty() consultation!: string;
  @ApiProperty() authority!: string;
  @ApiProperty({ type: TitleView }) title!: TitleView;
  @ApiProperty({ description: 'What the caller is called in the codings; tells nobody who they are' })
  coder!: string;
  @ApiProperty({ type: [SecondCodedView] }) items!: SecondCodedView[];
  @ApiProperty({ type: Object }) meta!: {
    /** Contributions of the consultation, and those drawn. */
    total: number;
    drawn: number;
    /** Drawn ones that the caller coded first, and that are for somebody else. */
    own: number;
  };
}
