import type { Configuration } from 'openid-client';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonRow, RoleGrantRow } from '../store/access.entities';
import { Refusal } from '../store/home';
import { LOCKS } from '../store/locks';
import type { OidcSettings } from '../store/settings';
import { note } from './audit';
import { pageOf } from './back';
import type { Caller } from './caller';
import { NotAllowed } from './refused';
import { RoleBook } from './role.book';
import { roleOfText } from './role.text';
import type { RoleView } from './role.view';
import { seal, unseal } from './sealed';
import { type Opened, SessionService } from './session.service';

/** How long somebody may take to sign in over there, in milliseconds. */
const LONGEST_SIGN_IN = 10 * 60_000;

/** As many as the API takes. */
const MOST_ROLES = 100;

/** What has to come back unchanged, sealed in a cookie of the browser that set out. */
interface Setting {
  state: string;
  nonce: string;
  verifier: string;
  back: string;
  until: number;
}

interface Claims {
  iss: string;
  sub: string;
  [name: string]: unknown;
}

interface OidcParts {
  dataSource: DataSource;
  sessions: SessionService;
  roles: RoleBook;
  settings: OidcSettings;
  callback: URL;
  key: Buffer;
}

/** The city's own sign-in: OpenID Connect, authorization code with PKCE (RFC 7636), state and nonce. */
export class OidcService {
  private found: Promise<Configuration> | null = null;

  constructor(private readonly parts: OidcParts) {}

  /** Where to send a browser, and the cookie to send with it. Throws `NotAllowed` where the provider does not answer. */
  async setOut(back: string, by: Caller): Promise<{ address: string; cookie: string; until: Date }> {
    const client = await import('openid-client');
    const provider = await this.provider().catch(async () => {
      throw await this.refused(by, 'the provider does not answer');
    });
    const verifier = client.randomPKCECodeVerifier();
    const until = Date.now() + LONGEST_SIGN_IN;
    const setting: Setting = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier,
      back: pageOf(back),
      until,
    };
    const address = client.buildAuthorizationUrl(provider, {
      redirect_uri: this.parts.callback.href,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: setting.state,
      nonce: setting.nonce,
    });
    return {
      address: address.href,
      cookie: seal(JSON.stringify(setting), this.parts.key),
      until: new Date(until),
    };
  }

  /**
   * Takes back whom the provider sent. Throws `NotAllowed` where the answer is not to this browser's question, is not
   * signed by the provider for this instance, or the account is closed.
   */
  async comeBack(query: string, cookie: string | null, by: Caller): Promise<Opened & { back: string }> {
    const setting =
      cookie === null ? null : (JSON.parse(unseal(cookie, this.parts.key) ?? 'null') as Setting | null);
    if (!setting || setting.until < Date.now())
      throw await this.refused(by, 'no sign-in under way in this browser');
    const claims = await this.claims(query, setting).catch(async (error: unknown) => {
      throw await this.refused(by, (error as { code?: string }).code ?? (error as Error).name);
    });
    const { dataSource, sessions } = this.parts;
    const opened = await dataSource.transaction(async (manager) => {
      // two at once must not both add the same person; what roles become is a change of who is an administrator
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCKS.administrators]);
      const person = await this.person(manager, claims);
      const who = by.as(person.id);
      if (person.disabled_at) return who;
      await this.setRoles(manager, person.id, claims, who);
      await note(manager, who, { action: 'signed_in', detail: { way: 'oidc' } });
      return sessions.open(manager, person.id, 'oidc');
    });
    if ('secret' in opened) return { ...opened, back: setting.back };
    throw await this.refused(opened, 'the account is closed');
  }

  private provider(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.parts.settings;
    this.found ??= import('openid-client').then(({ discovery, allowInsecureRequests }) =>
      discovery(issuer, clientId, clientSecret, undefined, {
        execute: issuer.protocol === 'http:' ? [allowInsecureRequests] : [],
        timeout: 10,
      }),
    );
    // a provider that is down now may be up at the next attempt
    this.found.catch(() => (this.found = null));
    return this.found;
  }

  private async claims(query: string, { state, nonce, verifier }: Setting): Promise<Claims> {
    const client = await import('openid-client');
    const provider = await this.provider();
    const address = new URL(this.parts.callback);
    address.search = query;
    const tokens = await client.authorizationCodeGrant(provider, address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    if (claims[this.parts.settings.rolesClaim] !== undefined || !provider.serverMetadata().userinfo_endpoint)
      return claims;
    return {
      ...claims,
      ...(await client.fetchUserInfo(provider, tokens.access_token, claims.sub)),
      iss: claims.iss,
    };
  }

  /** The person of an issuer and subject; an account of this instance is never taken for one, whatever its login. */
  private async person(manager: EntityManager, claims: Claims): Promise<PersonRow> {
    const subject = `${claims.iss} ${claims.sub}`.replaceAll('\0', '\uFFFD');
    const known = await manager.findOneBy(PersonRow, { subject });
    const wanted = textOf(claims['preferred_username']) ?? textOf(claims['email']) ?? claims.sub;
    const login = wanted.toLowerCase();
    const taken = await manager.findOneBy(PersonRow, { login });
    return manager.save(PersonRow, {
      ...known,
      subject,
      login: taken && taken.id !== known?.id ? subject : login,
      name: textOf(claims['name']),
    });
  }

  private async setRoles(manager: EntityManager, id: number, claims: Claims, by: Caller): Promise<void> {
    const { roles, settings } = this.parts;
    const before = await roles.of(id, manager);
    await manager.delete(RoleGrantRow, { person_id: id });
    for (const role of namedIn(claims[settings.rolesClaim]).slice(0, MOST_ROLES))
      await manager.insert(RoleGrantRow, await roles.rowsOf(manager, id, [role]).catch(passedOver));
    const after = await roles.of(id, manager);
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await note(manager, by, { action: 'roles_changed', object: `person ${id}`, detail: { before, after } });
  }

  private async refused(by: Caller, why: string): Promise<NotAllowed> {
    await note(this.parts.dataSource, by, {
      action: 'signed_in',
      refused: true,
      detail: { way: 'oidc', why },
    });
    return new NotAllowed(
      'Logowanie przez system miasta nie powiodło się; zacznij jeszcze raz',
      "Signing in through the city's own sign-in failed; start again",
    );
  }
}

/** Without control characters: no login has them, and the database takes no NUL. */
/** A role that cannot be here is none; anything else that fails is not for us to hide. */
function passedOver(error: unknown): [] {
  if (error instanceof Refusal) return [];
  throw error;
}

const textOf = (claim: unknown): string | null =>
  (typeof claim === 'string' &&
    claim
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200)) ||
  null;

/** Roles of a claim, a list or words; what is no role of ours is passed over. A researcher's ends with the day. */
function namedIn(claim: unknown): RoleView[] {
  const words =
    typeof claim === 'string'
      ? claim.split(/[\s,]+/)
      : Array.isArray(claim)
        ? claim.filter((one) => typeof one === 'string')
        : [];
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Warsaw' });
  return words
    .flatMap((word) => (/\p{Cc}/u.test(word) ? [] : (roleOfText(word) ?? [])))
    .map((role) => (role.role === 'researcher' ? { ...role, last_day: today } : role));
}
