import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PersonRow, SessionRow } from '../store/access.entities';
import type { AccountView, OpenSessionView } from './person.view';
import { RoleBook } from './role.book';
import { digestOf } from './secret';
import { csrfOf, IDLE_MINUTES } from './session.service';
import type { SessionView } from './session.view';
import { SIGN_IN, type SignInMode } from './sign-in.mode';
import { TokenService } from './token.service';

/** What one sees of one's own session and account. */
@Injectable()
export class SessionBook {
  constructor(
    private readonly dataSource: DataSource,
    private readonly roles: RoleBook,
    private readonly tokens: TokenService,
    @Inject(SIGN_IN) private readonly mode: SignInMode,
  ) {}

  /** @param secret of the browser's session; null for a token, which changes nothing through a page */
  async view(person: number | null, secret: string | null): Promise<SessionView> {
    const sign_in = this.mode.kind;
    if (person === null) return { person: null, roles: [], csrf: null, ends_at: null, sign_in };
    const session =
      secret && (await this.dataSource.manager.findOneBy(SessionRow, { digest: digestOf(secret) }));
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Warsaw' });
    const { person: name, roles } = await this.named(person);
    return {
      person: name,
      roles: roles.filter(({ last_day }) => last_day === null || last_day >= today),
      csrf: session ? csrfOf(secret!) : null,
      ends_at: session ? session.ends_at.toISOString() : null,
      sign_in,
    };
  }

  /** @param current digest of the session that asks */
  async account(person: number, current: string | null): Promise<AccountView> {
    const sessions = (await this.dataSource.query(
      `SELECT by, created_at, seen_at, ends_at, digest = $2 AS current FROM session
       WHERE person_id = $1 AND ends_at > now() AND seen_at > now() - make_interval(mins => $3) ORDER BY seen_at DESC`,
      [person, current, IDLE_MINUTES],
    )) as OpenSessionView[];
    return { ...(await this.named(person)), sessions, tokens: await this.tokens.list(person) };
  }

  private async named(id: number) {
    const { login, name } = await this.dataSource.manager.findOneByOrFail(PersonRow, { id });
    return { person: { id, login, name }, roles: await this.roles.of(id) };
  }
}
