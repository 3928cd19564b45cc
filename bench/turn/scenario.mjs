/** What every member of the row "one turn" is told, and what it has to leave behind. */
export const PROSPECT = 'prospect_101';
export const HISTORY_MESSAGES = 20;
export const MAX_CLIENTS = 64;
export const POOL = 10;

export const QUESTION =
  'We are fifty people in sales operations. What is the limit of the REST API per minute on the Enterprise plan?';
const SIZES = ['forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const TEAMS = ['sales operations', 'customer success', 'account management', 'field sales', 'partner sales'];
let asked = 0;

/** What the product is asked: no turn the same as the one before, or what it worked out for that one would serve again. */
export function nextQuestion() {
  asked += 1;
  return QUESTION.replace('fifty', SIZES[asked % SIZES.length]).replace(
    'sales operations',
    TEAMS[asked % TEAMS.length],
  );
}

export const QUERY = 'REST API limit requests per minute Enterprise plan';
/** A sentence of the shipped knowledge base, said back with its source. */
export const FACT = '600 requests per minute';
export const answerCiting = (marker) => `On the Enterprise plan the REST API allows ${FACT} [${marker}].`;

export function historyMessage(seq) {
  return seq % 2 === 1
    ? `Thank you. Before we go on: how would item ${seq} of our list work for a team that is spread over three countries?`
    : `For a team like yours that works the same way everywhere; an administrator sets it up once, and step ${seq} takes some minutes.`;
}

/** The two calls of the model: both tools at once, then the answer. */
export const TOOL_CALLS = [
  { id: 'call_1', name: 'query_knowledge_base', arguments: { query: QUERY } },
  { id: 'call_2', name: 'fetch_prospect_details', arguments: { prospect_id: PROSPECT } },
];

/** What the product understands of the question; the others store it without having to understand anything. */
export const ANALYSIS = {
  summary: 'The prospect asks about the limits of the API.',
  intent: 'technical_question',
  intent_confidence: 0.8,
  secondary_intents: ['pricing'],
  entities: [{ type: 'quantity', value: 50, text: 'fifty people', start: 7, end: 19 }],
  sentiment_label: 'neutral',
  sentiment_score: 0,
  key_points: [QUESTION],
  action_required: true,
  language: 'en',
};
export const STEP = {
  action_type: 'NO_ACTION',
  text: 'The question was answered.',
  details: { reason: 'The question was answered.' },
};
export const CITATION = {
  marker: 1,
  document_id: '00000000-0000-7000-8000-000000000001',
  title: 'Integrations and API',
  source: 'integrations.md',
  quote: 'The limit is 120 requests per minute on Team and 600 requests per minute on Enterprise',
  start: 1200,
  end: 1290,
};
