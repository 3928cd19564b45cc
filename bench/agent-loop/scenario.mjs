/** What every member of the row "agent loop" is told, and what its two tools find at once. */
export { answerCiting, FACT, nextQuestion, PROSPECT, QUESTION, TOOL_CALLS } from '../turn/scenario.mjs';

const TEXT =
  'The REST API is included in the Team plan and the Enterprise plan; Starter has no API access. ' +
  'The limit is 120 requests per minute on Team and 600 requests per minute on Enterprise.';

export const PASSAGES = [
  'REST API',
  'Webhooks',
  'CRM synchronisation',
  'Import and export',
  'Ready-made integrations',
].map((heading, index) => ({
  chunkId: `00000000-0000-7000-8000-00000000000${index}`,
  documentId: '00000000-0000-7000-8000-000000000010',
  externalId: null,
  title: 'Integrations and API',
  heading,
  source: 'integrations.md',
  text:
    index === 0 ? TEXT : `${heading}: an administrator sets this up once, and it works the same way on every device.`,
  start: index * 400,
  end: index * 400 + 200,
  score: 1 / (index + 1),
  ranks: { keyword: index + 1, vector: index + 1 },
}));

export const CUSTOMER = {
  name: 'Ingrid Solheim',
  company: 'Fjordline Logistics',
  occupation: 'Head of Sales Operations',
  stage: 'Evaluation',
};
