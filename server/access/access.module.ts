import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard, HOME_TOKEN } from './access.guard';

/** One guard before every route; it fails closed. */
@Module({})
export class AccessModule {
  static of(token: string): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      providers: [
        { provide: HOME_TOKEN, useValue: token },
        AccessGuard,
        { provide: APP_GUARD, useExisting: AccessGuard },
      ],
      exports: [AccessGuard],
    };
  }
}
