import { type LlmTool } from '../llm.port.js';

/** The look-ups a model may ask for while answering a prospect. The agent checks the arguments; these only describe them. */
export const QUERY_KNOWLEDGE_BASE: LlmTool = {
  name: 'query_knowledge_base',
  description:
    "Search the company's own documents: plans and prices, features, integrations, security, contracts, support and onboarding. " +
    'Returns numbered passages. Use it before stating any fact or figure about the offer.',
  parameters: {
    type: 'object',
    properties: {
      query: {
        type: 'string',
        minLength: 1,
        maxLength: 1000,
        description:
          'What to look for, as a complete question in English that can be understood without the conversation.',
      },
    },
    required: ['query'],
    additionalProperties: false,
  },
};

export const FETCH_PROSPECT_DETAILS: LlmTool = {
  name: 'fetch_prospect_details',
  description: 'Look up the name, company, occupation and stage of the prospect this conversation is with.',
  parameters: {
    type: 'object',
    properties: {
      prospect_id: {
        type: 'string',
        minLength: 1,
        maxLength: 200,
        description: "The prospect's reference, exactly as given.",
      },
    },
    required: ['prospect_id'],
    additionalProperties: false,
  },
};
