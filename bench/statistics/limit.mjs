/** As little as an answer can cost: one prepared read of one row by its key. */
import pg from 'pg';
import { answerCommands } from '../support/child.mjs';
import { timeEach } from './time-each.mjs';

const client = new pg.Client({ connectionString: process.env.BENCH_URL });
await client.connect();
const READ = { name: 'bench_read', text: 'SELECT answer FROM bench_answers WHERE id = $1', values: [1] };

answerCommands({
  answer: ({ times }) => timeEach(times, () => client.query(READ)),
});
