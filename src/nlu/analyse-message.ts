import { findEntities } from './entities/find-entities.js';
import { carryOverIntents } from './intents/carry-over-intents.js';
import { classifyIntents } from './intents/classify-intents.js';
import { guardComparison } from './intents/guard-comparison.js';
import { guardRefusal } from './intents/guard-refusal.js';
import { needsAction } from './key-points/needs-action.js';
import { pickKeyPoints } from './key-points/pick-key-points.js';
import { stripQuotedText } from './key-points/strip-quoted-text.js';
import { guessLanguage } from './language/guess-language.js';
import { type Lexicon, type MessageAnalysis } from './message-analysis.js';
import { scoreSentiment } from './sentiment/score-sentiment.js';
import { splitWords } from './split-words.js';

export interface AnalysisContext {
  /** What "tomorrow" is told from. */
  now: Date;
  /** Names of the company's plans, products, competitors. Keep one object: it is compiled once. */
  lexicon?: Lexicon;
  /** Earlier turns, oldest first; only the other side's latest one is looked at. */
  history?: readonly { sender: string; content: string }[];
}

/** Senders that speak for the company; everybody else is the prospect. */
const OWN_SIDE: ReadonlySet<string> = new Set(['agent', 'assistant', 'system', 'bot', 'sales', 'rep']);
/** Of an earlier turn only the opening matters. */
const MAX_PREVIOUS_CHARS = 2_000;

function previousOf(history: AnalysisContext['history']): string {
  const turn = history?.findLast(({ sender }) => !OWN_SIDE.has(sender.toLowerCase()));
  return turn?.content.slice(0, MAX_PREVIOUS_CHARS) ?? '';
}

/**
 * What can be understood of a message without a model. Pure and deterministic, linear in the length of the text; accepts
 * any string, lone surrogates and emoji included.
 */
export function analyseMessage(text: string, context: AnalysisContext): MessageAnalysis {
  const words = splitWords(text);
  // What somebody quotes is not what they want.
  const said = stripQuotedText(text);
  const saidWords = said === text ? words : splitWords(said);
  const own = classifyIntents(said, saidWords);
  const previous = previousOf(context.history);
  const read = previous === '' ? own : carryOverIntents(own, saidWords, classifyIntents(previous));
  const entities = findEntities(text, words, context.now, context.lexicon);
  const intents = guardComparison(guardRefusal(read, said), said, entities);
  return {
    language: guessLanguage(text, words),
    intents,
    entities,
    sentiment: scoreSentiment(said, saidWords),
    keyPoints: pickKeyPoints(text),
    actionRequired: needsAction(text, intents),
  };
}
