import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Home } from '../store/home';
import type { Secret } from '../store/instance-secret';
import type { Settings } from '../store/settings';
import { SessionService } from '../access/session.service';
import { ImportController, ProfileController } from './imports/import.controller';
import { ImportCopies } from './imports/import.copies';
import { ImportRunner } from './imports/import.runner';
import { ImportService } from './imports/import.service';
import { ProfileService } from './imports/profile.service';
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
      controllers: [
        IntakeController,
        ImportController,
        ProfileController,
        RecordsController,
        CodingController,
      ],
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
        {
          provide: ImportRunner,
          inject: [DataSource, IntakeService, SessionService],
          useFactory: (source: DataSource, intake: IntakeService, sessions: SessionService) =>
            new ImportRunner(source, home, intake, sessions),
        },
        {
          provide: ImportService,
          inject: [DataSource, IntakeService, ProfileService, ImportRunner],
          useFactory: (
            source: DataSource,
            intake: IntakeService,
            profiles: ProfileService,
            runner: ImportRunner,
          ) => new ImportService(source, home, intake, profiles, runner),
        },
        {
          provide: ImportCopies,
          inject: [IntakeService, ImportService],
          useFactory: (intake: IntakeService, imports: ImportService) =>
            new ImportCopies(home, intake, imports),
        },
        ProfileService,
      ],
      exports: [IntakeService],
    };
  }
}
