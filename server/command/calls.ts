import type { PersonListView } from '../access/person.view';
import { Refusal } from '../store/home';
import type { Work } from './arguments';

/** One call of the API, path below /api/v1/. */
export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
}

type Ask = (call: Call) => Promise<unknown>;

/** A command about somebody's account. */
type UserWork = Extract<Work, { name: 'user' }>;

/** Carries out a command that needs no file: calls of the API, whether a server is asked or the service in this process. */
export async function carryOut(command: Exclude<Work, { name: 'import' }>, ask: Ask): Promise<unknown> {
  if (command.name === 'refresh') return ask({ method: 'POST', path: 'snapshot/refresh' });
  if (command.name === 'retention') return ask({ method: 'POST', path: 'retention' });
  if (command.name === 'revert') return ask({ method: 'POST', path: `batches/${command.batch}/revert` });
  return onUser(command, ask);
}

async function onUser({ act, login, person: name, roles }: UserWork, ask: Ask): Promise<unknown> {
  if (act === 'add') return ask({ method: 'POST', path: 'people', body: { login, name, roles } });
  const { items } = (await ask({ method: 'GET', path: 'people' })) as PersonListView;
  const person = items.find((one) => one.login === login.toLowerCase());
  if (!person) throw new Refusal(`Nie ma osoby o loginie „${login}”`, `Nobody has the login “${login}”`);
  const path = `people/${person.id}`;
  if (act === 'link') return ask({ method: 'POST', path: `${path}/link` });
  if (act === 'export') return ask({ method: 'GET', path: `${path}/data` });
  await ask({ method: 'DELETE', path });
  return { erased: person.id };
}
