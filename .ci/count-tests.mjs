/**
 * Adds up the reports of the suite's runs: `node count-tests.mjs <report.json>…` prints `<passed> <failed>` on stdout and
 * says on stderr what a bare count would hide. A run is never green by being empty: a report that is missing or
 * unreadable, a run in which no test ran, a file that did not load and a test that no run executed each count as a failure.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Tests by "file > name" of one report of `jest --json`; `broken` are failures that belong to no test. */
function readReport(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    const tests = report.testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, status }) => ({
        test: `${relative(process.cwd(), name)} > ${fullName}`,
        status,
      })),
    );
    const dead = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
    );
    const broken = dead.map(({ name }) => `${relative(process.cwd(), name)} did not run to its end`);
    const ran = tests.some(({ status }) => status === 'passed' || status === 'failed');
    return { tests, broken: ran || broken.length > 0 ? broken : ['no test ran'] };
  } catch (error) {
    return { tests: [], broken: [`no report: ${error instanceof Error ? error.message : 'unknown fault'}`] };
  }
}

const reports = process.argv.slice(2).map((path) => readReport(path));
const tests = reports.flatMap((report) => report.tests);
const executed = new Set(
  tests.filter(({ status }) => status === 'passed' || status === 'failed').map(({ test }) => test),
);
const neverRan = [...new Set(tests.map(({ test }) => test))].filter((test) => !executed.has(test));

const faults = [...reports.flatMap(({ broken }) => broken), ...neverRan.map((test) => `skipped in every run: ${test}`)];
const failed = tests.filter(({ status }) => status === 'failed');
const skippedOnce = tests.filter(
  ({ test, status }) => status !== 'passed' && status !== 'failed' && executed.has(test),
);
for (const { test } of failed) process.stderr.write(`failed: ${test}\n`);
for (const { test } of skippedOnce) process.stderr.write(`ran on one database only: ${test}\n`);
for (const fault of faults) process.stderr.write(`${fault}\n`);

const passed = tests.filter(({ status }) => status === 'passed').length;
process.stdout.write(`${passed} ${failed.length + faults.length + (reports.length === 0 ? 1 : 0)}\n`);
