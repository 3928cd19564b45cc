import { prefersEventStream } from './prefers-event-stream.js';

describe('prefersEventStream', () => {
  it.each([
    'text/event-stream',
    'TEXT/Event-Stream; charset=utf-8',
    'application/json, text/event-stream',
    'text/event-stream;q=0.5',
    'text/event-stream;q=0.9, application/json;q=0.8',
    'text/event-stream, */*;q=0.1',
    'text/event-stream;q=0.001, application/json;q=0, */*',
    'text/event-stream;q=0, text/event-stream',
  ])('streams for %j', (accept) => {
    expect(prefersEventStream(accept)).toBe(true);
  });

  it.each([
    undefined,
    '',
    '*/*',
    'text/*',
    'application/json',
    'text/event-stream;q=0',
    'text/event-stream;q=0, application/json',
    'text/event-stream; q=0.000',
    'text/event-stream;q=0.8, application/json;q=0.9',
    'text/event-stream;q=0.8, application/json',
    'text/event-stream;q=0.5, */*',
    'text/event-stream;q=0.5, application/*;q=0.6, */*;q=0.1',
    'x-text/event-stream',
  ])('answers JSON for %j', (accept) => {
    expect(prefersEventStream(accept)).toBe(false);
  });

  it('reads a long header without effort', () => {
    expect(typeof prefersEventStream(`text/event-stream;${' '.repeat(60_000)}q${';q='.repeat(20_000)}`)).toBe(
      'boolean',
    );
  });
});
