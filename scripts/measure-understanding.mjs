// Measures sentiment, entities and the guards on data sets that are not part of this repository.
//   node scripts/measure-understanding.mjs <data folder> [<folder of the compiled nlu module>]
// Expected below the data folder: vader-sentiment, presidio-pii, nlupp and bipia, each with a folder `dev` of JSON lines.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [dataFolder, compiled = 'dist/src/nlu'] = process.argv.slice(2);
if (dataFolder === undefined) {
  process.stderr.write('usage: node scripts/measure-understanding.mjs <data folder> [<compiled nlu folder>]\n');
  process.exit(2);
}
const { analyseMessage, givesModelInstructions } = await import(pathToFileURL(resolve(compiled, 'index.js')).href);
/** The day the nlupp dates are told from. */
const NLUPP_TODAY = new Date('2022-03-15T09:00:00Z');

function readLines(file) {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function listSets(name) {
  const folder = join(dataFolder, name, 'dev');
  return existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((file) => [file.replace('.jsonl', ''), join(folder, file)])
    : [];
}

const percent = (value) => (Number.isFinite(value) ? (100 * value).toFixed(1) : '-');

function pearson(pairs) {
  const mean = (at) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

function measureSentiment() {
  for (const [name, file] of listSets('vader-sentiment')) {
    const rows = readLines(file);
    const scored = rows.map((row) => ({ row, ...analyseMessage(row.text, { now: NLUPP_TODAY }).sentiment }));
    const labels = ['positive', 'neutral', 'negative'];
    const f1 = labels.flatMap((label) => {
      const hit = scored.filter((s) => s.label === label && s.row.label === label).length;
      const said = scored.filter((s) => s.label === label).length;
      const true_ = rows.filter((row) => row.label === label).length;
      return true_ === 0 ? [] : [said + true_ === 0 ? 0 : (2 * hit) / (said + true_)];
    });
    const r = pearson(scored.map(({ row, score }) => [row.mean, score]));
    const accuracy = scored.filter((s) => s.label === s.row.label).length / rows.length;
    const macro = f1.reduce((a, b) => a + b, 0) / f1.length;
    console.log(
      `sentiment ${name}: n ${rows.length}, r ${r.toFixed(3)}, macro F1 ${macro.toFixed(3)}, accuracy ${accuracy.toFixed(3)}`,
    );
  }
}

/** A found entity counts where it overlaps an expected one of its kind; an expected one where something overlaps it. */
function tally(expected, found, counts, misses, text) {
  const touches = (a, b) => a.start < b.end && b.start < a.end;
  for (const one of expected) {
    counts.expected += 1;
    const hit = found.find((entity) => touches(one, entity));
    if (hit !== undefined) counts.recalled += 1;
    if (hit?.start === one.start && hit.end === one.end) counts.exact += 1;
    if (hit === undefined)
      misses.push(`missed ${JSON.stringify(text.slice(one.start, one.end))} in ${JSON.stringify(text.slice(0, 120))}`);
  }
  for (const entity of found) {
    counts.found += 1;
    if (expected.some((one) => touches(one, entity))) counts.correct += 1;
    else misses.push(`wrong ${JSON.stringify(entity.text)} in ${JSON.stringify(text.slice(0, 120))}`);
  }
}

function report(name, counts, misses) {
  const precision = percent(counts.correct / counts.found);
  const recall = percent(counts.recalled / counts.expected);
  console.log(
    `${name}: n ${counts.expected}, precision ${precision} %, recall ${recall} %, exact span ${percent(counts.exact / counts.expected)} %`,
  );
  if (process.env.SHOW_MISSES !== undefined) for (const miss of misses) console.log(`   ${miss}`);
}

const zero = () => ({ expected: 0, recalled: 0, exact: 0, found: 0, correct: 0 });

const PRESIDIO = {
  EMAIL_ADDRESS: ['email'],
  PHONE_NUMBER: ['phone'],
  PERSON: ['person'],
  GPE: ['location'],
  ORGANIZATION: ['company'],
};

function measurePersonalData() {
  for (const [, file] of listSets('presidio-pii')) {
    const rows = readLines(file).map((row) => ({
      ...row,
      entities: analyseMessage(row.text, { now: NLUPP_TODAY }).entities,
    }));
    for (const [label, types] of Object.entries(PRESIDIO)) {
      const [counts, misses] = [zero(), []];
      for (const { text, spans, entities } of rows) {
        const expected = spans
          .filter((span) => span.entity_type === label)
          .map((span) => ({ start: span.start_position, end: span.end_position }));
        // A place inside a street address is a place, and a title belongs to the person.
        const also = spans
          .filter(
            (span) =>
              (label === 'GPE' && span.entity_type === 'STREET_ADDRESS') ||
              (label === 'PERSON' && span.entity_type === 'TITLE'),
          )
          .map((span) => ({ start: span.start_position, end: span.end_position }));
        const found = entities.filter(({ type }) => types.includes(type));
        tally(
          expected,
          found.filter((entity) => !also.some((one) => one.start <= entity.start && entity.end <= one.end)),
          counts,
          misses,
          text,
        );
      }
      report(`presidio ${label}`, counts, misses);
    }
  }
}

const NLUPP = {
  date: ['date'],
  date_from: ['date'],
  date_to: ['date'],
  amount_of_money: ['money'],
  person_name: ['person'],
  people: ['company_size', 'quantity'],
  rooms: ['quantity'],
};

const isoOf = ({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function measureSlots() {
  for (const [name, file] of listSets('nlupp')) {
    const totals = {};
    let [dates, right] = [0, 0];
    for (const { text, slots = {} } of readLines(file)) {
      const { entities } = analyseMessage(text, { now: NLUPP_TODAY });
      for (const [slot, { span, value }] of Object.entries(slots)) {
        const types = NLUPP[slot];
        if (types === undefined) continue;
        const total = (totals[slot] ??= { counts: zero(), misses: [] });
        const [start, end] = span;
        const found = entities.filter(
          (entity) => types.includes(entity.type) && entity.start < end && start < entity.end,
        );
        tally([{ start, end }], found, total.counts, total.misses, text);
        if (!slot.startsWith('date') || value?.year === undefined || found.length === 0) continue;
        dates += 1;
        if (found.some((entity) => entity.value === isoOf(value))) right += 1;
        else
          total.misses.push(`value ${found[0].value} for ${isoOf(value)}: ${JSON.stringify(text.slice(start, end))}`);
      }
    }
    for (const [slot, { counts, misses }] of Object.entries(totals)) {
      console.log(
        `nlupp ${name} ${slot}: n ${counts.expected}, recall ${percent(counts.recalled / counts.expected)} %, exact span ${percent(counts.exact / counts.expected)} %`,
      );
      if (process.env.SHOW_MISSES !== undefined) for (const miss of misses) console.log(`   ${miss}`);
    }
    console.log(`nlupp ${name}: value of found dates right ${percent(right / dates)} % of ${dates}`);
  }
}

function measureInstructions() {
  for (const [name, file] of listSets('bipia')) {
    const rows = readLines(file);
    const groups = new Map();
    for (const row of rows) {
      const group = row.attack === undefined ? 'harmless contexts' : row.category;
      const counts = groups.get(group) ?? { n: 0, heard: 0 };
      counts.n += 1;
      if (givesModelInstructions(row.attack ?? row.context)) counts.heard += 1;
      groups.set(group, counts);
    }
    for (const [group, { n, heard }] of groups) console.log(`bipia ${name}, ${group}: heard ${heard} of ${n}`);
  }
}

measureSentiment();
measurePersonalData();
measureSlots();
measureInstructions();
