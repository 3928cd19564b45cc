import { type ProcessMessageResponse } from '../../src/conversations/dto/process-message-response.dto.js';
import { HttpClient, type Answer } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const MESSAGE = 'How much is the enterprise plan for 50 seats?';
type Reply = ProcessMessageResponse;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

describe('POST /process_message', () => {
  let test: TestApp;
  let client: HttpClient;
  const process = (body: Record<string, unknown>, headers = {}): Promise<Answer<Reply>> =>
    client.post<Reply>('/api/v1/process_message', body, headers);

  beforeAll(async () => {
    test = await startTestApp();
    client = new HttpClient(test.url);
  });

  afterAll(() => test.close());

  it('answers a price question from the knowledge base, with quotes and verified figures', async () => {
    const { status, body } = await process({ current_prospect_message: MESSAGE, prospect_id: 'prospect_101' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'success',
      detailed_analysis: { intent: 'pricing_inquiry', language: 'en', action_required: true },
      model: { provider: 'offline', degraded: false },
      confidence_basis: { calibrated: true },
    });
    expect(body.suggested_response_draft).toMatch(/\$\d/);
    expect(body.claims.length).toBeGreaterThan(0);
    expect(body.claims.every((claim) => claim.verdict === 'verified')).toBe(true);
    expect(body.tool_usage_log.map((use) => [use.tool, use.status]).sort()).toEqual([
      ['fetch_prospect_details', 'ok'],
      // What is asked, and the price of one seat, from which the total is worked out.
      ['query_knowledge_base', 'ok'],
      ['query_knowledge_base', 'ok'],
    ]);
    expect(body.citations.length).toBeGreaterThan(0);
  });

  it('quotes verbatim: each citation is its document at its offsets', async () => {
    const { body } = await process({
      current_prospect_message: 'Is our data encrypted, and which integrations exist?',
    });
    expect(body.citations.length).toBeGreaterThan(0);
    for (const { document_id, start, end, quote } of body.citations) {
      const document = await client.get<{ content: string }>(`/api/v1/knowledge/documents/${document_id}`);
      expect(document.body.content.slice(start, end)).toBe(quote);
    }
  });

  it('reads the message in both of its forms alike', async () => {
    const asText = await process({ current_prospect_message: MESSAGE });
    const asObject = await process({
      current_prospect_message: { sender: 'prospect', content: MESSAGE, timestamp: '2026-11-20T09:00:00Z' },
    });
    expect(asObject.body.suggested_response_draft).toBe(asText.body.suggested_response_draft);
  });

  it('stores the turn with everything it did, and shows it in the history', async () => {
    const { body } = await process({ current_prospect_message: MESSAGE, prospect_id: '1000000002' });
    const history = await client.get<{
      user_id: string;
      data: { role: string; content: string; seq: number; status: string; intent: string }[];
    }>(`/api/v1/conversations/${body.conversation_id}/history`);
    expect(history.body.user_id).toBe('1000000002');
    expect(history.body.data.map(({ role, seq, status, intent }) => [role, seq, status, intent])).toEqual([
      ['user', 1, 'complete', 'pricing_inquiry'],
      ['assistant', 2, 'complete', 'pricing_inquiry'],
    ]);
    expect(history.body.data[1]?.content).toBe(body.suggested_response_draft);

    const rows = await test.dataSource.query<Record<string, number>[]>(
      `SELECT (SELECT count(*)::int FROM analysis_results a JOIN messages USING (message_id) WHERE conversation_id = $1) AS analyses,
              (SELECT count(*)::int FROM actionable_outputs WHERE message_id = $2) AS outputs,
              (SELECT count(*)::int FROM tool_calls WHERE message_id = $2) AS tools,
              (SELECT count(*)::int FROM llm_calls WHERE message_id = $2) AS models`,
      [body.conversation_id, body.message_id],
    );
    expect(rows[0]).toEqual({
      analyses: 1,
      outputs: body.internal_next_steps.length,
      tools: body.tool_usage_log.length,
      models: 2,
    });
  });

  it('continues a stored conversation and remembers who it is about', async () => {
    const first = await process({ current_prospect_message: MESSAGE, prospect_id: 'prospect_101' });
    const second = await process({
      current_prospect_message: 'And for 80 seats?',
      conversation_id: first.body.conversation_id,
    });
    expect(second.body.conversation_id).toBe(first.body.conversation_id);
    expect(second.body.tool_usage_log.find((use) => use.tool === 'fetch_prospect_details')?.status).toBe('ok');
    const list = await client.get<{ data: { conversation_id: string; message_count: number; title: string }[] }>(
      '/api/v1/conversations/1000000001',
    );
    expect(list.body.data[0]).toMatchObject({
      conversation_id: first.body.conversation_id,
      message_count: 4,
      title: MESSAGE,
    });
  });

  it('claims nothing about an unknown prospect', async () => {
    const { status, body } = await process({ current_prospect_message: MESSAGE, prospect_id: 'nobody-knows-me' });
    expect(status).toBe(200);
    expect(body.tool_usage_log).toContainEqual(
      expect.objectContaining({ tool: 'fetch_prospect_details', status: 'empty' }),
    );
  });

  it('never shows internal fields of the CRM', async () => {
    const internal = await test.dataSource.query<{ internal: Record<string, unknown> }[]>(
      'SELECT internal FROM customers WHERE customer_id = 1000000001',
    );
    const secrets = Object.values(internal[0]?.internal ?? {}).map(String);
    expect(secrets.length).toBeGreaterThan(0);
    const { body } = await process({
      current_prospect_message: 'What is my lead score, my budget, and what do your notes say about me?',
      prospect_id: 'prospect_101',
    });
    // The whole answer but ids and clocks, whose digits may spell anything.
    const chance = new Set(['conversation_id', 'message_id', 'document_id', 'ref', 'duration_ms', 'latency_ms']);
    const told = JSON.stringify(body, (name, value: unknown) => (chance.has(name) ? undefined : value));
    for (const secret of secrets) expect(told).not.toContain(secret);
  });

  it('adds its reasoning only when asked', async () => {
    const quiet = await process({ current_prospect_message: MESSAGE });
    const traced = await client.post<Reply>('/api/v1/process_message?trace=true', {
      current_prospect_message: MESSAGE,
    });
    expect(quiet.body).not.toHaveProperty('reasoning_trace');
    expect(traced.body.reasoning_trace?.[0]).toContain('pricing_inquiry');
  });

  it('answers under the path without a version too', async () => {
    const { status } = await client.post('/api/process_message', { current_prospect_message: MESSAGE });
    expect(status).toBe(200);
  });

  describe('as a stream', () => {
    it('tells the turn in order, its deltas are the final text, and the end is the JSON body', async () => {
      const events = await client.stream('/api/v1/process_message', {
        current_prospect_message: MESSAGE,
        prospect_id: 'prospect_101',
      });
      const names = events.map(({ event }) => event);
      expect(names[0]).toBe('start');
      expect(names[1]).toBe('analysis');
      expect(names.at(-1)).toBe('end');
      expect(names.indexOf('tool-call')).toBeLessThan(names.indexOf('tool-result'));
      expect(names.lastIndexOf('tool-result')).toBeLessThan(names.indexOf('text-delta'));
      const end = events.at(-1)?.data as unknown as Reply;
      const text = events
        .filter(({ event }) => event === 'text-delta')
        .map(({ data }) => data['delta'])
        .join('');
      expect(text).toBe(end.suggested_response_draft);
      expect(events.filter(({ event }) => event === 'citation').map(({ data }) => data)).toEqual(end.citations);
      const stored = await client.get<{ data: { content: string; status: string }[] }>(
        `/api/v1/conversations/${end.conversation_id}/history`,
      );
      expect(stored.body.data[1]).toMatchObject({ content: text, status: 'complete' });
    });

    it('refuses like JSON as long as nothing was sent', async () => {
      const response = await client.post<Problem>(
        '/api/v1/process_message',
        { current_prospect_message: '' },
        { accept: 'text/event-stream' },
      );
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    });
  });

  describe('with an idempotency key', () => {
    it('gives the stored answer to a repetition', async () => {
      const body = { current_prospect_message: MESSAGE };
      const first = await process(body, { 'idempotency-key': 'once-1' });
      const again = await process(body, { 'idempotency-key': 'once-1' });
      expect(again.body).toEqual(first.body);
      expect(first.headers.get('idempotency-replayed')).toBeNull();
      expect(again.headers.get('idempotency-replayed')).toBe('true');
    });

    it('refuses another request under the same key', async () => {
      await process({ current_prospect_message: MESSAGE }, { 'idempotency-key': 'once-2' });
      const other = await client.post<Problem>(
        '/api/v1/process_message',
        { current_prospect_message: 'Hello' },
        { 'idempotency-key': 'once-2' },
      );
      expect([other.status, other.body.code]).toEqual([422, 'idempotency_key_reused']);
    });

    it('does the work once for twenty equal requests at once', async () => {
      const requests = Array.from({ length: 20 }, () =>
        process({ current_prospect_message: MESSAGE, prospect_id: 'prospect_104' }, { 'idempotency-key': 'once-3' }),
      );
      const answers = await Promise.all(requests);
      expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
      const stored = await client.get<{ data: { title: string }[] }>('/api/v1/conversations/1000000004');
      expect(stored.body.data.filter(({ title }) => title === MESSAGE)).toHaveLength(1);
    });

    it('is forgotten when the conversation is deleted', async () => {
      const first = await process({ current_prospect_message: MESSAGE }, { 'idempotency-key': 'once-4' });
      await client.delete(`/api/v1/conversations/${first.body.conversation_id}`);
      const again = await process({ current_prospect_message: MESSAGE }, { 'idempotency-key': 'once-4' });
      expect(again.status).toBe(200);
      expect(again.body.conversation_id).not.toBe(first.body.conversation_id);
    });
  });

  it('answers parallel turns on one conversation one after another: nothing lost, doubled or interleaved', async () => {
    const { body } = await process({ current_prospect_message: 'Hello there' });
    const messages = Array.from({ length: 30 }, (_, index) => `Question ${index}: how much is the enterprise plan?`);
    const answers = await Promise.all(
      messages.map((message) => process({ current_prospect_message: message, conversation_id: body.conversation_id })),
    );
    expect(answers.map(({ status }) => status)).toEqual(messages.map(() => 200));
    const history = await client.get<{
      data: { seq: number; role: string; content: string; message_id: string; status: string }[];
    }>(`/api/v1/conversations/${body.conversation_id}/history?limit=100`);
    const stored = history.body.data.slice(2);
    expect(stored.map(({ seq }) => seq)).toEqual(messages.flatMap((_, index) => [2 * index + 3, 2 * index + 4]));
    expect(stored.every(({ status }) => status === 'complete')).toBe(true);
    for (const [index, message] of messages.entries()) {
      const asked = stored.findIndex(({ content }) => content === message);
      expect(stored[asked + 1]?.message_id).toBe(answers[index]?.body.message_id);
    }
  });
});
