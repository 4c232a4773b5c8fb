import { Entity, Index } from 'typeorm';
import { Consultation } from '../contracts/consultation';
import { ConsultationEvent } from '../contracts/consultation-event';
import { District } from '../contracts/district';
import { LegalRule } from '../contracts/legal-rule';
import { ReferenceDistribution } from '../contracts/reference-distribution';
import { Unit } from '../contracts/unit';
import { Stored } from './stored';

@Entity('unit')
@Index(['authority_id', 'code'], { unique: true })
export class UnitRow extends Stored(Unit) {}

@Entity('district')
@Index(['authority_id', 'code'], { unique: true })
export class DistrictRow extends Stored(District) {}

@Entity('legal_rule')
@Index(['authority_id', 'code'], { unique: true })
export class LegalRuleRow extends Stored(LegalRule) {}

@Entity('reference_distribution')
@Index(['authority_id', 'scope', 'dimension', 'category', 'as_of'], { unique: true })
export class ReferenceDistributionRow extends Stored(ReferenceDistribution) {}

@Entity('consultation')
@Index(['authority_id', 'code'], { unique: true })
export class ConsultationRow extends Stored(Consultation) {}

@Entity('consultation_event')
@Index(['authority_id', 'code'], { unique: true })
@Index(['authority_id', 'consultation'])
export class ConsultationEventRow extends Stored(ConsultationEvent) {}
