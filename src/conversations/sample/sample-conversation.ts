/** Ids of the sample conversation, the same in every installation: the examples of the documentation point at them. */
export const SAMPLE_IDS = {
  /** The first sample prospect. */
  userId: '1000000001',
  conversationId: '01900000-0000-7000-8000-000000000001',
  userMessageId: '01900000-0000-7000-8000-000000000002',
  assistantMessageId: '01900000-0000-7000-8000-000000000003',
} as const;

export const SAMPLE_MESSAGE = 'Hello, how is our data encrypted, and where is it stored?';
