/** The limit: `\copy` of clean rows, by psql where there is one, else by the same COPY over the driver. Nothing is looked at. */
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { answerCommands } from '../support/child.mjs';
import { importOfProduct } from '../support/paths.mjs';

const COPY = 'interactions (customer_id, occurred_at, channel, topic, sentiment)';
const hasPsql = spawnSync('psql', ['--version']).status === 0;

function copyWithPsql(path) {
  const run = spawnSync('psql', [
    '-q',
    '-v',
    'ON_ERROR_STOP=1',
    '-d',
    process.env.BENCH_URL,
    '-c',
    `\\copy ${COPY} FROM '${path}' CSV`,
  ]);
  if (run.status !== 0) throw new Error(String(run.stderr));
}

async function copyWithDriver(path) {
  const { from } = await importOfProduct('pg-copy-streams');
  const client = new pg.Client({ connectionString: process.env.BENCH_URL });
  await client.connect();
  try {
    await pipeline(createReadStream(path), client.query(from(`COPY ${COPY} FROM STDIN CSV`)));
  } finally {
    await client.end();
  }
}

answerCommands(
  {
    async run({ path }) {
      const startedAt = performance.now();
      if (hasPsql) copyWithPsql(path);
      else await copyWithDriver(path);
      return { ms: performance.now() - startedAt };
    },
  },
  { by: hasPsql ? 'psql' : 'pg-copy-streams' },
);
