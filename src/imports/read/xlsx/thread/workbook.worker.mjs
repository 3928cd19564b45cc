import { parentPort } from 'node:worker_threads';
import { openParts } from './open-parts.mjs';
import { readSharedStrings, readSheet } from './read-sheet.mjs';
import { readWorkbook } from './read-workbook.mjs';
import { Refusal } from './refusal.mjs';

/** @import { RawRow, SheetFacts, WorkbookAnswer, WorkbookQuestion, WorkbookTask } from '../workbook-protocol.js' */

/*
 * The thread that unpacks and parses a workbook: what hangs or eats memory here is ended from outside. Plain JavaScript,
 * because a thread starts from a file Node itself can load, in the built product as in the tests.
 */

/** @type {Map<number, AsyncGenerator<RawRow[], void>>} */
const passes = new Map();
/** @type {Promise<{ facts: SheetFacts, rows: () => AsyncGenerator<RawRow[], void> }> | undefined} */
let opened;

/** @param {WorkbookTask} task */
async function open(task) {
  const { parts, merged } = await openParts(task);
  const { sheets, stringsPart, formats, date1904 } = await readWorkbook(parts);
  const strings = stringsPart === undefined ? [] : await readSharedStrings(await parts.stream(stringsPart), task);
  for (const { name, part } of sheets) {
    /** @returns {AsyncGenerator<RawRow[], void>} */
    const rows = async function* () {
      yield* readSheet(await parts.stream(part), strings, task);
    };
    if (!(await hasRows(rows()))) continue;
    return { facts: { name, part, formats, date1904, merged: merged.get(part.toLowerCase()) ?? [] }, rows };
  }
  throw new Refusal('empty_file', 'No sheet of the workbook holds anything.');
}

/** @param {AsyncGenerator<RawRow[], void>} rows */
async function hasRows(rows) {
  for await (const block of rows) if (block.length > 0) return true;
  return false;
}

/**
 * @param {WorkbookQuestion} question
 * @returns {Promise<WorkbookAnswer>}
 */
async function answer(question) {
  if (question.ask === 'sheet') {
    opened = open(question.task);
    return { sheet: (await opened).facts };
  }
  if (opened === undefined) throw new Error('no sheet was asked for');
  const { rows } = await opened;
  const pass = passes.get(question.pass) ?? rows();
  passes.set(question.pass, pass);
  if (question.ask === 'rows') {
    for (let next = await pass.next(); next.done !== true; next = await pass.next()) {
      if (next.value.length > 0) return { rows: JSON.stringify(next.value), done: false };
    }
  }
  await pass.return();
  passes.delete(question.pass);
  return { rows: '[]', done: true };
}

/**
 * @param {unknown} error
 * @returns {WorkbookAnswer}
 */
function refused(error) {
  if (error instanceof Refusal) return { refused: { code: error.code, message: error.message } };
  const reason = error instanceof Error ? error.message.slice(0, 100) : 'unknown';
  return { refused: { code: 'unreadable', message: `The workbook is damaged and cannot be read (${reason}).` } };
}

/** Questions are answered one after the other, in their order. @type {Promise<void>} */
let queue = Promise.resolve();
parentPort?.on('message', (/** @type {WorkbookQuestion} */ question) => {
  queue = queue.then(async () => {
    parentPort?.postMessage(await answer(question).catch(refused));
  });
});
