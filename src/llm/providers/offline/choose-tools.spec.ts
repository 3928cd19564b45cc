import { type SalesReplyFacts } from '../../llm.port.js';
import { SAMPLE_PASSAGES, salesFacts, type SalesFactsSketch } from '../../../../test/support/sales-facts.js';
import { FETCH_PROSPECT_DETAILS, QUERY_KNOWLEDGE_BASE } from '../../prompts/sales-reply-tools.js';
import { chooseTools } from './choose-tools.js';

const OFFERED = [QUERY_KNOWLEDGE_BASE, FETCH_PROSPECT_DETAILS];
const names = (message: string, sketch: SalesFactsSketch = {}): string[] =>
  chooseTools(salesFacts(message, sketch), OFFERED).map((call) => call.name);

describe('chooseTools', () => {
  it('asks for the prospect and the documents in one step', () => {
    const calls = chooseTools(salesFacts(' What does it cost? ', { reference: 'crm-12' }), OFFERED);
    expect(calls).toEqual([
      { id: 'offline_1', name: 'fetch_prospect_details', arguments: { prospect_id: 'crm-12' } },
      { id: 'offline_2', name: 'query_knowledge_base', arguments: { query: 'What does it cost?' } },
    ]);
  });

  it.each(['greeting', 'thanks', 'small_talk', 'opt_out', 'not_interested'] as const)(
    'looks nothing up for %s',
    (intent) => {
      expect(names('Hello there', { intents: [intent] })).toEqual([]);
      expect(names('Hello there', { intents: [intent], reference: '12' })).toEqual(['fetch_prospect_details']);
    },
  );

  it('looks up the question behind a courtesy', () => {
    expect(names('Thanks! What does the large plan cost?', { intents: ['thanks'] })).toEqual(['query_knowledge_base']);
    expect(names('Hi, pricing info please', { intents: ['greeting', 'pricing_inquiry'] })).toEqual([
      'query_knowledge_base',
    ]);
  });

  it('looks nothing up for emoji or another language', () => {
    expect(names('😀😀', { intents: ['out_of_scope'] })).toEqual([]);
    expect(names('Was kostet das?', { language: 'de' })).toEqual([]);
  });

  it('asks for nothing that is not offered, and for nothing twice', () => {
    expect(chooseTools(salesFacts('What does it cost?', { reference: '12' }), [])).toEqual([]);
    expect(names('Is there a helicopter?', { reference: '12', searchStatus: 'empty' })).toEqual([]);
    expect(names('What does it cost?', { searchStatus: 'error' })).toEqual([]);
  });

  it('searches for each of several questions, and once more in other words for what stayed open', () => {
    const message = 'What does the Growth plan cost, and is there a free trial?';
    const queries = (facts: SalesReplyFacts): unknown[] =>
      chooseTools(facts, OFFERED).map((call) => call.arguments['query']);
    const first = queries(salesFacts(message));
    expect(first).toEqual(['What does the Growth plan cost', 'is there a free trial?']);
    const searches = first.map((query, i): SalesReplyFacts['observations'][number] => {
      return {
        tool: 'query_knowledge_base',
        callId: `k${i}`,
        status: 'ok',
        query: String(query),
        passages: SAMPLE_PASSAGES,
      };
    });
    const again = queries({ ...salesFacts(message), observations: searches });
    expect(again).toEqual([expect.stringMatching(/free trial.* pilot/)]);
    const second = {
      tool: 'query_knowledge_base' as const,
      callId: 'k3',
      status: 'ok' as const,
      query: String(again[0]),
      passages: SAMPLE_PASSAGES,
    };
    expect(queries({ ...salesFacts(message), observations: [...searches, second] })).toEqual([]);
  });

  it('cuts a very long message into a query without breaking a character', () => {
    const [call] = chooseTools(salesFacts(`${'a'.repeat(999)}😀 price?`), OFFERED);
    expect(call?.arguments.query).toBe('a'.repeat(999));
  });
});
