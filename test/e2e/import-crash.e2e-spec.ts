import { HttpClient } from '../support/http-client.js';
import { createLastingDatabase, spawnServer } from '../support/spawn-app.js';

const ROUNDS = 20;
const ROWS = 2_000;

interface ImportAnswer {
  import_id: string;
  status: string;
  progress: { rows_read: number };
  files: { rows_in: number; inserted: number; updated: number; unchanged: number }[];
}

const isOpen = ({ status }: ImportAnswer): boolean => status === 'queued' || status === 'running';

/** Every round brings customers of its own. */
function fileOf(round: number): string {
  const rows = Array.from({ length: ROWS }, (_, at) => `${round * ROWS + at + 1},Name ${at},Kind ${round}`);
  return ['customer_id,name,type', ...rows].join('\n');
}

async function send(url: string, rounds: readonly number[], fields: Record<string, string> = {}): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const round of rounds) form.append('file', new Blob([fileOf(round)]), `round-${round}.csv`);
  const response = await fetch(`${url}/api/v1/imports`, { method: 'POST', body: form });
  expect(response.status).toBe(202);
  return ((await response.json()) as { import_id: string }).import_id;
}

async function waitFor(
  client: HttpClient,
  importId: string,
  isEnough: (answer: ImportAnswer) => boolean,
): Promise<ImportAnswer> {
  for (;;) {
    const { status, body } = await client.get<ImportAnswer>(`/api/v1/imports/${importId}`);
    expect(status).toBe(200);
    if (isEnough(body)) return body;
  }
}

/** The moments a process dies at: just acknowledged, begun, in the middle of the rows, writing or done. */
const MOMENTS: readonly ((answer: ImportAnswer) => boolean)[] = [
  () => true,
  ({ status }) => status !== 'queued',
  ({ progress, status }) => progress.rows_read > 0 || status.startsWith('completed'),
  ({ progress, status }) => progress.rows_read >= ROWS / 2 || status.startsWith('completed'),
];

describe('a server that is killed with -9 in the middle of imports', () => {
  it(`loses no row of an acknowledged import and doubles none, in ${ROUNDS} rounds`, async () => {
    const database = await createLastingDatabase();
    const env = { ...database.env, SAMPLE_DATA: 'off' };
    const imports: string[] = [];
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        const server = spawnServer(env);
        const url = await server.url();
        const client = new HttpClient(url);
        const last = imports.at(-1);
        if (last !== undefined) {
          const answer = await waitFor(client, last, (now) => !isOpen(now));
          expect(answer).toMatchObject({ status: 'completed', files: [{ rows_in: ROWS, inserted: ROWS }] });
        }
        const importId = await send(url, [round]);
        imports.push(importId);
        await waitFor(client, importId, MOMENTS[round % MOMENTS.length] ?? isOpen);
        expect((await server.kill('SIGKILL')).signal).toBe('SIGKILL');
      }
      const server = spawnServer(env);
      const url = await server.url();
      const client = new HttpClient(url);
      for (const importId of imports) {
        const answer = await waitFor(client, importId, (now) => !isOpen(now));
        expect(answer).toMatchObject({ status: 'completed', files: [{ inserted: ROWS }] });
      }
      // Each row is there, once and as it was sent: the same files again would change nothing.
      const rounds = Array.from({ length: ROUNDS }, (_, round) => round);
      const dryId = await send(url, rounds, { dry_run: 'true' });
      const dry = await waitFor(client, dryId, (now) => !isOpen(now));
      expect(dry.files.map(({ unchanged }) => unchanged)).toEqual(rounds.map(() => ROWS));
      await server.kill('SIGTERM');
    } finally {
      await database.remove();
    }
  }, 400_000);
});
