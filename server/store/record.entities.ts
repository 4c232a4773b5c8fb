import { Entity, Index } from 'typeorm';
import { Consultation } from '../contracts/consultation';
import { ConsultationEvent } from '../contracts/consultation-event';
import { District } from '../contracts/district';
import { LegalRule } from '../contracts/legal-rule';
import { ReferenceDistribution } from '../contracts/reference-distribution';
import { Organisation } from '../contracts/organisation';
import { Participant } from '../contracts/participant';
import { Contribution } from '../contracts/contribution';
import { Coding } from '../contracts/coding';
import { CouncilOpinion } from '../contracts/council-opinion';
import { Event } from '../contracts/event';
import { Target } from '../contracts/target';
import { Note } from '../contracts/note';
import { Survey, SurveyItem } from '../contracts/survey';
import { SurveyResponse } from '../contracts/survey-response';
import {
  AdviceSession,
  Attendance,
  Enrolment,
  TrainingEdition,
  TrainingModule,
  TrainingSession,
  TrainingTest,
} from '../contracts/training';
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

@Entity('organisation')
@Index(['authority_id', 'code'], { unique: true })
export class OrganisationRow extends Stored(Organisation) {}

@Entity('participant')
@Index(['authority_id', 'consultation', 'code'], { unique: true })
export class ParticipantRow extends Stored(Participant) {}

@Entity('contribution')
@Index(['authority_id', 'consultation', 'code'], { unique: true })
export class ContributionRow extends Stored(Contribution) {}

@Entity('coding')
@Index(['authority_id', 'consultation', 'contribution', 'coder'], { unique: true })
export class CodingRow extends Stored(Coding) {}

@Entity('council_opinion')
@Index(['authority_id', 'code'], { unique: true })
export class CouncilOpinionRow extends Stored(CouncilOpinion) {}

@Entity('survey')
@Index(['authority_id', 'code'], { unique: true })
export class SurveyRow extends Stored(Survey) {}

@Entity('survey_item')
@Index(['authority_id', 'survey', 'code'], { unique: true })
export class SurveyItemRow extends Stored(SurveyItem) {}

@Entity('training_edition')
@Index(['authority_id', 'code'], { unique: true })
export class TrainingEditionRow extends Stored(TrainingEdition) {}

@Entity('training_module')
@Index(['authority_id', 'code'], { unique: true })
export class TrainingModuleRow extends Stored(TrainingModule) {}

@Entity('training_session')
@Index(['authority_id', 'code'], { unique: true })
export class TrainingSessionRow extends Stored(TrainingSession) {}

@Entity('enrolment')
@Index(['authority_id', 'code'], { unique: true })
export class EnrolmentRow extends Stored(Enrolment) {}

@Entity('attendance')
@Index(['authority_id', 'enrolment', 'session'], { unique: true })
export class AttendanceRow extends Stored(Attendance) {}

@Entity('training_test')
@Index(['authority_id', 'enrolment', 'phase'], { unique: true })
export class TrainingTestRow extends Stored(TrainingTest) {}

@Entity('advice_session')
@Index(['authority_id', 'code'], { unique: true })
export class AdviceSessionRow extends Stored(AdviceSession) {}

@Entity('event')
@Index(['authority_id', 'code'], { unique: true })
export class EventRow extends Stored(Event) {}

@Entity('target')
@Index(['authority_id', 'code'], { unique: true })
export class TargetRow extends Stored(Target) {}

@Entity('note')
@Index(['authority_id', 'code'], { unique: true })
export class NoteRow extends Stored(Note) {}

@Entity('survey_response')
@Index(['authority_id', 'survey', 'code'], { unique: true })
export class SurveyResponseRow extends Stored(SurveyResponse) {}
