import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/config/package-root.js';
import { createLastingDatabase, spawnCommand, spawnServer, type Exit } from '../support/spawn-app.js';

const SAMPLES = ['customers.csv', 'interactions.csv', 'product_months.csv'].map((name) =>
  join(packageRoot(), 'sample-data', name),
);

interface Report {
  import_id: string;
  status: string;
  dry_run: boolean;
  files: { name: string; rows_in: number; inserted: number; unchanged: number; quarantined: number }[];
}

describe('npm run import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-import-command-'));
  let database: Awaited<ReturnType<typeof createLastingDatabase>>;
  const run = (...args: string[]): Promise<Exit> => spawnCommand(['import', ...args], database.env).exited;
  const write = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(async () => {
    database = await createLastingDatabase();
  });

  afterAll(async () => {
    await database.remove();
    rmSync(folder, { recursive: true });
  });

  it('says how to use it and leaves with 2 when it was called wrongly', async () => {
    const good = write('good.csv', 'customer_id,name\n1,Ann\n');
    const wrong = [[], ['--colour', good], [good, '--on-malformed', 'skip'], [join(folder, 'nowhere.csv')], [folder]];
    const exits = await Promise.all(wrong.map((args) => run(...args)));
    expect(exits.map(({ code, stdout }) => [code, stdout])).toEqual(wrong.map(() => [2, '']));
    const unknown = await run(good, '--dataset', 'toys');
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringMatching(/The datasets are customers, .*interactions/),
    ]);
  });

  it('leaves with 0, 1 or 3: all rows taken, nothing taken, some rejected', async () => {
    const good = await run(write('good.csv', 'customer_id,name\n1,Ann\n'));
    expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('good.csv (customers): 1 rows')]);
    // Plain lines where no terminal is, and not among the report.
    expect(good.stderr).toContain('1 of 1 rows read');
    const bad = await run(write('bad.csv', '<html><body>Please sign in</body></html>'));
    expect([bad.code, bad.stdout]).toEqual([1, expect.stringContaining('bad.csv: refused, html_document')]);
    const some = await run(write('some.csv', 'customer_id,name\n1,Ann\n2in,Bo\n'), '--json');
    expect(some.code).toBe(3);
    expect(JSON.parse(some.stdout)).toMatchObject({
      status: 'completed_with_rejects',
      files: [{ unchanged: 1, quarantined: 1 }],
    });
  });

  it('imports the sample files, through the running server where there is one', async () => {
    const dry = JSON.parse((await run(...SAMPLES, '--dry-run', '--json')).stdout) as Report;
    expect([dry.dry_run, dry.files.map(({ inserted }) => inserted)]).toEqual([true, [25, 72, 16]]);
    const server = spawnServer({ ...database.env, SAMPLE_DATA: 'off' });
    const url = await server.url();
    const first = await run(...SAMPLES, '--json');
    expect(first.code).toBe(3);
    const report = JSON.parse(first.stdout) as Report;
    expect(report.files.map(({ inserted }) => inserted)).toEqual([25, 72, 16]);
    expect((await fetch(`${url}/api/v1/imports/${report.import_id}`)).status).toBe(200);
    const unknown = await run(SAMPLES[0] ?? '', '--dataset', 'toys');
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringMatching(/The datasets are customers, .*interactions/),
    ]);
    await server.kill('SIGTERM');
    const again = JSON.parse((await run(...SAMPLES, '--json')).stdout) as Report;
    expect(again.files.map(({ inserted, unchanged }) => [inserted, unchanged])).toEqual([
      [0, 25],
      [0, 72],
      [0, 16],
    ]);
  });
});
