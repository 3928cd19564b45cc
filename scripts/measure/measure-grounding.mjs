/**
 * How well grounding tells faithful answers, swapped contexts and single-fact edits apart.
 * Usage: node scripts/measure/measure-grounding.mjs <data folder>, after `npm run build`.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { checkGrounding } from '../../dist/src/rag/cite/check-grounding.js';
import { areaUnderRoc, readRows } from './measure-support.mjs';

const folder = process.argv[2];
if (folder === undefined) throw new Error('Usage: measure-grounding.mjs <data folder>');

const scoreOf = (text, evidence) => checkGrounding(text, evidence).score ?? 1;

const passages = new Map(readRows(join(folder, 'mtrag-faithfulness/passages.jsonl')).map((row) => [row._id, row.text]));
const answers = readRows(join(folder, 'mtrag-faithfulness/dev/responses.jsonl')).map((row) => ({
  score: 0,
  rating: row.human_faithfulness.reduce((sum, rating) => sum + rating, 0) / row.human_faithfulness.length,
  response: row.response,
  taskId: row.task_id,
  answerability: row.answerability,
  contexts: row.contexts.map((id) => passages.get(id) ?? '').filter((text) => text !== ''),
}));
const withContexts = answers.filter(({ contexts }) => contexts.length > 0);
for (const answer of withContexts) answer.score = scoreOf(answer.response, answer.contexts);
const rated = (from) => areaUnderRoc(withContexts.map(({ score, rating }) => ({ score, positive: rating >= from })));
console.log(
  `rated answers: ${withContexts.length}; AUROC at mean rating >= 4: ${rated(4)}, >= 3.5: ${rated(3.5)}, >= 3: ${rated(3)}`,
);

const answerable = withContexts.filter(({ answerability }) => answerability !== 'UNANSWERABLE');
const swapped = answerable.map((answer, index) => {
  const others = answerable.filter(({ taskId }) => taskId !== answer.taskId);
  return scoreOf(answer.response, others[(index * 31) % others.length]?.contexts ?? []);
});
console.log(
  `swapped contexts: AUROC ${areaUnderRoc([
    ...answerable.map(({ score }) => ({ score, positive: true })),
    ...swapped.map((score) => ({ score, positive: false })),
  ])}`,
);

const domains = readdirSync(join(folder, 'summedits/dev')).filter((file) => file.endsWith('_docs.jsonl'));
const edits = domains.flatMap((file) => {
  const documents = new Map(readRows(join(folder, 'summedits/dev', file)).map((row) => [row.doc_id, row.text]));
  return readRows(join(folder, 'summedits/dev', file.replace('_docs', ''))).map((row) => ({
    domain: row.domain,
    positive: row.label === 'supported',
    grounding: checkGrounding(row.summary, [documents.get(row.doc_id) ?? '']),
  }));
});
const balanced = (rows, isGrounded) => {
  const right = (positive) => {
    const own = rows.filter((row) => row.positive === positive);
    return own.filter((row) => isGrounded(row) === positive).length / Math.max(1, own.length);
  };
  return (right(true) + right(false)) / 2;
};
const thresholds = [...new Set(edits.map(({ grounding }) => grounding.score))];
const bestOf = (rows) =>
  Math.max(...thresholds.map((from) => balanced(rows, ({ grounding }) => grounding.score >= from)));
console.log(
  `single-fact edits: ${edits.length}; balanced accuracy of the verdict ${balanced(edits, ({ grounding }) => grounding.grounded).toFixed(3)}, ` +
    `at the best one threshold ${bestOf(edits).toFixed(3)}, AUROC ${areaUnderRoc(edits.map(({ positive, grounding }) => ({ positive, score: grounding.score })))}`,
);
for (const domain of new Set(edits.map((row) => row.domain))) {
  const rows = edits.filter((row) => row.domain === domain);
  console.log(
    `  ${domain}: ${rows.length}, AUROC ${areaUnderRoc(rows.map(({ positive, grounding }) => ({ positive, score: grounding.score })))}`,
  );
}
