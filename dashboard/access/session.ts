import type { SessionView } from '../../server/access/session.view';
import { Refused } from '../api';
import { setMark } from '../mark';
import { addressOf } from './address';
import { signedInAgain } from './ended';

const SESSION = '/api/v1/session';

/** A refusal that may say after how many seconds asking again makes sense. */
export class RefusedCall extends Refused {
  constructor(
    status: number,
    problem: Refused['problem'],
    readonly wait: number | null,
  ) {
    super(status, problem);
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The person for whom this page is shown; whoever else signs in gets a page of their own. */
let owner: number | null = null;
let csrf: string | null = null;
let asked: Promise<SessionView> | null = null;

type Headers = Record<string, string>;

function headersOf(method: Method, body: unknown): Headers {
  const headers: Headers = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (csrf && method !== 'GET') headers['x-csrf-token'] = csrf;
  return headers;
}

/** Calls the API once. Throws `RefusedCall`. */
async function once(method: Method, address: string, body?: unknown, more: Headers = {}): Promise<Response> {
  const headers = { ...headersOf(method, body), ...more };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(address, { method, headers, ...sent });
  if (response.ok) return response;
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  const problem = isProblem ? ((await response.json()) as Refused['problem']) : {};
  throw new RefusedCall(response.status, problem, Number(response.headers.get('retry-after')) || null);
}

/**
 * Takes over a session that was opened or looked up. Where it is somebody else's than this page, the page goes: nothing
 * of the one is done or seen by the other.
 */
async function own(view: SessionView): Promise<SessionView> {
  setMark(view.person !== null);
  if (view.person && owner !== null && view.person.id !== owner) {
    location.replace(addressOf('konto'));
    return new Promise(() => undefined);
  }
  owner = view.person?.id ?? owner;
  csrf = view.csrf;
  asked = Promise.resolve(view);
  return view;
}

const lookUp = async () => own((await (await once('GET', SESSION)).json()) as SessionView);

/** Who is signed in; asked once a page. */
export function whoIs(): Promise<SessionView> {
  asked ??= lookUp().catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}

/** Calls what opens a session, and takes that over. Throws `RefusedCall`. */
export async function enter(address: string, body: unknown, method: Method = 'POST'): Promise<SessionView> {
  return own((await (await call(method, address, body)).json()) as SessionView);
}

export const signIn = (given: { login: string; password: string }): Promise<SessionView> =>
  once('POST', SESSION, given)
    .then((response) => response.json())
    .then(own);

/** Ends the session, or all of them; a session that ended already is no obstacle. */
export async function signOut(everywhere: boolean): Promise<void> {
  await whoIs();
  await once('DELETE', everywhere ? '/api/v1/account/sessions' : SESSION).catch((error: unknown) => {
    if (!isOf(error, 401)) throw error;
  });
  setMark(false);
  location.assign(addressOf(''));
}

const isOf = (error: unknown, status: number): error is Refused =>
  error instanceof Refused && error.status === status;

/** The server says so where what the page carries does not belong to the session (any more). */
const isStale = (error: unknown): boolean =>
  isOf(error, 403) && (error.problem.detail_en ?? '').includes('X-CSRF-Token');

/**
 * Calls the API as the person of this page. Where the session ended, asks them to sign in again and goes on with the
 * same call. Throws `RefusedCall`.
 */
export async function call(
  method: Method,
  address: string,
  body?: unknown,
  headers?: Headers,
): Promise<Response> {
  if (method !== 'GET') await whoIs();
  try {
    return await once(method, address, body, headers);
  } catch (error) {
    if (isOf(error, 401))
      await signedInAgain().catch(() => {
        throw error;
      });
    else if (isStale(error)) await lookUp();
    else throw error;
  }
  return once(method, address, body, headers);
}

/** What the API answers to a change. */
export const change = async <T>(
  method: Method,
  address: string,
  body?: unknown,
  headers?: Headers,
): Promise<T> => {
  const response = await call(method, address, body, headers);
  return (response.status === 204 ? undefined : await response.json()) as T;
};

/** Puts an answer into the reader's downloads. */
export async function download(address: string, name: string): Promise<void> {
  const content = await (await call('GET', address)).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // the download has its own hold on the content by then
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
