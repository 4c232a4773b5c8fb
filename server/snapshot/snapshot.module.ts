import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Home } from '../store/home';
import type { Settings } from '../store/settings';
import { Mirror } from './mirror';
import { SnapshotController } from './snapshot.controller';

/** Postgres -> columns in DuckDB, refreshed by what changed, numbered. */
@Module({})
export class SnapshotModule {
  static of(home: Home, settings: Settings): DynamicModule {
    return {
      module: SnapshotModule,
      global: true,
      controllers: [SnapshotController],
      providers: [
        {
          provide: Mirror,
          inject: [DataSource],
          useFactory: (source: DataSource) => new Mirror(source, home, settings),
        },
      ],
      exports: [Mirror],
    };
  }
}
