import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { note } from './audit';
import { Caller, COMMAND_LINE, NOBODY, type Origin } from './caller';
import { cookieOf } from './cookie';
import { Limits } from './limits';
import { isTooDeep } from './depth';
import { hurry } from './patience';
import { type Policy, policyOf } from './policy';
import { NotAllowed, SignInNeeded } from './refused';
import { csrfOf, SessionService } from './session.service';
import { PREFIX } from './token.service';

/** The token of the home that this server owns. */
export const HOME_TOKEN = Symbol('home token');
export const SESSION_COOKIE = 'busola';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; nobody on routes that are open to anyone. */
    readonly caller: Caller;
    asking: Caller | null;
    /** Whether what became of it is in the audit log already. */
    noted: boolean;
    /** Tells the log that an answer says no. */
    refused(status: number): void;
  }
}

const logger = new Logger('Busola');

/** Answers that say no. */
const REFUSALS = new Set([400, 401, 403, 408, 413, 415, 422, 429, 431]);
const READS = new Set(['GET', 'HEAD']);

/** Stands before every address of the service, pages and API alike, and lets through whom the policy names. */
@Injectable()
export class Gate {
  /** Every route of the service, for whoever wants to check the policy against them. */
  readonly routes: { method: string; url: string }[] = [];
  private isWarned = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly sessions: SessionService,
    private readonly limits: Limits,
    @Inject(HOME_TOKEN) private readonly homeToken: string,
  ) {}

  /** Breaks off slow bodies, at addresses that are none and of callers who are refused too. */
  limitBodies(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      const { method, routeOptions, headers } = request;
      if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined)
        hurry(request, reply, policyOf(method, routeOptions.url ?? '')?.files === true);
      done();
    });
  }

  /** Has to be called before any route is registered: each gets its line of the policy then, and not at every call. */
  guard(fastify: FastifyInstance): void {
    // a getter, not a hook: what is open to anyone pays nothing for what it does not ask
    fastify.decorateRequest('caller', {
      getter(this: FastifyRequest) {
        return this.asking ?? NOBODY;
      },
    });
    fastify.decorateRequest('asking', null);
    fastify.decorateRequest('noted', false);
    const tell = (request: FastifyRequest, status: number) => this.noteRefusal(request, status);
    fastify.decorateRequest('refused', function (this: FastifyRequest, status: number) {
      // what is somebody else's is not there for others: whoever wants to change it all the same is noted
      const says = REFUSALS.has(status) || (status === 404 && !READS.has(this.method) && !this.is404);
      if (says && !this.noted) tell(this, status);
    });
    fastify.addHook('onRoute', (route) => {
      const method = [route.method].flat()[0]!;
      const policy = policyOf(method, route.url);
      this.routes.push({ method, url: route.url });
      // what is open to anyone goes by without a stop
      if (policy?.who === 'anyone' && !policy.perMinute && READS.has(method)) return;
      const admit = async (request: FastifyRequest, reply: FastifyReply) => {
        // what depends on who asks is nothing for a cache, nor for the next person at this computer
        if (policy?.who !== 'anyone') void reply.header('Cache-Control', 'no-store');
        await this.admit(request, policy);
      };
      route.onRequest = [admit, ...[route.onRequest ?? []].flat()];
      if (!READS.has(method)) route.preValidation = [refuseDeep, ...[route.preValidation ?? []].flat()];
    });
  }

  /** Throws `SignInNeeded`, `NotAllowed`, `TooMany` where the policy does not let the call through. */
  private async admit(request: FastifyRequest, policy: Policy | null): Promise<void> {
    const { method, routeOptions } = request;
    const origin = { address: request.ip, request: request.id };
    request.asking = new Caller('nobody', undefined, origin);
    if (!policy) throw closed();
    this.warnOfProxy(request);
    if (policy.perMinute)
      await this.limits.call(`${method} ${routeOptions.url}`, policy.perMinute, request.ip);
    if (!READS.has(method)) refuseForeignBody(request, policy);
    if (policy.who === 'anyone') return;
    request.asking = await this.identify(request, origin);
    requireNamed(policy, request.caller);
    if (!READS.has(method)) refuseForeignPage(request);
  }

  /** Behind a proxy that nobody named everybody has one address, and shares its limits. Said once. */
  private warnOfProxy({ headers, ips }: FastifyRequest): void {
    if (this.isWarned || ips !== undefined || headers['x-forwarded-for'] === undefined) return;
    this.isWarned = true;
    logger.warn(
      'X-Forwarded-For comes in, but BUSOLA_TRUSTED_PROXIES names no proxy: all callers count as one',
    );
  }

  /** Who asks: by a token in `Authorization`, else by the cookie of a session. Throws `SignInNeeded` at a wrong token. */
  private async identify(request: FastifyRequest, origin: Origin): Promise<Caller> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.bearer(authorization, origin);
    const secret = cookieOf(request, SESSION_COOKIE);
    const found = secret === null ? null : await this.sessions.find(secret);
    if (!found) return request.caller;
    const { person, digest, grants } = found;
    return new Caller('person', { person, token: null, session: digest, grants }, origin);
  }

  private async bearer(authorization: string, origin: Origin): Promise<Caller> {
    const given = /^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1] ?? '';
    if (isSame(given, this.homeToken)) return new Caller(COMMAND_LINE.kind, undefined, origin);
    const found = given.startsWith(PREFIX) ? await this.sessions.findToken(given) : null;
    if (!found)
      throw new SignInNeeded(
        'Token jest nieznany, unieważniony albo minął jego czas',
        'The token is unknown, revoked or past its time',
      );
    const { person, token, grants } = found;
    return new Caller('token', { person, token, session: null, grants }, origin);
  }

  private noteRefusal(request: FastifyRequest, status: number): void {
    const { caller, method, routeOptions, ip, id } = request;
    const by =
      caller.origin.address === null ? new Caller('nobody', undefined, { address: ip, request: id }) : caller;
    // the pattern of the route, not the address: an address may carry what nobody should keep
    const act = {
      action: 'request',
      object: `${method} ${routeOptions?.url ?? '?'}`,
      refused: true,
      detail: { status },
    } as const;
    void this.limits
      .mayNote(ip)
      .then((may) => (may ? note(this.dataSource, by, act) : undefined))
      .catch(() => undefined);
  }
}

/** Throws where the policy does not name the caller. */
function requireNamed({ who }: Policy, caller: Caller): void {
  if (who === 'anyone_known') return;
  if (caller.kind === 'nobody') throw new SignInNeeded();
  if (who === 'signed_in') {
    if (caller.kind === 'person') return;
    throw new NotAllowed('To jest tylko dla zalogowanych osób', 'This is for people who signed in');
  }
  if (caller.has(who as Exclude<typeof who, string>)) return;
  throw new NotAllowed('Twoja rola na to nie pozwala', 'Your role does not allow this');
}

async function refuseDeep({ body }: FastifyRequest): Promise<void> {
  if (isTooDeep(body)) throw Object.assign(new Error('The body is nested too deep'), { statusCode: 400 });
}

const closed = () => new NotAllowed('Ten adres jest zamknięty', 'This address is closed');

/** A form of another site cannot send JSON; files come with a token, or with what `refuseForeignPage` asks for. */
function refuseForeignBody({ headers }: FastifyRequest, { files }: Policy): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new NotAllowed('Wywołanie z innej strony', 'A call from another site');
  const type = headers['content-type'];
  if (files || type === undefined || /^application\/json\s*(;|$)/i.test(type)) return;
  throw Object.assign(new Error(`Content-Type is “${type}”; allowed: application/json`), { statusCode: 415 });
}

/** A browser sends its cookie along whoever wrote the page; only our pages know what belongs to the session. */
function refuseForeignPage(request: FastifyRequest): void {
  if (request.caller.kind !== 'person') return;
  const secret = cookieOf(request, SESSION_COOKIE)!;
  if (isSame(String(request.headers['x-csrf-token'] ?? ''), csrfOf(secret))) return;
  throw new NotAllowed(
    'Wywołanie nie pochodzi ze strony tej instancji (brak X-CSRF-Token)',
    'The call does not come from a page of this instance (X-CSRF-Token is missing)',
  );
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
