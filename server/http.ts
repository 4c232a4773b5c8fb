import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import compress from '@fastify/compress';
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import multipart from '@fastify/multipart';
import { ConsoleLogger, type LogLevel, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { SESSION_COOKIE } from './access/cookie';
import { Gate } from './access/gate';
import { securityOf } from './access/open-api';
import { AppModule } from './app.module';
import { passRecords } from './intake/records/body';
import { tagAnswers } from './publish/etag';
import { servePages } from './publish/pages';
import { ReadyAnswers } from './publish/ready';
import { ProblemFilter, sendProblem } from './publish/problem.filter';
import { ROOT, VERSION } from './root';
import type { Foundation } from './store/foundation';

/** Standard output belongs to the address of the service and the answers of commands. */
class StderrLogger extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['error', 'warn'], colors: false });
  }

  protected override printMessages(messages: unknown[], context = '', logLevel: LogLevel = 'error'): void {
    for (const message of messages) process.stderr.write(`${logLevel}: ${context} ${String(message)}\n`);
  }
}

const LARGEST_FILE = 4 * 1024 ** 3;
/** Milliseconds for a file on a slow line, and for the head of any request. */
const SLOWEST_UPLOAD = 40 * 60_000;
const SLOWEST_HEAD = 20_000;

/** What every answer says to a browser about itself. */
const HEADERS: FastifyHelmetOptions = {
  // no upgrade-insecure-requests and no HSTS: offices run this on plain-HTTP intranets; behind TLS `keepToTls` adds it
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
};

/** The whole service on its foundation, not listening yet. `pages: false` leaves the dashboard out (commands, tests). */
export async function createServer(
  foundation: Foundation,
  { pages }: { pages: boolean },
): Promise<NestFastifyApplication> {
  const { trustedProxies } = foundation.settings;
  const adapter = new FastifyAdapter({
    bodyLimit: 1 << 20,
    forceCloseConnections: true,
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    requestTimeout: SLOWEST_UPLOAD,
    http: { headersTimeout: SLOWEST_HEAD },
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: sendProblem,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(foundation), adapter, {
    logger: new StderrLogger(),
  });
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  app.useGlobalFilters(new ProblemFilter());
  const fastify = adapter.getInstance();
  app.get(Gate).limitBodies(fastify);
  // before everything else: the answer was made on the way through Nest, for anyone, and has all its headers
  const ready = app.get(ReadyAnswers);
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!ready.offer(request, reply)) done();
  });
  app.get(Gate).guard(fastify);
  passRecords(fastify);
  if (trustedProxies.length > 0) keepToTls(fastify);
  tagAnswers(fastify);
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 });
  await app.register(helmet, HEADERS);
  await app.register(multipart, {
    limits: { files: 1, fields: 5, fieldSize: 4 << 20, fileSize: LARGEST_FILE },
  });
  const document = JSON.stringify(openApi(app));
  fastify.get('/api/openapi.json', (_request, reply) =>
    reply.header('Content-Type', 'application/json; charset=utf-8').send(document),
  );
  if (pages) await servePages(fastify, join(ROOT, 'dist/dashboard'));
  return app;
}

/** Behind a proxy with TLS a browser is told never to come without (RFC 6797); on a plain intranet that would lock it out. */
function keepToTls(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async (request, reply) => {
    if (request.protocol === 'https') void reply.header('Strict-Transport-Security', 'max-age=31536000');
  });
}

/** The description of the API, made from the controllers, the contracts and the policy. */
export function openApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Busola')
    .setDescription(
      'Participation observatory: consultations, their facts and where each comes from. Reading is open; errors are RFC 9457.',
    )
    .setVersion(VERSION)
    .setLicense('CC BY 4.0 (data), MIT (software)', 'https://creativecommons.org/licenses/by/4.0/')
    .addBearerAuth(
      {
        type: 'http',
        bearerFormat: 'busola_…',
        description: 'A token for a machine, made on the page of its person',
      },
      'token',
    )
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', description: 'The session of a browser' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  for (const [path, item] of Object.entries(document.paths))
    for (const method of ['get', 'post', 'put', 'delete'] as const) {
      const operation = item[method];
      if (operation) Object.assign(operation, securityOf(method, path));
    }
  return document;
}
