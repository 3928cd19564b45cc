import { type Intent, type IntentScore, type ShopIntent } from '../message-analysis.js';
import { type Word } from '../split-words.js';
import { combineClauses, type CombinationRules, type Distribution } from './combine-clauses.js';
import { classifyText } from './engine/classify-text.js';
import { getModel } from './load-model.js';
import { type ModelName } from './model-name.js';
import { splitClauses } from './split-clauses.js';

const COURTESIES = ['greeting', 'thanks', 'small_talk'] as const;
export const SALES_RULES: CombinationRules<Intent> = {
  courtesies: new Set<Intent>(COURTESIES),
  outOfScope: 'out_of_scope',
  lastWord: 'opt_out',
};
const SHOP_RULES: CombinationRules<ShopIntent> = {
  courtesies: new Set<ShopIntent>(COURTESIES),
  outOfScope: 'out_of_scope',
};

/** What a model says of one text. The labels of a delivered model are the contract's: a test compares them. */
function read<Label extends string>(name: ModelName, text: string, words?: readonly Word[]): Distribution<Label> {
  const { ranking } = classifyText(getModel(name), text, words);
  return new Map(ranking.map(({ label, probability }) => [label as Label, probability]));
}

function classify<Label extends string>(
  name: ModelName,
  text: string,
  rules: CombinationRules<Label>,
  words?: readonly Word[],
): IntentScore<Label>[] {
  const whole = read<Label>(name, text, words);
  const clauses = splitClauses(text);
  const parts = clauses.length < 2 ? [] : clauses.map((clause) => read<Label>(name, clause));
  return combineClauses(whole, parts, rules);
}

/** What a prospect's message wants, most probable first; see {@link IntentScore}. */
export function classifyIntents(text: string, words?: readonly Word[]): IntentScore[] {
  return classify('sales', text, SALES_RULES, words);
}

/** What a shop customer's message wants, most probable first; see {@link IntentScore}. */
export function classifyShopIntents(text: string, words?: readonly Word[]): IntentScore<ShopIntent>[] {
  return classify('shop', text, SHOP_RULES, words);
}
