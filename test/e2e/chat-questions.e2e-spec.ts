import { join } from 'node:path';
import fc from 'fast-check';
import { type ChatResponse } from '../../src/conversations/dto/chat.dto.js';
import { listNumbers } from '../../src/agent/shop/check/list-numbers.js';
import { numbersIn } from '../../src/agent/shop/check/fact-index.js';
import { packageRoot } from '../../src/platform/index.js';
import { HttpClient } from '../support/http-client.js';
import { startShopApp } from '../support/shop-app.js';
import { type TestApp } from '../support/test-app.js';
import { QUESTIONS, type ShopQuestion } from './chat-questions.js';

describe('what customers of the sample shop ask', () => {
  let test: TestApp;
  let client: HttpClient;

  beforeAll(async () => {
    test = await startShopApp(join(packageRoot(), 'sample-data', 'shop'));
    client = new HttpClient(test.url);
  });

  afterAll(() => test.close());

  const say = async (user: string | null, message: string, conversationId?: string): Promise<ChatResponse> => {
    const { status, body } = await client.post<ChatResponse>('/api/v1/chat', {
      message,
      ...(user === null ? {} : { user_id: user }),
      ...(conversationId === undefined ? {} : { conversation_id: conversationId }),
    });
    expect(status).toBe(200);
    return body;
  };

  const play = async ({ user, before = [], ask }: ShopQuestion): Promise<ChatResponse> => {
    let conversationId: string | undefined;
    for (const message of before) conversationId = (await say(user, message, conversationId)).conversation_id;
    return say(user, ask, conversationId);
  };

  it.each(QUESTIONS.map((question) => [nameOf(question), question] as const))('%s', async (_name, question) => {
    const body = await play(question);
    for (const part of question.says ?? []) expect(body.response).toMatch(part);
    for (const part of question.never ?? []) expect(body.response).not.toMatch(part);
    if (question.sql !== undefined) {
      const rows = await test.dataSource.query<Record<string, unknown>[]>(question.sql);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(linesWith(body.response, Object.values(row).map(String))).not.toEqual([]);
    }
    if (question.clarifies !== undefined) expect(body.needs_clarification).toBe(question.clarifies);
    if (question.tools !== undefined) {
      expect([...new Set(body.tool_usage_log.map(({ tool }) => tool))]).toEqual(question.tools);
    }
    expectGrounded(body);
  });

  it('are at least sixty', () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(60);
  });

  it('get no number that no record has, whatever is asked', async () => {
    const words =
      'order last my the 12345 12107 12361 101 129 product total status how many left cheaper than under 50 top 5 best selling jeans women T-Shirt Polo and what about second one it those ? , price in 2026 items return size seven'.split(
        ' ',
      );
    const parts = fc.oneof(
      fc.constantFrom(...QUESTIONS.map(({ ask }) => ask)),
      fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((said) => said.join(' ')),
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
        .filter((text) => /\p{L}|\p{N}/u.test(text) && !/\p{Cc}/u.test(text)),
    );
    const turns = fc.array(fc.array(parts, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('39', '40', null), turns, async (user, messages) => {
        let conversationId: string | undefined;
        for (const message of messages) {
          const body = await say(user, message.join('. '), conversationId);
          conversationId = body.conversation_id;
          expect(body.response.trim()).not.toBe('');
          expectGrounded(body);
          if (user !== '39') expect(JSON.stringify(body.facts)).not.toContain('104.89');
        }
      }),
      { numRuns: 120, seed: 20261120 },
    );
  });

  it('get the same answer about somebody else’s order as about one that does not exist', async () => {
    const [foreign, missing] = [await say('40', 'Where is order 12345?'), await say('40', 'Where is order 12346?')];
    expect(foreign.response.replaceAll('12345', 'N')).toBe(missing.response.replaceAll('12346', 'N'));
    expect(JSON.stringify(foreign.facts).replaceAll('12345', 'N')).toBe(
      JSON.stringify(missing.facts).replaceAll('12346', 'N'),
    );
    expect(foreign.tool_usage_log.map(({ output_summary: text }) => text)).toEqual(
      missing.tool_usage_log.map(({ output_summary: text }) => text),
    );
  });
});

/** Each number of the text stands in a fact or a citation. */
function expectGrounded({ response, facts, citations }: ChatResponse): void {
  const known = new Set([...numbersIn(facts), ...numbersIn(citations)]);
  const unknown = listNumbers(response).filter((number) => !known.has(number));
  expect(unknown).toEqual([]);
  // The same without our own reading of numbers: every run of digits.
  const digits = new Set(JSON.stringify([facts, citations]).match(/\d+/g) ?? []);
  expect((response.replaceAll(/\[\d+\]/g, '').match(/\d+/g) ?? []).filter((run) => !digits.has(run))).toEqual([]);
}

/** The lines of the text in which every value stands, as a word of its own. */
function linesWith(text: string, values: readonly string[]): string[] {
  const patterns = values.map(
    (value) =>
      new RegExp(
        String.raw`(?<![\p{L}\p{N}.])${value.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?!\p{N}|\.\d)`,
        'u',
      ),
  );
  return text.split('\n').filter((line) => patterns.every((pattern) => pattern.test(line)));
}

function nameOf({ user, before = [], ask }: ShopQuestion): string {
  return `${user === null ? 'anonymous' : `user ${user}`}: ${[...before, ask].join(' / ')}`;
}
