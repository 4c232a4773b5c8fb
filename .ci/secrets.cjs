// After the whole suite: what tests used as passwords, tokens, session ids, links and secrets stands in no database of
// the run and in no log. Tests write what they use into one file (server/testing/secrets.ts).
const { existsSync, readFileSync } = require('node:fs');
const { Client } = require('pg');

/** @returns {Promise<string[]>} where a secret was found, without saying it; and how many were looked for */
module.exports.leaks = async ({ url, secrets: file, log }) => {
  const secrets = existsSync(file)
    ? new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))
    : new Set();
  const found = existsSync(log) ? leaked(readFileSync(log, 'utf8'), secrets, 'the log') : [];
  for (const name of await databases(url)) found.push(...(await inDatabase(url, name, secrets)));
  return { count: secrets.size, found };
};

/** A secret counts wherever it stands, within a longer text too. */
function leaked(text, secrets, where) {
  const bad = [...secrets].filter((secret) => text.includes(secret)).length;
  return bad > 0 ? [`${where}: ${bad}`] : [];
}

async function databases(url) {
  return within(url, 'postgres', async (client) => {
    const { rows } = await client.query(`SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'`);
    return rows.map(({ datname }) => datname);
  });
}

async function inDatabase(url, database, secrets) {
  return within(url, database, async (client) => {
    const { rows: tables } = await client.query(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const found = [];
    for (const { name } of tables) {
      const { rows } = await client.query(`SELECT string_agg(t::text, E'\\n') AS text FROM ${name} t`);
      found.push(...leaked(rows[0].text ?? '', secrets, `table ${name}`));
    }
    return found;
  });
}

async function within(url, database, work) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  const client = new Client({ connectionString: address.toString() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
