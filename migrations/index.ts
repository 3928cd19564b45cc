import { Access1763600000000 } from './1763600000000-access.js';
import { Customers1763600100000 } from './1763600100000-customers.js';
import { Knowledge1763600200000 } from './1763600200000-knowledge.js';
import { Conversations1763600300000 } from './1763600300000-conversations.js';
import { Imports1763600350000 } from './1763600350000-imports.js';
import { Interactions1763600400000 } from './1763600400000-interactions.js';
import { InteractionTopicSentiment1763600500000 } from './1763600500000-interaction-topic-sentiment.js';
import { InteractionRollup1763600600000 } from './1763600600000-interaction-rollup.js';
import { ContentBatches1763600700000 } from './1763600700000-content-batches.js';
import { Catalog1763600800000 } from './1763600800000-catalog.js';
import { ConversationSlots1763600900000 } from './1763600900000-conversation-slots.js';

/** Every migration, oldest first. A new one is a file beside this and a line here. */
export const migrations = [
  Access1763600000000,
  Customers1763600100000,
  Knowledge1763600200000,
  Conversations1763600300000,
  Imports1763600350000,
  Interactions1763600400000,
  InteractionTopicSentiment1763600500000,
  InteractionRollup1763600600000,
  ContentBatches1763600700000,
  Catalog1763600800000,
  ConversationSlots1763600900000,
];
