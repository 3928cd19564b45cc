import { join } from 'node:path';
import { importBuilt, productRoot } from '../support/paths.mjs';
import { judge, renderTable } from '../support/print.mjs';
import { median, medianRatio, round } from '../support/stats.mjs';
import { nearestUtterance } from './peer.mjs';

const MESSAGES = [
  'Hello Anna, we are a team of forty people in Oslo and would like to know what the plan costs per year.',
  'Could you tell me whether your tool connects with our mail system, and how long it usually takes to set up?',
  'Thanks for the call yesterday, my director still has to approve this and wants to see a short demonstration first please.',
  'Our export has been stuck since this morning and nobody on the team can log in, can somebody have a look soon?',
];
const LONG = 'What would it cost us to add forty seats and does that include support? '.repeat(1_400).slice(0, 100_000);

/** Row "classify": the intents of a message of 20 words, sentence by sentence, and of one of 100,000 characters. */
export async function runClassify({ rounds, messages = 2_000 }) {
  const { classifyIntents, readTrainingTexts } = await importBuilt('src/nlu/index.js');
  const { texts } = readTrainingTexts(join(productRoot, 'src/nlu/intents/training'), 'sales');
  const startedAt = performance.now();
  classifyIntents('Hello');
  const firstMs = performance.now() - startedAt;
  const peer = nearestUtterance(texts);
  const runs = {
    product: { run: (text) => classifyIntents(text)[0].intent, messages },
    peer: { run: peer, messages: Math.max(4, Math.round(messages / 100)) },
  };
  const perMessageUs = { product: [], peer: [] };
  const longMs = [];
  for (let n = 0; n <= rounds; n += 1) {
    for (const [name, { run, messages: count }] of Object.entries(runs)) {
      const from = performance.now();
      for (let at = 0; at < count; at += 1) run(MESSAGES[at % MESSAGES.length]);
      // The first round only warms up.
      if (n > 0) perMessageUs[name].push(((performance.now() - from) * 1_000) / count);
    }
    const from = performance.now();
    classifyIntents(LONG);
    if (n > 0) longMs.push(performance.now() - from);
  }
  const us = round(median(perMessageUs.product));
  const peerRatio = round(medianRatio(perMessageUs.peer, perMessageUs.product));
  const aims = [
    judge('classify: a message of 20 words', us, { atMost: 1_000, unit: ' us' }),
    judge('classify: a message of 100,000 characters', round(median(longMs)), { atMost: 50, unit: ' ms' }),
    judge('classify: peer / product', peerRatio, { atLeast: 5, unit: 'x' }),
    judge('classify: first message, model loaded', round(firstMs), { atMost: 50, unit: ' ms' }),
  ];
  return {
    row: 'classify',
    settings: { rounds, messages },
    table: [{ us, peerUs: round(median(perMessageUs.peer)), longMs: round(median(longMs)), firstMs: round(firstMs) }],
    aims,
    text: [
      `classify: intents of a message (${rounds} rounds of ${messages} messages of 20 words)`,
      renderTable(
        ['what', 'us/message', 'peer / this'],
        [
          ['product: whole and clause by clause', us, `${peerRatio}x`],
          ['peer: most similar of the same utterances', round(median(perMessageUs.peer)), '1x'],
        ],
      ),
    ].join('\n'),
  };
}
