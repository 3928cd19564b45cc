import { readFileSync, writeFileSync } from 'node:fs';
import {
  classifyText,
  decodeModel,
  encodeModel,
  evaluateIntents,
  getModel,
  isModelName,
  LabelledTextError,
  ModelFileError,
  parseLabelledTexts,
  splitWords,
  trainModel,
  type IntentModel,
  type LabelledText,
} from '../nlu/index.js';
import { readArgs, UsageError, type Command, type CommandContext } from './command.js';
import { renderIntentReport, toIntentJson } from './render-intent-report.js';

/** A file cannot be read or used. */
const BAD_INPUT = 2;
const MAX_SHOWN = 5;
const HELP = [
  'nlu classify "text" [--model sales|shop|FILE] [--json]    what a text means; sales is the default',
  'nlu train FILE --out MODEL                                trains on any JSONL, writes the model',
  'nlu evaluate --train FILE --test FILE [--json]            trains on one file, measures on the other',
  'nlu evaluate --model sales|shop|FILE --test FILE [--json] measures a model',
  '',
  'JSONL rows: "text" or "utterance", and "label", "intent" or "intents" (a list).',
  'Out of scope: oos, out_of_scope, NO_NODES_DETECTED, none, null, an empty label or an empty list.',
  'A row with several intents is a hit if the most probable label is one of them.',
  'accuracy and ece: rows in scope. oos_auroc: needs rows of both kinds; the training file needs none out of scope.',
];

/** Classifies, trains and measures intents, on the product's models or on anybody's file. */
export const runNlu: Command = (context) => {
  const [name, ...args] = context.args;
  const run = { classify, train, evaluate }[name ?? ''];
  if (run === undefined) throw new UsageError(HELP.join('\n'));
  try {
    return Promise.resolve(run({ ...context, args }));
  } catch (error) {
    if (!(error instanceof LabelledTextError || error instanceof ModelFileError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return Promise.resolve(BAD_INPUT);
  }
};

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new LabelledTextError(
      `${file}: ${code === 'ENOENT' ? 'there is no such file.' : 'the file cannot be read.'}`,
    );
  }
}

function readTexts(file: string): LabelledText[] {
  return parseLabelledTexts(readBytes(file).toString('utf8'), file);
}

function readModel(name: string): IntentModel {
  return isModelName(name) ? getModel(name) : decodeModel(readBytes(name));
}

function readTrainingSet(file: string): LabelledText[] {
  const texts = readTexts(file);
  if (new Set(texts.flatMap(({ labels }) => labels)).size < 2) {
    throw new LabelledTextError(`${file}: a training file needs at least two different labels in scope.`);
  }
  return texts;
}

function classify({ args, print }: CommandContext): number {
  const { values, positionals } = readArgs({
    args,
    allowPositionals: true,
    options: { model: { type: 'string', default: 'sales' }, json: { type: 'boolean' } },
  });
  const [text] = positionals;
  if (text === undefined || positionals.length > 1) throw new UsageError(HELP[0] ?? '');
  const { ranking, outOfScope } = classifyText(readModel(values.model), text, splitWords(text));
  if (values.json === true) {
    print(JSON.stringify({ text, out_of_scope: outOfScope, intents: ranking }));
    return 0;
  }
  for (const { label, probability } of ranking.slice(0, MAX_SHOWN)) print(`${probability.toFixed(3)}  ${label}`);
  print(`${outOfScope.toFixed(3)}  (out of scope)`);
  return 0;
}

function train({ args, print }: CommandContext): number {
  const { values, positionals } = readArgs({ args, allowPositionals: true, options: { out: { type: 'string' } } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || values.out === undefined) throw new UsageError(HELP[1] ?? '');
  const { model } = trainModel(readTrainingSet(file));
  const bytes = encodeModel(model, file);
  writeFileSync(values.out, bytes);
  print(
    `${values.out}: ${model.labels.length} labels, ${model.vocabulary.hashes.length} features, ${bytes.length} bytes`,
  );
  return 0;
}

function evaluate({ args, print }: CommandContext): number {
  const { values } = readArgs({
    args,
    options: {
      train: { type: 'string' },
      test: { type: 'string' },
      model: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  if (values.test === undefined || (values.train === undefined) === (values.model === undefined)) {
    throw new UsageError(HELP.slice(2, 4).join('\n'));
  }
  const test = readTexts(values.test);
  const model =
    values.model === undefined ? trainModel(readTrainingSet(values.train ?? '')).model : readModel(values.model);
  const report = evaluateIntents(model, test);
  if (values.json === true) print(JSON.stringify(toIntentJson(report)));
  else for (const line of renderIntentReport(report)) print(line);
  return 0;
}
