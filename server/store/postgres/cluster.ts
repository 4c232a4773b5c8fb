import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openHome, Refusal } from '../home';
import { findBinaries } from './binaries';
import { createData, dataPaths, hasData, makePassword, NAME, readPassword, resetPassword } from './data';
import { requireOwner, settleIdentity } from './identity';
import { Journal } from './journal';
import { stopLeftovers } from './leftover';
import { freePorts } from './port';
import { address, launch, StartFailure, WrongPassword, type Plan, type Server } from './server';
import { supervise } from './supervisor';

const PATIENCE = 10_000;

/** How the embedded server is started. The caller holds the lock of the home. */
export interface ClusterOptions {
  home: string;
  log?: (line: string) => void;
  preferredPort?: number;
  /** Settings of Postgres over our own. */
  settings?: Record<string, string>;
  /** Postgres ended by itself and serves again, at the same address. */
  onRestart?: () => void;
  /** Postgres kept ending and is not started any more. */
  onGiveUp?: (error: Error) => void;
}

/** The running embedded server. */
export interface Cluster {
  /** Address of the database, with its password. */
  readonly url: string;
  readonly port: number;
  /** Number of the server's process; another one after a restart. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the Postgres of a home, made where there is none, and keeps it running until `stop`. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const log = options.log ?? (() => undefined);
  const began = Date.now();
  const home = await realpath((await openHome(options.home, [])).folder);
  const plan = await prepare(home, options.settings ?? {}, log);
  try {
    const server = await firstLaunch(plan, home, options.preferredPort);
    await ensureDatabase(server, plan).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    const { version } = plan.binaries;
    log(
      `Postgres ${version} serves on port ${server.port} as ${plan.who.name} after ${Date.now() - began} ms`,
    );
    return supervise(server, plan, { ...options, log });
  } catch (error) {
    plan.journal.close();
    throw error instanceof StartFailure ? refusal(error) : error;
  }
}

/** Everything up to the start: nothing is written before the version is known to be right. */
async function prepare(
  home: string,
  settings: Record<string, string>,
  log: (line: string) => void,
): Promise<Plan> {
  const paths = dataPaths(home);
  const { data } = paths;
  const binaries = await findBinaries(paths.libraries);
  await requireOwner(data);
  const old = await hasData(data, binaries);
  if (old) await stopLeftovers(data, log);
  const who = await settleIdentity(binaries, home, old ? data : null);
  const kept = await readPassword(paths.password);
  const password = kept ?? (await makePassword(paths.password));
  if (!old) await createData(home, binaries, who, password);
  else if (!kept) await resetPassword(data, binaries, who, password);
  return { data, binaries, who, password, settings, journal: new Journal(paths.journal) };
}

async function firstLaunch(plan: Plan, home: string, preferred?: number): Promise<Server> {
  let failure: unknown;
  for await (const port of freePorts(plan.data, preferred)) {
    try {
      return await patientLaunch(plan, home, port);
    } catch (error) {
      // free when asked, taken by the time Postgres bound it
      if (!(error instanceof StartFailure && error.portTaken)) throw error;
      failure = error;
    }
  }
  throw failure;
}

/** Starts on one port, waiting for processes of a killed server to notice, and mending a password that does not fit. */
async function patientLaunch(plan: Plan, home: string, port: number): Promise<Server> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await launch(plan, port);
    } catch (error) {
      if (Date.now() > until) throw error;
      if (error instanceof StartFailure && error.dataBusy) await sleep(250);
      else if (error instanceof WrongPassword) await renewPassword(plan, home);
      else throw error;
    }
  }
}

async function renewPassword(plan: Plan, home: string): Promise<void> {
  plan.password = await makePassword(dataPaths(home).password);
  await resetPassword(plan.data, plan.binaries, plan.who, plan.password);
}

/** Made at every start where missing: a start cut short between initdb and here must not matter. */
async function ensureDatabase({ port }: Server, { password }: Plan): Promise<void> {
  const client = new Client({ connectionString: address(port, password, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`);
    // a failing statement would leave what people wrote in a log that outlives its deletion; the error itself reaches us
    await client.query(`ALTER DATABASE ${NAME} SET log_min_error_statement = 'panic'`);
    await client.query(`ALTER DATABASE ${NAME} SET log_error_verbosity = 'terse'`);
  } finally {
    await client.end();
  }
}

function refusal({ data, log }: StartFailure): Refusal {
  return new Refusal(
    `Postgres nie uruchamia się na danych w ${data}; ostatnie wiersze jego dziennika:\n${log}`,
    `Postgres does not start on the data in ${data}; the last lines of its log:\n${log}`,
  );
}
