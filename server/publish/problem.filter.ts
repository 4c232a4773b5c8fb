import {
  type ArgumentsHost,
  BadRequestException,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  ServiceUnavailableException,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import {
  Conflict,
  NotAllowed,
  NotReadable,
  NotThere,
  SignInNeeded,
  TooLarge,
  TooMany,
  WrongKind,
} from '../access/refused';
import { Refusal } from '../store/home';

const logger = new Logger('Busola');

/** An error as RFC 9457 has it; `detail` is for people, in Polish, `detail_en` in English. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  detail_en: string;
  instance: string;
}

/** Turns every error into a problem document; what a client cannot mend says only the id under which it is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

const BARE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Answers with the problem document of an error, whether a controller met it or the server before any of them. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, pl, en, title, wait } = said(error, request.id);
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    detail: pl,
    detail_en: en,
    instance: request.url,
  };
  // before there are routes, as at a malformed address, nobody has told requests of the log
  request.refused?.(status);
  if (wait) void reply.header('Retry-After', String(wait));
  // a malformed address is answered before anything else has spoken
  if (!reply.hasHeader('X-Content-Type-Options')) void reply.headers(BARE_HEADERS);
  if (status === 401) void reply.header('WWW-Authenticate', 'Bearer realm="busola"');
  void reply
    .status(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

/** A refusal says itself what is wrong; its kind says the status. */
function refused(error: Refusal): Said {
  const { pl, en } = error;
  const [, status, title] = KINDS.find(([kind]) => error instanceof kind) ?? [null, 422, 'Refused'];
  return { status, title, pl, en, wait: error instanceof TooMany ? error.wait : undefined };
}

const KINDS: [kind: abstract new (...given: never[]) => Refusal, status: number, title: string][] = [
  [NotReadable, 400, 'Bad request'],
  [SignInNeeded, 401, 'Unauthorized'],
  [NotAllowed, 403, 'Forbidden'],
  [NotThere, 404, 'Not found'],
  [Conflict, 409, 'Conflict'],
  [TooLarge, 413, 'Content too large'],
  [WrongKind, 415, 'Unsupported media type'],
  [TooMany, 429, 'Too many requests'],
];

/** What an error says to whoever asked. */
interface Said {
  status: number;
  title: string;
  pl: string;
  en: string;
  /** Seconds after which asking again makes sense. */
  wait?: number | undefined;
}

function said(error: unknown, id: string): Said {
  if (error instanceof Refusal) return refused(error);
  if (isUnavailable(error)) return UNAVAILABLE;
  if (codeOf(error) === CANCELLED) {
    logger.warn(`${id}: a statement was broken off`);
    return TOO_LONG;
  }
  const client = clientError(error);
  if (client) return client;
  logger.error(`${id}: ${traceOf(error)}`);
  return {
    status: 500,
    title: 'Internal error',
    pl: `Coś zawiodło po naszej stronie; zapisano pod numerem ${id}`,
    en: `Something failed on our side; it is logged under ${id}`,
  };
}

const TITLES: Record<number, { title: string; pl: string }> = {
  400: { title: 'Bad request', pl: 'Zapytanie jest błędne' },
  403: { title: 'Forbidden', pl: 'Ten adres jest zamknięty' },
  404: { title: 'Not found', pl: 'Nie ma takiego adresu' },
  408: { title: 'Request timeout', pl: 'Treść przychodzi zbyt wolno' },
  413: { title: 'Content too large', pl: 'Plik jest za duży' },
  414: { title: 'URI too long', pl: 'Adres jest za długi' },
  415: { title: 'Unsupported media type', pl: 'Tego rodzaju treści nie przyjmujemy' },
};

/** An error of the caller's, whether of Nest or of Fastify. */
function clientError(error: unknown): Said | null {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : Number((error as { statusCode?: number })?.statusCode);
  if (!(status >= 400 && status < 500)) return null;
  const known = TITLES[status] ?? TITLES[400]!;
  const en = sentences(error);
  return { status, title: known.title, pl: `${known.pl}: ${en}`, en };
}

function sentences(error: unknown): string {
  if (!(error instanceof BadRequestException)) return (error as Error).message;
  const body = error.getResponse() as { message?: string | string[] };
  return [body.message ?? error.message].flat().join('; ');
}

/** Postgres' code of an error, or the system's. */
const codeOf = (error: unknown): string | undefined =>
  (error instanceof QueryFailedError
    ? (error.driverError as { code?: string })
    : (error as { code?: string })
  )?.code;

const CANCELLED = '57014';
const UNAVAILABLE: Said = {
  status: 503,
  wait: 2,
  title: 'Service unavailable',
  pl: 'Baza danych chwilowo nie odpowiada; spróbuj za kilka sekund',
  en: 'The database does not answer at this moment; try again in a few seconds',
};
const TOO_LONG: Said = {
  status: 503,
  wait: 60,
  title: 'Service unavailable',
  pl: 'Odpowiedź trwałaby zbyt długo; zawęź pytanie albo spróbuj później',
  en: 'The answer would take too long; ask for less or try later',
};

/** Postgres shutting down, restarting or not reachable. */
function isUnavailable(error: unknown): boolean {
  if (error instanceof ServiceUnavailableException) return true;
  return (
    /^(57P0[123]|08\d{3}|ECONNREFUSED|ECONNRESET|EPIPE)$/.test(codeOf(error) ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable|Driver not Connected/.test(
      (error as Error)?.message ?? '',
    )
  );
}

/** Where it failed, and the beginning of why: messages of databases repeat whole rows, and a row may speak of a person. */
function traceOf(error: unknown): string {
  const { name, message, stack } = error as Error;
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return [
    `${name}: ${String(message ?? error)
      .split('\n')[0]!
      .slice(0, 120)}`,
    ...frames,
  ].join('\n');
}
