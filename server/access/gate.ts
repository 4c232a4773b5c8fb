import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { DataSource } from 'typeorm';
import { note } from './audit';
import { Caller, COMMAND_LINE, NOBODY, type Origin } from './caller';
import { cookieOf, SESSION_COOKIE } from './cookie';
import { Limits } from './limits';
import { hurry } from './patience';
import { type Policy, policyOf } from './policy';
import { closed, isSame, refuseDeep, refuseForeignBody, refuseForeignPage, requireNamed } from './admission';
import { SignInNeeded } from './refused';
import { SessionService } from './session.service';
import { PREFIX } from './token.service';

/** The token of the home that this server owns. */
export const HOME_TOKEN = Symbol('home token');

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
export class Gate implements OnModuleDestroy {
  /** Every route of the service, for whoever wants to check the policy against them. */
  readonly routes: { method: string; url: string }[] = [];
  private isWarned = false;
  private readonly noting = new Set<Promise<void>>();

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

  /** What was refused last is noted before the service ends. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.noting);
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
    fastify.addHook('onRoute', (route) => this.guardRoute(route));
  }

  /** Puts the line of the policy before a route as it is registered. */
  private guardRoute(route: RouteOptions): void {
    const methods = [route.method].flat();
    const policy = lineOf(methods, route.url);
    for (const method of methods) this.routes.push({ method, url: route.url });
    const isRead = methods.every((method) => READS.has(method));
    // what is open to anyone goes by without a stop
    if (policy?.who === 'anyone' && !policy.perMinute && isRead) return;
    const admit = async (request: FastifyRequest, reply: FastifyReply) => {
      // what depends on who asks is nothing for a cache, nor for the next person at this computer
      if (policy?.who !== 'anyone') void reply.header('Cache-Control', 'no-store');
      await this.admit(request, policy);
    };
    route.onRequest = [admit, ...[route.onRequest ?? []].flat()];
    if (!isRead) route.preValidation = [refuseDeep, ...[route.preValidation ?? []].flat()];
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
    const number = (request.params as { id?: string } | undefined)?.id;
    const by =
      caller.origin.address === null ? new Caller('nobody', undefined, { address: ip, request: id }) : caller;
    // the pattern of the route, not the address: an address may carry what nobody should keep
    const act = {
      action: 'request',
      object: `${method} ${routeOptions?.url ?? '?'}`,
      refused: true,
      // a number names a person, a token or a batch; anything else may be what nobody should keep
      detail: /^\d{1,10}$/.test(number ?? '') ? { status, number } : { status },
    } as const;
    const noted = this.limits
      .mayNote(ip)
      .then((may) => (may ? note(this.dataSource, by, act) : undefined))
      .catch((error: unknown) => logger.error(`${id}: the refusal could not be noted: ${String(error)}`))
      .finally(() => this.noting.delete(noted));
    this.noting.add(noted);
  }
}

/** The one line for all methods of a route. Throws where they have different ones: each then has to be a route alone. */
function lineOf(methods: string[], url: string): Policy | null {
  const [policy = null, ...others] = methods.map((method) => policyOf(method, url));
  if (others.every((other) => other === policy)) return policy;
  throw new Error(`${url}: ${methods.join(', ')} have different lines of the policy; register each alone`);
}
