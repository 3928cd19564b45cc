import { type Entity, type Intent } from '../../src/nlu/index.js';
import { type PassageFact, type ProspectFact, type SalesReplyFacts } from '../../src/llm/llm.port.js';

export interface SalesFactsSketch {
  intents?: readonly Intent[];
  language?: string;
  sentiment?: number;
  entities?: Entity[];
  history?: SalesReplyFacts['history'];
  asked?: string;
  /** The caller's reference of the prospect. */
  reference?: string;
  /** Given: the look-up of the prospect came back with this. */
  prospect?: ProspectFact | null;
  /** Given: the search came back with these. */
  passages?: PassageFact[];
  doubts?: SalesReplyFacts['doubts'];
  searchStatus?: 'ok' | 'empty' | 'error' | 'denied';
}

/** Facts of a turn from what a test cares about; the rest is neutral. */
export function salesFacts(message: string, sketch: SalesFactsSketch = {}): SalesReplyFacts {
  const intents = sketch.intents ?? ['feature_inquiry'];
  const score = sketch.sentiment ?? 0;
  return {
    message,
    asked: sketch.asked ?? message,
    plans: [],
    history: sketch.history ?? [],
    analysis: {
      language: sketch.language ?? 'en',
      intents: intents.map((intent) => ({ intent, probability: 1 / intents.length })),
      entities: sketch.entities ?? [],
      sentiment: { label: 'neutral', score },
      keyPoints: [],
      actionRequired: true,
    },
    prospectReference: sketch.reference ?? null,
    observations: [...prospectObservation(sketch), ...searchObservation(message, sketch)],
    doubts: sketch.doubts ?? [],
  };
}

function prospectObservation({ prospect }: SalesFactsSketch): SalesReplyFacts['observations'] {
  if (prospect === undefined) return [];
  const status = prospect === null ? 'empty' : 'ok';
  return [{ tool: 'fetch_prospect_details', callId: 'p', status, prospect }];
}

function searchObservation(
  query: string,
  { passages, searchStatus }: SalesFactsSketch,
): SalesReplyFacts['observations'] {
  if (passages === undefined && searchStatus === undefined) return [];
  const found = passages ?? [];
  const status = searchStatus ?? (found.length > 0 ? 'ok' : 'empty');
  return [{ tool: 'query_knowledge_base', callId: 'k', status, query, passages: found }];
}

/** Passages about a vendor that does not exist, in the shapes documents have: table, list, prose. */
export const SAMPLE_PASSAGES: PassageFact[] = [
  {
    marker: 1,
    title: 'Plans and prices',
    heading: 'Plans and prices > The plans',
    source: 'pricing.md',
    text: `## The plans

Every plan is billed per seat. All prices are in US dollars and exclude tax.

| Plan | Price per seat and month | Minimum seats | Support |
|---|---|---|---|
| Starter | $19 | 3 | e-mail |
| Growth | $49 | 10 | e-mail and chat |
| Enterprise | $89 | 25 | 24/7 with a named engineer |

Annual billing takes 15% off the monthly price.`,
  },
  {
    marker: 2,
    title: 'Security',
    heading: 'Security > Certificates',
    source: 'security.md',
    text: `Lanternbay is certified for SOC 2 Type II [1] and ISO 27001.
- **Encryption**: data is encrypted with AES-256 at rest, i.e. on every disk.
- Customer data stays in the region you choose: Frankfurt or Ohio.`,
  },
  {
    marker: 3,
    title: 'Integrations',
    heading: 'Integrations > Connectors',
    source: 'integrations.md',
    text: `Ready-made connectors exist for [Salesforce](https://example.com/sf), HubSpot and Slack. They are set up in about 20 minutes.`,
  },
  {
    marker: 4,
    title: 'Onboarding',
    heading: 'Onboarding',
    source: 'onboarding.md',
    text: `A typical onboarding takes two weeks. Enterprise customers get an onboarding manager for the first 90 days.`,
  },
];
