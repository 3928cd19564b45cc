import { type GenerateContentResponse } from '../../src/customers/insights/content/content.dto.js';
import { LLM_BACKENDS, LlmError, OfflineProvider, ScriptedProvider } from '../../src/llm/index.js';
import { ApiKeyService } from '../../src/platform/index.js';
import { storeContentCustomers } from '../support/content-customers.js';
import { HttpClient } from '../support/http-client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const MILKMAN = '/api/v1/generate-content/8';

describe('GET /generate-content/{customer_id}', () => {
  let test: TestApp;
  let client: HttpClient;
  const get = (path: string): Promise<{ status: number; body: GenerateContentResponse }> =>
    client.get<GenerateContentResponse>(path);

  beforeAll(async () => {
    test = await startTestApp();
    client = new HttpClient(test.url);
    await storeContentCustomers(test.dataSource);
  });

  afterAll(() => test.close());

  it('writes a personal e-mail from the customer’s interactions, the same one each time', async () => {
    const { status, body } = await get(MILKMAN);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      customer_id: 8,
      generated_content: { Content_type: 'email' },
      addressed_by: 'occupation',
      tone: 'friendly',
      language: 'en',
      flags: [],
      review: { required: false, reasons: [] },
      sms: null,
      model: { provider: 'offline', degraded: false, degraded_reason: null },
      usage: { input_tokens: 0, output_tokens: 0, cost_usd: 0 },
    });
    const { Content } = body.generated_content;
    expect(Content).toMatch(/^Dear Milkman,\n/);
    expect(Content).toContain('by phone on 11 February 2020 about “Prescription Guidelines”');
    expect(Content).toContain('“Drug Efficacy”');
    expect(body.subject).toContain('Prescription Guidelines');
    expect(body.claims.every(({ verdict }) => verdict === 'verified')).toBe(true);
    expect((await get(MILKMAN)).body.generated_content).toEqual(body.generated_content);
    expect((await get('/api/generate-content/8')).body.generated_content).toEqual(body.generated_content);
  });

  it('takes the most relevant interactions first, then the recent ones', async () => {
    const { body } = await get(MILKMAN);
    expect(body.interactions.map(({ channel, topic }) => [channel, topic])).toEqual([
      ['Call', 'Prescription Guidelines'],
      ['Email', 'Prescription Guidelines'],
      ['Bird', 'Drug Efficacy'],
    ]);
    const about = await get(`${MILKMAN}?about=drug%20efficacy`);
    expect(about.body.interactions[0]?.topic).toBe('Drug Efficacy');
  });

  it('finds an interaction as soon as it is stored, and no longer than it is', async () => {
    await test.dataSource.query(
      `INSERT INTO interactions (customer_id, occurred_at, channel, topic, sentiment)
       VALUES (12, '2026-01-02T03:04:05Z', 'Post', 'Delivery Times', 'Neutral')`,
    );
    const path = '/api/v1/generate-content/12';
    expect((await get(path)).body.generated_content.Content).toContain('“Delivery Times”');
    await test.dataSource.query('DELETE FROM interactions WHERE customer_id = 12');
    const { body } = await get(path);
    expect(body.generated_content.Content).not.toContain('Delivery');
    expect(body.interactions).toEqual([]);
  });

  it('says decently that no name is known, and never “undefined”', async () => {
    const { body } = await get('/api/v1/generate-content/13');
    expect(body.addressed_by).toBe('nothing');
    expect(body.generated_content.Content).toMatch(/^Hello,\n\nWe do not have your name on record/);
    expect(JSON.stringify(body.generated_content)).not.toMatch(/undefined|null|NaN/);
  });

  it('quotes the knowledge base where it answers', async () => {
    const { body } = await get('/api/v1/generate-content/11?about=Starter%20plan%20price%20per%20seat');
    expect(body.citations.length).toBeGreaterThan(0);
    for (const { quote, sentence } of body.citations) {
      expect(sentence).not.toBe('');
      const rows = await test.dataSource.query<unknown[]>(
        'SELECT 1 FROM knowledge_documents WHERE position($1 in content) > 0',
        [quote],
      );
      expect(rows.length).toBeGreaterThan(0);
    }
    expect(body.generated_content.Content).not.toContain('[1]');
  });

  it('flags an adverse event for a person, although a newer interaction is about something else', async () => {
    const { body } = await get('/api/v1/generate-content/9');
    expect(body.flags).toContain('adverse_event');
    expect(body.review).toMatchObject({ required: true, reasons: [{ reason: 'adverse_event' }] });
  });

  it('writes SMS that say what they take, and call scripts with their parts', async () => {
    const sms = (await get(`${MILKMAN}?type=sms`)).body;
    expect(sms.sms).toMatchObject({ encoding: 'gsm-7', segments: 1 });
    expect(sms.sms?.units).toBe(sms.generated_content.Content.length);
    const script = (await get(`${MILKMAN}?type=call_script&tone=formal`)).body;
    expect(script.generated_content.Content.split('\n').filter((line) => /^\p{L}[\p{L} ]+$/u.test(line))).toEqual([
      'Opening',
      'On record',
      'Questions',
      'Closing',
    ]);
  });

  it.each(['de', 'fr', 'es'])('writes in %s and says so', async (language) => {
    const { body } = await get(`${MILKMAN}?language=${language}`);
    expect(body.language).toBe(language);
    expect(body.generated_content.Content).toContain('Prescription Guidelines');
    expect(body.review.required).toBe(false);
  });

  it.each(['type=letter', 'tone=rude', 'language=it', 'about=', 'about=%3Cb%3E', 'tpye=sms', 'type=sms&type=email'])(
    'refuses ?%s with 400',
    async (query) => {
      const { status, body } = await client.get(`${MILKMAN}?${query}`);
      expect([status, body['code']]).toEqual([400, query.startsWith('tpye') ? 'unknown_field' : 'validation_failed']);
    },
  );

  it('names the languages there are', async () => {
    const { body } = await client.get(`${MILKMAN}?language=it`);
    expect(JSON.stringify(body)).toMatch(/en, de, fr, es/);
  });

  it.each(['999', '0', '-1', '8.0', 'abc', '12in', '99999999999999999999', '%00'])(
    'knows no customer %s',
    async (id) => {
      const { status, body } = await client.get(`/api/v1/generate-content/${id}`);
      expect([404, 400]).toContain(status);
      if (status === 404) expect(body['code']).toBe('customer_not_found');
    },
  );

  it('writes to nobody who has opted out', async () => {
    const { status, body } = await client.get('/api/v1/generate-content/10');
    expect([status, body['code']]).toEqual([409, 'customer_opted_out']);
  });
});

describe('generate-content under keys', () => {
  it('shows a bound key its own customer and nobody else', async () => {
    const test = await startTestApp({ env: { AUTH_MODE: 'keys' } });
    await storeContentCustomers(test.dataSource);
    const clientFor = async (userId: string | null): Promise<HttpClient> => {
      const { key } = await test.app.get(ApiKeyService).create({ name: 'test', scopes: ['read', 'write'], userId });
      return new HttpClient(test.url, { authorization: `Bearer ${key}` });
    };
    const bound = await clientFor('8');
    expect((await bound.get(MILKMAN)).status).toBe(200);
    const strip = ({ body }: { body: Record<string, unknown> }) => ({ ...body, request_id: '', instance: '' });
    const foreign = await bound.get('/api/v1/generate-content/9');
    expect(foreign.status).toBe(404);
    expect(strip(foreign)).toEqual(strip(await bound.get('/api/v1/generate-content/999')));
    expect((await (await clientFor(null)).get('/api/v1/generate-content/9')).status).toBe(200);
    for (const answer of [
      await bound.post('/api/v1/content-batches', {}),
      await bound.get('/api/v1/content-batches/01900000-0000-7000-8000-000000000001'),
    ]) {
      expect(answer.status).toBe(403);
    }
    expect((await new HttpClient(test.url).get(MILKMAN)).status).toBe(401);
    const { key } = await test.app.get(ApiKeyService).create({ name: 'test', scopes: ['read'], userId: null });
    const reader = new HttpClient(test.url, { authorization: `Bearer ${key}` });
    expect((await reader.post('/api/v1/content-batches', {})).status).toBe(403);
    expect((await reader.post('/api/v1/content-batches/01900000-0000-7000-8000-000000000001/cancel', {})).status).toBe(
      403,
    );
    expect((await reader.get('/api/v1/content-batches/01900000-0000-7000-8000-000000000001')).status).toBe(404);
    await test.close();
  });
});

describe('generate-content on another model', () => {
  const startWith = async (model: ScriptedProvider): Promise<TestApp> => {
    const test = await startTestApp({
      override: (builder) => builder.overrideProvider(LLM_BACKENDS).useValue([model, new OfflineProvider()]),
    });
    await storeContentCustomers(test.dataSource);
    return test;
  };

  it('changes nothing but the text, and lets no lie through', async () => {
    const model = new ScriptedProvider([
      {
        text: 'Subject: Prescription Guidelines\n\nDear Peter,\n\nWe were in contact by phone on 11 February 2020 about “Prescription Guidelines”. You get 40% off. Anna will visit you on Monday. Take two tablets daily.\n\nRegards,\nAnna',
        usage: { inputTokens: 300, outputTokens: 40, costUsd: null },
      },
    ]);
    const test = await startWith(model);
    const { body } = await new HttpClient(test.url).get<GenerateContentResponse>(MILKMAN);
    expect(body.generated_content.Content).toBe(
      'Dear Milkman,\n\nWe were in contact by phone on 11 February 2020 about “Prescription Guidelines”.\n\nKind regards,\nYour customer care team',
    );
    expect(body).toMatchObject({
      flags: ['contradiction'],
      model: { provider: 'scripted', name: 'scripted-1', degraded: false },
      usage: { input_tokens: 300, output_tokens: 40, cost_usd: null },
    });
    const prompt = JSON.stringify(model.requests[0]?.messages);
    expect(prompt).toContain('Prescription Guidelines');
    expect(prompt).not.toContain('milk@dairy.example');
    await test.close();
  });

  it('falls back to the offline model and says so', async () => {
    const model = new ScriptedProvider([{ error: new LlmError('http_400', { retryable: false }) }]);
    const test = await startWith(model);
    const { status, body } = await new HttpClient(test.url).get<GenerateContentResponse>(MILKMAN);
    expect(status).toBe(200);
    expect(body.model).toMatchObject({ provider: 'offline', degraded: true, degraded_reason: 'http_400' });
    expect(body.generated_content.Content).toContain('Dear Milkman,');
    await test.close();
  });
});
