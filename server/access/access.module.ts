import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Foundation } from '../store/foundation';
import { AccountController } from './account.controller';
import { AdminController } from './admin.controller';
import { AuditService } from './audit.service';
import { Gate, HOME_TOKEN } from './gate';
import { Limits } from './limits';
import { LinkService } from './link.service';
import { OIDC, OidcController } from './oidc.controller';
import { OidcService } from './oidc.service';
import { PersonDataService } from './person.data';
import { PersonService } from './person.service';
import { Retention } from './retention';
import { RoleBook } from './role.book';
import { SessionBook } from './session.book';
import { SessionController } from './session.controller';
import { SessionService } from './session.service';
import { SIGN_IN, SignInMode } from './sign-in.mode';
import { SignInService } from './sign-in.service';
import { TokenService } from './token.service';

/** Who may do what: the gate before every address, sign-in, tokens, people and the log. */
@Module({})
export class AccessModule {
  static of({ home, lock, secret, settings: { oidc, publicUrl } }: Foundation): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      controllers: [SessionController, OidcController, AccountController, AdminController],
      providers: [
        { provide: HOME_TOKEN, useValue: lock.token },
        { provide: SIGN_IN, useValue: new SignInMode(oidc ? 'oidc' : 'password') },
        {
          provide: Retention,
          inject: [DataSource],
          useFactory: (source: DataSource) => new Retention(source, home),
        },
        {
          provide: OIDC,
          inject: [DataSource, SessionService, RoleBook],
          useFactory: (dataSource: DataSource, sessions: SessionService, roles: RoleBook) =>
            oidc &&
            new OidcService({
              dataSource,
              sessions,
              roles,
              settings: oidc,
              callback: new URL('/api/v1/session/oidc/callback', publicUrl!),
              key: secret.key('sign-in'),
            }),
        },
        AuditService,
        Gate,
        Limits,
        LinkService,
        PersonDataService,
        PersonService,
        RoleBook,
        SessionBook,
        SessionService,
        SignInService,
        TokenService,
      ],
      exports: [Gate, LinkService, PersonService, PersonDataService, Retention, SessionService],
    };
  }
}
