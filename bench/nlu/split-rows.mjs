/**
 * `node bench/nlu/split-rows.mjs FILE OUT [--strange FILE ...]` writes OUT.train.jsonl and OUT.test.jsonl: three quarters and one quarter of
 * each label, told by the hash of the text, so that everybody gets the same. Rows of the strange files join the test as texts out of
 * scope, except those whose label FILE's bot has too, by one name or another.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** Matters that every shop's bot knows, as the bots of HINT3 name them. */
const SHARED =
  /CHAT_WITH|ORDER|CANCEL|PINCODE|DISTRIB|RETURN|REFUND|DELAY|OFFERS|REFER|COD|PAYMENT|SIGNUP|ACCOUNT_NOT|LEAD_GEN|COMPARISON|WARRANTY/;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { strange: { type: 'string', multiple: true, default: [] } },
});
const [file, out] = positionals;
const read = (path) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const rank = ({ text }) => createHash('sha256').update(text).digest('hex');
const write = (path, rows) => writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

function groupByIntent(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.intent, [...(groups.get(row.intent) ?? []), row]);
  return [...groups.values()];
}

const groups = groupByIntent(read(file));
const train = [];
const test = [];
for (const group of groups) {
  const ranked = group.map((row) => ({ row, rank: rank(row) })).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const quarter = Math.round(ranked.length / 4);
  test.push(...ranked.slice(0, quarter).map(({ row }) => row));
  train.push(...ranked.slice(quarter).map(({ row }) => row));
}
const strange = values.strange
  .flatMap(read)
  .filter(({ intent }) => !SHARED.test(intent))
  .map(({ text }) => ({ text, intent: 'out_of_scope' }));
write(`${out}.train.jsonl`, train);
write(`${out}.test.jsonl`, [...test, ...strange]);
