import { asksForPerson } from './asks-for-person.js';

describe('asksForPerson', () => {
  it.each([
    'Can I talk to a real person please?',
    'I want to speak with your manager',
    'human please',
    'Please put me through to someone',
    "I'd rather have a human",
    'transfer me to an agent',
  ])('hears it in "%s"', (message) => {
    expect(asksForPerson(message)).toBe(true);
  });

  it.each([
    'How many people can use it?',
    'Are you a real person?',
    'Can agents talk to customers in the app?',
    'I will talk to my manager first.',
    'Does the dialer connect to the agent first?',
  ])('does not hear it in "%s"', (message) => {
    expect(asksForPerson(message)).toBe(false);
  });
});
