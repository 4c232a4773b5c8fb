import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuthorityService } from './authority.service';
import { BatchService } from './batch.service';
import { CardService } from './card.service';
import { ConsultationScores } from './consultation.scores';
import { ConsultationService } from './consultation.service';
import { DatasetController } from './dataset.controller';
import { DatasetService } from './dataset.service';
import { FindingController } from './finding.controller';
import { FindingService } from './finding.service';
import { HealthController } from './health.controller';
import { HOME } from '../intake/intake.controller';
import type { Home } from '../store/home';
import { ScoresModule } from '../scores/scores.module';
import { IndicatorService } from './indicator.service';
import { OverviewService } from './overview.service';
import { ReadingController } from './reading.controller';
import { ReadyAnswers } from './ready';
import { ScoreService } from './score.service';
import { ScoresController } from './scores.controller';
import { SurveyController } from './survey.controller';
import { SurveyService } from './survey.service';

/** What pages, researchers and machines read. */
@Module({})
export class PublishModule {
  /** @param authority code of the authority shown where an address names none */
  static of(home: Home, authority: string | null): DynamicModule {
    return {
      module: PublishModule,
      imports: [ScoresModule],
      controllers: [
        ReadingController,
        ScoresController,
        DatasetController,
        FindingController,
        SurveyController,
        HealthController,
      ],
      providers: [
        {
          provide: AuthorityService,
          inject: [DataSource],
          useFactory: (source: DataSource) => new AuthorityService(source, authority),
        },
        ConsultationService,
        ConsultationScores,
        CardService,
        BatchService,
        FindingService,
        ReadyAnswers,
        ScoreService,
        OverviewService,
        IndicatorService,
        SurveyService,
        { provide: HOME, useValue: home },
        DatasetService,
      ],
    };
  }
}
