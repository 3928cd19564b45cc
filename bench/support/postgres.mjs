import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/**
 * A database of our own: on the server at BENCH_DATABASE_URL, or on a throwaway server made from the programs
 * installed here.
 */
export async function openBenchDatabase() {
  const given = process.env.BENCH_DATABASE_URL;
  const server = given === undefined || given === '' ? await startServer() : { url: given, stop: () => undefined };
  const name = `rapport_bench_${process.pid}_${Date.now().toString(36)}`;
  try {
    await asAdmin(server.url, `CREATE DATABASE ${name}`);
    const facts = await readFacts(server.url);
    return {
      url: withDatabase(server.url, name),
      facts,
      close: async () => {
        await asAdmin(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function asAdmin(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function readFacts(url) {
  const [row] = await asAdmin(
    url,
    `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
            current_setting('synchronous_commit') AS synchronous_commit,
            EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector') AS pgvector`,
  );
  return row;
}

function withDatabase(url, name) {
  const parsed = new URL(url);
  parsed.pathname = `/${name}`;
  return parsed.toString();
}

function findPrograms() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter((version) => version >= 15)
    : [];
  const candidates = versions.sort((a, b) => a - b).map((version) => join(debian, String(version), 'bin'));
  for (const folder of (process.env.PATH ?? '').split(':'))
    if (existsSync(join(folder, 'initdb'))) candidates.push(folder);
  const found = candidates.find((folder) => existsSync(join(folder, 'pg_ctl')));
  if (found === undefined)
    throw new Error('No PostgreSQL programs were found here; set BENCH_DATABASE_URL to a server that may be used.');
  return found;
}

async function startServer() {
  const bin = findPrograms();
  const dir = mkdtempSync(join(tmpdir(), 'rapport-bench-postgres-'));
  const asUser = chooseUser(dir);
  const run = (program, args) => {
    const [file, ...rest] = [...asUser, join(bin, program), ...args];
    execFileSync(file, rest, { cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] });
  };
  const stop = () => {
    if (existsSync(join(dir, 'data', 'postmaster.pid')))
      run('pg_ctl', ['stop', '-m', 'immediate', '-D', join(dir, 'data')]);
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const data = join(dir, 'data');
    run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']);
    const port = await freePort();
    // Durability stays as it ships: every commit is flushed.
    const options = `-c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories='' -c max_connections=100`;
    run('pg_ctl', ['start', '-w', '-t', '60', '-D', data, '-l', join(data, 'server.log'), '-o', options]);
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** PostgreSQL refuses to run as root. */
function chooseUser(dir) {
  if (process.getuid?.() !== 0) return [];
  const idOf = (user) =>
    Number(execFileSync('id', ['-u', user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  const user = ['postgres', 'nobody'].find((name) => {
    try {
      return idOf(name) > 0;
    } catch {
      return false;
    }
  });
  if (user === undefined) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
  chownSync(dir, idOf(user), -1);
  return ['runuser', '-u', user, '--'];
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
