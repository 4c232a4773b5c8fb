import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuthorityService } from './authority.service';
import { BatchService } from './batch.service';
import { CardService } from './card.service';
import { ConsultationService } from './consultation.service';
import { HealthController } from './health.controller';
import { ReadingController } from './reading.controller';

/** What pages, researchers and machines read. */
@Module({})
export class PublishModule {
  /** @param authority code of the authority shown where an address names none */
  static of(authority: string | null): DynamicModule {
    return {
      module: PublishModule,
      controllers: [ReadingController, HealthController],
      providers: [
        {
          provide: AuthorityService,
          inject: [DataSource],
          useFactory: (source: DataSource) => new AuthorityService(source, authority),
        },
        ConsultationService,
        CardService,
        BatchService,
      ],
    };
  }
}
