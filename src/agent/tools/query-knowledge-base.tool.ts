import { Injectable } from '@nestjs/common';
import { RetrieveService, type Passage } from '../../rag/index.js';
import { type Turn } from '../turn.js';
import { type AgentTool, type ToolOutcome } from './agent-tool.port.js';

const PASSAGES_PER_QUERY = 5;
const MAX_QUERY_LENGTH = 2_000;

/** Looks a question up in the knowledge base; what it returns may be cited. */
@Injectable()
export class QueryKnowledgeBaseTool implements AgentTool {
  readonly name = 'query_knowledge_base';
  readonly channels = ['sales', 'shop'] as const;

  constructor(private readonly retrieval: RetrieveService) {}

  async run(args: Record<string, unknown>, turn: Turn, signal: AbortSignal): Promise<ToolOutcome> {
    const query = typeof args['query'] === 'string' ? args['query'].trim().slice(0, MAX_QUERY_LENGTH) : '';
    if (query === '') {
      return {
        status: 'error',
        input: {},
        summary: 'The argument "query" must be a text that is not empty.',
        finding: { tool: this.name, query: '', passages: [], answerable: null },
      };
    }
    const { passages, answerable } = await this.retrieval.retrieve(
      { query, history: turn.history, limit: PASSAGES_PER_QUERY },
      signal,
    );
    return {
      status: passages.length === 0 ? 'empty' : 'ok',
      input: { query },
      summary: summarise(passages, answerable.verdict),
      finding: { tool: this.name, query, passages, answerable },
    };
  }
}

function summarise(passages: readonly Passage[], verdict: string): string {
  if (passages.length === 0) return 'no passage found';
  const sources = [...new Set(passages.map((passage) => passage.source))].join(', ');
  return `${passages.length} passages from ${sources}; evidence: ${verdict}`;
}
