import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  judgeUnseen,
  MODEL_NAMES,
  modelPath,
  readTrainingTexts,
  reportOn,
  trainProductModel,
  type ModelName,
} from '../nlu/index.js';
import { packageRoot } from '../platform/index.js';
import { readArgs, UsageError, type Command } from './command.js';
import { renderIntentReport } from './render-intent-report.js';

const STALE = 1;

/** Trains the product's own models; `--check` only says whether the ones in the repository are what training gives. */
export const trainNlu: Command = ({ args, print }) => {
  const { values } = readArgs({ args, options: { check: { type: 'boolean' } } });
  const sources = join(packageRoot(), 'src', 'nlu', 'intents');
  if (!existsSync(join(sources, 'training'))) throw new UsageError('Models are trained in a checkout of the sources.');
  let stale = 0;
  for (const name of MODEL_NAMES) {
    const { file, ...trained } = trainProductModel(readTrainingTexts(join(sources, 'training'), name));
    const committed = join(sources, 'models', `${name}.model`);
    if (values.check === true) {
      const isSame = existsSync(committed) && readFileSync(committed).equals(file);
      print(`${name}: ${isSame ? 'as trained' : 'stale, run npm run nlu:train'}`);
      if (!isSame) stale += 1;
      continue;
    }
    for (const target of targetsOf(name, committed)) writeFileSync(target, file);
    const { labels, vocabulary } = trained.model;
    print(
      `${name}: ${trained.texts.length} texts, ${labels.length} labels, ${vocabulary.hashes.length} features, ${file.length} bytes`,
    );
    print('cross-validated:');
    for (const line of renderIntentReport(reportOn(labels, judgeUnseen(trained, trained.texts)))) print(`  ${line}`);
    print('');
  }
  return Promise.resolve(stale === 0 ? 0 : STALE);
};

/** The repository's copy, and the running build's: training takes effect without building again. */
function targetsOf(name: ModelName, committed: string): string[] {
  const running = modelPath(name);
  return existsSync(dirname(running)) ? [...new Set([committed, running])] : [committed];
}
