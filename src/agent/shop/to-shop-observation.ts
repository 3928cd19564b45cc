import { type ShopObservation } from '../../llm/index.js';
import { type FinishedToolCall } from '../tools/run-tool.js';

/** What a tool brought back, as the model is told; undefined for tools the shop does not have. */
export function toShopObservation(
  { call, outcome }: FinishedToolCall,
  markers: readonly number[],
): ShopObservation | undefined {
  const { status, finding } = outcome;
  const base = { callId: call.id, status, arguments: call.arguments };
  switch (finding.tool) {
    case 'fetch_prospect_details':
      return undefined;
    case 'query_knowledge_base': {
      const passages = finding.passages.map(({ title, heading, source, text }, i) => ({
        marker: markers[i] ?? 0,
        title,
        heading,
        source,
        text,
      }));
      const verdict = finding.answerable === null ? {} : { verdict: finding.answerable.verdict };
      return { ...base, tool: finding.tool, query: finding.query, passages, ...verdict };
    }
    default:
      return { ...base, tool: finding.tool, facts: finding.facts, choice: finding.choice };
  }
}
