export * from './message-analysis.js';
export { type AnalysisContext, analyseMessage } from './analyse-message.js';
export { classifyIntents } from './intents/classify-intents.js';
export { type Word, splitWords } from './split-words.js';
export { splitSentences } from './key-points/split-sentences.js';
export { asksForInternalData } from './requests/asks-for-internal-data.js';
export { givesModelInstructions } from './requests/gives-model-instructions.js';
