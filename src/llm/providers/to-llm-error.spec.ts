import { LlmError } from '../llm-error.js';
import { toLlmError } from './to-llm-error.js';

const NOW = Date.parse('2026-11-20T09:00:00Z');

describe('toLlmError', () => {
  it.each([
    [400, false],
    [401, false],
    [403, false],
    [408, true],
    [429, true],
    [500, true],
    [529, true],
  ])('knows whether status %i may pass', (status, retryable) => {
    expect(toLlmError({ status }, NOW)).toMatchObject({ code: `http_${status}`, retryable });
  });

  it.each([
    ['2', 2000],
    ['0.5', 500],
    ['Fri, 20 Nov 2026 09:00:07 GMT', 7000],
    ['Fri, 20 Nov 2026 08:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    ['9999999', undefined],
  ])('reads Retry-After: %s', (value, expected) => {
    const headers = new Headers({ 'retry-after': value });
    expect(toLlmError({ status: 429, headers }, NOW).retryAfterMs).toBe(expected);
  });

  it('recognises a lost connection by the code of its cause', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(toLlmError(new Error('outer', { cause: refused }), NOW).code).toBe('connection_failed');
  });

  it('hands on an error of ours that came back wrapped', () => {
    const ours = new LlmError('output_too_large', { retryable: false });
    expect(toLlmError(new Error('outer', { cause: ours }), NOW)).toBe(ours);
  });

  it.each([new TypeError('x is undefined'), new SyntaxError('Unexpected token'), 'text', null, undefined])(
    'takes %s for an answer the client choked on',
    (error) => {
      expect(toLlmError(error, NOW)).toMatchObject({ code: 'malformed_output', retryable: true });
    },
  );

  it('keeps nothing of the message', () => {
    const error = toLlmError(Object.assign(new Error('Incorrect API key: sk-secret'), { status: 401 }), NOW);
    expect(`${error.message} ${error.stack ?? ''} ${String(error.cause)}`).not.toContain('sk-secret');
  });
});
