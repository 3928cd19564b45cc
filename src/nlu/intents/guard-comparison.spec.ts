import { type Entity, type IntentScore } from '../message-analysis.js';
import { guardComparison } from './guard-comparison.js';

const scores: IntentScore[] = [
  { intent: 'competitor_comparison', probability: 0.7 },
  { intent: 'technical_inquiry', probability: 0.2 },
];
const named = (type: Entity['type']): Entity[] => [{ type, value: 'Pinboard', text: 'Pinboard', start: 0, end: 8 }];
const first = (text: string, type: Entity['type']): string | undefined =>
  guardComparison(scores, text, named(type))[0]?.intent;

describe('guardComparison', () => {
  it('takes a tool that should be connected for no rival', () => {
    expect(first('We are on Pinboard. Would it talk to that?', 'integration')).toBe('technical_inquiry');
  });

  it.each([
    ['Why should we choose you over Pinboard?', 'integration'],
    ['What about Pinboard?', 'competitor'],
  ] as const)('believes the comparison in %j', (text, type) => {
    expect(first(text, type)).toBe('competitor_comparison');
  });
});
