import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Home } from '../store/home';
import type { Secret } from '../store/instance-secret';
import type { Settings } from '../store/settings';
import { HOME, IntakeController } from './intake.controller';
import { IntakeService } from './intake.service';
import { CodingController } from './coding/coding.controller';
import { CodingService } from './coding/coding.service';
import { GivenRecords } from './records/given-records';
import { IdempotencyKeys } from './records/idempotency-key';
import { RecordsController } from './records/records.controller';
import { StoredRecords } from './records/stored-records';

/** A file comes in: reader -> check -> receipt -> store. */
@Module({})
export class IntakeModule {
  static of(home: Home, settings: Settings, secret: Secret): DynamicModule {
    return {
      module: IntakeModule,
      controllers: [IntakeController, RecordsController, CodingController],
      providers: [
        { provide: HOME, useValue: home },
        IdempotencyKeys,
        GivenRecords,
        StoredRecords,
        CodingService,
        {
          provide: IntakeService,
          inject: [DataSource],
          useFactory: (source: DataSource) => new IntakeService(source, home, settings, secret),
        },
      ],
      exports: [IntakeService],
    };
  }
}
