import { type Lexicon } from '../message-analysis.js';
import { completeFollowUp } from './complete-follow-up.js';

const LEXICON: Lexicon = {
  entries: [
    ...['Starter', 'Team', 'Enterprise'].map((value) => ({ type: 'plan' as const, value, aliases: [] })),
    ...['HubSpot', 'Salesforce'].map((value) => ({ type: 'integration' as const, value, aliases: [] })),
  ],
};

const asked = (message: string, ...earlier: string[]): string =>
  completeFollowUp(message, {
    now: new Date('2026-03-06T10:00:00Z'),
    lexicon: LEXICON,
    history: earlier.map((content) => ({ sender: 'prospect', content })),
  });

describe('completeFollowUp', () => {
  it.each([
    ['And Enterprise?', 'How much is the Team plan?', 'How much is the Enterprise plan?'],
    ['and for 50 seats?', 'How much is the Team plan?', 'How much is the Team plan for 50 seats?'],
    ['And for 200 seats?', 'What does Team cost for 50 seats?', 'What does Team cost for 200 seats?'],
    ['And yearly?', 'What does Starter cost per month?', 'What does Starter cost yearly?'],
    ['What about ISO 27001?', 'Are you SOC 2 certified?', 'Are you ISO 27001 certified?'],
    ['Salesforce?', 'Do you integrate with HubSpot?', 'Do you integrate with Salesforce?'],
    ['Same for Salesforce', 'Do you integrate with HubSpot?', 'Do you integrate with Salesforce?'],
    ['ok and in the Enterprise plan?', 'Is SSO included in the Team plan?', 'Is SSO included in the Enterprise plan?'],
  ])('completes "%s" after "%s"', (message, before, expected) => {
    expect(asked(message, before)).toBe(expected);
  });

  it('follows a chain of short questions', () => {
    expect(asked('And yearly?', 'How much is the Starter plan per month?', 'And Team?')).toBe(
      'How much is the Team plan yearly?',
    );
  });

  it.each([
    'Did you see my last question?',
    'Any news on this?',
    'Hello, anyone there?',
    '??',
    'You still haven’t answered me.',
  ])('takes "%s" for the question that is still open', (message) => {
    expect(asked(message, 'Where is our data stored?', 'Thanks')).toBe('Where is our data stored?');
  });

  it.each([
    'How much is the Team plan?',
    'And how long is the trial?',
    'Thanks!',
    'Hello',
    'We are 50 people and use HubSpot today.',
    'ok',
    '👍',
    '',
    'Please call me tomorrow',
  ])('leaves "%s" as it is', (message) => {
    expect(asked(message, 'Is SSO included?')).toBe(message);
  });

  it('has nothing to add without a history', () => {
    expect(asked('And Enterprise?')).toBe('And Enterprise?');
    expect(asked('And Enterprise?', 'Thanks')).toBe('And Enterprise?');
  });

  it('bears long and odd input', () => {
    expect(asked('?'.repeat(100_000), 'Is SSO included?')).toBe('?'.repeat(100_000));
    expect(asked('and \ud800?', 'a'.repeat(100_000))).toContain('\ud800');
  });
});
