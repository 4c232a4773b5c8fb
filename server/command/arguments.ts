import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { RoleView } from '../access/role.view';
import { Refusal } from '../store/home';
import { UsageError } from './usage';
import { type UserAct, userOf } from './user';

/** A command as it was typed; `request` is what the API takes beside a file. */
export type Command =
  | { name: 'help' }
  | { name: 'import'; file: string; fileName: string; request: Record<string, unknown> }
  | { name: 'revert'; batch: number }
  | { name: 'refresh' }
  | { name: 'retention' }
  | { name: 'golden'; folder: string }
  | { name: 'user'; act: UserAct; login: string; person: string | null; roles: RoleView[] };

/** A command that works on the home: carried out by its server, or where it starts what it needs. */
export type Work = Exclude<Command, { name: 'help' } | { name: 'golden' }>;

export const HELP = `npm run busola -- <command>

  import FILE [--mapping FILE] [--as TYPE] [--authority CODE] [--reader NAME] [--encoding X] [--delimiter X] [--decimal X]
              [--header-rows N] [--register-complete LIST] [--all-or-nothing] [--dry-run] [--json]
  revert BATCH [--json]
  refresh [--json]
  user add LOGIN --role ROLE[@AUTHORITY[/UNIT]] … [--name NAME] [--last-day DAY]   prints a one-time link
  user link LOGIN      a one-time link for a new password; with the city's sign-in on: a way in for an administrator
  user export LOGIN    everything that is kept about a person
  user erase LOGIN
  retention            removes what was kept long enough
  golden DIR [--json]  holds the statistics against the reference cases of DIR/cases.json; needs no server and no database
  help

With a server running on the same BUSOLA_HOME the command is carried out by it; otherwise it starts what it needs.
Exit: 0 done, 1 refused with reasons, 2 usage.
`;

const OPTIONS = {
  json: { type: 'boolean' },
  mapping: { type: 'string' },
  as: { type: 'string' },
  authority: { type: 'string' },
  reader: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  decimal: { type: 'string' },
  'header-rows': { type: 'string' },
  'register-complete': { type: 'string' },
  'all-or-nothing': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  role: { type: 'string', multiple: true },
  name: { type: 'string' },
  'last-day': { type: 'string' },
} as const;

/** Reads the command line. Throws `UsageError` where it is no command, `Refusal` where a file it names cannot be read. */
export async function readCommand(args: string[]): Promise<Command> {
  const { values, positionals } = parsed(args);
  const [name = 'help', argument, ...more] = positionals;
  if (name === 'user') return userOf([argument, ...more], values);
  if (more.length > 0) throw new UsageError(`Too many arguments: ${more.join(' ')}`);
  if (name === 'help') return { name };
  if (name === 'refresh' || name === 'retention') return bare(name, argument);
  if (name === 'golden') return goldenOf(argument);
  if (name === 'revert') return { name, batch: batchNumber(argument) };
  if (name !== 'import') throw new UsageError(`Unknown command “${name}”`);
  return importOf(argument, values);
}

function bare(name: 'refresh' | 'retention', argument: string | undefined): Command {
  if (argument === undefined) return { name };
  throw new UsageError(`${name} takes no argument, not “${argument}”`);
}

function goldenOf(argument: string | undefined): Command {
  if (argument) return { name: 'golden', folder: placed(argument) };
  throw new UsageError('golden needs the DIR of a cases.json');
}

async function importOf(argument: string | undefined, values: Values): Promise<Command> {
  if (!argument) throw new UsageError('import needs a FILE');
  const file = placed(argument);
  await readable(file);
  const request = {
    mapping: values.mapping === undefined ? undefined : await mappingOf(values.mapping),
    as: values.as,
    authority: values.authority,
    reader: values.reader,
    encoding: values.encoding,
    delimiter: values.delimiter,
    decimal: values.decimal,
    header_rows: values['header-rows'] === undefined ? undefined : headerRows(values['header-rows']),
    register_complete: values['register-complete']?.split(',').map((register) => register.trim()),
    all_or_nothing: values['all-or-nothing'],
    dry_run: values['dry-run'],
  };
  return {
    name: 'import',
    file,
    fileName: basename(file),
    request: JSON.parse(JSON.stringify(request)) as Record<string, unknown>,
  };
}

export type Values = ReturnType<typeof parsed>['values'];

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function headerRows(argument: string): number {
  if (/^\d+$/.test(argument)) return Number(argument);
  throw new UsageError(`--header-rows needs a whole number, not “${argument}”`);
}

/** Batches are counted in 31 bits. */
const LARGEST_BATCH = 2 ** 31 - 1;

function batchNumber(argument: string | undefined): number {
  const batch = /^\d+$/.test(argument ?? '') ? Number(argument) : 0;
  if (batch > 0 && batch <= LARGEST_BATCH) return batch;
  throw new UsageError(`revert needs the number of a BATCH, not “${argument ?? ''}”`);
}

/** npm runs commands in the folder of the project and says in INIT_CWD where the person stood. */
const placed = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);

async function readable(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return;
  throw new Refusal(`Nie ma pliku ${file}`, `There is no file ${file}`);
}

async function mappingOf(path: string): Promise<unknown> {
  const file = placed(path);
  await readable(file);
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = (error as Error).message;
    throw new Refusal(
      `Plik mapowania ${path} nie jest poprawnym JSON: ${why}`,
      `The mapping file ${path} is not valid JSON: ${why}`,
    );
  }
}
