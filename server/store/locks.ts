/**
 * Advisory locks of Postgres by what they guard, for all servers on one database. Any numbers of our own: they only
 * have to differ from each other.
 */
export const LOCKS = {
  migrations: 4_202_014,
  /** Imports, reverts, and removal of the files that they keep. */
  batches: 4_202_015,
  /** Who is an administrator. */
  administrators: 4_202_016,
  /** One login, with its hash as the second number. */
  login: 4_202_017,
} as const;
