import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from './access/access.module';
import { IntakeModule } from './intake/intake.module';
import { PublishModule } from './publish/publish.module';
import { SnapshotModule } from './snapshot/snapshot.module';
import type { Foundation } from './store/foundation';

/** The stages of a record's way, in their order. */
@Module({})
export class AppModule {
  static on(foundation: Foundation): DynamicModule {
    const { home, settings, dataSource, secret } = foundation;
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSource.options,
          dataSourceFactory: () => Promise.resolve(dataSource),
        }),
        AccessModule.of(foundation),
        IntakeModule.of(home, settings, secret),
        SnapshotModule.of(home, settings),
        PublishModule.of(home, settings.authority),
      ],
    };
  }
}
