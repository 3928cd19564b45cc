import fc from 'fast-check';
import { ImportKit } from '../support/import-kit.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const pick = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

/** Few ids, so that rows meet; some of them typed by hand. */
const id = pick(
  '1',
  '2',
  '3',
  '4',
  ' 5 ',
  '6.0',
  '12in',
  '#3',
  'acme_1',
  'Acme-1',
  'beta_2',
  '',
  'N/A',
  '-7',
  '0',
  '99',
);
const word = fc.oneof(
  pick('Red', 'red', ' RED', 'Blue', '', 'null', 'x,"y', 'two\nlines', '=1+1', 'é', '\u00a0', '\0', '\ufffd'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const channel = pick('Email', 'EMAIL', 'e-mail', 'Email ', 'Boat', 'Call', 'call', '', 'n/a');
const time = pick(
  ...['17/02/2020 18:24', '05/03/2020 11:23', '5.3.2020 11.23.00', '2020-03-05T11:23:00Z', '43895.5', '31/02/2020'],
  ...['yesterday', '', '05/03/2020', '2020-03-05 11:23:00.123456 UTC'],
);
const month = pick('01-2020', '2020-02', 'Mar 2020', '43891', '13-2020', '', '05/03/2020', '04-2020');
const topic = pick('Side Effects', 'side effects', 'Adverse Event Report', '', 'Dosage');
const mood = pick('Positive', 'positive', 'Negative', '', 'Neutral');
const flag = pick('yes', 'no', '', 'perhaps');

function quote(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A file of whole, short, long, repeated and blank rows. */
function table(header: string, ...cells: fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  const whole = fc.tuple(...cells).map((row) => row.map(quote).join(','));
  const row = fc.oneof({ weight: 8, arbitrary: whole }, pick('', '1', '1,2,3,4,5,6,7,8,9', '"never closed,1', ',,,,'));
  return fc
    .array(row, { maxLength: 12 })
    .chain((rows) => fc.shuffledSubarray([...rows, ...rows], { minLength: rows.length }))
    .map((rows) => [header, ...rows].join('\n'));
}

const customers = table('Customer_Id,Name,Type,Opt Out,Region', id, word, word, flag, word);
const interactions = table('date_start,interaction,customers,topic,sentiment', time, channel, id, topic, mood);
const months = table('date,product', month, pick('Sand', 'sand', 'Orange', ''));
const upload = fc.shuffledSubarray(['customers', 'interactions', 'months'] as const, { minLength: 1 }).chain((kinds) =>
  fc.record({
    files: fc.tuple(...kinds.map((kind) => ({ customers, interactions, months })[kind])),
    onMalformed: fc.constantFrom('quarantine' as const, 'repair' as const),
  }),
);

describe('any dirty files', () => {
  let database: TestDatabase;
  let kit: ImportKit;

  beforeAll(async () => {
    database = await openTestDatabase();
    kit = new ImportKit(database.dataSource);
  });

  afterAll(async () => {
    await database.close();
    kit.close();
  });

  // The passport is held against every import by the kit.
  it('change nothing in a dry run, nothing when they come again, and nothing that a rollback does not restore', async () => {
    await fc.assert(
      fc.asyncProperty(upload, upload, async (earlier, { files, onMalformed }) => {
        await kit.empty();
        await kit.importTexts(earlier.files, earlier);
        const before = await kit.dump();

        const dry = await kit.importTexts(files, { onMalformed, dryRun: true });
        expect(await kit.dump()).toEqual(before);

        const real = await kit.importTexts(files, { onMalformed });
        expect(real.map(({ report }) => report)).toEqual(dry.map(({ report }) => report));
        const after = await kit.dump();

        for (const { report } of await kit.importTexts(files, { onMalformed })) {
          expect([report.inserted, report.updated]).toEqual([0, 0]);
        }
        expect(await kit.dump()).toEqual(after);

        await kit.rollbacks.rollBack(real[0]?.importId ?? '');
        expect(await kit.dump()).toEqual(before);
      }),
      { numRuns: 40 },
    );
  }, 180_000);

  it('can be taken back in reverse, one import after the other, to where it all began', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(upload, { minLength: 2, maxLength: 4 }), async (uploads) => {
        await kit.empty();
        const states: string[][] = [];
        const imports: string[] = [];
        for (const { files, onMalformed } of uploads) {
          states.push(await kit.dump());
          const [first] = await kit.importTexts(files, { onMalformed });
          imports.push(first?.importId ?? '');
        }
        for (const importId of imports.reverse()) {
          const { status } = await kit.imports.get(importId);
          if (status !== 'failed') await kit.rollbacks.rollBack(importId);
          expect(await kit.dump()).toEqual(states.pop());
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});
